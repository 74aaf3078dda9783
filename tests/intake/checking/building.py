"""A small world for judging rows: a few series with a quiet history, and rows to spoil."""

import datetime as dt

import numpy as np
import orjson
import pandas as pd

from indicators.catalogue import Catalogue
from indicators.observation import COLUMNS, KEY
from intake.checking.rows import check
from tests.builders import REGIONS, definition, key

TODAY = dt.date(2026, 11, 22)
YEARS = tuple(str(year) for year in range(2016, 2026))
SERIES = {
    "N1": {"id": "share", "unit": "percent", "plausible": {"low": 0.0, "high": 100.0}},
    "N2": {"id": "rate", "unit": "rate", "decimals": 0},
    "N3": {"id": "balance", "unit": "percent", "plausible": {"low": -60.0, "high": 60.0}},
}


def small_catalogue():
    return Catalogue(tuple(definition(series=[key(key=name)], **facts) for name, facts in SERIES.items()))


def history(name="N1", sexes=("T", "F", "M"), years=YEARS, seed=1):
    """Ten years of regions and the nation: each region has its level, moves a little, and women lie above men."""
    rng = np.random.default_rng(seed + sum(map(ord, name)))
    level = rng.uniform(20, 70, len(REGIONS)) * {"N1": 1, "N2": 20, "N3": 0.5}[name] - (20 if name == "N3" else 0)
    size = {"N1": 0.4, "N2": 8.0, "N3": 0.5}[name]
    parts = []
    for sex in sexes:
        apart = {"T": 0, "F": 6, "M": -6}[sex] * size
        noise = rng.normal(0, size, (len(REGIONS), len(years)))
        values = np.round(level[:, None] + apart + noise, 2)
        parts.append(table(name, sex, "region", REGIONS, years, values))
        parts.append(table(name, sex, "nation", ["00"], years, np.round(values.mean(axis=0, keepdims=True), 2)))
    return pd.concat(parts, ignore_index=True)


def table(name, sex, level, areas, years, values):
    """Rows of a table of values: areas down, years across."""
    frame = pd.DataFrame(values, index=list(areas), columns=list(years)).stack().rename("value").reset_index()
    frame.columns = ["area", "period", "value"]
    fixed = {
        "indicator": SERIES.get(name, {"id": name})["id"],
        "level": level,
        "frequency": "year",
        "sex": sex,
        "group": "",
        "status": "final",
        "source": "kolada",
        "source_key": name,
        "vintage": "2026-08",
        **dict.fromkeys(("lower", "upper", "numerator", "denominator"), np.nan),
    }
    return frame.assign(**fixed)[list(COLUMNS)]


def at(rows, **where):
    """Which rows stand at a place: at(rows, area="01", period="2025", sex="T")."""
    found = pd.Series(True, index=rows.index)
    for column, value in where.items():
        found &= rows[column].isin(value) if isinstance(value, tuple | list) else rows[column] == value
    return found


def without(rows, **where):
    return rows[~at(rows, **where)].reset_index(drop=True)


def spoil(rows, change, **where):
    """The same rows with the values at a place changed by a function of them."""
    here = at(rows, **where)
    assert here.any()
    return rows.assign(value=rows["value"].where(~here, change(rows["value"])))


def judge(rows, before=None, **more):
    """Check rows; every one of them ends in one of two tables, and what was not read again stands in neither twice."""
    before = rows.iloc[:0] if before is None else before
    checked = check(rows, more.pop("catalogue", small_catalogue()), before, more.pop("today", TODAY), **more)
    both = pd.concat([checked.accepted, checked.quarantined])[KEY]
    unread = int((~keys(both).isin(keys(rows))).sum())
    assert len(both) == len(rows) + unread
    assert not keys(checked.accepted).isin(keys(checked.quarantined)).any()
    return checked


def keys(rows):
    return pd.MultiIndex.from_frame(rows[KEY].astype(str))


def reasons(checked):
    """{reason: how many rows}."""
    return checked.quarantined["reason"].value_counts().to_dict()


def facts(checked):
    return [orjson.loads(text) for text in checked.quarantined["facts"]]
