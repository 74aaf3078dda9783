"""Where the exact tails of counts end: the limits that a binomial or Poisson count passes with a given probability."""

import math
from collections.abc import Callable, Iterator
from typing import NamedTuple

TAIL_95, TAIL_998 = 0.025, 0.001
SUMMED_BELOW = 100.0
"""Poisson means under which the counts are added up one by one."""
SLACK = 1e-9
"""The part of a tail that rounding may take: a tail that is just as large as asked is not below it."""


class CountLimits(NamedTuple):
    """Four limits of a count: its tails below and above hold 0.1 and 2.5 % each."""

    lower_998: float
    lower_95: float
    upper_95: float
    upper_998: float


def binomial_limits(trials: float, probability: float) -> CountLimits:
    """Return the limits of a binomial count.

    Parameters
    ----------
    trials
        Above 0, and taken as the nearest whole number.
    probability
        Above 0 and below 1.

    Notes
    -----
    A whole count x is below a lower limit exactly when P(X ≤ x) is under its tail, and above an upper one exactly when
    P(X ≥ x) is. Between whole counts the limits are interpolated in the tail, from below for the lower limits and from
    above for the upper, so that they mirror. The lower may be under 0 and the upper above all: nothing is then outside.

    Meant for few expected (or few expected without): counts are added up one by one from the rarer end.
    """
    n = max(round(trials), 1)
    if probability > 1 - probability:
        mirrored = binomial_limits(n, 1 - probability)
        return CountLimits(*(n - limit for limit in reversed(mirrored)))
    return _added(_binomial(n, probability))


def poisson_limits(mean: float) -> CountLimits:
    """Return the limits of a Poisson count, drawn as those of `binomial_limits`.

    Parameters
    ----------
    mean
        The count that is expected, above 0.

    Notes
    -----
    Small means by adding up; large ones by the uniform expansion of the incomplete gamma function (8.12.3 to 8.12.10),
    whose error is under a millionth of the tail from a mean of 100 on.

    References
    ----------
    Temme NM. The asymptotic expansion of the incomplete gamma functions. SIAM J Math Anal 1979;10:757-766.
    Olver FWJ et al. NIST Digital Library of Mathematical Functions, section 8.12.
    """
    if mean < SUMMED_BELOW:
        return _added(_poisson(mean))

    def at_most(count: float) -> float:
        return _upper_gamma(count + 1, mean)

    deviation = math.sqrt(mean)
    inner = (_low(at_most, TAIL_95, mean - 2 * deviation), _high(at_most, TAIL_95, mean + 2 * deviation))
    outer = (_low(at_most, TAIL_998, mean - 3 * deviation), _high(at_most, TAIL_998, mean + 3 * deviation))
    return CountLimits(outer[0], inner[0], inner[1], outer[1])


def _binomial(n: int, probability: float) -> Iterator[float]:
    odds, term = probability / (1 - probability), math.exp(n * math.log1p(-probability))
    yield term
    for count in range(1, n + 1):
        term *= odds * (n - count + 1) / count
        yield term


def _poisson(mean: float) -> Iterator[float]:
    term, count = math.exp(-mean), 0
    while True:
        yield term
        count += 1
        term *= mean / count


def _added(steps: Iterator[float]) -> CountLimits:
    """All four limits from one walk over the counts; each is interpolated within the count its tail ends at."""
    lower: dict[float, float] = {}
    upper: dict[float, float] = {}
    total = 0.0
    for count, step in enumerate(steps):
        before, total = total, total + step
        for tail in (TAIL_998, TAIL_95):
            least = tail * (1 - SLACK)
            if tail not in lower and total >= least:
                lower[tail] = count - max(total - tail, 0.0) / step
            if tail not in upper and 1 - total < least:
                upper[tail] = count + max(1 - before - tail, 0.0) / step
        if len(upper) == 2:
            break
    return CountLimits(lower[TAIL_998], lower[TAIL_95], upper[TAIL_95], upper[TAIL_998])


def _low(at_most: Callable[[float], float], tail: float, start: float) -> float:
    """The smallest count whose tail below holds enough, found from nearby."""
    count = max(math.floor(start), 0)
    while count > 0 and at_most(count - 1) >= tail:
        count -= 1
    while at_most(count) < tail:
        count += 1
    own = at_most(count)
    return count - (own - tail) / (own - at_most(count - 1))


def _high(at_most: Callable[[float], float], tail: float, start: float) -> float:
    count = max(math.floor(start), 1)
    while 1 - at_most(count - 1) < tail:
        count -= 1
    while 1 - at_most(count) >= tail:
        count += 1
    own, beyond = 1 - at_most(count - 1), 1 - at_most(count)
    return count + (own - tail) / (own - beyond)


def _upper_gamma(a: float, x: float) -> float:
    """Q(a, x), the probability of at most a − 1 events where x are expected; away from x = a, as limits are."""
    moved = (x - a) / a
    if moved == 0:
        return 0.5 + 1 / (3 * math.sqrt(2 * math.pi * a))
    eta = math.copysign(math.sqrt(2 * (moved - math.log1p(moved))), moved)
    first = 1 / moved - 1 / eta
    second = 1 / eta**3 - 1 / moved**3 - 1 / moved**2 - 1 / (12 * moved)
    rest = math.exp(-a * eta * eta / 2) / math.sqrt(2 * math.pi * a) * (first + second / a)
    return math.erfc(eta * math.sqrt(a / 2)) / 2 + rest
