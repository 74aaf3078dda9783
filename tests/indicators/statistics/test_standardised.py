"""Directly standardised rates: a published example, by hand, a slow second implementation, laws."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.statistics.errors import (
    DenominatorError,
    NotFiniteError,
    NumeratorError,
    SettingError,
    TooFewEventsError,
    UnequalLengthsError,
)
from indicators.statistics.intervals import count_limits
from indicators.statistics.standardised import ESP_2013, standardised_rate
from tests.oracles import slow_trend as slow

groups = st.lists(
    st.tuples(st.integers(0, 300), st.integers(1, 50_000), st.integers(0, 9000)), min_size=1, max_size=19
).filter(lambda rows: sum(x for x, _, _ in rows) >= 10 and any(w for _, _, w in rows))


def test_a_published_example():
    # Altman DG et al. Statistics with confidence, the chapter on standardised rates: 5.7 per 100 in four age groups.
    found = standardised_rate([4, 13, 8, 7], [96, 237, 105, 32], [2773, 2556, 1113, 184], per=100)
    assert found.rate == pytest.approx(5.75, abs=0.005)
    assert found.events == 32


def test_the_standard_population_is_the_published_one():
    # Eurostat 2013, table 5: 100 000 in all, 19 500 of them 65 and over.
    assert (len(ESP_2013), sum(ESP_2013), sum(ESP_2013[13:])) == (19, 100_000, 19_500)


def test_one_group_is_the_crude_rate_with_byars_limits():
    found = standardised_rate([40], [10_000], [1])
    limits = count_limits(40)
    assert (found.rate, found.lower, found.upper) == pytest.approx((400, limits[0] * 10, limits[1] * 10))


@given(groups)
def test_rates_agree_with_the_slow_implementation(rows):
    events, people, weights = zip(*rows, strict=True)
    found = standardised_rate(events, people, weights)
    assert (found.rate, found.lower, found.upper) == pytest.approx(slow.standardised(events, people, weights), abs=1e-6)


@given(groups)
def test_a_rate_lies_within_its_limits_and_among_its_groups(rows):
    events, people, weights = zip(*rows, strict=True)
    found = standardised_rate(events, people, weights)
    own = [x / n * 100_000 for x, n, w in rows if w]
    assert min(own) - 1e-6 <= found.rate <= max(own) + 1e-6
    assert found.lower <= found.rate <= found.upper


@pytest.mark.parametrize(
    ("call", "error", "words"),
    [
        (lambda: standardised_rate([5, 4], [9, 9], [1, 1]), TooFewEventsError, "found 9; at least 10"),
        (lambda: standardised_rate([50], [90]), UnequalLengthsError, "found 1 and 19"),
        (lambda: standardised_rate([-1, 40], [9, 90], [1, 1]), NumeratorError, "position 0"),
        (lambda: standardised_rate([1, 40], [9, 0], [1, 1]), DenominatorError, "position 1"),
        (lambda: standardised_rate([1, 40], [9, 90], [1, -1]), SettingError, "weights"),
        (lambda: standardised_rate([1, 40], [9, 90], [0, 0]), SettingError, "not all 0"),
        (lambda: standardised_rate([40], [90], [1], per=0), SettingError, "per"),
        (lambda: standardised_rate([math.inf], [90], [1]), NotFiniteError, "events"),
    ],
)
def test_what_cannot_be_is_named(call, error, words):
    with pytest.raises(error, match=words):
        call()
