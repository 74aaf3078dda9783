"""Municipalities in five groups by economic standard, and a result's mean in each."""

from collections.abc import Mapping, Sequence

from indicators.analysis.records import Fifths
from indicators.analysis.rules import ENOUGH_FOR_FIFTHS, FIFTHS
from indicators.statistics.outcomes import SlopeIndex
from indicators.statistics.quantiles import equal_groups, group_means
from indicators.statistics.slope import slope_index

Values = Mapping[str, float]


def analyse_fifths(period: str, values: Values, ranked_at: str, ranking: Values, population: Values) -> Fifths | None:
    """Return a result by five groups of the nation's municipalities; None with fewer than fifteen of them.

    `values` and `ranking` are by municipality. Groups are as equal in population as whole municipalities allow; when
    `population` lacks one of them every municipality counts once instead, and the record says so.
    """
    codes = [code for code in ranking if code in values]
    if len(codes) < ENOUGH_FOR_FIFTHS:
        return None
    weighted = all(code in population for code in codes)
    return _fifths(codes, (period, values), (ranked_at, ranking), population if weighted else None)


def _fifths(
    codes: Sequence[str], result: tuple[str, Values], order: tuple[str, Values], population: Values | None
) -> Fifths:
    people = [1.0 if population is None else population[code] for code in codes]
    made = equal_groups([order[1][code] for code in codes], people, FIFTHS)
    means = group_means([result[1][code] for code in codes], people, made)
    return Fifths(
        period=result[0],
        ranked_at=order[0],
        weighted=population is not None,
        values=means,
        units=made.units,
        shares=made.shares,
        slope=_slope(means, made.shares),
    )


def _slope(means: tuple[float | None, ...], shares: tuple[float, ...]) -> SlopeIndex | None:
    """Weighted by the groups' shares, on midpoints of them; None when a group is empty: four are too few."""
    known = [mean for mean in means if mean is not None]
    return slope_index(known, shares) if len(known) == FIFTHS else None
