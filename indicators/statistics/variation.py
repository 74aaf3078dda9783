"""How much of the difference lies inside regions, how much is chance, and which units carry a region's gap."""

from itertools import compress

import numpy as np
from numpy.typing import ArrayLike, NDArray

from indicators.statistics.arrays import Vector, as_counts, as_vector, check_pairs
from indicators.statistics.errors import (
    NotAVectorError,
    SettingError,
    TooFewGroupsError,
    UnequalLengthsError,
    UnknownChoiceError,
)
from indicators.statistics.outcomes import CountModel, FewUnits, RegionSpread, SystematicComponent, Variation
from indicators.statistics.spread import MINIMUM_GROUPS, MINIMUM_UNITS

MODELS: tuple[CountModel, ...] = ("binomial", "poisson")
# A sum that should meet its share exactly may miss it by the last binary digits.
SLACK = 1e-9


def variation(values: ArrayLike, regions: ArrayLike) -> Variation:
    """Return the variance inside regions against the variance between them, chance included.

    Parameters
    ----------
    values
        Shape (n,), any unit.
    regions
        Shape (n,), each unit's region. Regions with fewer than five units are left out.

    Raises
    ------
    TooFewGroupsError
        Fewer than two regions have five units.
    UnequalLengthsError, NotAVectorError, NotFiniteError, TooFewPointsError
        The rows do not pair up, or the values are not a row of finite numbers.

    Notes
    -----
    within = the mean over regions of the variance of unit values around their region's mean; between = the variance of
    the regions' means around the mean of those means. Each unit counts once in its region and each region once, and
    variances divide by n, as the units are all there are: the same decomposition as `spread.within_share`.

    References
    ----------
    Searle SR, Casella G, McCulloch CE. Variance components. New York: Wiley; 1992, chapter 3.
    """
    numbers = as_vector(values, "values")
    return _decompose(numbers, regions, None, None)


def adjusted_variation(
    numerators: ArrayLike, denominators: ArrayLike, regions: ArrayLike, model: CountModel, *, per: float = 100.0
) -> Variation:
    """Return the variance inside regions against the variance between them, with expected sampling variance told apart.

    Parameters
    ----------
    numerators, denominators
        Shape (n,), people or events, and people. The values are numerators / denominators · per.
    regions
        Shape (n,), each unit's region. Regions with fewer than five units are left out.
    model
        "binomial" for shares (denominators at least 2), "poisson" for rates.
    per
        100 for per cent, 100 000 for rates per 100 000.

    Raises
    ------
    UnknownChoiceError
        The model is another.
    DenominatorError, NumeratorError, SettingError
        A denominator is too small, a numerator is below 0 or (binomial) above its denominator, or per is not above 0.
    TooFewGroupsError, UnequalLengthsError, NotAVectorError, NotFiniteError, TooFewPointsError
        As for `variation`.

    Notes
    -----
    The sampling variance of a unit's value is estimated without bias by p (1 − p) / (n − 1) for a share and x / n² for
    a rate. A region's m units then have an expected variance of (m − 1)/m times the mean of these around their mean
    by chance alone; the region's mean itself has the mean divided by m, of which (k − 1)/k shows between k regions.
    Both are taken from what is observed, and what is left under 0 counts as 0.

    References
    ----------
    Searle SR, Casella G, McCulloch CE. Variance components. New York: Wiley; 1992, chapter 3.
    """
    if model not in MODELS:
        raise UnknownChoiceError("model", found=model, allowed=MODELS)
    if not (np.isfinite(per) and per > 0):
        raise SettingError("per", found=per, allowed="must be above 0")
    events, people = as_counts(numerators, denominators, bounded=model == "binomial", fewest=2 * (model == "binomial"))
    shares = events / people
    chance = shares * (1 - shares) / (people - 1) if model == "binomial" else shares / people
    return _decompose(shares * per, regions, chance * per**2, model)


def systematic_component(observed: ArrayLike, expected: ArrayLike) -> SystematicComponent:
    """Return how much areas' counts vary around what is expected of them, beyond chance.

    Parameters
    ----------
    observed
        Shape (n,), n at least 2, events, 0 or more.
    expected
        Shape (n,), events expected of each area's population by age and sex, above 0.

    Raises
    ------
    DenominatorError, NumeratorError
        An expected count is not above 0, or an observed one is below 0.
    TooFewPointsError, UnequalLengthsError, NotAVectorError, NotFiniteError
        The rows do not pair up or are not finite numbers.

    Notes
    -----
    SCV = (Σ (O − E)² / E² − Σ 1 / E) / k: the variance of O / E around 1 without the part that Poisson counts make.

    References
    ----------
    McPherson K, Wennberg JE, Hovind OB, Clifford P. Small-area variations in the use of common surgical procedures: an
    international comparison of New England, England, and Norway. N Engl J Med 1982;307:1310-1314.
    """
    events, awaited = as_counts(observed, expected, bounded=False, minimum=2)
    seen = float(np.mean((events / awaited - 1) ** 2))
    chance = float(np.mean(1 / awaited))
    return SystematicComponent(units=events.size, observed=seen, chance=chance, value=max(seen - chance, 0.0))


def few_units(
    values: ArrayLike,
    denominators: ArrayLike,
    yardstick: float,
    *,
    higher: bool,
    per: float = 100.0,
    share: float = 0.5,
) -> FewUnits:
    """Return the fewest units that carry a share of their region's excess over a yardstick.

    Parameters
    ----------
    values
        Shape (n,), in the yardstick's unit.
    denominators
        Shape (n,), people, above 0.
    yardstick
        The target or the like.
    higher
        Whether a higher value is a better one.
    per
        What the values are per: 100 for per cent, 100 000 for rates per 100 000.
    share
        The part to carry, above 0 and at most 1.

    Raises
    ------
    SettingError
        share or per is outside what is allowed.
    DenominatorError, UnequalLengthsError, NotAVectorError, NotFiniteError, TooFewPointsError
        A denominator is not above 0, or the rows do not pair up or are not finite numbers.

    Notes
    -----
    A unit's excess is its distance to the yardstick times denominator / per, in people; only distance in the bad
    direction counts, so a unit better than the yardstick offsets nobody. Units of equal excess keep the order given.
    """
    if not (np.isfinite(per) and per > 0):
        raise SettingError("per", found=per, allowed="must be above 0")
    if not 0 < share <= 1:
        raise SettingError("share", found=share, allowed="must be above 0 and at most 1")
    numbers, people = check_pairs(values, denominators)
    (level,) = as_vector([yardstick], "yardstick")
    excess = np.maximum(level - numbers if higher else numbers - level, 0) * people / per
    order = np.argsort(-excess, kind="stable")
    carried = np.cumsum(excess[order])
    total = float(carried[-1])
    n = int(np.searchsorted(carried, share * total * (1 - SLACK))) + 1 if total > 0 else 0
    return FewUnits(
        units=tuple(order[:n].tolist()),
        excess=tuple(excess[order[:n]].tolist()),
        total=total,
        carried=float(carried[n - 1]) / total if n else 0.0,
        with_excess=int(np.count_nonzero(excess)),
        of=numbers.size,
    )


def _decompose(values: Vector, regions: ArrayLike, chance: Vector | None, model: CountModel | None) -> Variation:
    names, first, member, counts = _members(regions, values.size)
    # Measured from one of each region's own: rounding then cannot make variation out of values that are equal.
    moved = values - values[first][member]
    offset = np.bincount(member, moved) / counts
    inside = np.bincount(member, (moved - offset[member]) ** 2) / counts
    means = values[first] + offset
    noise = np.zeros(counts.size) if chance is None else np.bincount(member, chance) / counts
    kept = counts >= MINIMUM_UNITS
    if kept.sum() < MINIMUM_GROUPS:
        raise TooFewGroupsError(found=int(kept.sum()), allowed=MINIMUM_GROUPS, units=MINIMUM_UNITS)
    parts = zip(names, counts, means, inside, noise * (counts - 1) / counts, strict=True)
    spreads = tuple(
        RegionSpread(name, int(n), float(mean), float(within), None if chance is None else float(noisy))
        for name, n, mean, within, noisy in compress(parts, kept)
    )
    return _weigh(spreads, float(np.var(means[kept] - means[kept][0])), (noise / counts)[kept], model)


def _members(regions: ArrayLike, size: int) -> tuple[list[str], NDArray[np.intp], NDArray[np.intp], NDArray[np.intp]]:
    """Each region's name, the place of its first unit, each unit's region, and how many units each has."""
    labels = np.asarray(regions)
    if labels.ndim != 1:
        raise NotAVectorError("regions", shape=labels.shape)
    if labels.size != size:
        raise UnequalLengthsError(first=size, second=labels.size)
    names, first, member, counts = np.unique(labels, return_index=True, return_inverse=True, return_counts=True)
    return [str(name) for name in names], first, member, counts


def _weigh(
    spreads: tuple[RegionSpread, ...], between: float, noise_of_means: Vector, model: CountModel | None
) -> Variation:
    within = float(np.mean([spread.variance for spread in spreads]))
    chance_within = float(np.mean([spread.chance or 0.0 for spread in spreads]))
    k = len(spreads)
    chance_between = float(np.mean(noise_of_means)) * (k - 1) / k
    left_within, left_between = max(within - chance_within, 0.0), max(between - chance_between, 0.0)
    left = left_within + left_between
    return Variation(
        regions=spreads,
        within=within,
        between=between,
        chance_within=chance_within,
        chance_between=chance_between,
        model=model,
        share=left_within / left if left > 0 else None,
    )
