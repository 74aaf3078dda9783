"""Units shared out among groups of equal population, by a ranking variable: quintiles of municipalities."""

import numpy as np
from numpy.typing import ArrayLike

from indicators.statistics.arrays import as_vector, check_pairs
from indicators.statistics.errors import SettingError, UnequalLengthsError
from indicators.statistics.outcomes import EqualGroups

QUINTILES = 5


def equal_groups(ranking: ArrayLike, populations: ArrayLike, groups: int = QUINTILES) -> EqualGroups:
    """Return units' groups, as equal in population as whole units allow.

    Parameters
    ----------
    ranking
        Shape (n,), what units are put in order by, any unit.
    populations
        Shape (n,), people, above 0.
    groups
        How many, at least 2.

    Raises
    ------
    SettingError
        groups is under 2.
    DenominatorError, UnequalLengthsError, NotAVectorError, NotFiniteError, TooFewPointsError
        A population is not above 0, or the rows do not pair up or are not finite numbers.

    Notes
    -----
    A unit belongs where the midpoint of its stretch of the cumulative population falls. Units with one ranking value
    are one stretch and stay together, so their order never matters. A midpoint exactly on a cut goes to the group
    nearer the middle (on the middle cut of an even number, to the lower), so that turning the ranking round turns the
    groups round. No unit is split: a group can be empty when a unit is larger than a group.
    """
    if groups < 2:
        raise SettingError("groups", found=groups, allowed="must be at least 2")
    numbers, people = check_pairs(ranking, populations)
    _, place = np.unique(numbers, return_inverse=True)
    # Divided last: with whole people a midpoint on a cut is then exactly on it.
    stretches = np.bincount(place, people).astype(np.float64)
    middles = (np.cumsum(stretches) - stretches / 2) * groups / people.sum()
    upward, downward = np.floor(middles).astype(int), np.ceil(middles).astype(int) - 1
    chosen = np.where(middles < groups / 2, upward, downward)[place]
    return EqualGroups(
        groups=tuple((chosen + 1).tolist()),
        shares=tuple((np.bincount(chosen, people, minlength=groups) / people.sum()).tolist()),
        units=tuple(np.bincount(chosen, minlength=groups).tolist()),
    )


def group_means(values: ArrayLike, populations: ArrayLike, made: EqualGroups) -> tuple[float | None, ...]:
    """Return each group's mean, weighted by population; None for a group without units.

    Parameters
    ----------
    values
        Shape (n,), any unit, the units in the order they were grouped in.
    populations
        Shape (n,), people, above 0.
    made
        Their groups.

    Raises
    ------
    UnequalLengthsError
        The rows and the groups do not pair up.
    DenominatorError, NotAVectorError, NotFiniteError, TooFewPointsError
        A population is not above 0, or the rows are not finite numbers.
    """
    numbers, people = check_pairs(values, populations)
    member = as_vector(made.groups, "groups").astype(np.int64) - 1
    if member.size != numbers.size:
        raise UnequalLengthsError(first=numbers.size, second=member.size)
    sums = np.bincount(member, numbers * people, minlength=len(made.shares)).tolist()
    weights = np.bincount(member, people, minlength=len(made.shares)).tolist()
    return tuple(total / weight if weight > 0 else None for total, weight in zip(sums, weights, strict=True))
