"""Where a value stands among the others when nothing is known of how sure it is: a quarter, never a rank."""

from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from indicators.statistics.arrays import as_vector
from indicators.statistics.results import FEWEST_FOR_QUARTERS

Quarter = Literal["low", "middle", "high"]


def quarters(values: ArrayLike) -> tuple[Quarter, ...]:
    """Return for each value whether it lies in the lowest quarter, the middle or the highest.

    Parameters
    ----------
    values
        Shape (n,), n at least 8, any unit. Fewer make quarters of one, which are ranks.

    Returns
    -------
    tuple
        One word to each value, in the order given. "low" is a low number, not a bad result.

    Raises
    ------
    TooFewPointsError
        n is under 8.
    NotAVectorError, NotFiniteError
        They are not a row of finite numbers.

    Notes
    -----
    A value's place is p = (number strictly below + half of those equal to it, itself included) / n; lowest
    at p <= 1/4, highest at p >= 3/4. Equal values share their place, so that a quarter holds fewer or more
    than a fourth when there are ties, and all equal is all in the middle. Changing every sign swaps low and
    high and nothing else. Without ties p is Hazen's plotting position (rank - 1/2) / n.

    References
    ----------
    Parzen E. Quantile probability and statistical data modeling. Statistical Science 2004;19:652-662.
    Hazen A. Storage to be provided in impounding reservoirs. Trans ASCE 1914;77:1539-1640.
    """
    numbers = as_vector(values, "values", minimum=FEWEST_FOR_QUARTERS)
    ordered = np.sort(numbers)
    below = np.searchsorted(ordered, numbers, side="left")
    not_above = np.searchsorted(ordered, numbers, side="right")
    return tuple(_quarter(int(twice), numbers.size) for twice in below + not_above)


def _quarter(twice: int, n: int) -> Quarter:
    # twice is 2 n p, a whole number: the limits are met exactly, and alike on both sides.
    if 2 * twice <= n:
        return "low"
    if 2 * twice >= 3 * n:
        return "high"
    return "middle"
