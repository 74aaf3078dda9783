"""Where the exact tails of counts end: the limits that a binomial or Poisson count passes with a given probability.

With scipy.special alone, as scipy.stats takes most of a second more to import.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from scipy.special import betainc, gammainc, gammaincc

from indicators.statistics.arrays import Vector

Tail = Callable[[Vector], Vector]
# A Poisson count this many standard deviations from its mean, and some more, has no probability left to count.
FAR = 40


def binomial_limits(trials: Vector, probability: float, tail: float) -> NDArray[np.float64]:
    """Return the lower and upper limit of binomial counts, shape (2, n).

    Parameters
    ----------
    trials
        Shape (n,), above 0.
    probability
        Above 0 and below 1.
    tail
        The probability to leave on each side, as 0.025.

    Notes
    -----
    A whole count x is below the lower limit exactly when P(X ≤ x) < tail, and above the upper one exactly when
    P(X ≥ x) < tail. Between whole counts the limits are interpolated in the tail, from below for the lower limit and
    from above for the upper, so that they mirror. The lower may be under 0 and the upper above all: nothing is then
    outside.
    """

    def at_most(counts: Vector) -> Vector:
        inside = np.clip(counts, 0, trials)
        found: Vector = betainc(np.maximum(trials - inside, np.finfo(float).tiny), inside + 1, 1 - probability)
        return np.where(counts < 0, 0.0, np.where(counts >= trials, 1.0, found))

    def at_least(counts: Vector) -> Vector:
        inside = np.clip(counts, 1, trials)
        found: Vector = betainc(inside, trials - inside + 1, probability)
        return np.where(counts <= 0, 1.0, np.where(counts > trials, 0.0, found))

    return _both(at_most, at_least, np.ceil(trials), tail)


def poisson_limits(means: Vector, tail: float) -> NDArray[np.float64]:
    """Return the lower and upper limit of Poisson counts, shape (2, n), as `binomial_limits`.

    Parameters
    ----------
    means
        Shape (n,), above 0.
    tail
        The probability to leave on each side.
    """

    def at_most(counts: Vector) -> Vector:
        found: Vector = gammaincc(np.maximum(counts, 0) + 1, means)
        return np.where(counts < 0, 0.0, found)

    def at_least(counts: Vector) -> Vector:
        found: Vector = gammainc(np.maximum(counts, 1), means)
        return np.where(counts <= 0, 1.0, found)

    return _both(at_most, at_least, np.ceil(means + FAR * np.sqrt(means) + FAR), tail)


def _both(at_most: Tail, at_least: Tail, most: Vector, tail: float) -> NDArray[np.float64]:
    low = _first(lambda counts: at_most(counts) >= tail, most)
    high = _first(lambda counts: at_least(counts + 1) < tail, most)
    low_steps, high_steps = at_most(low) - at_most(low - 1), at_least(high) - at_least(high + 1)
    return np.array([low - (at_most(low) - tail) / low_steps, high + (at_least(high) - tail) / high_steps])


def _first(holds: Callable[[Vector], NDArray[np.bool_]], most: Vector) -> Vector:
    """The smallest whole number, 0 to `most`, from which something holds: by halving, all at once."""
    below, above = np.full(most.shape, -1.0), most.copy()
    while (above - below > 1).any():
        middle = np.floor((below + above) / 2)
        found = holds(middle)
        below, above = np.where(found, below, middle), np.where(found, middle, above)
    return above
