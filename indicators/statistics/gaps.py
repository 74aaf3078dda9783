"""The distance from one value to another, and the yardstick of the best few."""

from typing import TypeVar

import numpy as np
from numpy.typing import ArrayLike

from indicators.statistics.arrays import Vector, as_vector
from indicators.statistics.errors import TooFewPointsError, UnequalLengthsError, ZeroReferenceError

Number = TypeVar("Number", float, Vector)


def difference(a: Number, b: Number) -> Number:
    """Return a - b, in their unit, for two numbers or two rows of shape (n,).

    Raises
    ------
    NotFiniteError
        A number is missing or infinite: what is missing has no distance to anything.
    UnequalLengthsError
        The rows are not equally long.
    """
    _check_pair(a, b)
    return a - b


def ratio(a: Number, b: Number) -> Number:
    """Return a / b, without unit, for two numbers or two rows of shape (n,).

    Raises
    ------
    ZeroReferenceError
        b is 0, or has a 0 in it.
    NotFiniteError, UnequalLengthsError
        A number is missing or infinite, or the rows are not equally long.
    """
    _check_pair(a, b)
    if np.any(np.equal(b, 0)):
        raise ZeroReferenceError
    return a / b


def best_mean(values: ArrayLike, *, higher: bool, n: int = 3) -> float:
    """Return the mean of the n best values, in their unit.

    Parameters
    ----------
    values
        Shape (m,), m at least n.
    higher
        Whether a higher value is a better one.
    n
        How many are taken, at least 1. Values that tie for the last place are equal, so it does not matter which.

    Raises
    ------
    TooFewPointsError
        There are fewer than n values, or n is under 1.
    NotAVectorError, NotFiniteError
        They are not a row of finite numbers.
    """
    if n < 1:
        raise TooFewPointsError(found=n, allowed=1)
    numbers = np.sort(as_vector(values, "values", minimum=n))
    return float(np.mean(numbers[-n:] if higher else numbers[:n]))


def _check_pair(a: Number, b: Number) -> None:
    first, second = as_vector(np.atleast_1d(a), "a"), as_vector(np.atleast_1d(b), "b")
    if first.size != second.size:
        raise UnequalLengthsError(first=first.size, second=second.size)
