"""How sure a share, a count and a mean are: against published examples, scipy, and what must always hold."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest, chi2, t

from indicators.statistics.intervals import CountOutOfRangeError, count_limits, mean_limits, wilson


@pytest.mark.parametrize(
    ("numerator", "denominator", "lower", "upper"),
    # Newcombe RG. Statistics in Medicine 1998;17:857-872, table I, method 3.
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_published_examples_of_shares(numerator, denominator, lower, upper):
    assert wilson(numerator, denominator) == pytest.approx((lower, upper), abs=5e-5)


@given(st.integers(1, 5000), st.data())
def test_shares_as_in_scipy(denominator, data):
    numerator = data.draw(st.integers(0, denominator))
    theirs = binomtest(numerator, denominator).proportion_ci(method="wilson")
    assert wilson(numerator, denominator) == pytest.approx((theirs.low, theirs.high), abs=1e-9)


@given(st.integers(1, 10**9), st.data())
def test_a_shares_limits_hold_it_and_stay_between_nobody_and_all(denominator, data):
    numerator = data.draw(st.integers(0, denominator))
    lower, upper = wilson(numerator, denominator)
    assert 0 <= lower <= numerator / denominator <= upper <= 1
    mirrored = wilson(denominator - numerator, denominator)
    assert (1 - upper, 1 - lower) == pytest.approx(mirrored, abs=1e-9)


def test_more_of_the_same_share_is_surer():
    widths = [upper - lower for lower, upper in (wilson(n * 3 // 10, n) for n in (10, 100, 1000))]
    assert widths == sorted(widths, reverse=True)


@pytest.mark.parametrize(
    ("numerator", "denominator", "told"),
    [
        (0, 0, "denominator: found 0; must be above 0"),
        (1, -5, "denominator: found -5"),
        (1, math.nan, "denominator: found nan"),
        (1, math.inf, "denominator: found inf"),
        (6, 5, "numerator: found 6; must be from 0 to 5"),
        (-1, 5, "numerator: found -1"),
        (math.nan, 5, "numerator: found nan"),
    ],
)
def test_what_is_no_share_is_refused(numerator, denominator, told):
    with pytest.raises(CountOutOfRangeError, match=told):
        wilson(numerator, denominator)


def exact(count):
    lower = chi2.ppf(0.025, 2 * count) / 2 if count else 0.0
    return lower, chi2.ppf(0.975, 2 * count + 2) / 2


@pytest.mark.parametrize("count", range(10))
def test_few_events_have_the_exact_limits(count):
    assert count_limits(count) == pytest.approx(exact(count), abs=1e-9)


def test_no_events_have_the_limit_that_is_known():
    assert count_limits(0) == pytest.approx((0, 3.689), abs=5e-4)


@pytest.mark.parametrize("count", [10, 11, 25, 100, 1000, 10**6])
def test_many_events_have_limits_near_the_exact(count):
    assert count_limits(count) == pytest.approx(exact(count), rel=2e-3)


def test_from_ten_events_the_formula_is_byars():
    # 10 (1 - 1/90 - 1.96/(3 sqrt 10))^3 and 11 (1 - 1/99 + 1.96/(3 sqrt 11))^3, by hand.
    assert count_limits(10) == pytest.approx((4.7875, 18.3915), abs=1e-3)


@pytest.mark.parametrize("count", [-1, math.nan, math.inf])
def test_what_is_no_count_is_refused(count):
    with pytest.raises(CountOutOfRangeError, match="count: found"):
        count_limits(count)


def test_a_published_mean():
    # NIST/SEMATECH e-Handbook, 1.3.5.2: 195 measurements of heat flow.
    assert mean_limits(9.261460, 0.022789, 195) == pytest.approx((9.258242, 9.264679), abs=1e-6)


@given(st.floats(-1e6, 1e6), st.floats(0.01, 1e6), st.integers(2, 400))
def test_means_as_in_scipy(mean, deviation, number):
    theirs = t.interval(0.95, number - 1, loc=mean, scale=deviation / math.sqrt(number))
    assert mean_limits(mean, deviation, number) == pytest.approx(theirs, rel=1e-7, abs=1e-7 * deviation)


@pytest.mark.parametrize(
    ("deviation", "number", "told"),
    [(1.0, 1, "number: found 1; must be 2 or more"), (-1.0, 5, "deviation"), (math.nan, 5, "deviation: found nan")],
)
def test_what_is_no_mean_is_refused(deviation, number, told):
    with pytest.raises(CountOutOfRangeError, match=told):
        mean_limits(0.0, deviation, number)
