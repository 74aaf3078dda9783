"""How few units carry half of a region's gap: by hand, by trying every choice, laws, errors."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from indicators.statistics.errors import DenominatorError, NotFiniteError, SettingError, UnequalLengthsError
from indicators.statistics.variation import few_units
from tests.oracles import slow_variation as slow
from tests.tiers import examples

units = st.lists(st.tuples(st.integers(0, 100), st.integers(1, 50)), min_size=1, max_size=9)


def test_half_the_gap_by_hand():
    # To 85 %: 15 points of 1000 are 150 people, 5 points of 4000 are 200; the two others are better and offset nobody.
    found = few_units([70, 90, 80, 95], [1000, 500, 4000, 900], 85, higher=True)
    assert (found.units, found.excess, found.total) == ((2,), (200,), 350)
    assert (found.carried, found.with_excess, found.of) == (pytest.approx(200 / 350), 2, 4)


def test_a_rate_and_a_larger_share_by_hand():
    # Above 300 per 100 000: 100 of 20 000 people are 20 events, 50 of 10 000 are 5, 10 of 100 000 are 10.
    found = few_units([400, 350, 310, 200], [20_000, 10_000, 100_000, 1e6], 300, higher=False, per=1e5, share=0.8)
    assert (found.units, found.total) == ((0, 2), pytest.approx(35))
    assert found.carried == pytest.approx(30 / 35)


def test_exactly_half_is_half_whatever_the_rounding():
    # Four units with 0.1 · 3 people each: the binary sums miss the half by a digit.
    found = few_units([70.1] * 4, [3] * 4, 80.1, higher=True)
    assert found.units == (0, 1)
    for points in (0.1, 0.7, 1.1, 2.3, 3.3, 4.9, 5.7):
        for n in (2, 3, 5, 7, 11, 13):
            assert few_units([points] * 2 * n, [3] * 2 * n, 0, higher=False).units == tuple(range(n))


def test_units_of_equal_excess_keep_their_order():
    assert few_units([70, 60] * 50, [100] * 100, 80, higher=True).units == tuple(range(1, 76, 2))


def test_no_gap_is_carried_by_nobody():
    found = few_units([90, 85], [10, 20], 85, higher=True)
    assert (found.units, found.excess, found.total, found.carried, found.with_excess) == ((), (), 0, 0, 0)


@examples(60)
@given(units, st.integers(0, 100), st.sampled_from([0.25, 0.5, 0.75, 1]), st.booleans())
def test_no_fewer_units_could_carry_it(pairs, yardstick, share, higher):
    values, people = zip(*pairs, strict=True)
    found = few_units(values, people, yardstick, higher=higher, share=share)
    excess = [max(yardstick - v if higher else v - yardstick, 0) * n for v, n in pairs]
    assert len(found.units) == slow.fewest_carrying(excess, share)
    assert [excess[place] / 100 for place in found.units] == pytest.approx(list(found.excess))
    assert found.total == pytest.approx(sum(excess) / 100)
    assert found.carried >= share - 1e-9 or found.total == 0


@examples(60)
@given(units, st.integers(0, 100), st.randoms(use_true_random=False), st.integers(1, 9))
def test_neither_order_nor_the_mirrored_direction_nor_scale_changes_what_is_carried(pairs, yardstick, random, factor):
    values, people = zip(*pairs, strict=True)
    one = few_units(values, people, yardstick, higher=True)
    mirrored = few_units([100 - v for v in values], people, 100 - yardstick, higher=False)
    assert mirrored == one
    larger = few_units(values, [n * factor for n in people], yardstick, higher=True)
    assert (larger.units, larger.total) == (one.units, pytest.approx(one.total * factor))
    shuffled = few_units(*zip(*random.sample(pairs, len(pairs)), strict=True), yardstick, higher=True)
    assert (shuffled.excess, shuffled.total) == (one.excess, pytest.approx(one.total))


@given(units)
def test_a_unit_at_the_yardstick_changes_nothing(pairs):
    values, people = zip(*pairs, strict=True)
    assume(min(values) < 85)
    one = few_units(values, people, 85, higher=True)
    more = few_units([*values, 85], [*people, 10**6], 85, higher=True)
    assert (more.units, more.total, more.of) == (one.units, one.total, one.of + 1)


@pytest.mark.parametrize(
    ("call", "error", "told"),
    [
        (lambda: few_units([1], [1], 1, higher=True, share=0), SettingError, "share: found 0; must be above 0 and at"),
        (lambda: few_units([1], [1], 1, higher=True, share=1.1), SettingError, "share: found 1.1"),
        (lambda: few_units([1], [1], 1, higher=True, per=-1), SettingError, "per: found -1; must be above 0"),
        (lambda: few_units([1, 2], [1, 0], 1, higher=True), DenominatorError, "denominators: found 0 at position 1"),
        (lambda: few_units([1, 2], [1], 1, higher=True), UnequalLengthsError, "lengths: found 2 and 1"),
        (lambda: few_units([1], [1], float("nan"), higher=True), NotFiniteError, "yardstick: found nan"),
    ],
)
def test_what_has_no_excess_is_refused_by_name(call, error, told):
    with pytest.raises(error, match=told):
        call()
