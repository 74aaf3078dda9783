"""The one door numbers come in by: a row of finite floats, or an error that names what was wrong."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from indicators.statistics.errors import NotAVectorError, NotFiniteError, TooFewPointsError

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
