"""Where a report's figures come from: published values apart from what we computed ourselves."""

from collections.abc import Iterable, Sequence

from dashboard.i18n import Words
from dashboard.viewmodels.contract import Row
from dashboard.viewmodels.report.records import Sources
from indicators import PUBLISHERS, Picture


def sources_of(picture: Picture, rows: Sequence[Row], say: Words) -> Sources:
    """Return the sources of rows: the publishers of their values, then those of the international values."""
    raw = (*_raw(picture, rows, say), *_abroad(picture, rows))
    return Sources(raw, _derived(picture, rows, say))


def _raw(picture: Picture, rows: Iterable[Row], say: Words) -> tuple[str, ...]:
    """Return a line for each publisher, with the keys of its series."""
    found: dict[str, list[str]] = {}
    for row in rows:
        series = picture.catalogue.by_id[row.series].series[0]
        keys = found.setdefault(series.provider, [])
        # A key that is only a word says nothing to a reader, and two indicators may share one.
        if any(letter.isdigit() for letter in series.key) and series.key not in keys:
            keys.append(series.key)
    lines = [_line(PUBLISHERS[provider].name.in_(say.language), keys) for provider, keys in found.items()]
    return tuple(lines)


def _line(name: str, keys: list[str]) -> str:
    return f"{name} ({', '.join(keys)})" if keys else name


def _derived(picture: Picture, rows: Iterable[Row], say: Words) -> tuple[str, ...]:
    """Return what was computed here, in each publisher's own prescribed words."""
    providers = dict.fromkeys(picture.catalogue.by_id[row.series].series[0].provider for row in rows)
    return tuple(PUBLISHERS[provider].derived.in_(say.language) for provider in providers)


def _abroad(picture: Picture, rows: Iterable[Row]) -> tuple[str, ...]:
    """Return the publishers of the international values that stand in rows."""
    found: dict[str, None] = {}
    for row in rows:
        judged = picture.reference.comparison(row.series)
        if row.international.value is not None and judged and judged.international:
            found[picture.edition.countries[judged.international].publisher] = None
    return tuple(found)
