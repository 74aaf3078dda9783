"""Difference, ratio and the mean of the best: by hand, against a slow second implementation, laws, errors."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.statistics.errors import NotFiniteError, TooFewPointsError, UnequalLengthsError, ZeroReferenceError
from indicators.statistics.gaps import best_mean, difference, ratio
from tests.oracles import slow_statistics as slow

numbers = st.floats(-1e6, 1e6)
not_zero = numbers.filter(lambda number: abs(number) > 1e-6)


def test_the_first_stands_over_the_second():
    assert difference(80.0, 85.0) == -5.0
    assert ratio(80.0, 160.0) == 0.5
    assert ratio(0.0, 2.0) == 0.0


def test_rows_are_taken_pair_by_pair():
    assert difference(np.array([3.0, 5.0]), np.array([1.0, 9.0])).tolist() == [2.0, -4.0]
    assert ratio(np.array([3.0, 5.0]), np.array([1.0, 10.0])).tolist() == [3.0, 0.5]


@given(numbers, numbers)
def test_a_difference_turns_with_its_sides(a, b):
    assert difference(a, b) == -difference(b, a)


@given(not_zero, not_zero)
def test_a_ratio_turned_is_its_inverse(a, b):
    assert ratio(a, b) * ratio(b, a) == pytest.approx(1)


def test_the_best_three_by_hand():
    assert best_mean([70, 90, 80, 60, 100], higher=True) == 90
    assert best_mean([70, 90, 80, 60, 100], higher=False) == 70
    assert best_mean([70, 90], higher=True, n=1) == 90


@given(st.lists(numbers, min_size=1, max_size=30), st.booleans(), st.data())
def test_best_mean_agrees_with_the_slow_implementation(values, higher, data):
    n = data.draw(st.integers(1, len(values)))
    assert best_mean(values, higher=higher, n=n) == pytest.approx(slow.best_mean(values, n, higher=higher), abs=1e-8)


@given(st.lists(numbers, min_size=3, max_size=30))
def test_changing_every_sign_turns_the_best_mean(values):
    assert best_mean([-value for value in values], higher=True) == pytest.approx(
        -best_mean(values, higher=False), abs=1e-8
    )


@given(st.lists(st.integers(-1000, 1000), min_size=3, max_size=30), st.randoms(use_true_random=False))
def test_order_changes_no_best_mean(values, random):
    assert best_mean(random.sample(values, len(values)), higher=True) == best_mean(values, higher=True)


ZERO = "reference: found 0; a ratio needs a reference other than 0: give the difference"


@pytest.mark.parametrize(
    ("call", "error", "message"),
    [
        (lambda: ratio(1.0, 0.0), ZeroReferenceError, ZERO),
        (lambda: ratio(0.0, -0.0), ZeroReferenceError, ZERO),
        (lambda: ratio(np.ones(2), np.array([1.0, 0.0])), ZeroReferenceError, ZERO),
        (
            lambda: difference(math.nan, 1.0),
            NotFiniteError,
            "a: found nan at position 0; only finite numbers: leave missing ones out",
        ),
        (
            lambda: ratio(1.0, math.inf),
            NotFiniteError,
            "b: found inf at position 0; only finite numbers: leave missing ones out",
        ),
        (
            lambda: difference(np.ones(3), np.ones(2)),
            UnequalLengthsError,
            "lengths: found 3 and 2; both rows must be equally long",
        ),
        (lambda: best_mean([1, 2], higher=True), TooFewPointsError, "points: found 2; at least 3 needed"),
        (lambda: best_mean([1, 2], higher=True, n=0), TooFewPointsError, "points: found 0; at least 1 needed"),
        (lambda: best_mean([1, 2], higher=True, n=-1), TooFewPointsError, "points: found -1; at least 1 needed"),
    ],
)
def test_what_has_no_gap_is_refused_by_name(call, error, message):
    with pytest.raises(error) as raised:
        call()
    assert str(raised.value) == message
