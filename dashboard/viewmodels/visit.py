"""Rows as a visit is shown them: value, year, nation and where most regions lie, never a place among the regions."""

from collections.abc import Sequence
from dataclasses import replace

from dashboard.i18n import Words
from dashboard.viewmodels.contract import Row
from indicators import Picture, format_number, plain_quantile

FEWEST = 15
"""Sound values that a middle half is told of: with fewer it says little of where most lie."""
LOWER, UPPER = 0.25, 0.75


def for_visit(picture: Picture, rows: Sequence[Row], say: Words) -> tuple[Row, ...]:
    """Return rows with the span of most regions in the place of a position, and no verdict of one."""
    return tuple(_for_visit(row, most_regions(picture, row, say), say) for row in rows)


def most_regions(picture: Picture, row: Row, say: Words) -> str:
    """Return where the middle half of the regions lies, «57–73»; nothing where too few values are sound."""
    values = sorted(mark.value for mark in row.regions if not mark.doubtful)
    if len(values) < FEWEST:
        return ""
    decimals = picture.catalogue.by_id[row.series].decimals
    ends = [format_number(plain_quantile(values, part), decimals, say.language) for part in (LOWER, UPPER)]
    return ends[0] if ends[0] == ends[1] else "–".join(ends)


def _for_visit(row: Row, most: str, say: Words) -> Row:
    told = (f"{row.name}: {row.value_text} {row.unit} ({row.period_text})", row.nation_text, most)
    summary = row.summary if row.value is None else "; ".join(part for part in told if part)
    return replace(
        row,
        position="",
        position_symbol="",
        position_tone="neutral",
        position_reason="",
        position_text=most,
        summary=summary,
    )
