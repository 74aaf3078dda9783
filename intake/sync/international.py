"""Figures of other countries: what was read, in the form the editions keep them, and only where it is newer or changed.

A figure is one comparison: it is taken whole or stays as it is.
"""

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

import pandas as pd

from indicators.assessment.abroad import OWN_MEAN, own_mean
from indicators.assessment.records import SWEDEN, Countries
from indicators.observation import COLUMNS
from indicators.refdata import read_csv
from intake.formats.places import COUNTRY
from intake.formats.wanted import Wanted
from intake.frames import empty
from intake.http.refusals import RefusedError
from intake.sync.settling import SAME

UNKNOWN = "no edition has this figure, so that its unit, licence and comparability are not known"
HELD_BACK = "a value of its newest year was held back, and a comparison is taken whole or not at all"


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures that are newer or changed, by name, and why others could not be taken."""

    changed: Mapping[str, Countries]
    refused: tuple[tuple[Wanted, RefusedError], ...] = ()


def of_countries(rows: pd.DataFrame) -> "pd.Series[bool]":
    """Mark the rows that are about other countries."""
    return rows["level"] == COUNTRY


def held_rows(held: Mapping[str, Countries], wanted: Iterable[Wanted]) -> pd.DataFrame:
    """Return the figures that are held as rows, to judge new ones by: those whose values are all of one year."""
    rows = [row for item in wanted if item.indicator in held for row in _as_rows(item, held[item.indicator])]
    return pd.DataFrame(rows, columns=list(COLUMNS)) if rows else empty(COLUMNS)


def update(
    held: Mapping[str, Countries], accepted: pd.DataFrame, quarantined: pd.DataFrame, wanted: Iterable[Wanted]
) -> Figures:
    """Return the figures that are newer than those held, or differ from them."""
    changed: dict[str, Countries] = {}
    refused: list[tuple[Wanted, RefusedError]] = []
    for item in wanted:
        rows = _of(accepted, item)
        rows = rows[rows["value"].notna()]
        if item.indicator not in held:
            refused.append((item, _refusal(item, UNKNOWN)))
        elif len(rows) and _is_torn(rows, _of(quarantined, item)):
            refused.append((item, _refusal(item, HELD_BACK)))
        elif len(rows):
            new = _figure(held[item.indicator], rows, item)
            if not _is_same(held[item.indicator], new):
                changed[item.indicator] = new
    return Figures(changed, tuple(refused))


def _refusal(item: Wanted, reason: str) -> RefusedError:
    return RefusedError(item.provider, item.indicator, reason)


def _of(rows: pd.DataFrame, item: Wanted) -> pd.DataFrame:
    return rows[(rows["source"] == item.provider) & (rows["source_key"] == item.key) & of_countries(rows)]


def _is_torn(accepted: pd.DataFrame, quarantined: pd.DataFrame) -> bool:
    """Whether a value of the newest year, or of a later one, was held back."""
    return bool((quarantined["period"] >= _year(_newest(accepted))).any())


def _newest(rows: pd.DataFrame) -> pd.DataFrame:
    """Each country's newest value, with the country's name."""
    names = {row["iso2"]: row["name"] for row in read_csv("countries.csv")}
    newest = rows.sort_values("period", kind="stable").groupby("area").tail(1)
    return newest.assign(name=newest["area"].map(names)).sort_values("name")


def _year(newest: pd.DataFrame) -> str:
    """The year that most other countries' newest values are of."""
    others = newest[newest["name"] != SWEDEN]
    return str(others["period"].mode().max() if len(others) else newest["period"].max())


def _figure(held: Countries, rows: pd.DataFrame, item: Wanted) -> Countries:
    """The figure with what was read."""
    newest = _newest(rows)
    year = _year(newest)
    values = {str(name): float(value) for name, value in zip(newest["name"], newest["value"], strict=True)}
    average, label = _average(held, year, values)
    return replace(
        held,
        year=year,
        values=values,
        years=(str(newest["period"].min()), str(newest["period"].max())),
        average=average,
        average_label=label,
        sweden=_sweden(rows, year),
        edition=f"{item.ask.get('dataset', item.key)}, read {rows['vintage'].max()}",
    )


def _average(held: Countries, year: str, values: Mapping[str, float]) -> tuple[float | None, str]:
    """The publisher's average, which is not asked for, stays with the year it is of; else our own, called so."""
    if year == held.year and held.average is not None and held.average_label != OWN_MEAN:
        return held.average, held.average_label
    mean = own_mean(values)
    return mean, "" if mean is None else OWN_MEAN


def _sweden(rows: pd.DataFrame, year: str) -> float | None:
    """Sweden's own value for the year compared; its newest when that year is missing."""
    own = rows[rows["area"] == "SE"].sort_values("period", kind="stable")
    same = own[own["period"] == year]
    found = same if len(same) else own
    return float(found["value"].iloc[-1]) if len(found) else None


def _is_same(held: Countries, new: Countries) -> bool:
    """Whether nothing is newer or changed: countries that are not asked for are no difference."""
    known = {name: value for name, value in held.values.items() if name in new.values}
    values = all(math.isclose(value, new.values[name], rel_tol=SAME) for name, value in known.items())
    return values and len(known) == len(new.values) and new.year == held.year


def _as_rows(item: Wanted, figure: Countries) -> Iterator[tuple[object, ...]]:
    codes = {row["name"]: row["iso2"] for row in read_csv("countries.csv")}
    if figure.years[0] != figure.years[1] or not figure.year.isdigit():
        return
    blank = (math.nan,) * 4
    for name, value in figure.values.items():
        if name in codes:
            yield (
                *(item.indicator, codes[name], COUNTRY, figure.year, "year", "T", "", value, *blank),
                *("final", item.provider, item.key, figure.year),
            )
