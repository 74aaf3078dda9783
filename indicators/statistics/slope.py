"""The slope through all of several ordered groups, not only their ends: from five groups up."""

from collections.abc import Sequence
from itertools import accumulate
from math import fsum

from indicators.statistics.errors import TooFewPointsError
from indicators.statistics.outcomes import SlopeIndex
from indicators.statistics.rows import as_pairs

FEWEST_GROUPS = 5


def slope_index(values: Sequence[float], people: Sequence[float] | None) -> SlopeIndex:
    """Return the slope index and the relative index of inequality.

    Parameters
    ----------
    values
        k numbers, k at least 5, any unit, from one end of the population to the other (poorest to richest, say).
    people
        k numbers above 0, the groups' people or shares of them; None where they are not known.

    Raises
    ------
    TooFewPointsError
        There are fewer than five groups.
    DenominatorError, UnequalLengthsError, NotFiniteError
        A group's people are not above 0, or the rows do not pair up or are not finite numbers.

    Notes
    -----
    The least squares line of the values on the ranks, read at rank 0 and rank 1. With people ("weighted") a group's
    rank is the midpoint of its share of the cumulative population, and the share its weight, as most publishers do.
    Without ("linear") every group counts once, on evenly spaced ranks (i − ½) / k. `mean` has the weights of the line.

    References
    ----------
    Pamuk ER. Social class inequality in mortality from 1921 to 1972 in England and Wales. Popul Stud 1985;39:17-31.
    Mackenbach JP, Kunst AE. Measuring the magnitude of socio-economic inequalities in health: an overview of available
    measures illustrated with two examples from Europe. Soc Sci Med 1997;44:757-771.
    """
    numbers, counted = as_pairs(values, [1.0] * len(values) if people is None else people, "values")
    if len(numbers) < FEWEST_GROUPS:
        raise TooFewPointsError(found=len(numbers), allowed=FEWEST_GROUPS)
    whole = fsum(counted)
    weights = [number / whole for number in counted]
    ranks = [end - weight / 2 for end, weight in zip(accumulate(weights), weights, strict=True)]
    slope, mean, centre = _line(ranks, numbers, weights)
    first, last = mean - slope * centre, mean + slope * (1 - centre)
    return SlopeIndex(
        variant="linear" if people is None else "weighted",
        groups=len(numbers),
        slope=slope,
        first_end=first,
        last_end=last,
        mean=mean,
        ratio=last / first if min(first, last) > 0 else None,
        relative=slope / mean if mean != 0 else None,
    )


def _line(ranks: Sequence[float], values: Sequence[float], weights: Sequence[float]) -> tuple[float, float, float]:
    """The weighted line's slope, and the means of values and ranks that it goes through; the weights sum to 1."""
    # Measured from the first value: equal values then have exactly no slope.
    start = values[0]
    moved = fsum(w * (y - start) for w, y in zip(weights, values, strict=True))
    centre = fsum(w * x for w, x in zip(weights, ranks, strict=True))
    across = fsum(w * (x - centre) * (y - start - moved) for w, x, y in zip(weights, ranks, values, strict=True))
    return across / fsum(w * (x - centre) ** 2 for w, x in zip(weights, ranks, strict=True)), start + moved, centre
