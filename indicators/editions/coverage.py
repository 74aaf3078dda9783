"""Which region has what: for each indicator and region a value for the common period, an older one, or none."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from indicators.definition import Definition, Sex
from indicators.editions.edition import OBSERVATIONS
from indicators.editions.open_edition import Picture
from indicators.scorecard import AssessedRow

# What a publisher has and does not show; what it does not have is only missing.
WITHHELD = ("suppressed", "too-few")
PLACE = ("source", "source_key", "sex", "area", "period")
STATES = ("headline", "older", "missing", "suppressed", "unpublished")


@dataclass(frozen=True, slots=True)
class Covered:
    """One indicator in one region. `state` is one of STATES; `period` that of the value, or of the one withheld.

    `series` is the one that speaks for the indicator; None when no series has values for regions.
    """

    indicator: str
    area: str
    series: str | None
    state: str
    period: str | None


@lru_cache(maxsize=4)
def coverage_of(picture: Picture) -> tuple[Covered, ...]:
    """Return every indicator's coverage of every region, of both sexes together, in the catalogue's order."""
    return tuple(item for definition in picture.catalogue.indicators for item in _of(picture, definition))


def _of(picture: Picture, definition: Definition) -> Iterator[Covered]:
    headline = picture.headline(definition.id, definition.only_sex or "T")
    served = headline and "region" in picture.catalogue.by_id[headline[0]].series[0].levels
    for code in picture.areas.region_codes:
        if headline is None or not served:
            yield Covered(definition.id, code, None, "unpublished", None)
        else:
            state, period = _state(picture, headline, code)
            yield Covered(definition.id, code, headline[0], state, period)


def _state(picture: Picture, headline: tuple[str, Sex], code: str) -> tuple[str, str | None]:
    row = picture.scorecard().row(*headline, code)
    if row is None:
        return "missing", None
    if row.value is not None:
        return "headline", row.period
    if _is_withheld(picture, row):
        return "suppressed", row.period
    return ("older", row.last[0]) if row.last else ("missing", None)


def _is_withheld(picture: Picture, row: AssessedRow) -> bool:
    key = picture.catalogue.by_id[row.indicator].series[0]
    return (key.provider, key.key, row.sex, row.area, row.period) in _withheld(picture)


@lru_cache(maxsize=4)
def _withheld(picture: Picture) -> frozenset[tuple[str, ...]]:
    """The places of the values that publishers have and do not show."""
    # pyarrow takes a tenth of a second to import: only who asks for the coverage pays for it. Read so, and not through
    # `read_table` or `take`, it does not bring pandas with it.
    from pyarrow.parquet import ParquetFile

    file = ParquetFile(picture.edition.folder / OBSERVATIONS)
    statuses, groups = (_texts(file, name) for name in ("status", "group"))
    places = [place for place, found in enumerate(statuses) if found in WITHHELD and not (groups and groups[place])]
    if not places:
        return frozenset()
    table = file.read(columns=list(PLACE))
    return frozenset(tuple(table[name][place].as_py() for name in PLACE) for place in places)


def _texts(file: Any, name: str) -> list[str]:
    """A column's texts; none where the file has no such column, as editions from before groups."""
    return file.read(columns=[name])[name].to_pylist() if name in file.schema_arrow.names else []
