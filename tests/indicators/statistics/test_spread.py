"""Quartiles, target reached and within share: published examples, a slow second implementation, laws, errors."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.statistics.errors import (
    NotAVectorError,
    NotFiniteError,
    NoVariationError,
    TooFewGroupsError,
    TooFewPointsError,
    UnknownOperatorError,
)
from indicators.statistics.plain_quantile import summarise
from indicators.statistics.results import Spread
from indicators.statistics.spread import reach, within_share
from tests.oracles import slow_statistics as slow

whole = st.integers(-1000, 1000)
some_values = st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=40)
some_groups = st.lists(st.lists(whole, max_size=9), max_size=6).filter(
    lambda groups: sum(len(group) >= 5 for group in groups) >= 2
)
unequal_groups = some_groups.filter(
    lambda groups: len({each for group in groups if len(group) >= 5 for each in group}) > 1
)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        # R documentation's usual example, quantile(1:10).
        (range(1, 11), Spread(10, 1, 3.25, 5.5, 7.75, 10)),
        # The common textbook example of quartiles; these are those of the inclusive method (QUARTILE.INC).
        ([6, 47, 49, 15, 42, 41, 7, 39, 43, 40, 36], Spread(11, 6, 25.5, 40, 42.5, 49)),
        ([4.2], Spread(1, 4.2, 4.2, 4.2, 4.2, 4.2)),
        ([3, 3, 3, 3], Spread(4, 3, 3, 3, 3, 3)),
    ],
)
def test_quartiles_of_known_examples(values, expected):
    assert summarise(values) == expected


@given(some_values)
def test_quartiles_agree_with_the_slow_implementation(values):
    spread = summarise(values)
    found = (spread.minimum, spread.q1, spread.median, spread.q3, spread.maximum)
    assert found == pytest.approx([slow.quantile(values, share) for share in (0, 0.25, 0.5, 0.75, 1)], abs=1e-8)


@given(some_values)
def test_quartiles_stand_in_order_between_the_ends(values):
    spread = summarise(values)
    assert min(values) == spread.minimum <= spread.q1 <= spread.median <= spread.q3 <= spread.maximum == max(values)


@given(st.lists(whole, min_size=1, max_size=40), whole)
def test_quartiles_move_with_the_values_and_mirror(values, added):
    one, moved = summarise(values), summarise([added - value for value in values])
    found = (moved.minimum, moved.q1, moved.median, moved.q3, moved.maximum)
    assert found == tuple(added - each for each in (one.maximum, one.q3, one.median, one.q1, one.minimum))


@given(some_values, st.randoms(use_true_random=False))
def test_quartiles_do_not_depend_on_order(values, random):
    shuffled = list(values)
    random.shuffle(shuffled)
    assert summarise(shuffled) == summarise(values)


@pytest.mark.parametrize(("operator", "expected"), [(">=", 0.75), (">", 0.25), ("<=", 0.75), ("<", 0.25)])
def test_a_value_at_the_level_reaches_it_only_with_an_equals_sign(operator, expected):
    assert reach([84, 85, 85, 86], operator, 85) == expected


@given(some_values, st.floats(-1e6, 1e6))
def test_shares_on_both_sides_of_a_level_are_shares_and_make_a_whole(values, level):
    for reached, missed in ((">=", "<"), ("<=", ">")):
        assert 0 <= reach(values, reached, level) <= 1
        assert reach(values, reached, level) + reach(values, missed, level) == pytest.approx(1)
        assert reach(values, reached, level) == reach(
            [-value for value in values], {">=": "<=", "<=": ">="}[reached], -level
        )


def test_within_share_of_a_published_analysis_of_variance():
    # Wikipedia, "One-way analysis of variance", example: SS between 84, SS within 68, six in each group.
    groups = [[6, 8, 4, 5, 3, 4], [8, 12, 9, 11, 6, 8], [13, 9, 11, 8, 7, 12]]
    assert within_share(groups) == pytest.approx(68 / 152)


def test_within_share_counts_each_group_once():
    # By hand: variances 2 and 0, means 2 and 6: within 1, between 4. Were units pooled it would be 10/82.5.
    assert within_share([[0, 1, 2, 3, 4], [6] * 50]) == pytest.approx(1 / 5)


def test_within_share_at_its_ends():
    assert within_share([[1] * 5, [2] * 5]) == 0
    assert within_share([[1, 2, 3, 4, 5], [5, 4, 3, 2, 1]]) == 1


def test_groups_under_five_units_are_left_out():
    groups = [[1, 2, 3, 4, 5], [3, 4, 5, 6, 9]]
    assert within_share([[100, 200, 300, 400], *groups, [], [-50]]) == within_share(groups)


@settings(max_examples=50)
@given(unequal_groups)
def test_within_share_agrees_with_the_slow_implementation(groups):
    assert within_share(groups) == pytest.approx(slow.within_share(groups))


@settings(max_examples=50)
@given(unequal_groups, whole, st.sampled_from([-1, -0.125, 3, 1024]))
def test_within_share_is_a_share_and_knows_neither_origin_nor_scale(groups, added, factor):
    moved = [[factor * value + added for value in group] for group in groups]
    assert 0 <= within_share(groups) <= 1
    assert within_share(moved) == pytest.approx(within_share(groups))


@settings(max_examples=50)
@given(unequal_groups, st.randoms(use_true_random=False))
def test_within_share_does_not_depend_on_order(groups, random):
    shuffled = [random.sample(group, len(group)) for group in groups]
    random.shuffle(shuffled)
    assert within_share(shuffled) == pytest.approx(within_share(groups))


@pytest.mark.parametrize("value", [0.1, 1 / 3, 87.3, 1e9 + 0.1])
def test_equal_values_have_no_share_whatever_their_rounding(value):
    with pytest.raises(NoVariationError) as raised:
        within_share([[value] * 7, [value] * 5, [value] * 6])
    assert str(raised.value) == "values: found no variation; a share of it needs values that differ"


@pytest.mark.parametrize(
    ("call", "error", "message"),
    [
        (lambda: summarise([]), TooFewPointsError, "points: found 0; at least 1 needed"),
        (
            lambda: summarise([1, -math.inf]),
            NotFiniteError,
            "values: found -inf at position 1; only finite numbers: leave missing ones out",
        ),
        (lambda: reach([1], "=", 1), UnknownOperatorError, "operator: found '='; allowed >=, >, <=, <"),
        (lambda: reach([], ">=", 1), TooFewPointsError, "points: found 0; at least 1 needed"),
        (
            lambda: reach([1], ">=", math.nan),
            NotFiniteError,
            "level: found nan at position 0; only finite numbers: leave missing ones out",
        ),
        (
            lambda: within_share([range(5), range(4)]),
            TooFewGroupsError,
            "groups: found 1 with 5 units or more; at least 2 needed",
        ),
        (
            lambda: within_share([range(5), [[1, 2]]]),
            NotAVectorError,
            "group 1: found shape (1, 2); one row of numbers is allowed, shape (n,)",
        ),
        (
            lambda: within_share([range(5), [math.nan]]),
            NotFiniteError,
            "group 1: found nan at position 0; only finite numbers: leave missing ones out",
        ),
    ],
)
def test_what_cannot_be_summed_up_is_refused_by_name(call, error, message):
    with pytest.raises(error) as raised:
        call()
    assert str(raised.value) == message
