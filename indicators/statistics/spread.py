"""How values lie: their quantiles, their ends and quartiles, and the mean of the best few."""

import math
from collections.abc import Sequence

from indicators.statistics.errors import TooFewPointsError
from indicators.statistics.outcomes import Spread
from indicators.statistics.rows import as_row

QUARTILES = (0.25, 0.5, 0.75)


def quantile(ordered: Sequence[float], share: float) -> float:
    """Return a quantile of values that stand in rising order, in their unit.

    Parameters
    ----------
    ordered
        n finite numbers, n at least 1, any unit, the smallest first.
    share
        The part of the values below the quantile, 0 to 1.

    Notes
    -----
    By linear interpolation between the ordered values, at place 1 + (n − 1) p: type 7, as in Excel's QUARTILE.INC, R
    and numpy.

    References
    ----------
    Hyndman RJ, Fan Y. Sample quantiles in statistical packages. Am Stat 1996;50:361-365.
    """
    place = (len(ordered) - 1) * share
    low = math.floor(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (place - low) * (ordered[high] - ordered[low])


def summarise(values: Sequence[float]) -> Spread:
    """Return the ends and quartiles of values, each value counted once.

    Parameters
    ----------
    values
        n numbers, n at least 1, any unit, in any order.

    Raises
    ------
    TooFewPointsError
        There are none.
    NotFiniteError
        One is missing or infinite.

    Notes
    -----
    The quartiles are those of `quantile`.
    """
    ordered = sorted(as_row(values, "values"))
    q1, median, q3 = (quantile(ordered, share) for share in QUARTILES)
    return Spread(n=len(ordered), minimum=ordered[0], q1=q1, median=median, q3=q3, maximum=ordered[-1])


def best_mean(values: Sequence[float], *, higher: bool, n: int = 3) -> float:
    """Return the mean of the n best values, in their unit.

    Parameters
    ----------
    values
        m numbers, m at least n, any unit.
    higher
        Whether a higher value is a better one.
    n
        How many are taken, at least 1. Values that tie for the last place are equal, so it does not matter which.

    Raises
    ------
    TooFewPointsError
        There are fewer than n values, or n is under 1.
    NotFiniteError
        One is missing or infinite.
    """
    if n < 1:
        raise TooFewPointsError(found=n, allowed=1)
    ordered = sorted(as_row(values, "values", minimum=n))
    total = 0.0
    # One by one from the smallest: sum() rounds otherwise from one version of Python to the next.
    for value in ordered[-n:] if higher else ordered[:n]:
        total += value
    return total / n
