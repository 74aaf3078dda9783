"""Women beside men: how far apart, for whom it is worse, and how it has developed. Plain Python: pages ask for it."""

from dataclasses import dataclass
from typing import Literal

from indicators.areas import NATION
from indicators.assessment.records import Comparison
from indicators.definition import Definition
from indicators.series import Points
from indicators.statistics.inequality import Gap, GroupFigure, two_groups

Worse = Literal["women", "men", "neither", "women-higher", "men-higher", "no-difference"]


@dataclass(frozen=True, slots=True)
class SexGap:
    """Women against men in one area at one period: women − men, women / men, and who is worse off.

    `worse` is "neither" when the difference is under what the indicator's definition calls large enough to matter;
    without a direction it is who has the higher value.
    """

    area: str
    period: str
    women: float
    men: float
    gap: Gap
    worse: Worse

    @property
    def distance(self) -> float:
        """How far the ratio is from 1, the same for twice as much and for half as much; 0 without a ratio."""
        ratio = self.gap.ratio
        return 0.0 if ratio is None or ratio <= 0 else max(ratio, 1 / ratio) - 1


def sex_gap(definition: Definition, women: Comparison, men: Comparison, area: str, period: str) -> SexGap | None:
    """Return the gap of one area at one period; None when either value is missing or cannot be right.

    No counts are published, so that the gap has no limits.
    """
    first, second = (dict(found.points.get(area, ())).get(period) for found in (women, men))
    if first is None or second is None:
        return None
    if not (definition.is_sound(area, period, first) and definition.is_sound(area, period, second)):
        return None
    gap = two_groups(GroupFigure(first), GroupFigure(second))
    middle = [dict(found.points.get(NATION, ())).get(period) for found in (women, men)]
    known = [value for value in middle if value is not None]
    nation = sum(known) / len(known) if known else None
    return SexGap(area, period, first, second, gap, _worse(definition, first - second, nation))


def sex_gaps(definition: Definition, women: Comparison, men: Comparison, area: str) -> tuple[SexGap, ...]:
    """Return the gap of one area in every year that has both, oldest first."""
    points: Points = women.points.get(area, ())
    found = (sex_gap(definition, women, men, area, period) for period, _ in points)
    return tuple(gap for gap in found if gap is not None)


def _worse(definition: Definition, difference: float, nation: float | None) -> Worse:
    threshold = definition.relevance.threshold(nation)
    if difference == 0:
        return "no-difference"
    if threshold is not None and abs(difference) < threshold:
        return "neither"
    if definition.direction == "none":
        return "women-higher" if difference > 0 else "men-higher"
    women_worse = (difference > 0) == (definition.direction == "lower")
    return "women" if women_worse else "men"
