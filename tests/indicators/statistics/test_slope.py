"""Slope and relative index of inequality, and groups of equal population: hand-worked tables, oracles, laws, errors."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.statistics.errors import (
    DenominatorError,
    NotFiniteError,
    SettingError,
    TooFewPointsError,
    UnequalLengthsError,
)
from indicators.statistics.quantiles import equal_groups, group_means
from indicators.statistics.slope import slope_index
from tests.oracles import slow_inequality as slow
from tests.tiers import examples

groups = st.lists(st.tuples(st.integers(-100, 100), st.integers(1, 50)), min_size=5, max_size=10)
units = st.lists(st.tuples(st.integers(-5, 5), st.integers(1, 40)), min_size=1, max_size=30)

# Deaths per 1000 in five groups, poorest first, and their people:
#   share   0.1    0.2    0.2    0.2    0.3
#   rank    0.05   0.2    0.4    0.6    0.85    (midpoints of the cumulative share)
#   value   14     12     11     9      7
DEATHS, PEOPLE = [14, 12, 11, 9, 7], [100, 200, 200, 200, 300]
WORKED = {
    # Ranks 0.1 0.3 0.5 0.7 0.9; Σ(r − ½)(y − 10.6) = −0.4·3.4 − 0.2·1.4 − 0.2·1.6 − 0.4·3.6 = −3.4; Σ(r − ½)² = 0.4.
    "linear": (-8.5, 10.6 + 8.5 * 0.5, 10.6),
    # Mean rank ½ and mean 1.4 + 2.4 + 2.2 + 1.8 + 2.1 = 9.9; with weights
    # −0.1·0.45·4.1 − 0.2·0.3·2.1 − 0.2·0.1·1.1 − 0.2·0.1·0.9 − 0.3·0.35·2.9 = −0.655;
    # 0.1·0.2025 + 0.2·0.09 + 0.2·0.01 + 0.2·0.01 + 0.3·0.1225 = 0.079.
    "weighted": (-0.655 / 0.079, 9.9 + 0.655 / 0.079 * 0.5, 9.9),
}


@pytest.mark.parametrize("variant", WORKED)
def test_a_table_by_hand(variant):
    slope, first, mean = WORKED[variant]
    found = slope_index(DEATHS, PEOPLE if variant == "weighted" else None)
    assert (found.variant, found.groups) == (variant, 5)
    assert (found.slope, found.first_end, found.mean) == pytest.approx((slope, first, mean))
    assert (found.last_end, found.ratio) == (pytest.approx(first + slope), pytest.approx((first + slope) / first))
    assert found.relative == pytest.approx(slope / mean)


@examples(60)
@given(groups, st.booleans())
def test_slopes_agree_with_the_slow_implementation(rows, is_weighted):
    values, people = zip(*rows, strict=True)
    found = slope_index(values, people if is_weighted else None)
    assert found.variant == ("weighted" if is_weighted else "linear")
    first, last = (float(end) for end in slow.slope_ends(values, people, found.variant))
    assert (found.first_end, found.last_end) == pytest.approx((first, last), rel=1e-9, abs=1e-7)
    assert found.slope == pytest.approx(last - first, rel=1e-9, abs=1e-7)


@examples(60)
@given(groups, st.booleans(), st.integers(-50, 50), st.sampled_from([-1, 0.5, 8]))
def test_origin_scale_and_turning_round(rows, is_weighted, added, factor):
    values, people = zip(*rows, strict=True)
    one = slope_index(values, people if is_weighted else None)
    moved = slope_index([factor * v + added for v in values], [n * 1000 for n in people] if is_weighted else None)
    assert moved.slope == pytest.approx(factor * one.slope, abs=1e-7)
    assert moved.mean == pytest.approx(factor * one.mean + added, abs=1e-7)
    turned = slope_index(values[::-1], people[::-1] if is_weighted else None)
    assert turned.slope == pytest.approx(-one.slope, abs=1e-7)
    assert (turned.first_end, turned.last_end) == pytest.approx((one.last_end, one.first_end), abs=1e-7)


@given(st.lists(st.integers(-100, 100), min_size=5, max_size=9))
def test_groups_of_one_size_have_one_slope(values):
    slopes = [slope_index(values, people).slope for people in ([7] * len(values), None)]
    assert slopes[0] == pytest.approx(slopes[1], abs=1e-7)


def test_equal_groups_have_no_slope_and_what_has_no_ratio_has_none():
    level = slope_index([4.1] * 5, PEOPLE)
    assert (level.slope, level.ratio, level.relative) == (0, 1, 0)
    crossing = slope_index([-2, -1, 0, 1, 2], None)
    assert (crossing.ratio, crossing.relative) == (None, None)


def test_quintiles_by_hand():
    # Cumulative midpoints of 10 + 10 + 20 + 20 + 20 + 20: 5, 15, 30, 50, 70, 90 per cent.
    found = equal_groups([6, 5, 4, 3, 2, 1][::-1], [10, 10, 20, 20, 20, 20])
    assert found.groups == (1, 1, 2, 3, 4, 5)
    assert (found.shares, found.units) == (pytest.approx((0.2,) * 5), (2, 1, 1, 1, 1))
    assert group_means([1, 3, 5, 7, 9, 11], [10, 30, 20, 20, 20, 20], found) == (2.5, 5, 7, 9, 11)


def test_ties_stay_together_and_a_large_unit_leaves_groups_empty():
    # Ties hold 0 to 40 per cent, midpoint 20: exactly on the first cut, so in the group nearer the middle.
    found = equal_groups([1, 1, 2, 3, 3], [20, 20, 20, 20, 20])
    assert found.groups == (2, 2, 3, 4, 4)
    assert found.units == (0, 2, 1, 2, 0)
    assert group_means([1, 2, 3, 4, 5], [1] * 5, found) == (None, 1.5, 3, 4.5, None)
    # Midpoints 15 and 65 per cent.
    assert equal_groups([5, 1], [70, 30]).groups == (4, 1)
    assert equal_groups([1], [5]).groups == (3,)
    assert equal_groups([1], [5], groups=4).groups == (2,)


@examples(80)
@given(units, st.integers(2, 7))
def test_groups_agree_with_the_slow_implementation(rows, k):
    ranking, people = zip(*rows, strict=True)
    found = equal_groups(ranking, people, groups=k)
    assert list(found.groups) == slow.equal_groups(ranking, people, k)
    assert sum(found.shares) == pytest.approx(1)
    assert found.units == tuple(found.groups.count(group) for group in range(1, k + 1))


@examples(60)
@given(units, st.randoms(use_true_random=False), st.sampled_from([3, 5]))
def test_order_scale_and_mirror_of_the_ranking(rows, random, k):
    ranking, people = zip(*rows, strict=True)
    one = equal_groups(ranking, people, groups=k)
    order = random.sample(range(len(rows)), len(rows))
    shuffled = equal_groups([ranking[i] for i in order], [people[i] for i in order], groups=k)
    assert shuffled.groups == tuple(one.groups[i] for i in order)
    assert equal_groups([r * 3 + 1 for r in ranking], [n * 8 for n in people], groups=k).groups == one.groups
    mirrored = equal_groups([-r for r in ranking], people, groups=k)
    assert mirrored.groups == tuple(k + 1 - group for group in one.groups)


@examples(60)
@given(st.lists(st.integers(1, 1000), min_size=60, max_size=100, unique=True))
def test_many_small_units_make_groups_of_near_equal_population(ranking):
    people = [100 + r % 7 for r in ranking]
    found = equal_groups(ranking, people)
    assert found.shares == pytest.approx((0.2,) * 5, abs=max(people) / sum(people))


MADE = equal_groups([1, 2], [1, 1])


@pytest.mark.parametrize(
    ("call", "error", "told"),
    [
        (lambda: slope_index([1] * 4, None), TooFewPointsError, "points: found 4; at least 5 needed"),
        (lambda: slope_index([1] * 5, [1] * 4), UnequalLengthsError, "lengths: found 5 and 4"),
        (lambda: slope_index([1] * 5, [1, 1, 0, 1, 1]), DenominatorError, "found 0 at position 2"),
        (lambda: slope_index([1, math.nan, 1, 1, 1], None), NotFiniteError, "values: found nan at position 1"),
        (lambda: equal_groups([1], [1], groups=1), SettingError, "groups: found 1; must be at least 2"),
        (lambda: equal_groups([1, 2], [1, -1]), DenominatorError, "denominators: found -1 at position 1"),
        (lambda: group_means([1], [1], MADE), UnequalLengthsError, "lengths: found 1 and 2"),
    ],
)
def test_what_has_no_slope_or_groups_is_refused_by_name(call, error, told):
    with pytest.raises(error, match=told):
        call()
