"""Every row that was read is accepted or held back, a row at a time: form, time, number, range, and what is let go."""

import datetime as dt

import numpy as np
import pandas as pd
import pytest

from indicators.areas import NATION
from indicators.faults import FaultError
from indicators.observation import COLUMNS
from intake.checking.rows import JUDGED
from tests.intake.checking.building import (
    REGIONS,
    TODAY,
    YEARS,
    at,
    facts,
    history,
    judge,
    keys,
    reasons,
    spoil,
    without,
)


@pytest.fixture(scope="module")
def true():
    return history()


def changed(rows, row, **fields):
    """One row with other fields."""
    rows = rows.astype(dict.fromkeys(fields, object))
    for name, value in fields.items():
        rows.loc[row, name] = value
    return rows


def test_what_is_held_and_read_again_is_accepted(true):
    checked = judge(true, true)
    assert reasons(checked) == {}
    assert list(checked.quarantined.columns) == list(JUDGED)
    assert len(checked.withdrawn) == 0
    pd.testing.assert_frame_equal(checked.after(true), true)


def test_true_figures_are_accepted_on_an_empty_folder_and_year_by_year(true):
    assert reasons(judge(true)) == {}
    assert reasons(judge(true, without(true, period="2025"))) == {}


def test_no_rows_at_all(true):
    nothing = true.iloc[:0]
    assert len(judge(nothing).accepted) == 0
    assert len(judge(nothing, true).after(true)) == len(true)


FORM = {
    "series": {"source_key": "N9"},
    "indicator": {"indicator": "rate"},
    "level": {"level": "county"},
    "area": {"area": "1"},
    "sex": {"sex": "K"},
    "status": {"status": "guessed"},
    "period-form": {"period": "25"},
    "period-future": {"period": "2027"},
    "period-early": {"period": "1989"},
    "not-finite": {"value": np.inf},
    "number-beside-missing": {"status": "suppressed"},
}


@pytest.mark.parametrize(("reason", "fields"), FORM.items(), ids=FORM)
def test_a_row_wrong_by_itself(true, reason, fields):
    row = int(np.flatnonzero(at(true, area="01", sex="T", period="2020"))[0])
    checked = judge(changed(true, row, **fields), true)
    assert reasons(checked).pop(reason) == 1
    # What it may have hidden stays: nothing held is lost or changed.
    held = checked.after(true)
    assert sorted(keys(held)) == sorted(keys(true))
    assert np.allclose(sorted(held["value"]), sorted(true["value"]))


@pytest.mark.parametrize("value", ["12,5", " 12", True, None, [], "nan"])
def test_what_only_looks_like_a_number(true, value):
    rows = true.astype({"value": object})
    rows.at[7, "value"] = value
    checked = judge(rows, true)
    assert reasons(checked) == {"not-finite": 1}
    assert checked.quarantined["held"].tolist() == [true["value"].iat[7]]
    assert checked.accepted["value"].dtype == float


@pytest.mark.parametrize("field", ["area", "period", "source_key", "sex"])
def test_numbers_and_nothing_where_text_belongs(true, field):
    for value in (1, None, float("nan")):
        checked = judge(changed(true, 5, **{field: value}), true)
        assert len(checked.quarantined) >= 1
        assert sorted(keys(checked.after(true))) == sorted(keys(true))


def test_a_key_that_stands_twice_is_taken_from_neither_row(true):
    again = true.iloc[[3]].assign(value=99.0)
    checked = judge(pd.concat([true, again], ignore_index=True), true)
    assert reasons(checked) == {"duplicate": 2}
    assert facts(checked)[0] == {"n": 2}
    assert checked.after(true).set_index(list(keys(true).names)).sort_index()["value"].tolist() == (
        true.set_index(list(keys(true).names)).sort_index()["value"].tolist()
    )


def test_missing_columns_are_a_fault_of_the_caller(true):
    with pytest.raises(FaultError, match="rows: columns: found no sex; must hold indicator, area"):
        judge_without = true.drop(columns="sex")
        from tests.intake.checking.building import check, small_catalogue

        check(judge_without, small_catalogue(), true, TODAY)


@pytest.mark.parametrize(
    ("today", "period", "frequency", "is_future"),
    [
        (dt.date(2026, 12, 31), "2027", "year", True),
        (dt.date(2027, 1, 1), "2027", "year", False),
        (dt.date(2028, 2, 29), "2028-02", "month", False),
        (dt.date(2028, 2, 29), "2028-03", "month", True),
        (dt.date(2026, 3, 29), "2026-03", "month", False),
        (dt.date(2026, 10, 25), "2026-10", "month", False),
        (dt.date(2027, 1, 1), "2026-W53", "week", False),
        (dt.date(2027, 1, 1), "2027-W01", "week", True),
        (dt.date(2100, 1, 1), "2101", "year", True),
    ],
)
def test_the_future_begins_tomorrow(true, today, period, frequency, is_future):
    rows = true[at(true, area="01", sex="T", period="2025")].assign(period=period, frequency=frequency)
    assert ("period-future" in reasons(judge(rows, today=today))) == is_future


def test_a_clock_that_runs_behind_makes_no_period_lie_in_the_future(true):
    rows = true[at(true, level="nation", sex="T", period="2025")].assign(period="2027")
    held = true.assign(vintage="2027-01-01")
    assert reasons(judge(rows, held, today=dt.date(2026, 12, 30), is_whole=False)) == {}


def test_a_share_below_zero_and_above_hundred(true):
    new = without(true, period="2025")
    low = spoil(true, lambda value: -value, area="01", sex="T", period="2025")
    high = spoil(true, lambda value: value * 0 + 104.0, area="01", sex="T", period="2025")
    assert reasons(judge(low, new)) == {"below-range": 1}
    assert reasons(judge(high, new)) == {"above-range": 1}
    # Published and shown as doubtful: what is held already is not judged again.
    assert reasons(judge(high, high)) == {}


def test_countries_are_judged_too():
    from tests.intake.checking.building import table

    places = ["SE", "NO", "DK", "FI", "DE", "NL"]
    values = np.array([[100.0 + 9 * row + year for year in range(6)] for row in range(6)])
    rows = table("hlth_cd_apr-prvt", "T", "country", places, YEARS[:6], values)
    rows = rows.assign(source="eurostat", indicator="Preventable mortality")
    assert reasons(judge(rows)) == {}
    assert reasons(judge(changed(rows, 0, area="XX"), rows)) == {"area": 1, "beside-fault": 1}
    assert reasons(judge(spoil(rows, lambda v: v * 1000, period="2021"), without(rows, period="2021"))) == {"unit": 6}
    assert reasons(judge(spoil(rows, lambda v: v * 10, area="SE", period="2021"), without(rows, period="2021"))) == {
        "too-large": 1
    }


def test_what_is_not_asked_for_stays(true):
    both = pd.concat([true, history("N2")], ignore_index=True)
    checked = judge(true, both)
    assert (reasons(checked), len(checked.withdrawn), len(checked.after(both))) == ({}, 0, len(both))


def test_one_value_that_is_no_longer_published_is_withdrawn(true):
    where = {"area": "01", "sex": "T", "period": "2020"}
    checked = judge(without(true, **where), true)
    assert (reasons(checked), len(checked.withdrawn)) == ({}, 1)
    assert not at(checked.after(true), **where).any()
    said = spoil(true, lambda value: value * np.nan, **where)
    said.loc[at(said, **where), "status"] = "not-reported"
    checked = judge(said, true)
    assert reasons(checked) == {}
    assert checked.after(true).loc[lambda rows: at(rows, **where), "value"].isna().all()


def test_where_only_changes_were_asked_for_nothing_is_withdrawn(true):
    checked = judge(true.iloc[:5], true, is_whole=False)
    assert (reasons(checked), len(checked.withdrawn), len(checked.after(true))) == ({}, 0, len(true))


def test_many_that_go_at_once_stay(true):
    slices = judge(without(true, sex="T", period="2020", area=REGIONS[:11]), true)
    assert reasons(slices) == {"withdrawn-many": 11}
    assert facts(slices)[0] == {"gone": 11, "held": 21}
    assert slices.quarantined["value"].isna().all()
    assert slices.quarantined["held"].notna().all()
    assert len(slices.after(true)) == len(true)
    # The nation's one value stands or falls with its regions.
    with_nation = judge(without(true, sex="T", period="2020", area=(*REGIONS[:11], NATION)), true)
    assert reasons(with_nation) == {"withdrawn-many": 12}
    assert len(with_nation.after(true)) == len(true)
    assert reasons(judge(without(true, sex="T", period="2020", area=NATION), true)) == {}
    history_gone = judge(without(true, sex="F", area="01", period=YEARS[:3]), true)
    assert reasons(history_gone) == {}
    level_gone = judge(without(true, level="nation"), true)
    assert reasons(level_gone) == {"withdrawn-series": 30}
    assert len(level_gone.after(true)) == len(true)


def test_the_columns_of_what_is_accepted(true):
    assert list(judge(true.assign(extra=1), true).accepted.columns) == list(COLUMNS)
