"""Quartiles, quantiles and the mean of the best: published examples, a slow second implementation, laws, errors."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.statistics.errors import NotFiniteError, TooFewPointsError
from indicators.statistics.outcomes import Spread
from indicators.statistics.spread import best_mean, quantile, summarise
from tests.oracles import slow_statistics as slow

whole = st.integers(-1000, 1000)
some_values = st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=40)


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


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=30), st.floats(0, 1))
def test_a_quantile_is_numpys(values, share):
    assert quantile(sorted(values), share) == pytest.approx(float(np.quantile(values, share)), abs=1e-6)


def test_the_best_three_by_hand():
    assert best_mean([70, 90, 80, 60, 100], higher=True) == 90
    assert best_mean([70, 90, 80, 60, 100], higher=False) == 70
    assert best_mean([70, 90], higher=True, n=1) == 90


@given(some_values, st.booleans(), st.data())
def test_best_mean_agrees_with_the_slow_implementation(values, higher, data):
    n = data.draw(st.integers(1, len(values)))
    assert best_mean(values, higher=higher, n=n) == pytest.approx(slow.best_mean(values, n, higher=higher), abs=1e-8)


@given(st.lists(whole, min_size=3, max_size=30), st.randoms(use_true_random=False))
def test_order_changes_no_best_mean_and_changing_every_sign_turns_it(values, random):
    found = best_mean(values, higher=True)
    assert best_mean(random.sample(values, len(values)), higher=True) == found
    assert best_mean([-value for value in values], higher=False) == pytest.approx(-found)


@pytest.mark.parametrize("each", [0.1, 1 / 3, 87.3, -1e9 - 0.1])
def test_the_mean_of_one_is_itself_whatever_its_rounding(each):
    assert best_mean([each], higher=True, n=1) == each
    assert best_mean([each] * 2, higher=False, n=2) == each


@pytest.mark.parametrize(
    ("call", "error", "message"),
    [
        (lambda: summarise([]), TooFewPointsError, "points: found 0; at least 1 needed"),
        (
            lambda: summarise([1, -math.inf]),
            NotFiniteError,
            "values: found -inf at position 1; only finite numbers: leave missing ones out",
        ),
        (lambda: best_mean([1, 2], higher=True), TooFewPointsError, "points: found 2; at least 3 needed"),
        (lambda: best_mean([1, 2], higher=True, n=0), TooFewPointsError, "points: found 0; at least 1 needed"),
        (lambda: best_mean([1, 2], higher=True, n=-1), TooFewPointsError, "points: found -1; at least 1 needed"),
        (
            lambda: best_mean([1, 2, math.nan], higher=True),
            NotFiniteError,
            "values: found nan at position 2; only finite numbers: leave missing ones out",
        ),
    ],
)
def test_what_cannot_be_summed_up_is_refused_by_name(call, error, message):
    with pytest.raises(error) as raised:
        call()
    assert str(raised.value) == message
