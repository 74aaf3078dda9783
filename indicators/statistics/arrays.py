"""The door of the statistics on arrays: a row of finite floats, or an error that names what was wrong.

`rows` is the same door for those that need no arrays.
"""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from indicators.statistics.errors import (
    DenominatorError,
    NotAVectorError,
    NotFiniteError,
    TooFewPointsError,
    UnequalLengthsError,
)

Vector = NDArray[np.float64]


def as_vector(numbers: ArrayLike, name: str, *, minimum: int = 1) -> Vector:
    """Return the numbers as an array of floats.

    Parameters
    ----------
    numbers
        Shape (n,), any unit.
    name
        What an error calls them.
    minimum
        The fewest allowed.

    Raises
    ------
    NotAVectorError
        They have another shape than (n,).
    NotFiniteError
        One is missing or infinite.
    TooFewPointsError
        They are fewer than `minimum`.
    """
    vector = np.asarray(numbers, dtype=np.float64)
    if vector.ndim != 1:
        raise NotAVectorError(name, shape=vector.shape)
    if not np.isfinite(vector).all():
        position = int(np.argmin(np.isfinite(vector)))
        raise NotFiniteError(name, found=float(vector[position]), position=position)
    if vector.size < minimum:
        raise TooFewPointsError(found=vector.size, allowed=minimum)
    return vector


def check_pairs(first: ArrayLike, denominators: ArrayLike) -> tuple[Vector, Vector]:
    """Return a row of numbers and the people each is about.

    Raises
    ------
    DenominatorError
        A denominator is not above 0.
    UnequalLengthsError, NotAVectorError, NotFiniteError, TooFewPointsError
        The rows, both of shape (n,), do not pair up or are not finite numbers.
    """
    numbers, people = as_vector(first, "values"), as_vector(denominators, "denominators")
    if numbers.size != people.size:
        raise UnequalLengthsError(first=numbers.size, second=people.size)
    if (people <= 0).any():
        position = int(np.argmax(people <= 0))
        raise DenominatorError(found=float(people[position]), position=position, allowed="must be above 0")
    return numbers, people
