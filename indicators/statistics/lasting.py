"""How far apart units lie in the long run: what two measurements agree on, without the chance in either."""

import numpy as np
from numpy.typing import ArrayLike

from indicators.statistics.arrays import Vector, as_vector
from indicators.statistics.errors import TooFewGroupsError, UnequalLengthsError
from indicators.statistics.outcomes import LastingVariation
from indicators.statistics.variation import MINIMUM_GROUPS, MINIMUM_UNITS

FEWEST = 2


def lasting_deviation(first: ArrayLike, second: ArrayLike) -> float:
    """Return the standard deviation of what lasts of units' values, in the values' unit; 0 when nothing does.

    Parameters
    ----------
    first, second
        Shape (n,), n at least 2: the same units at two periods that share nothing, in the same unit of measure.

    Raises
    ------
    UnequalLengthsError, TooFewPointsError, NotAVectorError, NotFiniteError
        The rows do not pair up, are too short or are not finite numbers.

    Notes
    -----
    The root of the covariance (divided by n − 1). A value is what lasts and what is chance; chances of two periods that
    share nothing are independent, so that only what lasts is in the covariance. One below 0 counts as 0.

    References
    ----------
    Spearman C. The proof and measurement of association between two things. Am J Psychol 1904;15:72-101.
    Diehr P, Cain K, Connell F, Volinn E. What is too much variation? The null hypothesis in small-area analysis.
    Health Serv Res 1990;24:741-771.
    """
    one, other = _pairs(first, second)
    covariance = float((one - one.mean()) @ (other - other.mean())) / (one.size - 1)
    return float(np.sqrt(max(covariance, 0.0)))


def lasting_variation(first: ArrayLike, second: ArrayLike, regions: ArrayLike) -> LastingVariation:
    """Return how much of what lasts of units' variation lies inside regions and how much between them.

    Parameters
    ----------
    first, second
        Shape (n,): the same units at two periods that share nothing, in the same unit of measure.
    regions
        Shape (n,), each unit's region. Regions with fewer than five units are left out.

    Raises
    ------
    TooFewGroupsError
        Fewer than two regions have five units.
    UnequalLengthsError, TooFewPointsError, NotAVectorError, NotFiniteError
        The rows do not pair up or are not finite numbers.

    Notes
    -----
    The decomposition of `variation.variation`, each unit once in its region and each region once, with covariances in
    place of variances: within = the mean over regions of the covariance around the region's means, between = the
    covariance of the regions' means. Of n units' covariance divided by n the part (n − 1)/n shows what lasts inside;
    both are left as they are, and what is under 0 counts as 0.

    References
    ----------
    Searle SR, Casella G, McCulloch CE. Variance components. New York: Wiley; 1992, chapter 11.
    """
    one, other = _pairs(first, second)
    names = np.asarray(regions)
    if names.shape != one.shape:
        raise UnequalLengthsError(first=one.size, second=names.size)
    members = [names == name for name in np.unique(names)]
    large = [which for which in members if which.sum() >= MINIMUM_UNITS]
    if len(large) < MINIMUM_GROUPS:
        raise TooFewGroupsError(found=len(large), allowed=MINIMUM_GROUPS, units=MINIMUM_UNITS)
    within = max(float(np.mean([_covariance(one[which], other[which]) for which in large])), 0.0)
    means = [np.array([row[which].mean() for which in large]) for row in (one, other)]
    between = max(_covariance(*means), 0.0)
    whole = within + between
    return LastingVariation(
        regions=len(large),
        units=int(sum(which.sum() for which in large)),
        within=within,
        between=between,
        share=within / whole if whole > 0 else None,
    )


def _pairs(first: ArrayLike, second: ArrayLike) -> tuple[Vector, Vector]:
    one, other = as_vector(first, "first", minimum=FEWEST), as_vector(second, "second", minimum=FEWEST)
    if one.size != other.size:
        raise UnequalLengthsError(first=one.size, second=other.size)
    return one, other


def _covariance(one: Vector, other: Vector) -> float:
    # From the first of each: rounding then makes no covariance out of values that are equal.
    left, right = one - one[0], other - other[0]
    return float(np.mean((left - left.mean()) * (right - right.mean())))
