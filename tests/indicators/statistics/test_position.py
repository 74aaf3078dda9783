"""Quarters: worked cases, ties, mirror symmetry, a slow second implementation, errors."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.statistics.errors import NotFiniteError, TooFewPointsError
from indicators.statistics.position import quarters
from tests.oracles import slow_statistics as slow

MIRROR = {"low": "high", "middle": "middle", "high": "low"}

floats = st.floats(-1e6, 1e6)
some_values = st.lists(floats, min_size=8, max_size=40) | st.lists(st.integers(0, 4), min_size=8, max_size=40)


def counts(values):
    found = quarters(values)
    return tuple(found.count(word) for word in ("low", "middle", "high"))


@pytest.mark.parametrize(
    ("n", "expected"), [(8, (2, 4, 2)), (9, (2, 5, 2)), (10, (3, 4, 3)), (12, (3, 6, 3)), (21, (5, 11, 5))]
)
def test_how_many_lie_in_each_quarter_without_ties(n, expected):
    # By hand, (rank - 1/2) / n at most 1/4: rank at most n/4 + 1/2. Ten values: ranks 1, 2 and 3, at the limit.
    assert counts(range(n)) == expected


def test_words_stand_in_the_order_of_the_values():
    assert quarters([8, 1, 5, 2, 7, 3, 6, 4]) == ("high", "low", "middle", "low", "high", "middle", "middle", "middle")


def test_the_limits_belong_to_the_outer_quarters():
    # Four equal at the bottom of eight: p = (0 + 2) / 8, exactly 1/4.
    assert quarters([1, 1, 1, 1, 2, 2, 2, 2]) == ("low",) * 4 + ("high",) * 4


def test_a_tie_too_large_for_a_quarter_is_in_the_middle():
    # Five equal at the bottom of eight: p = 2.5 / 8.
    assert quarters([0, 0, 0, 0, 0, 1, 2, 3]) == ("middle",) * 6 + ("high",) * 2


def test_all_equal_is_all_in_the_middle():
    assert quarters([3.4] * 21) == ("middle",) * 21


@given(some_values)
def test_agrees_with_the_slow_implementation(values):
    assert quarters(values) == tuple(slow.quarter(values, own) for own in values)


@given(some_values)
def test_changing_every_sign_swaps_low_and_high(values):
    assert quarters([-value for value in values]) == tuple(MIRROR[word] for word in quarters(values))


@given(st.lists(st.integers(-1000, 1000), min_size=8, max_size=40), st.integers(-99, 99), st.sampled_from([0.5, 1, 8]))
def test_shift_and_scale_change_nothing(values, added, factor):
    assert quarters([factor * value + added for value in values]) == quarters(values)


@given(some_values, st.randoms(use_true_random=False))
def test_order_changes_nothing(values, random):
    places = list(range(len(values)))
    random.shuffle(places)
    words = quarters(values)
    assert quarters([values[place] for place in places]) == tuple(words[place] for place in places)


@pytest.mark.parametrize(
    ("values", "error", "message"),
    [
        (range(7), TooFewPointsError, "points: found 7; at least 8 needed"),
        (
            [*range(8), math.nan],
            NotFiniteError,
            "values: found nan at position 8; only finite numbers: leave missing ones out",
        ),
    ],
)
def test_what_has_no_quarters_is_refused_by_name(values, error, message):
    with pytest.raises(error) as raised:
        quarters(values)
    assert str(raised.value) == message
