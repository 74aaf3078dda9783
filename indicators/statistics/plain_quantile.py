"""Quantiles of a few values, in plain Python: pages ask for them without numpy."""

import math
from collections.abc import Sequence

from indicators.statistics.errors import NotFiniteError, TooFewPointsError
from indicators.statistics.results import Spread


def plain_quantile(ordered: Sequence[float], share: float) -> float:
    """Return a quantile of values in rising order, at least one: by interpolation at place 1 + (n − 1) p (type 7).

    References
    ----------
    Hyndman RJ, Fan Y. Sample quantiles in statistical packages. Am Stat 1996;50:361-365.
    """
    place = (len(ordered) - 1) * share
    low = math.floor(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (place - low) * (ordered[high] - ordered[low])


def summarise(values: Sequence[float]) -> Spread:
    """Return the ends and quartiles of the values, each value counted once.

    Parameters
    ----------
    values
        Shape (n,), n at least 1, any unit.

    Raises
    ------
    TooFewPointsError
        There are none.
    NotFiniteError
        One is missing or infinite.

    Notes
    -----
    Quartiles by linear interpolation between the ordered values, the quantile p at place 1 + (n - 1) p:
    type 7, as in Excel's QUARTILE.INC, R and numpy.

    References
    ----------
    Hyndman RJ, Fan Y. Sample quantiles in statistical packages. American Statistician 1996;50:361-365.
    """
    ordered = sorted(as_row(values, "values"))
    q1, median, q3 = (plain_quantile(ordered, share) for share in (0.25, 0.5, 0.75))
    return Spread(n=len(ordered), minimum=ordered[0], q1=q1, median=median, q3=q3, maximum=ordered[-1])


def as_row(values: Sequence[float], name: str, *, minimum: int = 1) -> list[float]:
    """Return the numbers as floats, as `arrays.as_vector` does, without numpy.

    Raises NotFiniteError where one is missing or infinite, TooFewPointsError where they are fewer than `minimum`.
    """
    numbers = [float(value) for value in values]
    for position, number in enumerate(numbers):
        if not math.isfinite(number):
            raise NotFiniteError(name, found=number, position=position)
    if len(numbers) < minimum:
        raise TooFewPointsError(found=len(numbers), allowed=minimum)
    return numbers
