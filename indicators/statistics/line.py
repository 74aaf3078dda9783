"""A least squares line through the points of two indicators, never without its uncertainty."""

import math
from collections.abc import Sequence
from functools import lru_cache
from statistics import fmean

from indicators.statistics.errors import NoVariationError, TooFewPointsError, UnequalLengthsError
from indicators.statistics.outcomes import Band, Line
from indicators.statistics.rows import as_row

FEWEST = 3
TWO_SIDED = 0.95
HALVINGS = 200


def fit_line(x: Sequence[float], y: Sequence[float]) -> Line:
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
    across, up = as_row(x, "x", minimum=FEWEST), as_row(y, "y", minimum=FEWEST)
    if len(across) != len(up):
        raise UnequalLengthsError(first=len(across), second=len(up))
    if min(across) == max(across):
        raise NoVariationError
    n, centre, middle = len(across), fmean(across), fmean(up)
    squares = math.fsum((a - centre) ** 2 for a in across)
    slope = math.fsum((a - centre) * (b - middle) for a, b in zip(across, up, strict=True)) / squares
    left = math.fsum((b - middle - slope * (a - centre)) ** 2 for a, b in zip(across, up, strict=True))
    return Line(
        n=n,
        slope=slope,
        intercept=middle - slope * centre,
        residual=math.sqrt(left / (n - 2)),
        centre=centre,
        squares=squares,
        quantile=student_quantile(n - 2),
    )


def line_band(line: Line, places: Sequence[float]) -> Band:
    """Return a line with its uncertainty at some places.

    Parameters
    ----------
    line
        From `fit_line`.
    places
        Numbers, at least one, in the unit of x. Outside the points it was fitted to the line claims what nobody has
        seen.

    Raises
    ------
    NotFiniteError, TooFewPointsError
        A place is not a finite number, or there is none.

    Notes
    -----
    fitted ± t s √(1/n + (x − x̄)²/Σ(x − x̄)²) for the line, with 1 + … under the root for a single new point; t is
    Student's with n − 2 degrees of freedom, at each place by itself.

    References
    ----------
    Draper NR, Smith H. Applied regression analysis. 3rd ed. New York: Wiley; 1998, section 3.1.
    """
    across = as_row(places, "places")
    fitted = [line.intercept + line.slope * place for place in across]
    leverage = [1 / line.n + (place - line.centre) ** 2 / line.squares for place in across]
    half = [line.quantile * line.residual * math.sqrt(each) for each in leverage]
    wide = [line.quantile * line.residual * math.sqrt(1 + each) for each in leverage]
    return Band(
        places=tuple(across),
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
