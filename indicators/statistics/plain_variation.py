"""Variance inside regions against variance between them, and the few units with half a gap, in plain Python.

`variation.py` does the same on arrays; a test holds the two against each other.
"""

import math
from collections.abc import Sequence
from statistics import fmean

from indicators.statistics.errors import TooFewGroupsError, UnequalLengthsError
from indicators.statistics.outcomes import CountModel, FewUnits, RegionSpread, Variation

MINIMUM_UNITS, MINIMUM_GROUPS = 5, 2
SLACK = 1e-9


def plain_variation(values: Sequence[float], regions: Sequence[str]) -> Variation:
    """Return the variance inside regions against that between them, chance included, as `variation.variation`.

    Raises TooFewGroupsError when fewer than two regions have five units, UnequalLengthsError.
    """
    _check_pairs(values, regions)
    return _decompose(values, regions, None, None)


def plain_adjusted(
    numerators: Sequence[float],
    denominators: Sequence[float],
    regions: Sequence[str],
    model: CountModel,
    *,
    per: float = 100.0,
) -> Variation:
    """Return the same with expected sampling variance told apart, as `variation.adjusted_variation`.

    Denominators are above 1 for "binomial" and above 0 for "poisson". Raises as `plain_variation`.
    """
    _check_pairs(numerators, denominators)
    _check_pairs(numerators, regions)
    shares = [x / n for x, n in zip(numerators, denominators, strict=True)]
    chance = [
        (share * (1 - share) / (n - 1) if model == "binomial" else share / n) * per**2
        for share, n in zip(shares, denominators, strict=True)
    ]
    return _decompose([share * per for share in shares], regions, chance, model)


def plain_few_units(
    values: Sequence[float],
    denominators: Sequence[float],
    yardstick: float,
    *,
    higher: bool,
    per: float = 100.0,
    share: float = 0.5,
) -> FewUnits:
    """Return the fewest units that carry a share of their region's excess, as `variation.few_units`.

    Raises UnequalLengthsError.
    """
    _check_pairs(values, denominators)
    sign = 1 if higher else -1
    excess = [max(sign * (yardstick - v), 0.0) * n / per for v, n in zip(values, denominators, strict=True)]
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


def _check_pairs(first: Sequence[object], second: Sequence[object]) -> None:
    if len(first) != len(second):
        raise UnequalLengthsError(first=len(first), second=len(second))


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
