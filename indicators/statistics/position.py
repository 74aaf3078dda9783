"""Where a value stands among the others when nothing is known of how sure it is: a quarter, never a rank."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Literal

from indicators.statistics.rows import as_row

Quarter = Literal["low", "middle", "high"]
FEWEST_FOR_QUARTERS = 8
"""Values that quarters are made of."""


def quarters(values: Sequence[float]) -> tuple[Quarter, ...]:
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
    NotFiniteError
        One is missing or infinite.

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
    numbers = as_row(values, "values", minimum=FEWEST_FOR_QUARTERS)
    ordered = sorted(numbers)
    # Those below and those not above, the value itself included, are twice its place.
    return tuple(_quarter(bisect_left(ordered, x) + bisect_right(ordered, x), len(ordered)) for x in numbers)


def _quarter(twice: int, n: int) -> Quarter:
    # twice is 2 n p, a whole number: the limits are met exactly, and alike on both sides.
    if 2 * twice <= n:
        return "low"
    if 2 * twice >= 3 * n:
        return "high"
    return "middle"
