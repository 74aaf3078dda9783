"""Where exact tails end: against exact fractions for every count there can be, and against scipy."""

import math

import pytest
from scipy.stats import binom, poisson

from indicators.statistics.tails import binomial_limits, poisson_limits
from tests.oracles.slow_variation import binomial_place, poisson_place


def interpolated(counts):
    """The four limits of one of scipy's distributions, interpolated in the tail within the count that it ends at."""
    tails, lower, upper = (0.001, 0.025), [], []
    for tail in tails:
        low, high = counts.ppf(tail), counts.isf(tail)
        lower.append(low - (counts.cdf(low) - tail) / counts.pmf(low))
        upper.append(high + (counts.sf(high - 1) - tail) / counts.pmf(high))
    return (lower[0], lower[1], upper[1], upper[0])


@pytest.mark.parametrize("mean", [0.2, 3.7, 40, 99.99, 100, 317.5, 2500, 88_000, 4e6])
def test_poisson_tails_are_scipys(mean):
    assert poisson_limits(mean) == pytest.approx(interpolated(poisson(mean)), rel=1e-7, abs=1e-6)


@pytest.mark.parametrize(("n", "p"), [(1, 0.5), (12, 0.04), (40, 0.9), (9000, 0.0008), (30, 0.7)])
def test_binomial_tails_are_scipys(n, p):
    assert binomial_limits(n, p) == pytest.approx(interpolated(binom(n, p)), rel=1e-9, abs=1e-9)


@pytest.mark.parametrize(("n", "p"), [(20, 0.3), (35, 0.9), (8, 0.5)])
def test_a_count_is_outside_exactly_when_its_exact_tail_is_small(n, p):
    """Against exact fractions, where no limit is ever made: every count there can be."""
    own = binomial_limits(n, p)
    words = {"below-99.8": 0, "below-95": 1, "inside": 2, "above-95": 3, "above-99.8": 4}
    for x in range(n + 1):
        steps = 2 - (x < own.lower_998) - (x < own.lower_95) + (x > own.upper_95) + (x > own.upper_998)
        assert steps == words[binomial_place(x, n, p)], x


@pytest.mark.parametrize("mean", [0.8, 7.3, 61.0, 144.2])
def test_a_rate_is_outside_exactly_when_its_exact_tail_is_small(mean):
    own = poisson_limits(mean)
    for x in range(int(mean + 6 * math.sqrt(mean)) + 2):
        place = poisson_place(x, mean)
        assert (x < own.lower_95) == place.startswith("below"), x
        assert (x > own.upper_998) == (place == "above-99.8"), x
