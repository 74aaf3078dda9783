"""What is wrong with a row by itself: a code nobody knows, a time that cannot be, a key twice, no number."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import pandas as pd

from indicators.areas import AREAS, NATION
from indicators.catalogue import Catalogue
from indicators.definition import Definition
from indicators.groups import OBSERVED
from indicators.observation import KEY, PERIODS, SEXES, STATUSES, VALUED
from indicators.periods import Period
from indicators.refdata import read_csv
from intake.checking import thresholds as limit
from intake.checking.findings import Facts, Ledger
from intake.formats.queries import read_queries

COUNTRY = "country"
Pair = tuple[str, str]


@dataclass(frozen=True)
class Known:
    """What rows may name: the series with their levels and sexes, and the definition that each belongs to."""

    definitions: dict[Pair, Definition]
    levels: dict[Pair, frozenset[str]]
    sexes: dict[Pair, frozenset[str]]
    names: dict[Pair, frozenset[str]]


def known(catalogue: Catalogue) -> Known:
    """Return what rows of a catalogue's series, and of the figures of other countries, may name."""
    definitions: dict[Pair, Definition] = {}
    levels = {pair: frozenset({COUNTRY}) for pair in _international()}
    sexes = {pair: frozenset({"T"}) for pair in levels}
    names = {pair: frozenset({name}) for pair, name in _international().items()}
    for definition in catalogue.definitions:
        for series in definition.series:
            pair = series.provider, series.key
            definitions.setdefault(pair, definition)
            levels[pair] = levels.get(pair, frozenset()) | set(series.levels)
            sexes[pair] = sexes.get(pair, frozenset()) | set(series.sexes)
            names[pair] = names.get(pair, frozenset()) | {definition.id}
    return Known(definitions, levels, sexes, names)


@lru_cache(maxsize=1)
def _international() -> dict[Pair, str]:
    return {pair: query.international for pair, query in read_queries().by_key.items() if query.international}


@lru_cache(maxsize=1)
def areas_of_levels() -> dict[str, frozenset[str]]:
    """Return the codes that each level's areas have."""
    return {
        "nation": frozenset({NATION}),
        "region": frozenset(AREAS.region_codes),
        "municipality": frozenset(area.code for area in AREAS.municipalities),
        COUNTRY: frozenset(row["iso2"] for row in read_csv("countries.csv")),
    }


def judge_form(rows: pd.DataFrame, names: Known, today: dt.date, ledger: Ledger) -> None:
    """Give every row that is wrong by itself its reason."""
    for code, broken, columns in (*_names(rows, names), *_times(rows, today), *_numbers(rows)):
        for row in np.flatnonzero(broken.to_numpy(dtype=bool)):
            ledger.row(int(row), code, _facts(rows, int(row), columns, today))
    _keys(rows, ledger)


Rule = tuple[str, "pd.Series[bool]", tuple[str, ...]]


def _names(rows: pd.DataFrame, names: Known) -> Iterator[Rule]:
    yield "series", ~_allowed(rows, None, names.levels), ("source", "source_key")
    yield "indicator", ~_allowed(rows, "indicator", names.names), ("indicator", "source", "source_key")
    yield "level", ~_allowed(rows, "level", names.levels), ("level",)
    yield "area", ~_area_known(rows), ("area", "level")
    yield "sex", ~(rows["sex"].isin(SEXES) & _allowed(rows, "sex", names.sexes)), ("sex",)
    yield "group", ~rows["group"].isin(OBSERVED), ("group",)
    yield "status", ~rows["status"].isin(STATUSES), ("status",)


def _allowed(rows: pd.DataFrame, column: str | None, allowed: dict[Pair, frozenset[str]]) -> "pd.Series[bool]":
    """Whether a column holds what the row's series allows (or the series is known at all)."""
    columns = ["source", "source_key", *([column] if column else [])]
    groups = rows.groupby(columns, dropna=False, sort=False).ngroup()
    first = rows.loc[~groups.duplicated(), columns].itertuples(index=False, name=None)
    right = [(source, key) in allowed and (not told or told[0] in allowed[source, key]) for source, key, *told in first]
    return pd.Series(np.array(right, dtype=bool)[groups.to_numpy()], index=rows.index)


def _area_known(rows: pd.DataFrame) -> "pd.Series[bool]":
    found = pd.Series(False, index=rows.index)
    for level, codes in areas_of_levels().items():
        found |= (rows["level"] == level) & rows["area"].isin(codes)
    return found


def _times(rows: pd.DataFrame, today: dt.date) -> Iterator[Rule]:
    periods = _texts(rows["period"])
    right = pd.Series(False, index=rows.index)
    for frequency, pattern in PERIODS.items():
        right |= (rows["frequency"] == frequency) & periods.str.fullmatch(pattern)
    yield "period-form", ~right, ("period", "frequency")
    now = {frequency: str(Period.around(today, frequency)) for frequency in ("year", "month", "week")}
    yield "period-future", periods > rows["frequency"].map(now).fillna("9999"), ("period",)
    yield "period-early", periods < str(limit.FIRST_YEAR), ("period",)


def _texts(values: "pd.Series[str]") -> "pd.Series[str]":
    """Texts as they are; what is no text becomes the empty one, which nothing allows."""
    return (
        values.map(lambda value: value if isinstance(value, str) else "")
        if values.dtype == object
        else values.fillna("")
    )


def _numbers(rows: pd.DataFrame) -> Iterator[Rule]:
    is_finite = pd.Series(np.isfinite(_floats(rows["value"])), index=rows.index)
    is_valued = rows["status"].isin(VALUED)
    yield "not-finite", is_valued & ~is_finite, ("status",)
    yield "number-beside-missing", ~is_valued & rows["value"].notna(), ("status",)


def _floats(values: "pd.Series[float]") -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
    return pd.to_numeric(values, errors="coerce").to_numpy(dtype=np.float64, na_value=np.nan)


def _keys(rows: pd.DataFrame, ledger: Ledger) -> None:
    """A key that stands twice: nobody knows which of its rows is right, so that none is taken."""
    twice = rows.duplicated(KEY, keep=False)
    counts = rows[twice].groupby(KEY, dropna=False)["value"].transform("size")
    for row, n in zip(np.flatnonzero(twice), counts, strict=True):
        ledger.row(int(row), "duplicate", {"n": int(n)})


def _facts(rows: pd.DataFrame, row: int, columns: tuple[str, ...], today: dt.date) -> Facts:
    facts: Facts = {column: str(rows[column].iloc[row]) for column in columns}
    return {**facts, "today": today.isoformat(), "first": limit.FIRST_YEAR} if columns == ("period",) else facts
