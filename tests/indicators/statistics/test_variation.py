"""Inside against between, chance taken out: published and hand-worked examples, a slow second implementation, laws."""

import math
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.statistics.errors import (
    DenominatorError,
    NotFiniteError,
    NumeratorError,
    SettingError,
    TooFewGroupsError,
    TooFewPointsError,
    UnequalLengthsError,
    UnknownChoiceError,
)
from indicators.statistics.variation import adjusted_variation, variation
from tests.oracles import slow_variation as slow
from tests.tiers import examples

whole = st.integers(-1000, 1000)
# Two regions of five, and up to twelve units more anywhere.
some_units = st.tuples(
    st.lists(whole, min_size=10, max_size=10), st.lists(st.tuples(whole, st.sampled_from("abcd")), max_size=12)
).map(lambda parts: [*zip(parts[0], "aaaaabbbbb", strict=True), *parts[1]])
some_counts = st.lists(
    st.integers(2, 60).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))), min_size=12, max_size=12
)
THREE = ["a"] * 6 + ["b"] * 6 + ["c"] * 6
TWELVE = ["a"] * 5 + ["b"] * 7
TEN = ["a"] * 5 + ["b"] * 5


def test_a_published_analysis_of_variance():
    # Wikipedia, "One-way analysis of variance", example: SS within 68, SS between 84, six in each of three groups.
    found = variation([6, 8, 4, 5, 3, 4, 8, 12, 9, 11, 6, 8, 13, 9, 11, 8, 7, 12], THREE)
    assert found.within == pytest.approx(68 / 18)
    assert found.between == pytest.approx(84 / 18)
    assert found.share == pytest.approx(68 / 152)
    assert [(each.region, each.units, each.mean) for each in found.regions] == [
        ("a", 6, pytest.approx(5)),
        ("b", 6, pytest.approx(9)),
        ("c", 6, pytest.approx(10)),
    ]
    assert (found.model, found.chance_within, found.chance_between, found.regions[0].chance) == (None, 0, 0, None)


def test_each_region_counts_once():
    # By hand: variances 2 and 0, means 2 and 6: within 1, between 4. Were units pooled it would be 10/82.5.
    found = variation([0, 1, 2, 3, 4, *[6] * 50], ["a"] * 5 + ["b"] * 50)
    assert (found.within, found.between, found.share) == (1, 4, pytest.approx(1 / 5))


def test_the_share_at_its_ends():
    assert variation([1] * 5 + [2] * 5, TEN).share == 0
    assert variation([1, 2, 3, 4, 5, 5, 4, 3, 2, 1], TEN).share == 1


def test_regions_under_five_units_are_left_out():
    values, regions = [1, 2, 3, 4, 5, 3, 4, 5, 6, 9], [*TEN]
    assert variation([*values, 100, 200, 300, 400, -50], [*regions, *"ccccd"]) == variation(values, regions)


@examples(50)
@given(some_units)
def test_variation_agrees_with_the_slow_implementation(units):
    values, regions = zip(*units, strict=True)
    found, (within, between) = variation(values, regions), slow.within_between(values, regions)
    assert (found.within, found.between) == pytest.approx((float(within), float(between)), rel=1e-9, abs=1e-9)
    if found.share is not None:
        assert found.share == pytest.approx(float(within / (within + between)))


@examples(50)
@given(some_units, whole, st.sampled_from([-1, -0.125, 3, 1024]))
def test_the_share_knows_neither_origin_nor_scale_and_variances_go_with_the_square(units, added, factor):
    values, regions = zip(*units, strict=True)
    one, moved = variation(values, regions), variation([factor * value + added for value in values], regions)
    assert (moved.within, moved.between) == pytest.approx((one.within * factor**2, one.between * factor**2))
    assert moved.share == (None if one.share is None else pytest.approx(one.share))


@examples(50)
@given(some_units, st.randoms(use_true_random=False))
def test_order_changes_nothing(units, random):
    one, other = (variation(*zip(*order, strict=True)) for order in (units, random.sample(units, len(units))))
    assert (one.within, one.between) == pytest.approx((other.within, other.between))
    assert [(r.region, r.units) for r in one.regions] == [(r.region, r.units) for r in other.regions]


@examples(50)
@given(some_units, whole, st.integers(5, 9))
def test_a_constant_region_adds_no_variance_within(units, value, n):
    one = variation(*zip(*units, strict=True))
    more = variation(*zip(*units, *[(value, "constant")] * n, strict=True))
    others = [each for each in more.regions if each.region != "constant"]
    assert next(each for each in more.regions if each.region == "constant").variance == 0
    assert [each.variance for each in others] == [each.variance for each in one.regions]
    assert more.within * len(more.regions) == pytest.approx(one.within * len(one.regions))


@examples(50)
@given(some_units, whole)
def test_a_constant_added_to_a_region_changes_no_variance_within(units, added):
    one = variation(*zip(*units, strict=True))
    moved = variation(*zip(*((v + added * (r == "a"), r) for v, r in units), strict=True))
    assert moved.within == pytest.approx(one.within)


@pytest.mark.parametrize("value", [0.1, 1 / 3, 87.3, 1e9 + 0.1])
def test_equal_values_vary_neither_within_nor_between_whatever_their_rounding(value):
    found = variation([value] * 12, TWELVE)
    assert (found.within, found.between, found.share) == (0, 0, None)
    stepped = variation([value] * 5 + [value + 1] * 7, TWELVE)
    assert (stepped.within, stepped.share) == (0, 0)


@examples(40)
@given(some_counts, st.sampled_from(["binomial", "poisson"]), st.sampled_from([1, 100, 1000]))
def test_chance_agrees_with_the_slow_implementation(counts, model, per):
    numerators, denominators = zip(*counts, strict=True)
    found = adjusted_variation(numerators, denominators, TWELVE, model, per=per)
    expected = [float(each) * per**2 for each in slow.chance(numerators, denominators, TWELVE, model)]
    assert (found.chance_within, found.chance_between) == pytest.approx(expected, rel=1e-9, abs=1e-12)
    raw = variation([x / n * per for x, n in counts], TWELVE)
    assert (found.within, found.between) == pytest.approx((raw.within, raw.between), rel=1e-9, abs=1e-12)
    within, between = max(found.within - expected[0], 0), max(found.between - expected[1], 0)
    if within + between > 1e-9:
        assert found.share == pytest.approx(within / (within + between), abs=1e-6)


def test_what_is_taken_out_is_what_chance_adds_on_average():
    # Every outcome of five units with two people each, by its probability. True shares ½ ½ ½ ¼ ¼: variance 0.015.
    chances = [Fraction(1, 2)] * 3 + [Fraction(1, 4)] * 2
    left = 0
    for outcome in product(range(3), repeat=5):
        odds = math.prod(math.comb(2, x) * p**x * (1 - p) ** (2 - x) for x, p in zip(outcome, chances, strict=True))
        found = adjusted_variation([*outcome, *[0] * 5], [2] * 10, ["a"] * 5 + ["b"] * 5, "binomial", per=1)
        left += float(odds) * (found.regions[0].variance - found.regions[0].chance)
    assert left == pytest.approx(0.015, rel=1e-9, abs=1e-12)


def test_differences_no_larger_than_chance_leave_no_share():
    # By hand, 5 of 10 and 6 of 10: variance within 0.0024; chance 0.8 · (3·0.25 + 2·0.24)/9/5 = 0.02187.
    found = adjusted_variation([5, 6, 5, 6, 5] * 2, [10] * 10, ["a"] * 5 + ["b"] * 5, "binomial", per=1)
    assert (found.within, found.chance_within) == (pytest.approx(0.0024), pytest.approx(0.8 * 1.23 / 45))
    assert (found.share, found.model) == (None, "binomial")


def test_large_denominators_leave_hardly_any_chance():
    shares = [0.7, 0.8, 0.6, 0.9, 0.75, 0.5, 0.55, 0.6, 0.4, 0.45]
    found = adjusted_variation([s * 1e9 for s in shares], [1e9] * 10, ["a"] * 5 + ["b"] * 5, "binomial")
    assert found.share == pytest.approx(variation(shares, ["a"] * 5 + ["b"] * 5).share, abs=1e-6)


@pytest.mark.parametrize(
    ("call", "error", "told"),
    [
        (lambda: variation([1] * 9, ["a"] * 5 + ["b"] * 4), TooFewGroupsError, "groups: found 1 with 5 units or more"),
        (lambda: variation([1] * 9, TEN), UnequalLengthsError, "lengths: found 9 and 10"),
        (lambda: variation([1] * 9 + [math.inf], TEN), NotFiniteError, "values: found inf at position 9"),
        (lambda: variation([], []), TooFewPointsError, "points: found 0"),
        (
            lambda: adjusted_variation([1] * 10, [9] * 10, TEN, "normal"),
            UnknownChoiceError,
            "model: found 'normal'; allowed binomial, poisson",
        ),
        (
            lambda: adjusted_variation([1] * 10, [9] * 9 + [1], TEN, "binomial"),
            DenominatorError,
            "denominators: found 1 at position 9; must be above 1",
        ),
        (
            lambda: adjusted_variation([9] * 9 + [10], [9] * 10, TEN, "binomial"),
            NumeratorError,
            "numerators: found 10 at position 9; must be from 0 to 9",
        ),
        (lambda: adjusted_variation([1] * 10, [9] * 10, TEN, "poisson", per=0), SettingError, "per: found 0"),
    ],
)
def test_what_cannot_be_decomposed_is_refused_by_name(call, error, told):
    with pytest.raises(error, match=told):
        call()
