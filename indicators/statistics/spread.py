"""How far values lie apart: between regions, inside a region, and how much of it lies inside."""

import operator as compare
from collections.abc import Callable, Sequence
from typing import Any, Literal

import numpy as np
from numpy.typing import ArrayLike

from indicators.statistics.arrays import Vector, as_vector
from indicators.statistics.errors import NoVariationError, TooFewGroupsError, UnknownOperatorError

MINIMUM_UNITS = 5
MINIMUM_GROUPS = 2

Operator = Literal[">=", ">", "<=", "<"]

OPERATORS: dict[str, Callable[[Any, Any], Any]] = {
    ">=": compare.ge,
    ">": compare.gt,
    "<=": compare.le,
    "<": compare.lt,
}


def reach(values: ArrayLike, operator: Operator, level: float) -> float:
    """Return the share of the values that meet a target, 0 to 1, each value counted once.

    Parameters
    ----------
    values
        Shape (n,), n at least 1, in the target's unit. Compared as they are, never rounded first.
    operator
        How a value must stand to the level: >=, >, <= or <.
    level
        The target's level.

    Raises
    ------
    UnknownOperatorError
        The operator is another.
    TooFewPointsError
        There are no values.
    NotAVectorError, NotFiniteError
        The values are not a row of finite numbers, or the level is not finite.
    """
    if operator not in OPERATORS:
        raise UnknownOperatorError(found=operator, allowed=OPERATORS)
    (finite_level,) = as_vector([level], "level")
    return float(np.mean(OPERATORS[operator](as_vector(values, "values"), finite_level)))


def within_share(groups: Sequence[ArrayLike]) -> float:
    """Return the share of the units' variation that lies inside the groups, 0 to 1.

    Parameters
    ----------
    groups
        One row of unit values to each group, shapes (n1,), (n2,) …, all in one unit. Groups with fewer than
        five units are left out.

    Raises
    ------
    TooFewGroupsError
        Fewer than two groups have five units.
    NoVariationError
        All values are equal.
    NotAVectorError, NotFiniteError
        A group is not a row of finite numbers.

    Notes
    -----
    within = the mean over groups of the variance of unit values around their group's mean;
    between = the variance of the groups' means around the mean of those means;
    the share is within / (within + between). Nothing is weighted: each unit counts once in its group and each
    group once, so that a region with 49 municipalities does not decide for one with five. It is the law of
    total variance for a unit drawn at random from a group drawn at random. With groups of one size it equals
    SS within / SS total of a one-way analysis of variance.

    Variances divide by n, as the units are all there are and no sample. Chance in the units' own values
    counts as variation inside.

    References
    ----------
    Searle SR, Casella G, McCulloch CE. Variance components. New York: Wiley; 1992, chapter 3.
    """
    kept = _large_enough(groups)
    # Measured from one of the values: rounding then cannot make variation out of values that are equal.
    origin = kept[0][0]
    within = float(np.mean([np.var(group - origin) for group in kept]))
    between = float(np.var([np.mean(group - origin) for group in kept]))
    if within + between == 0:
        raise NoVariationError
    return within / (within + between)


def _large_enough(groups: Sequence[ArrayLike]) -> list[Vector]:
    rows = [as_vector(group, f"group {place}", minimum=0) for place, group in enumerate(groups)]
    kept = [row for row in rows if row.size >= MINIMUM_UNITS]
    if len(kept) < MINIMUM_GROUPS:
        raise TooFewGroupsError(found=len(kept), allowed=MINIMUM_GROUPS, units=MINIMUM_UNITS)
    return kept
