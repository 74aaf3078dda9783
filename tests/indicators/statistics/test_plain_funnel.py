"""The funnel of a page in plain Python says just what the one on arrays and the exact tails say."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.statistics.errors import BaselineError, TooFewPointsError, UnequalLengthsError
from indicators.statistics.funnel import funnel, funnel_limits
from indicators.statistics.plain_funnel import plain_funnel, plain_limits
from indicators.statistics.plain_quantile import plain_quantile
from indicators.statistics.plain_tails import binomial_four, poisson_four
from indicators.statistics.tails import binomial_limits, poisson_limits
from tests.oracles.slow_variation import binomial_place, poisson_place, winsorised_dispersion

COUNTS = st.lists(
    st.integers(1, 3000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))), min_size=1, max_size=25
).filter(lambda pairs: 0 < sum(x for x, _ in pairs) < sum(n for _, n in pairs))
FIELDS = ("denominator", "lower_998", "lower_95", "upper_95", "upper_998")


def same(plain, arrays):
    assert plain.method == arrays.method
    for name in FIELDS:
        assert getattr(plain, name) == pytest.approx(getattr(arrays, name), rel=1e-6, abs=1e-7), name


@given(COUNTS, st.sampled_from(["proportion", "rate"]), st.booleans())
def test_the_same_as_on_arrays(pairs, kind, widen):
    widen = widen and len(pairs) >= 10
    x, n = [float(a) for a, _ in pairs], [float(b) for _, b in pairs]
    plain, arrays = plain_funnel(x, n, kind, widen=widen), funnel(x, n, kind, widen=widen)
    assert (plain.baseline, plain.dispersion) == (pytest.approx(arrays.baseline), pytest.approx(arrays.dispersion))
    for ours, theirs in zip(plain.units, arrays.units, strict=True):
        same(ours.limits, theirs.limits)
        # A hair's breadth may decide where a value lies on a limit.
        edges = [getattr(theirs.limits, name) for name in FIELDS[1:]]
        assert ours.place == theirs.place or any(math.isclose(ours.value, edge, rel_tol=1e-6) for edge in edges)


@pytest.mark.parametrize("mean", [0.2, 3.7, 40, 99.99, 100, 317.5, 2500, 88_000, 4e6])
def test_poisson_tails(mean):
    outer, inner = (poisson_limits(np.array([mean]), tail)[:, 0] for tail in (0.001, 0.025))
    assert poisson_four(mean) == pytest.approx((outer[0], inner[0], inner[1], outer[1]), rel=1e-7, abs=1e-6)


@pytest.mark.parametrize(("n", "p"), [(1, 0.5), (12, 0.04), (40, 0.9), (9000, 0.0008), (30, 0.7)])
def test_binomial_tails(n, p):
    outer, inner = (binomial_limits(np.array([float(n)]), p, tail)[:, 0] for tail in (0.001, 0.025))
    assert binomial_four(n, p) == pytest.approx((outer[0], inner[0], inner[1], outer[1]), rel=1e-9, abs=1e-9)


@pytest.mark.parametrize(("n", "p"), [(20, 0.3), (35, 0.9), (8, 0.5)])
def test_a_count_is_outside_exactly_when_its_exact_tail_is_small(n, p):
    """Against exact fractions, where no limit is ever made: every count there can be."""
    own = binomial_four(n, p)
    words = {"below-99.8": 0, "below-95": 1, "inside": 2, "above-95": 3, "above-99.8": 4}
    for x in range(n + 1):
        steps = 2 - (x < own.lower_998) - (x < own.lower_95) + (x > own.upper_95) + (x > own.upper_998)
        assert steps == words[binomial_place(x, n, p)], x


@pytest.mark.parametrize("mean", [0.8, 7.3, 61.0, 144.2])
def test_a_rate_is_outside_exactly_when_its_exact_tail_is_small(mean):
    own = poisson_four(mean)
    for x in range(int(mean + 6 * math.sqrt(mean)) + 2):
        place = poisson_place(x, mean)
        assert (x < own.lower_95) == place.startswith("below"), x
        assert (x > own.upper_998) == (place == "above-99.8"), x


def test_dispersion_is_the_slow_one():
    x, n = [5.0, 9, 14, 22, 18, 30, 11, 7, 25, 16, 3], [100.0, 110, 90, 130, 120, 140, 95, 105, 115, 125, 100]
    centre = sum(x) / sum(n)
    z = [(a - b * centre) / math.sqrt(b * centre * (1 - centre)) for a, b in zip(x, n, strict=True)]
    found = plain_funnel(x, n, "proportion")
    assert found.found_dispersion == pytest.approx(winsorised_dispersion(z))
    assert found.dispersion == 1.0
    assert plain_funnel(x, n, "proportion", widen=True).dispersion == pytest.approx(found.found_dispersion)


def test_lines_are_those_of_the_arrays():
    people = [5.0, 50.0, 500.0, 5000.0]
    plain, arrays = plain_limits(12.5, people, "proportion"), funnel_limits(12.5, people, "proportion")
    for ours, theirs in zip(plain, arrays, strict=True):
        same(ours, theirs)


def test_what_no_funnel_can_be_made_of_is_refused():
    with pytest.raises(BaselineError):
        plain_funnel([0.0, 0.0], [10.0, 20.0], "proportion")
    with pytest.raises(BaselineError):
        plain_funnel([10.0], [10.0], "proportion")
    with pytest.raises(TooFewPointsError, match="found 2"):
        plain_funnel([1.0, 2.0], [10.0, 20.0], "rate", widen=True)
    with pytest.raises(UnequalLengthsError):
        plain_funnel([1.0], [10.0, 20.0], "rate")


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=30), st.floats(0, 1))
def test_a_quantile_is_numpys(values, share):
    assert plain_quantile(sorted(values), share) == pytest.approx(float(np.quantile(values, share)), abs=1e-6)
