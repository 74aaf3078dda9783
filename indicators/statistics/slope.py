"""The slope through all of several ordered groups, not only their ends: from five groups up."""

import numpy as np
from numpy.typing import ArrayLike

from indicators.statistics.arrays import Vector, check_pairs
from indicators.statistics.errors import TooFewPointsError, UnknownChoiceError
from indicators.statistics.outcomes import SlopeIndex, SlopeVariant

FEWEST_GROUPS = 5
VARIANTS: tuple[SlopeVariant, ...] = ("linear", "weighted", "midpoints")


def slope_index(values: ArrayLike, populations: ArrayLike, variant: SlopeVariant) -> SlopeIndex:
    """Return the slope index and the relative index of inequality.

    Parameters
    ----------
    values
        Shape (k,), k at least 5, any unit, from one end of the population to the other (poorest to richest, say).
    populations
        Shape (k,), the groups' people or shares of them, above 0.
    variant
        "linear": every group counts once, on evenly spaced ranks (i − ½) / k, whatever its population.
        "midpoints": every group counts once, on the midpoint of its share of the cumulative population.
        "weighted": on those midpoints, each group weighted by its share: as most publishers do.

    Raises
    ------
    UnknownChoiceError
        The variant is another.
    TooFewPointsError
        There are fewer than five groups.
    DenominatorError, UnequalLengthsError, NotAVectorError, NotFiniteError
        A population is not above 0, or the rows do not pair up or are not finite numbers.

    Notes
    -----
    The least squares line of the values on the ranks, read at rank 0 and rank 1. `mean` has the weights of the line.

    References
    ----------
    Pamuk ER. Social class inequality in mortality from 1921 to 1972 in England and Wales. Popul Stud 1985;39:17-31.
    Mackenbach JP, Kunst AE. Measuring the magnitude of socio-economic inequalities in health: an overview of available
    measures illustrated with two examples from Europe. Soc Sci Med 1997;44:757-771.
    """
    if variant not in VARIANTS:
        raise UnknownChoiceError("variant", found=variant, allowed=VARIANTS)
    numbers, people = check_pairs(values, populations)
    if numbers.size < FEWEST_GROUPS:
        raise TooFewPointsError(found=numbers.size, allowed=FEWEST_GROUPS)
    shares = people / people.sum()
    even = np.full(numbers.size, 1 / numbers.size)
    ranks = midpoints(even if variant == "linear" else shares)
    weights = shares if variant == "weighted" else even
    centre, mean = float(weights @ ranks), float(numbers[0] + weights @ (numbers - numbers[0]))
    slope = float(weights @ ((ranks - centre) * (numbers - mean)) / (weights @ (ranks - centre) ** 2))
    first, last = mean - slope * centre, mean + slope * (1 - centre)
    return SlopeIndex(
        variant=variant,
        groups=numbers.size,
        slope=slope,
        first_end=first,
        last_end=last,
        mean=mean,
        ratio=last / first if min(first, last) > 0 else None,
        relative=slope / mean if mean != 0 else None,
    )


def midpoints(people: Vector) -> Vector:
    """Return the midpoint of each group's stretch of the cumulative population, shape (k,), in people (or shares)."""
    middles: Vector = np.cumsum(people) - people / 2
    return middles
