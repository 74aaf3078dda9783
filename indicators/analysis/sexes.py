"""Women beside men: how far apart, for whom it is worse, and how it has developed. Plain Python: pages ask for it."""

from indicators.analysis.pairs import PairGap, Place, pair_gap
from indicators.areas import NATION
from indicators.assessment.records import Comparison
from indicators.definition import Definition
from indicators.statistics.inequality import GroupFigure


def sex_gap(definition: Definition, women: Comparison, men: Comparison, area: str, period: str) -> PairGap | None:
    """Return the gap of one area at one period, women first; None when either value is missing or cannot be right."""
    return next((gap for gap in sex_gaps(definition, women, men, area) if gap.period == period), None)


def sex_gaps(definition: Definition, women: Comparison, men: Comparison, area: str) -> tuple[PairGap, ...]:
    """Return the gap of one area in every period that has both, oldest first.

    No counts are published, so that the gaps have no limits.
    """
    nations = [dict(found.points.get(NATION, ())) for found in (women, men)]
    others, gaps = dict(men.points.get(area, ())), []
    for period, value in women.points.get(area, ()):
        if period in others:
            known = [nation[period] for nation in nations if period in nation]
            place = Place(area, period, sum(known) / len(known) if known else None)
            gaps.append(pair_gap(definition, place, GroupFigure(value), GroupFigure(others[period])))
    return tuple(gap for gap in gaps if gap is not None)
