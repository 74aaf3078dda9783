"""A least squares line and its band for the few points of a page, in plain Python: pages ask for it without numpy.

`scatter.py` does the same on arrays; a test holds the two against each other.
"""

import math
from collections.abc import Sequence
from functools import lru_cache

from indicators.statistics.errors import NotFiniteError, NoVariationError, TooFewPointsError, UnequalLengthsError
from indicators.statistics.outcomes import Band, Line

FEWEST = 3
TWO_SIDED = 0.95
HALVINGS = 200


def plain_line(x: Sequence[float], y: Sequence[float]) -> Line:
    """Return the least squares line of y on x.

    Parameters
    ----------
    x, y
        n numbers each, n at least 3, any units.

    Raises
    ------
    NoVariationError
        All x are equal.
    TooFewPointsError, UnequalLengthsError, NotFiniteError
        There are fewer than three points, or the rows do not pair up or are not finite numbers.

    References
    ----------
    Draper NR, Smith H. Applied regression analysis. 3rd ed. New York: Wiley; 1998, chapters 1 and 3.
    """
    _check(x, y)
    n = len(x)
    if min(x) == max(x):
        raise NoVariationError
    centre, middle = math.fsum(x) / n, math.fsum(y) / n
    squares = math.fsum((a - centre) ** 2 for a in x)
    slope = math.fsum((a - centre) * (b - middle) for a, b in zip(x, y, strict=True)) / squares
    left = math.fsum((b - middle - slope * (a - centre)) ** 2 for a, b in zip(x, y, strict=True))
    return Line(
        n=n,
        slope=slope,
        intercept=middle - slope * centre,
        residual=math.sqrt(left / (n - 2)),
        centre=centre,
        squares=squares,
        quantile=student_quantile(n - 2),
    )


def plain_band(line: Line, places: Sequence[float]) -> Band:
    """Return a line with its uncertainty at some places, inside the points it was fitted to.

    Raises
    ------
    NotFiniteError
        A place is not a finite number.

    Notes
    -----
    fitted ± t s √(1/n + (x − x̄)²/Σ(x − x̄)²), with 1 + … under the root for a single new point; see `scatter.band`.
    """
    _check_finite("places", places)
    fitted = [line.intercept + line.slope * place for place in places]
    leverage = [1 / line.n + (place - line.centre) ** 2 / line.squares for place in places]
    half = [line.quantile * line.residual * math.sqrt(each) for each in leverage]
    wide = [line.quantile * line.residual * math.sqrt(1 + each) for each in leverage]
    return Band(
        places=tuple(places),
        fitted=tuple(fitted),
        lower=tuple(a - b for a, b in zip(fitted, half, strict=True)),
        upper=tuple(a + b for a, b in zip(fitted, half, strict=True)),
        point_lower=tuple(a - b for a, b in zip(fitted, wide, strict=True)),
        point_upper=tuple(a + b for a, b in zip(fitted, wide, strict=True)),
    )


def slope_limits(line: Line) -> tuple[float, float]:
    """Return the 95 % limits of a line's slope, in y's unit for one of x's: slope ± t s / √Σ(x − x̄)²."""
    half = line.quantile * line.residual / math.sqrt(line.squares)
    return line.slope - half, line.slope + half


@lru_cache(maxsize=64)
def student_quantile(freedom: int) -> float:
    """Return what Student's t stays within, on either side of 0, with 95 % probability.

    Parameters
    ----------
    freedom
        Degrees of freedom, a whole number of at least 1.

    Raises
    ------
    TooFewPointsError
        freedom is under 1.

    Notes
    -----
    The probability of |T| < t has a closed form for whole degrees of freedom (26.7.3 and 26.7.4); it is turned round by
    halving.

    References
    ----------
    Abramowitz M, Stegun IA. Handbook of mathematical functions. Washington: NBS; 1964, section 26.7.
    """
    if freedom < 1:
        raise TooFewPointsError(found=freedom + 2, allowed=FEWEST)
    low, high = 0.0, math.pi / 2
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if _within(middle, freedom) < TWO_SIDED else (low, middle)
    return math.tan(low) * math.sqrt(freedom)


def _within(angle: float, freedom: int) -> float:
    """The probability of |T| < tan(angle) √freedom."""
    sine, cosine = math.sin(angle), math.cos(angle)
    is_odd = freedom % 2 == 1
    term, total = (cosine, 0.0) if is_odd else (1.0, 0.0)
    for k in range(3 if is_odd else 2, freedom + 1, 2):
        total += term
        term *= cosine * cosine * (k - 1) / k
    return 2 / math.pi * (angle + sine * total) if is_odd else sine * total


def _check(x: Sequence[float], y: Sequence[float]) -> None:
    if len(x) != len(y):
        raise UnequalLengthsError(first=len(x), second=len(y))
    if len(x) < FEWEST:
        raise TooFewPointsError(found=len(x), allowed=FEWEST)
    _check_finite("x", x)
    _check_finite("y", y)


def _check_finite(name: str, numbers: Sequence[float]) -> None:
    for place, number in enumerate(numbers):
        if not math.isfinite(number):
            raise NotFiniteError(name, found=number, position=place)
