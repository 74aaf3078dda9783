"""How sure a share, a count or a mean is, from its numbers alone. In plain Python: pages load no numpy for it."""

import math

from indicators.statistics.line import student_quantile

Z_95 = 1.959963984540054
FEWEST_FOR_BYAR = 10
_STEPS = 80


class CountOutOfRangeError(ValueError):
    """A count is not one of those a share or a rate can be made of."""

    def __init__(self, name: str, *, found: float, allowed: str) -> None:
        """Say which count, what was found and what is allowed."""
        super().__init__(f"{name}: found {found:.10g}; {allowed}")


def wilson(numerator: float, denominator: float, z: float = Z_95) -> tuple[float, float]:
    """Return the limits of a share, both 0 to 1.

    Parameters
    ----------
    numerator
        How many have what is counted, from 0 to the denominator.
    denominator
        How many there are, above 0.
    z
        The standard normal quantile; 1.96 gives 95 %.

    Raises
    ------
    CountOutOfRangeError
        The denominator is not above 0 (without anyone there is no share), or the numerator is below 0 or above it.

    Notes
    -----
    Wilson's score interval, without continuity correction. It keeps within 0 and 1 and holds near both ends.

    References
    ----------
    Wilson EB. Probable inference, the law of succession, and statistical inference. JASA 1927;22:209-212.
    Newcombe RG. Two-sided confidence intervals for the single proportion. Statistics in Medicine 1998;17:857-872.
    """
    if not (math.isfinite(denominator) and denominator > 0):
        raise CountOutOfRangeError("denominator", found=denominator, allowed="must be above 0")
    if not 0 <= numerator <= denominator:
        raise CountOutOfRangeError("numerator", found=numerator, allowed=f"must be from 0 to {denominator:.10g}")
    share, square = numerator / denominator, z * z
    middle = share + square / (2 * denominator)
    half = z * math.sqrt(share * (1 - share) / denominator + square / (4 * denominator * denominator))
    scale = 1 + square / denominator
    # At the ends the limit is the share itself: rounding must not put it a hair outside.
    lower = 0.0 if numerator == 0 else (middle - half) / scale
    upper = 1.0 if numerator == denominator else (middle + half) / scale
    return lower, upper


def count_limits(count: float, z: float = Z_95) -> tuple[float, float]:
    """Return the limits of a count of events; divided by the denominator they are those of a crude rate.

    Parameters
    ----------
    count
        How many events, 0 or more.
    z
        The standard normal quantile; 1.96 gives 95 %.

    Raises
    ------
    CountOutOfRangeError
        The count is below 0, or no number.

    Notes
    -----
    Byar's approximation from 10 events up; below, the exact limits of a Poisson count, found by halving. No events
    have the lower limit 0.

    References
    ----------
    Breslow NE, Day NE. Statistical methods in cancer research, volume II. Lyon: IARC; 1987, p. 69.
    Garwood F. Fiducial limits for the Poisson distribution. Biometrika 1936;28:437-442.
    """
    if not (math.isfinite(count) and count >= 0):
        raise CountOutOfRangeError("count", found=count, allowed="must be 0 or more")
    if count >= FEWEST_FOR_BYAR:
        return _byar(count, -z), _byar(count + 1, z)
    tail = math.erfc(z / math.sqrt(2)) / 2
    whole = math.floor(count)
    lower = 0.0 if whole == 0 else _mean_where(whole - 1, 1 - tail)
    return lower, _mean_where(whole, tail)


def _byar(count: float, z: float) -> float:
    return count * (1 - 1 / (9 * count) + z / (3 * math.sqrt(count))) ** 3


def _mean_where(most: int, probability: float) -> float:
    """The mean of the Poisson counts that are at most `most` with a probability."""
    low, high = 0.0, 10.0 * FEWEST_FOR_BYAR
    for _ in range(_STEPS):
        middle = (low + high) / 2
        low, high = (middle, high) if _at_most(most, middle) > probability else (low, middle)
    return (low + high) / 2


def _at_most(most: int, mean: float) -> float:
    term = total = math.exp(-mean)
    for count in range(1, most + 1):
        term *= mean / count
        total += term
    return total


def mean_limits(mean: float, deviation: float, number: int) -> tuple[float, float]:
    """Return the 95 % limits of a mean, in the values' unit.

    Parameters
    ----------
    mean, deviation
        Of the values; the deviation is divided by n − 1, and 0 or more.
    number
        How many values there are, 2 or more.

    Raises
    ------
    CountOutOfRangeError
        There are fewer than two values, or the deviation is below 0 or no number.

    Notes
    -----
    mean ± t s / √n, t of n − 1 degrees of freedom. Of a few values, far from normal, it promises too much.

    References
    ----------
    Student. The probable error of a mean. Biometrika 1908;6:1-25.
    """
    if number < 2:
        raise CountOutOfRangeError("number", found=number, allowed="must be 2 or more")
    if not (math.isfinite(deviation) and deviation >= 0):
        raise CountOutOfRangeError("deviation", found=deviation, allowed="must be 0 or more")
    half = student_quantile(number - 1) * deviation / math.sqrt(number)
    return mean - half, mean + half
