"""Lines through values that say how sure they are: published examples, a slow second implementation, laws."""

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from indicators.statistics.errors import (
    DenominatorError,
    DuplicatePeriodsError,
    NoFiniteSlopeError,
    NotFiniteError,
    NumeratorError,
    TooFewPointsError,
    UnequalLengthsError,
    ZeroWidthError,
)
from indicators.statistics.trend import SURE, logistic_trend, weighted_trend
from tests.oracles import slow_trend as slow
from tests.tiers import examples

YEARS = [2020, 2021, 2022, 2023, 2024]
some_values = st.lists(
    st.tuples(st.integers(-100, 100), st.integers(1, 40), st.integers(1, 40)), min_size=5, max_size=9
)
some_counts = st.lists(
    st.integers(1, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))), min_size=5, max_size=8
)


def test_a_published_logistic_line():
    # Hours of study and passing, in Wikipedia's "Logistic regression": slope 1.5046, error 0.6287, 20 students.
    hours = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2, 2.25, 2.5, 2.75, 3, 3.25, 3.5, 4, 4.25, 4.5, 4.75, 5, 5.5]
    passed = [0, 0, 0, 0, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 1, 1, 1, 1, 1]
    found = logistic_trend(hours, passed, [2 if hour == 1.75 else 1 for hour in hours])
    assert found.slope == pytest.approx(1.5046, abs=5e-5)
    assert found.slope / math.sqrt(found.strength) == pytest.approx(0.6287, abs=5e-5)
    assert found.strength == pytest.approx(5.73, abs=0.01)
    assert not found.is_sure


def test_a_published_line_with_equal_weights():
    # Anscombe FJ. Graphs in statistical analysis. Am Stat 1973;27:17-21, first set: slope 0.500, squares of x 110.
    x = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5]
    y = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68]
    found = weighted_trend(x, y, [one - 1.96 for one in y], [one + 1.96 for one in y])
    assert found.slope == pytest.approx(0.500, abs=5e-4)
    assert found.strength == pytest.approx(found.slope**2 * 110)
    assert found.change == pytest.approx(found.slope * 10)


def test_an_unsure_year_counts_less():
    values = [10.0, 10.0, 10.0, 10.0, 30.0]
    sure = weighted_trend(YEARS, values, [one - 1 for one in values], [one + 1 for one in values])
    wide = weighted_trend(YEARS, values, [9, 9, 9, 9, 0], [11, 11, 11, 11, 60])
    assert 0 < wide.slope < sure.slope / 10
    assert sure.is_sure
    assert not wide.is_sure


@given(some_values)
def test_weighted_lines_agree_with_the_slow_implementation(points):
    periods = list(range(2010, 2010 + len(points)))
    values, below, above = zip(*points, strict=True)
    lower = [value - width for value, width in zip(values, below, strict=True)]
    upper = [value + width for value, width in zip(values, above, strict=True)]
    found = weighted_trend(periods, values, lower, upper)
    expected = [float(one) for one in slow.weighted(periods, values, lower, upper)]
    assert (found.slope, found.strength, found.change) == pytest.approx(expected, rel=1e-9, abs=1e-9)
    places = range(len(points))
    kept = [[place for place in places if place != left_out] for left_out in places]
    slopes = [
        slow.weighted(*([row[place] for place in own] for row in (periods, values, lower, upper)))[0] for own in kept
    ]
    assume(min(abs(one) for one in (*slopes, expected[0])) > 1e-9)
    assert found.holds_without_each_point == all(one * expected[0] > 0 for one in slopes)


@examples(60, deadline=None)
@given(some_counts)
def test_logistic_lines_agree_with_the_slow_implementation(points):
    periods = list(range(len(points)))
    numerators, denominators = zip(*points, strict=True)
    try:
        found = logistic_trend(periods, numerators, denominators)
    except NoFiniteSlopeError:
        having, lacking = ([t for t, (x, n) in enumerate(points) if one(x, n)] for one in (_any, _not_all))
        assert max(having) <= min(lacking) or max(lacking) <= min(having)
        return
    if found.slope == 0:
        assert found.strength == found.change == 0
        return
    expected = slow.logistic(periods, numerators, denominators)
    assert (found.slope, found.strength, found.change) == pytest.approx(expected, rel=1e-5, abs=1e-6)


def _any(x, _):
    return x > 0


def _not_all(x, n):
    return x < n


@examples(40)
@given(some_counts)
def test_a_point_left_out_keeps_or_turns_the_sign_as_a_new_line_says(points):
    assume(len(points) > 5)
    periods = list(range(len(points)))
    whole = _sign(periods, points)
    without = [_sign(periods[:i] + periods[i + 1 :], points[:i] + points[i + 1 :]) for i in periods]
    assume(None not in (whole, *without))
    found = logistic_trend(periods, *zip(*points, strict=True))
    assert found.holds_without_each_point == (whole != 0 and all(one == whole for one in without))


def _sign(periods, points):
    try:
        slope = logistic_trend(periods, *zip(*points, strict=True)).slope
    except NoFiniteSlopeError:
        return None
    return (slope > 0) - (slope < 0)


def test_the_limit_is_one_in_five_hundred():
    assert math.erfc(math.sqrt(SURE / 2)) == pytest.approx(0.002, abs=1e-7)


def test_what_never_moves_has_no_slope():
    still = weighted_trend(YEARS, [8.1] * 5, [8.0] * 5, [8.2] * 5)
    assert (still.slope, still.change, still.holds_without_each_point, still.is_sure) == (0, 0, False, False)
    for numerators in ([0] * 5, [9] * 5, [3] * 5):
        found = logistic_trend(YEARS, numerators, [9] * 5)
        assert (found.slope, found.holds_without_each_point, found.is_sure) == (0, False, False)


def test_one_year_alone_makes_no_direction():
    found = logistic_trend(YEARS, [50, 49, 50, 49, 90], [100] * 5)
    assert found.is_sure
    assert not found.holds_without_each_point


@pytest.mark.parametrize(
    ("call", "error", "words"),
    [
        (lambda: weighted_trend(YEARS, [1] * 5, [0] * 5, [2, 2, 0, 2, 2]), ZeroWidthError, "position 2"),
        (lambda: weighted_trend(YEARS[:4], [1] * 4, [0] * 4, [2] * 4), TooFewPointsError, "found 4"),
        (lambda: weighted_trend(YEARS, [1] * 4, [0] * 5, [2] * 5), UnequalLengthsError, "found 5 and 4"),
        (lambda: weighted_trend([1, 2, 3, 4, 1], [1] * 5, [0] * 5, [2] * 5), DuplicatePeriodsError, "found 1"),
        (lambda: weighted_trend(YEARS, [1, 1, math.nan, 1, 1], [0] * 5, [2] * 5), NotFiniteError, "position 2"),
        (lambda: logistic_trend(YEARS, [1] * 5, [2, 2, 0, 2, 2]), DenominatorError, "position 2"),
        (lambda: logistic_trend(YEARS, [1, 1, 3, 1, 1], [2] * 5), NumeratorError, "from 0 to 2"),
        (lambda: logistic_trend(YEARS, [0, 0, 1, 5, 5], [5] * 5), NoFiniteSlopeError, "none before"),
        (lambda: logistic_trend(YEARS, [5, 5, 5, 0, 0], [5] * 5), NoFiniteSlopeError, "none before"),
    ],
)
def test_what_cannot_be_is_named(call, error, words):
    with pytest.raises(error, match=words):
        call()
