"""Whether results follow municipalities' economic standard inside the regions, and not only between them."""

from collections.abc import Iterable, Mapping, Sequence
from statistics import fmean

from indicators.analysis.difference_records import FifthsInside
from indicators.analysis.rules import AGREE, FIFTHS
from indicators.areas import AREAS
from indicators.assessment.records import Comparison
from indicators.assessment.rules import ENOUGH_UNITS
from indicators.definition import Definition
from indicators.statistics.quantiles import equal_groups, group_means

Values = Mapping[str, float]
# One region's municipalities, each as its distance from the region's means: (economic standard, result).
Around = Sequence[tuple[float, float]]


def analyse_fifths_inside(
    definition: Definition, period: str, values: Values, ranking: Values, comparison: Comparison, nation: float | None
) -> FifthsInside | None:
    """Return whether the crude order holds inside the regions; None where it cannot be known.

    `values` and `ranking` are by municipality, the ranking highest where the economic standard is lowest; every
    municipality counts once, and regions with fewer than five are left out. `nation` is the nation's value then.
    """
    whole = nation if nation is not None else comparison.nation
    threshold, crude = definition.relevance.threshold(whole), _ends(ranking, values)
    around = {code: own for code in AREAS.region_codes if (own := _around(code, values, ranking))}
    if definition.direction == "none" or threshold is None or crude is None or len(around) < 2:
        return None
    apart = _distance(ranking, values)
    inside = _slope(around.values()) * apart
    without = [_slope(own for code, own in around.items() if code != left_out) * apart for left_out in around]
    agree = fmean(_slope([own]) * inside > 0 for own in around.values())
    holds, distance = all(one * inside > 0 for one in without), crude[1] - crude[0]
    return FifthsInside(
        period=period,
        crude=distance,
        inside=inside,
        agree=agree,
        regions=len(around),
        threshold=threshold,
        holds_without_each=holds,
        turned_by=_turned_by(around, values, ranking, distance),
        is_told=distance * inside > 0 and holds and abs(inside) >= threshold and agree >= AGREE,
    )


def _around(region: str, values: Values, ranking: Values) -> Around:
    codes = [code for code in AREAS.inside[region] if code in values and code in ranking]
    if len(codes) < ENOUGH_UNITS:
        return ()
    low, mean = fmean(ranking[code] for code in codes), fmean(values[code] for code in codes)
    return [(ranking[code] - low, values[code] - mean) for code in codes]


def _slope(regions: Iterable[Around]) -> float:
    pairs = [pair for own in regions for pair in own]
    squares = sum(x * x for x, _ in pairs)
    return sum(x * y for x, y in pairs) / squares if squares else 0.0


def _ends(ranking: Values, values: Values, left_out: Iterable[str] = ()) -> tuple[float, float] | None:
    """The first and the last fifth's mean."""
    codes = [code for code in ranking if code in values and code not in set(left_out)]
    if len(codes) < FIFTHS:
        return None
    return _outer([values[code] for code in codes], [ranking[code] for code in codes])


def _distance(ranking: Values, values: Values) -> float:
    """How far apart the end fifths lie in economic standard itself."""
    order = [ranking[code] for code in ranking if code in values]
    ends = _outer(order, order)
    return ends[1] - ends[0] if ends else 0.0


def _outer(values: Sequence[float], order: Sequence[float]) -> tuple[float, float] | None:
    once = [1.0] * len(order)
    means = group_means(values, once, equal_groups(order, once, FIFTHS))
    first, last = means[0], means[-1]
    return None if first is None or last is None else (first, last)


def _turned_by(
    regions: Iterable[str], values: Values, ranking: Values, crude: float
) -> tuple[str, float, float] | None:
    """The region without whose municipalities the order turns the most; None when it never turns."""
    found = []
    for code in regions:
        ends = _ends(ranking, values, AREAS.inside[code])
        if ends is not None and (ends[1] - ends[0]) * crude < 0:
            found.append((abs(ends[1] - ends[0]), (code, *ends)))
    return max(found)[1] if found else None
