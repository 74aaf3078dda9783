"""Rows of data: one planted fault at a time with its exact message, and all faults at once."""

import pandas as pd
import pytest

from indicators.observation import COLUMNS, STATUSES
from intake.checking.rows import SHOWN_ROWS, check_form

KNOWN = {("kolada", "N1")}
FILE = "observations.csv.gz"


def rows(*changes):
    """Sound rows, one to each dict of changes, a year apart."""
    sound = {
        "indicator": "sample",
        "area": "14",
        "level": "region",
        "frequency": "year",
        "sex": "T",
        "group": "",
        "value": 80.5,
        "lower": float("nan"),
        "upper": float("nan"),
        "numerator": float("nan"),
        "denominator": float("nan"),
        "status": "final",
        "source": "kolada",
        "source_key": "N1",
        "vintage": "2026-08",
    }
    full = [{**sound, "period": str(2000 + place), **change} for place, change in enumerate(changes)]
    return pd.DataFrame(full, columns=list(COLUMNS))


def faults(*changes):
    return [str(fault) for fault in check_form(rows(*changes), FILE, KNOWN)]


def test_sound_rows_have_no_faults():
    assert faults({}, {"area": "00", "level": "nation"}, {"area": "0980", "level": "municipality"}, {"sex": "F"}) == []
    assert faults({"frequency": "month", "period": "2025-12"}, {"frequency": "week", "period": "2025-W53"}) == []


@pytest.mark.parametrize("status", STATUSES)
def test_a_status_says_whether_there_is_a_number(status):
    present = status in ("final", "preliminary", "revised", "supplied")
    assert faults({"status": status, "value": 80.5 if present else float("nan")}) == []


ONE_FAULT = {
    "a series no definition names": (
        {"source_key": "N2"},
        "source_key: found 'N2' (N2/14/2000/T); no definition names this series",
    ),
    "another publisher's key": (
        {"source": "scb"},
        "source_key: found 'N1' (N1/14/2000/T); no definition names this series",
    ),
    "an unknown region": ({"area": "99"}, "area: found '99' (N1/99/2000/T); must be a known code of its level"),
    "a region as municipality": (
        {"level": "municipality"},
        "area: found '14' (N1/14/2000/T); must be a known code of its level",
    ),
    "an unknown level": ({"level": "county"}, "area: found '14' (N1/14/2000/T); must be a known code of its level"),
    "a year with two digits": (
        {"period": "25"},
        "period: found '25' (N1/14/25/T); must have the form of its frequency",
    ),
    "a year as month": (
        {"frequency": "month"},
        "period: found '2000' (N1/14/2000/T); must have the form of its frequency",
    ),
    "month thirteen": (
        {"frequency": "month", "period": "2025-13"},
        "period: found '2025-13' (N1/14/2025-13/T); must have the form of its frequency",
    ),
    "week fifty-four": (
        {"frequency": "week", "period": "2025-W54"},
        "period: found '2025-W54' (N1/14/2025-W54/T); must have the form of its frequency",
    ),
    "an unknown frequency": (
        {"frequency": "quarter"},
        "period: found '2000' (N1/14/2000/T); must have the form of its frequency",
    ),
    "a sex in Swedish": ({"sex": "K"}, "sex: found 'K' (N1/14/2000/K); must be T, F or M"),
    "an unknown status": (
        {"status": "guessed"},
        f"status: found 'guessed' (N1/14/2000/T); must be one of {', '.join(STATUSES)}",
    ),
    "no number": ({"value": float("nan")}, "value: found nan (N1/14/2000/T); must be a finite number"),
    "infinite": ({"value": float("inf")}, "value: found inf (N1/14/2000/T); must be a finite number"),
    "a number that is not there": (
        {"status": "suppressed"},
        "value: found 80.5 (N1/14/2000/T); a missing value has no number",
    ),
}


@pytest.mark.parametrize(("change", "message"), ONE_FAULT.values(), ids=ONE_FAULT)
def test_one_fault_gives_one_exact_message(change, message):
    expected = [f"{FILE} row 2: {message}"]
    found = faults(change)
    if change == {"status": "guessed"}:
        # A status nobody knows says nothing of the number beside it either.
        expected.append(f"{FILE} row 2: value: found 80.5 (N1/14/2000/T); a missing value has no number")
    assert found == expected


def test_the_row_number_is_the_line_in_the_file():
    assert faults({}, {}, {"sex": "K"}) == [f"{FILE} row 4: sex: found 'K' (N1/14/2002/K); must be T, F or M"]


def test_the_same_row_twice():
    what = "'N1/14/2025/T' (N1/14/2025/T); each series, area, period, sex and group may stand once"
    assert faults({"period": "2025"}, {}, {"period": "2025", "value": 1.0}) == [
        f"{FILE} row 2: key: found {what}",
        f"{FILE} row 4: key: found {what}",
    ]


def test_two_groups_are_two_rows():
    assert faults({"period": "2025"}, {"period": "2025", "group": "education:low"}) == []


def test_all_faults_are_said_at_once():
    found = faults({"sex": "K"}, {"area": "99"}, {"period": "x"}, {"value": float("nan")}, {"source_key": "N2"})
    assert [line.split(": ")[1] for line in found] == ["source_key", "area", "period", "sex", "value"]
    assert [line.split(":")[0] for line in found] == [f"{FILE} row {n}" for n in (6, 3, 4, 2, 5)]


def test_many_rows_with_one_fault_are_counted():
    found = faults(*({"sex": "K"} for _ in range(SHOWN_ROWS + 3)))
    assert len(found) == SHOWN_ROWS + 1
    assert found[-1] == f"{FILE}: sex: found 3 more rows; must be T, F or M"


def test_missing_columns_are_named():
    (fault,) = check_form(rows({}).drop(columns=["sex", "value"]), FILE, KNOWN)
    assert str(fault) == f"{FILE}: columns: found no sex, value; must hold {', '.join(COLUMNS)}"


def test_no_rows_at_all_have_no_faults():
    assert check_form(rows().astype({"value": float}), FILE, KNOWN) == []
