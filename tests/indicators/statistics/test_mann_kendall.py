"""Mann-Kendall and Theil-Sen: published tables and examples, a slow second implementation, laws, errors."""

import math
import tomllib
from fractions import Fraction
from itertools import combinations_with_replacement, permutations, product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.statistics.errors import (
    DuplicatePeriodsError,
    NotFiniteError,
    TooFewPointsError,
    TooManyPointsError,
    UnequalLengthsError,
)
from indicators.statistics.mann_kendall import TrendResult, mann_kendall
from tests.oracles import slow_statistics as slow
from tests.tiers import examples

ORACLES = Path(__file__).parents[2] / "oracles"
TAILS = tomllib.loads((ORACLES / "kendall_tails.toml").read_text(encoding="utf-8"))["table"]
EXAMPLES = tomllib.loads((ORACLES / "trend_examples.toml").read_text(encoding="utf-8"))["example"]

whole = st.integers(-1000, 1000)
coarse = st.integers(0, 3)


def series(values):
    """Distinct periods in rising order, with as many values: whole numbers, so that sums are exact."""
    return st.integers(5, 10).flatmap(
        lambda n: st.tuples(
            st.lists(st.integers(1950, 2050), min_size=n, max_size=n, unique=True).map(sorted),
            st.lists(values, min_size=n, max_size=n),
        )
    )


any_series = series(whole) | series(coarse)


def order_with(n, s):
    """Return 0..n-1 in an order whose S is s: the number of pairs that fall, spent from the left."""
    falls, rest, order = (n * (n - 1) // 2 - s) // 2, list(range(n)), []
    while rest:
        step = min(falls, len(rest) - 1)
        falls -= step
        order.append(rest.pop(step))
    return order


@pytest.mark.parametrize(
    ("n", "s", "printed"), [(t["n"], s, p) for t in TAILS for s, p in zip(t["s"], t["p"], strict=True)]
)
def test_p_is_the_published_tail_on_both_sides(n, s, printed):
    result = mann_kendall(range(n), order_with(n, s))
    unit = 10.0 ** -len(printed.split(".")[1])
    assert result.s == s
    # Twice a tail that is off by less than one in its last digit: the table cuts 8/40320 to 0.00019.
    assert result.p_value == pytest.approx(min(1, 2 * float(printed)), abs=2 * unit)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["name"].split(":")[0])
def test_worked_example(example):
    result = mann_kendall(example["periods"], example["values"])
    assert (result.points, result.s) == (len(example["values"]), example["s"])
    assert result.p_value == pytest.approx(example["p_value"], rel=1e-5)
    assert result.slope == pytest.approx(example["slope"], rel=1e-12)
    assert result.change == pytest.approx(example["change"], rel=1e-12)
    assert result.holds_without_each_point is example["holds"]


def test_the_slow_z_is_that_of_a_published_example():
    # Little J, Holy Cross, "A Mann-Kendall example (by hand)": 14 values, one pair equal, S = 54, Z = 2.9058.
    values = [12.9, 14.8, 13.2, 15.7, 13.8, 15.6, 12.9, 11.0, 17.3, 15.9, 19.0, 18.3, 20.1, 21.7]
    assert slow.s(values) == 54
    assert slow.tied_z(values) == pytest.approx(2.9058, abs=5e-5)


@examples(50)
@given(any_series)
def test_agrees_with_the_slow_implementation(drawn):
    periods, values = drawn
    result = mann_kendall(periods, values)
    slope = slow.slope(periods, values)
    assert result == TrendResult(
        points=len(values),
        s=slow.s(values),
        p_value=result.p_value,
        slope=pytest.approx(slope),
        change=pytest.approx(slope * (periods[-1] - periods[0])),
        holds_without_each_point=slow.holds_without_each_point(periods, values),
    )


@examples(15, deadline=None)  # up to 5040 orders each
@given(st.lists(whole, min_size=5, max_size=7, unique=True))
def test_p_without_ties_counts_all_orders(values):
    assert mann_kendall(range(len(values)), values).p_value == pytest.approx(slow.exact_p(values))


@given(st.lists(coarse, min_size=5, max_size=10).filter(lambda values: 1 < len(set(values)) < len(values)))
def test_p_with_ties_is_the_corrected_normal(values):
    expected = slow.two_sided(slow.tied_z(values))
    assert mann_kendall(range(len(values)), values).p_value == pytest.approx(expected)


def test_the_slow_distribution_given_ties_counts_all_orders():
    for values in combinations_with_replacement(range(3), 5):
        ties = tuple(values.count(each) for each in range(3))
        assert float(slow.exact_p_of_ties(ties, slow.s(values))) == pytest.approx(slow.exact_p(values))


def tie_patterns(n, largest=None):
    """Return every way n values can fall into groups of equal ones."""
    if n == 0:
        return [()]
    sizes = range(min(n, largest or n), 0, -1)
    return [(size, *rest) for size in sizes for rest in tie_patterns(n - size, size)]


def test_the_correction_for_continuity_never_makes_a_trend_that_the_exact_test_denies():
    # The figures of the docstring, which are why the asymptotic form without it is not used.
    cases = false_without = false_with = missed_with = 0
    for ties in [ties for n in range(5, 11) for ties in tie_patterns(n) if 1 < len(ties) < n]:
        spread = math.sqrt(sum(s * s * c for s, c in slow.s_counts(ties).items()) / slow.s_counts(ties).total())
        for s in [s for s in slow.s_counts(ties) if s >= 0]:
            clear = slow.exact_p_of_ties(ties, s) < Fraction(1, 20)
            clear_with = slow.two_sided(max(s - 1, 0) / spread) < 0.05
            cases += 1
            false_without += slow.two_sided(s / spread) < 0.05 and not clear
            false_with += clear_with and not clear
            missed_with += clear and not clear_with
    assert (cases, false_without, false_with, missed_with) == (1460, 42, 0, 10)


def test_five_points_reach_five_per_cent_only_if_they_never_turn_and_two_at_most_are_equal():
    reached = {}
    for values in [each for each in product(range(5), repeat=5) if set(each) == set(range(len(set(each))))]:
        result = mann_kendall(range(5), values)
        if result.p_value < 0.05:
            reached[abs(result.s), len(set(values))] = result.p_value
    # By hand with a tie: S = 9, var = (300 - 18) / 18, z = 8 / 3.9581 = 2.0212.
    assert reached == {(10, 5): pytest.approx(2 / 120), (9, 4): pytest.approx(0.04326, abs=5e-6)}


def test_two_equal_pairs_in_five_points_are_no_trend():
    # Exact given the ties 2/30 = 0.067; without the correction for continuity 0.037.
    assert mann_kendall(range(5), [1, 1, 2, 3, 3]).p_value == pytest.approx(0.0676, abs=5e-5)


def test_all_equal_is_no_trend():
    assert mann_kendall(range(2015, 2025), [7.3] * 10) == TrendResult(10, 0, 1.0, 0.0, 0.0, False)


def test_what_holds_without_each_point_does_so_in_every_order_of_six():
    # Ten pairs are left without a point: where five of them rise, the middle two decide.
    for values in permutations([0, 1, 3, 7, 12, 20]):
        expected = slow.holds_without_each_point(list(range(6)), list(values))
        assert mann_kendall(range(6), values).holds_without_each_point is expected, values


def test_one_year_that_makes_the_slope_is_told():
    # Flat or falling but for the first year: without it the slope turns.
    assert not mann_kendall(range(5), [0, 10, 9, 9, 10]).holds_without_each_point
    assert mann_kendall(range(5), [0, 10, 11, 12, 13]).holds_without_each_point


@examples(50)
@given(any_series)
def test_changing_every_sign_mirrors_the_trend(drawn):
    periods, values = drawn
    up, down = mann_kendall(periods, values), mann_kendall(periods, [-value for value in values])
    assert (down.s, down.slope, down.change) == (-up.s, -up.slope, -up.change)
    assert (down.p_value, down.holds_without_each_point) == (up.p_value, up.holds_without_each_point)


@examples(50)
@given(any_series, whole, st.integers(-100, 100))
def test_a_shift_of_values_or_periods_changes_nothing(drawn, added, later):
    periods, values = drawn
    shifted = mann_kendall([period + later for period in periods], [value + added for value in values])
    assert shifted == mann_kendall(periods, values)


@examples(50)
@given(any_series, st.sampled_from([0.125, 0.5, 2, 1024]))
def test_a_scale_scales_slope_and_change_only(drawn, factor):
    periods, values = drawn
    one, scaled = mann_kendall(periods, values), mann_kendall(periods, [factor * value for value in values])
    assert (scaled.slope, scaled.change) == (factor * one.slope, factor * one.change)
    assert (scaled.s, scaled.p_value) == (one.s, one.p_value)
    assert scaled.holds_without_each_point is one.holds_without_each_point


@examples(50)
@given(any_series, st.randoms(use_true_random=False))
def test_the_order_the_points_are_given_in_changes_nothing(drawn, random):
    points = list(zip(*drawn, strict=True))
    random.shuffle(points)
    assert mann_kendall(*zip(*points, strict=True)) == mann_kendall(*drawn)


@examples(50)
@given(any_series)
def test_p_is_a_probability(drawn):
    assert 0 < mann_kendall(*drawn).p_value <= 1


@pytest.mark.parametrize(
    ("periods", "values", "error", "message"),
    [
        (range(4), range(4), TooFewPointsError, "points: found 4; at least 5 needed"),
        (range(5), range(4), TooFewPointsError, "points: found 4; at least 5 needed"),
        (range(11), range(11), TooManyPointsError, "points: found 11; at most 10 allowed: give the last ones"),
        (range(5), range(6), UnequalLengthsError, "lengths: found 5 and 6; both rows must be equally long"),
        (
            [2019, 2020, 2021, 2020, 2022],
            range(5),
            DuplicatePeriodsError,
            "periods: found 2020 more than once; each period may stand once",
        ),
        (
            range(5),
            [1, 2, math.nan, 4, 5],
            NotFiniteError,
            "values: found nan at position 2; only finite numbers: leave missing ones out",
        ),
        (
            [1, 2, 3, 4, math.inf],
            range(5),
            NotFiniteError,
            "periods: found inf at position 4; only finite numbers: leave missing ones out",
        ),
    ],
)
def test_what_cannot_be_judged_is_refused_by_name(periods, values, error, message):
    with pytest.raises(error) as raised:
        mann_kendall(periods, values)
    assert str(raised.value) == message
