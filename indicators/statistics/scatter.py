"""Two indicators against each other: a line when it is asked for, never without its uncertainty.

With scipy.special alone, as scipy.stats takes most of a second more to import.
"""

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import stdtrit

from indicators.statistics.arrays import Vector, as_vector
from indicators.statistics.errors import NoVariationError, UnequalLengthsError
from indicators.statistics.outcomes import Band, Correlation, Line

FEWEST = 3
TWO_SIDED = 0.975


def fit_line(x: ArrayLike, y: ArrayLike) -> Line:
    """Return the least squares line of y on x.

    Parameters
    ----------
    x, y
        Shape (n,) each, n at least 3, any units.

    Raises
    ------
    NoVariationError
        All x are equal.
    TooFewPointsError, UnequalLengthsError, NotAVectorError, NotFiniteError
        There are fewer than three points, or the rows do not pair up or are not finite numbers.

    References
    ----------
    Draper NR, Smith H. Applied regression analysis. 3rd ed. New York: Wiley; 1998, chapters 1 and 3.
    """
    across, up = _pair(x, y)
    if np.ptp(across) == 0:
        raise NoVariationError
    centre, middle = across.mean(), up.mean()
    away = across - centre
    squares = float(away @ away)
    slope = float(away @ (up - middle)) / squares
    left = up - middle - slope * away
    return Line(
        n=across.size,
        slope=slope,
        intercept=float(middle - slope * centre),
        residual=float(np.sqrt(left @ left / (across.size - 2))),
        centre=float(centre),
        squares=squares,
        quantile=float(stdtrit(across.size - 2, TWO_SIDED)),
    )


def band(line: Line, places: ArrayLike) -> Band:
    """Return a line with its uncertainty at some places.

    Parameters
    ----------
    line
        From `fit_line`.
    places
        Shape (m,), values of x. Outside the points it was fitted to the line claims what nobody has seen.

    Raises
    ------
    TooFewPointsError, NotAVectorError, NotFiniteError
        The places are not a row of finite numbers.

    Notes
    -----
    fitted ± t s √(1/n + (x − x̄)²/Σ(x − x̄)²) for the line, with 1 + … under the root for a single new point; t is
    Student's with n − 2 degrees of freedom, at each place by itself.

    References
    ----------
    Draper NR, Smith H. Applied regression analysis. 3rd ed. New York: Wiley; 1998, section 3.1.
    """
    across = as_vector(places, "places")
    fitted = line.intercept + line.slope * across
    leverage = 1 / line.n + (across - line.centre) ** 2 / line.squares
    half = line.quantile * line.residual * np.sqrt(leverage)
    wide = line.quantile * line.residual * np.sqrt(1 + leverage)
    rows = (across, fitted, fitted - half, fitted + half, fitted - wide, fitted + wide)
    return Band(*(tuple(row.tolist()) for row in rows))


def correlate(x: ArrayLike, y: ArrayLike) -> Correlation:
    """Return how x and y go together.

    Parameters
    ----------
    x, y
        Shape (n,) each, n at least 3, any units.

    Raises
    ------
    NoVariationError
        All x, or all y, are equal.
    TooFewPointsError, UnequalLengthsError, NotAVectorError, NotFiniteError
        There are fewer than three points, or the rows do not pair up or are not finite numbers.

    Notes
    -----
    Spearman's is Pearson's of the ranks, equal values sharing their mean rank.

    References
    ----------
    Pearson K. Mathematical contributions to the theory of evolution III. Phil Trans R Soc A 1896;187:253-318.
    Spearman C. The proof and measurement of association between two things. Am J Psychol 1904;15:72-101.
    """
    across, up = _pair(x, y)
    if np.ptp(across) == 0 or np.ptp(up) == 0:
        raise NoVariationError
    return Correlation(across.size, _pearson(across, up), _pearson(_ranks(across), _ranks(up)))


def _pair(x: ArrayLike, y: ArrayLike) -> tuple[Vector, Vector]:
    across, up = as_vector(x, "x", minimum=FEWEST), as_vector(y, "y", minimum=FEWEST)
    if across.size != up.size:
        raise UnequalLengthsError(first=across.size, second=up.size)
    return across, up


def _pearson(x: Vector, y: Vector) -> float:
    a, b = x - x.mean(), y - y.mean()
    a, b = a / np.linalg.norm(a), b / np.linalg.norm(b)
    return float(np.clip(a @ b, -1, 1))


def _ranks(numbers: Vector) -> Vector:
    _, place, counts = np.unique(numbers, return_inverse=True, return_counts=True)
    ranks: Vector = (np.cumsum(counts) - (counts - 1) / 2)[place]
    return ranks
