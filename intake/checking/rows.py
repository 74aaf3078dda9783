"""Rows of data in long form: their schema, the check of their form, and the judging of every row that was read."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd

from indicators.faults import Fault, shown
from indicators.groups import OBSERVED, PEOPLE
from indicators.observation import COLUMNS, KEY, PERIODS, STATUSES, VALUED
from intake.checking.check import JUDGED, Checked, check
from intake.checking.form import areas_of_levels

__all__ = ["JUDGED", "Checked", "check", "check_form"]

SHOWN_ROWS = 5
LEVELS = ("nation", "region", "municipality")


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule for rows: the field it is about, what is allowed, and which rows break it."""

    field: str
    allowed: str
    broken: "pd.Series[bool]"


def check_form(rows: pd.DataFrame, file: str, series: Iterable[tuple[str, str]]) -> list[Fault]:
    """Return every fault of form in the rows of a folder of figures, with the values found.

    `rows` has the columns of the schema; `series` are the (source, source_key) pairs that the definitions know.
    """
    missing = [column for column in COLUMNS if column not in rows.columns]
    if missing:
        return [Fault(file, "columns", f"no {', '.join(missing)}", f"must hold {', '.join(COLUMNS)}")]
    rules = [*_identity_rules(rows, set(series)), *_value_rules(rows)]
    return [fault for rule in rules for fault in _faults(file, rows, rule)]


def _identity_rules(rows: pd.DataFrame, known: set[tuple[str, str]]) -> Iterator[Rule]:
    pairs = pd.Series(list(zip(rows["source"], rows["source_key"], strict=True)), index=rows.index)
    yield Rule("source_key", "no definition names this series", ~pairs.isin(known))
    yield Rule("area", "must be a known code of its level", ~_area_known(rows))
    yield Rule("period", "must have the form of its frequency", ~_period_right(rows))
    yield Rule("sex", "must be T, F or M", ~rows["sex"].isin(["T", "F", "M"]))
    yield Rule("group", f"must be empty or one of {', '.join(PEOPLE)}", ~rows["group"].isin(OBSERVED))
    yield Rule("status", f"must be one of {', '.join(STATUSES)}", ~rows["status"].isin(STATUSES))
    yield Rule("key", "each series, area, period, sex and group may stand once", rows.duplicated(KEY, keep=False))


def _value_rules(rows: pd.DataFrame) -> Iterator[Rule]:
    present = rows["status"].isin(VALUED)
    finite = pd.Series(np.isfinite(rows["value"].to_numpy(dtype=float, na_value=np.nan)), index=rows.index)
    yield Rule("value", "must be a finite number", present & ~finite)
    yield Rule("value", "a missing value has no number", ~present & rows["value"].notna())


def _area_known(rows: pd.DataFrame) -> "pd.Series[bool]":
    known = pd.Series(False, index=rows.index)
    for level in LEVELS:
        known |= (rows["level"] == level) & rows["area"].isin(areas_of_levels()[level])
    return known


def _period_right(rows: pd.DataFrame) -> "pd.Series[bool]":
    right = pd.Series(False, index=rows.index)
    for frequency, pattern in PERIODS.items():
        right |= (rows["frequency"] == frequency) & rows["period"].str.fullmatch(pattern)
    return right


def _faults(file: str, rows: pd.DataFrame, rule: Rule) -> Iterator[Fault]:
    found = rows[rule.broken]
    for place, row in found.head(SHOWN_ROWS).iterrows():
        what = "/".join(str(row[column]) for column in ("source_key", "area", "period", "sex"))
        value = row[rule.field] if rule.field in rows.columns else what
        yield Fault(f"{file} row {int(str(place)) + 2}", rule.field, f"{shown(value)} ({what})", rule.allowed)
    if len(found) > SHOWN_ROWS:
        yield Fault(file, rule.field, f"{len(found) - SHOWN_ROWS} more rows", rule.allowed)
