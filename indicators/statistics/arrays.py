"""The one door numbers come in by: a row of finite floats, or an error that names what was wrong."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from indicators.statistics.errors import (
    DenominatorError,
    NotAVectorError,
    NotFiniteError,
    NumeratorError,
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


def check_pairs(first: ArrayLike, denominators: ArrayLike, *, name: str = "values") -> tuple[Vector, Vector]:
    """Return a row of numbers and the people each is about.

    Raises
    ------
    DenominatorError
        A denominator is not above 0.
    UnequalLengthsError, NotAVectorError, NotFiniteError, TooFewPointsError
        The rows, both of shape (n,), do not pair up or are not finite numbers.
    """
    numbers, people = as_vector(first, name), as_vector(denominators, "denominators")
    if numbers.size != people.size:
        raise UnequalLengthsError(first=numbers.size, second=people.size)
    if (people <= 0).any():
        position = int(np.argmax(people <= 0))
        raise DenominatorError(found=float(people[position]), position=position, allowed="must be above 0")
    return numbers, people


def as_counts(
    numerators: ArrayLike, denominators: ArrayLike, *, bounded: bool, fewest: float = 0, minimum: int = 1
) -> tuple[Vector, Vector]:
    """Return events and people, shape (n,) each.

    Parameters
    ----------
    numerators, denominators
        Shape (n,).
    bounded
        Whether a numerator may not be above its denominator (a share).
    fewest
        The smallest denominator allowed, beside being above 0.
    minimum
        The fewest units allowed.

    Raises
    ------
    DenominatorError, NumeratorError
        A denominator is too small, or a numerator is below 0 or above its denominator.
    UnequalLengthsError, NotAVectorError, NotFiniteError, TooFewPointsError
        The rows do not pair up, are too short or are not finite numbers.
    """
    events, people = check_pairs(numerators, denominators, name="numerators")
    if events.size < minimum:
        raise TooFewPointsError(found=events.size, allowed=minimum)
    if (people < fewest).any():
        position = int(np.argmax(people < fewest))
        raise DenominatorError(found=float(people[position]), position=position, allowed=f"must be at least {fewest}")
    wrong = (events < 0) | (bounded & (events > people))
    if wrong.any():
        position = int(np.argmax(wrong))
        allowed = f"must be from 0 to {people[position]:.10g}" if bounded else "must be 0 or more"
        raise NumeratorError(found=float(events[position]), position=position, allowed=allowed)
    return events, people
