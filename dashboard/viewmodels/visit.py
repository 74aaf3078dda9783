"""Rows as a visit is shown them: value, year, nation and where most regions lie, never a place among the regions."""

from collections.abc import Sequence
from dataclasses import replace

from dashboard.viewmodels.contract import Row
from indicators import Language, format_number


def for_visit(rows: Sequence[Row], lang: Language) -> tuple[Row, ...]:
    """Return rows with the span of most regions in the place of a position, and no yardstick that is one."""
    return tuple(_for_visit(row, lang) for row in rows)


def most_regions(row: Row, lang: Language) -> str:
    """Return where the middle half of the regions lies, «57–73»; nothing where too few values are sound."""
    if row.middle_half is None:
        return ""
    ends = [format_number(end, row.decimals, lang) for end in row.middle_half]
    return ends[0] if ends[0] == ends[1] else "–".join(ends)


def _for_visit(row: Row, lang: Language) -> Row:
    most = most_regions(row, lang)
    told = (f"{row.name}: {row.value_text} {row.unit} ({row.period_text})", row.nation_text, most)
    summary = row.summary if row.value is None else "; ".join(part for part in told if part)
    return replace(
        row,
        position="",
        position_symbol="",
        position_tone="neutral",
        position_reason="",
        position_text=most,
        people=(),
        people_text="",
        summary=summary,
    )
