"""Variation in plain Python says just what it says on arrays, and what slow fractions say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.statistics.errors import TooFewGroupsError, UnequalLengthsError
from indicators.statistics.plain_variation import plain_adjusted, plain_few_units, plain_variation
from indicators.statistics.variation import adjusted_variation, few_units, variation
from tests.oracles.slow_variation import chance, within_between

FIVE = ["a"] * 5 + ["b"] * 5
PEOPLE = st.integers(2, 900)
COUNTS = st.lists(PEOPLE.flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))), min_size=10, max_size=10)
CLOSE = {"rel": 1e-7, "abs": 1e-7}


def told(found):
    return (found.within, found.between, found.chance_within, found.chance_between)


@given(st.lists(st.floats(0, 100), min_size=10, max_size=10))
def test_as_on_arrays(values):
    ours, theirs = plain_variation(values, FIVE), variation(values, FIVE)
    assert told(ours) == pytest.approx(told(theirs), **CLOSE)
    assert [(r.region, r.units) for r in ours.regions] == [(r.region, r.units) for r in theirs.regions]


@given(COUNTS, st.sampled_from(["binomial", "poisson"]))
def test_adjusted_as_on_arrays_and_in_fractions(pairs, model):
    x, n = [float(a) for a, _ in pairs], [float(b) for _, b in pairs]
    ours, theirs = plain_adjusted(x, n, FIVE, model), adjusted_variation(x, n, FIVE, model)
    assert told(ours) == pytest.approx(told(theirs), **CLOSE)
    slow = [float(part) * 100**2 for part in chance(x, n, FIVE, model)]
    assert [ours.chance_within, ours.chance_between] == pytest.approx(slow, **CLOSE)
    if theirs.share is not None and theirs.within + theirs.between > 1e-6:
        assert ours.share == pytest.approx(theirs.share, abs=1e-4)


def test_by_hand_and_in_fractions():
    values = [1, 2, 3, 4, 5, 11, 12, 13, 14, 15]
    found = plain_variation(values, FIVE)
    assert (found.within, found.between, found.share) == (2.0, 25.0, pytest.approx(2 / 27))
    assert [float(part) for part in within_between(values, FIVE)] == [found.within, found.between]


def test_a_constant_region_changes_no_within_variance():
    values = [1.0, 2, 3, 4, 5, 7, 9, 11, 13, 15]
    moved = [v + 100 if region == "b" else v for v, region in zip(values, FIVE, strict=True)]
    assert plain_variation(moved, FIVE).within == pytest.approx(plain_variation(values, FIVE).within)


@given(COUNTS, st.floats(0, 100), st.booleans())
def test_few_units_as_on_arrays(pairs, yardstick, higher):
    values, people = [100.0 * a / b for a, b in pairs], [float(b) for _, b in pairs]
    ours = plain_few_units(values, people, yardstick, higher=higher)
    theirs = few_units(values, people, yardstick, higher=higher)
    assert (ours.units, ours.of, ours.with_excess) == (theirs.units, theirs.of, theirs.with_excess)
    assert (ours.total, ours.carried) == pytest.approx((theirs.total, theirs.carried), **CLOSE)


def test_what_cannot_be_shared_out_is_refused():
    with pytest.raises(TooFewGroupsError):
        plain_variation([1.0, 2, 3, 4, 5], ["a"] * 5)
    with pytest.raises(UnequalLengthsError):
        plain_variation([1.0], FIVE)
