"""Quantiles of a few values, in plain Python: pages ask for them without numpy."""

import math
from collections.abc import Sequence


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
