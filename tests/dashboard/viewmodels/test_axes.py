"""Axes of charts: their ends, and the round values along them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.viewmodels.axes import MOST_TICKS, period_axis, value_axis

numbers = st.floats(-1e5, 1e5).map(lambda value: round(value, 1))


def texts(axis):
    return [tick.text for tick in axis.ticks]


def test_ticks_are_round_and_written_alike_in_the_language():
    assert texts(value_axis([41.1, 56.0], 1, "sv")) == ["45", "50", "55"]
    assert texts(value_axis([1.5, 2.5], 1, "sv")) == ["1,5", "2,0", "2,5"]
    assert texts(value_axis([1.5, 2.5], 1, "en")) == ["1.5", "2.0", "2.5"]
    assert texts(value_axis([29000, 41000], 0, "sv")) == ["30\u202f000", "35\u202f000", "40\u202f000"]
    assert texts(value_axis([-6.3, 7.4], 1, "sv")) == ["−5", "0", "5"]


def test_no_tick_is_finer_than_the_values_are_written():
    assert texts(value_axis([3, 4], 0, "sv")) == ["3", "4"]


def test_without_values_there_is_no_axis():
    assert value_axis([None], 1, "sv") is None


def test_what_is_never_negative_does_not_seem_so():
    assert value_axis([0.1, 9.0], 1, "sv").low == 0
    assert value_axis([-0.1, 9.0], 1, "sv").low < -0.1


@pytest.mark.parametrize("value", [0, 3, 82.1])
def test_equal_values_have_an_axis_with_some_width(value):
    axis = value_axis([value, value], 1, "sv")
    assert axis.low <= value < axis.high


@given(st.lists(numbers, min_size=1, max_size=30), st.integers(0, 2))
def test_an_axis_holds_its_values_and_few_ticks(values, decimals):
    axis = value_axis(values, decimals, "sv")
    assert axis.low <= min(values) <= max(values) < axis.high
    assert len(axis.ticks) <= MOST_TICKS + 1
    assert all(axis.low - 1e-6 <= tick.at <= axis.high + 1e-6 for tick in axis.ticks)
    assert len(set(texts(axis))) == len(axis.ticks)


def test_a_few_periods_are_written_evenly_back_from_the_last():
    years = [float(year) for year in range(2007, 2023)]
    axis = period_axis(years, [str(int(year)) for year in years])
    assert texts(axis) == ["2007", "2010", "2013", "2016", "2019", "2022"]
    assert (axis.low, axis.high) == (2007, 2022)


def test_a_single_period_stands_in_the_middle():
    axis = period_axis([2024.0], ["2024"])
    assert (axis.low, axis.high, texts(axis)) == (2023.5, 2024.5, ["2024"])
