"""What units say together, and how sure each is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators import unit_interval, unit_spread
from indicators.statistics.intervals import count_limits, wilson
from indicators.statistics.spread import summarise
from tests.indicators.units.making import HIDDEN, row, share


def test_a_share_has_the_limits_its_counts_give():
    found = unit_interval(share(81, 263), "percent")
    assert (found.lower, found.upper) == pytest.approx([100 * limit for limit in wilson(81, 263)])
    assert found.basis == "share"


@pytest.mark.parametrize(("unit", "factor"), [("rate", 100_000), ("per-1000", 1_000), ("per-100-beds", 100)])
def test_a_rate_has_the_limits_of_its_count(unit, factor):
    found = unit_interval(row(value=40 / 8000 * factor, numerator=40.0, denominator=8000.0), unit)
    assert (found.lower, found.upper) == pytest.approx([limit / 8000 * factor for limit in count_limits(40)])
    assert found.basis == "rate"


def test_the_regions_own_limits_come_first():
    found = unit_interval(share(81, 263, lower=20.0, upper=40.0), "percent")
    assert (found.lower, found.upper, found.basis) == (20.0, 40.0, "supplied")


def test_own_limits_that_do_not_hold_the_value_are_none():
    assert unit_interval(row(value=50.0, lower=60.0, upper=70.0), "percent") is None


@pytest.mark.parametrize(
    ("changes", "unit"),
    [
        (HIDDEN, "percent"),
        ({"numerator": None}, "percent"),
        ({"denominator": None}, "percent"),
        ({"denominator": 0.0}, "percent"),
        ({"value": 75.0}, "percent"),
        ({"value": 120.0, "numerator": 120.0}, "percent"),
        ({"numerator": -80.0, "value": -80.0}, "percent"),
        ({}, "days"),
        ({}, "index"),
    ],
)
def test_where_counts_do_not_tell_there_are_no_limits(changes, unit):
    assert unit_interval(row(**changes), unit) is None


def test_a_value_rounded_to_a_whole_number_has_the_limits_of_its_counts():
    assert unit_interval(row(value=67.0, numerator=2 * 33.0, denominator=99.0), "percent").basis == "share"


@given(st.lists(st.floats(-1e6, 1e6), min_size=5, max_size=40))
def test_the_spread_is_the_statistics_own(values):
    found = unit_spread([row(value=value) for value in values])
    theirs = summarise(values)
    five = ("minimum", "q1", "median", "q3", "maximum")
    assert found.n == theirs.n
    assert [getattr(found, name) for name in five] == pytest.approx([getattr(theirs, name) for name in five], abs=1e-9)


def test_four_units_are_points_only_and_hidden_ones_do_not_count():
    four = [row(value=float(n)) for n in range(4)]
    assert unit_spread([*four, row(**HIDDEN), row(**HIDDEN)]) is None
    assert unit_spread([*four, row(value=9.0)]).n == 5
