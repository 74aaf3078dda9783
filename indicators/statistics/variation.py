"""How much of the difference lies inside regions, how much is chance, and which units carry a region's gap."""

import math
from collections.abc import Sequence
from statistics import fmean

from indicators.statistics.errors import (
    DenominatorError,
    SettingError,
    TooFewGroupsError,
    UnequalLengthsError,
    UnknownChoiceError,
)
from indicators.statistics.outcomes import CountModel, FewUnits, RegionSpread, Variation
from indicators.statistics.rows import as_counts, as_pairs, as_row, check_scale

MODELS: tuple[CountModel, ...] = ("binomial", "poisson")
MINIMUM_UNITS, MINIMUM_GROUPS = 5, 2
SLACK = 1e-9
"""The part of a sum that rounding may take: it should meet its share exactly, and may miss it by its last digits."""


def variation(values: Sequence[float], regions: Sequence[str]) -> Variation:
    """Return the variance inside regions against the variance between them, chance included.

    Parameters
    ----------
    values
        n numbers, any unit.
    regions
        n names, each unit's region. Regions with fewer than five units are left out.

    Raises
    ------
    TooFewGroupsError
        Fewer than two regions have five units.
    UnequalLengthsError, NotFiniteError, TooFewPointsError
        The rows do not pair up, or the values are not a row of finite numbers.

    Notes
    -----
    within = the mean over regions of the variance of unit values around their region's mean; between = the variance of
    the regions' means around the mean of those means. Each unit counts once in its region and each region once, so that
    a region with 49 municipalities does not decide for one with five: it is the law of total variance for a unit drawn
    at random from a region drawn at random. Variances divide by n, as the units are all there are.

    References
    ----------
    Searle SR, Casella G, McCulloch CE. Variance components. New York: Wiley; 1992, chapter 3.
    """
    numbers = as_row(values, "values")
    _check_regions(numbers, regions)
    return _decompose(numbers, regions, None, None)


def adjusted_variation(
    numerators: Sequence[float],
    denominators: Sequence[float],
    regions: Sequence[str],
    model: CountModel,
    *,
    per: float = 100.0,
) -> Variation:
    """Return the variance inside regions against the variance between them, with expected sampling variance told apart.

    Parameters
    ----------
    numerators, denominators
        n numbers each, people or events, and people. The values are numerators / denominators · per.
    regions
        n names, each unit's region. Regions with fewer than five units are left out.
    model
        "binomial" for shares (denominators above 1), "poisson" for rates.
    per
        100 for per cent, 100 000 for rates per 100 000.

    Raises
    ------
    UnknownChoiceError
        The model is another.
    DenominatorError, NumeratorError, SettingError
        A denominator is too small, a numerator is below 0 or (binomial) above its denominator, or per is not above 0.
    TooFewGroupsError, UnequalLengthsError, NotFiniteError, TooFewPointsError
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
    check_scale(per)
    events, people = as_counts(numerators, denominators, is_share=model == "binomial")
    _check_regions(events, regions)
    chance = [_chance(x, n, place, model) * per**2 for place, (x, n) in enumerate(zip(events, people, strict=True))]
    return _decompose([x / n * per for x, n in zip(events, people, strict=True)], regions, chance, model)


def few_units(
    values: Sequence[float],
    denominators: Sequence[float],
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
        n numbers, in the yardstick's unit.
    denominators
        n numbers above 0, people.
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
    DenominatorError, UnequalLengthsError, NotFiniteError, TooFewPointsError
        A denominator is not above 0, or the rows do not pair up or are not finite numbers.

    Notes
    -----
    A unit's excess is its distance to the yardstick times denominator / per, in people; only distance in the bad
    direction counts, so a unit better than the yardstick offsets nobody. Units of equal excess keep the order given.
    """
    check_scale(per)
    if not 0 < share <= 1:
        raise SettingError("share", found=share, allowed="must be above 0 and at most 1")
    numbers, people = as_pairs(values, denominators, "values")
    (level,) = as_row([yardstick], "yardstick")
    sign = 1 if higher else -1
    excess = [max(sign * (level - v), 0.0) * n / per for v, n in zip(numbers, people, strict=True)]
    order = sorted(range(len(excess)), key=lambda place: -excess[place])
    total, carried, chosen = math.fsum(excess), 0.0, 0
    while total > 0 and carried < share * total * (1 - SLACK):
        carried += excess[order[chosen]]
        chosen += 1
    return FewUnits(
        units=tuple(order[:chosen]),
        excess=tuple(excess[place] for place in order[:chosen]),
        total=total,
        carried=carried / total if chosen else 0.0,
        with_excess=sum(each > 0 for each in excess),
        of=len(excess),
    )


def _check_regions(numbers: Sequence[float], regions: Sequence[str]) -> None:
    if len(numbers) != len(regions):
        raise UnequalLengthsError(first=len(numbers), second=len(regions))


def _chance(events: float, people: float, position: int, model: CountModel) -> float:
    """What sampling is expected to add to the variance of a share (of 1) or a rate (per 1)."""
    share = events / people
    if model == "poisson":
        return share / people
    if people <= 1:
        raise DenominatorError(found=people, position=position, allowed="must be above 1")
    return share * (1 - share) / (people - 1)


def _decompose(
    values: Sequence[float], regions: Sequence[str], chance: Sequence[float] | None, model: CountModel | None
) -> Variation:
    noise = [0.0] * len(values) if chance is None else chance
    members: dict[str, list[tuple[float, float]]] = {}
    for region, value, noisy in zip(regions, values, noise, strict=True):
        members.setdefault(region, []).append((value, noisy))
    kept = {region: own for region, own in sorted(members.items()) if len(own) >= MINIMUM_UNITS}
    if len(kept) < MINIMUM_GROUPS:
        raise TooFewGroupsError(found=len(kept), allowed=MINIMUM_GROUPS, units=MINIMUM_UNITS)
    spreads = tuple(_spread(region, own, is_counted=chance is not None) for region, own in kept.items())
    of_means = fmean(fmean(noisy for _, noisy in own) / len(own) for own in kept.values())
    return _weigh(spreads, of_means, model)


def _spread(region: str, own: Sequence[tuple[float, float]], *, is_counted: bool) -> RegionSpread:
    # Measured from one of the region's own: rounding then cannot make variation out of values that are equal.
    first, n = own[0][0], len(own)
    moved = [value - first for value, _ in own]
    mean = math.fsum(moved) / n
    variance = math.fsum((each - mean) ** 2 for each in moved) / n
    noise = fmean(noisy for _, noisy in own) * (n - 1) / n
    return RegionSpread(region, n, first + mean, variance, noise if is_counted else None)


def _weigh(spreads: tuple[RegionSpread, ...], noise_of_means: float, model: CountModel | None) -> Variation:
    k = len(spreads)
    within, chance_within = fmean(s.variance for s in spreads), fmean(s.chance or 0.0 for s in spreads)
    moved = [s.mean - spreads[0].mean for s in spreads]
    middle = math.fsum(moved) / k
    between, chance_between = math.fsum((m - middle) ** 2 for m in moved) / k, noise_of_means * (k - 1) / k
    left_within, left_between = max(within - chance_within, 0.0), max(between - chance_between, 0.0)
    left = left_within + left_between
    share = left_within / left if left > 0 else None
    return Variation(spreads, within, between, chance_within, chance_between, model, share)
