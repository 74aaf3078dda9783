"""Two groups beside each other: how far apart, for whom it is worse, and how it has developed. Plain Python."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from indicators.analysis.rules import PER
from indicators.definition import Definition
from indicators.periods import Period
from indicators.series_cuts import comparable_from, is_told_over_time
from indicators.statistics.errors import CountsDisagreeError, DenominatorError, NumeratorError
from indicators.statistics.inequality import Gap, GroupFigure, two_groups

Worse = Literal["first", "second", "neither", "unsure", "first-higher", "second-higher", "same"]
Change = Literal["grown", "shrunk", "level", "turned", "short"]
WINDOW, SHORTEST = 5, 3
"""The gap is held against that of so many years before; where there is none, against the oldest, not a newer one."""


@dataclass(frozen=True, slots=True)
class PairGap:
    """One group against another in one area at one period: first − second, first / second, and who is worse off.

    `worse` is "neither" when the difference is under `threshold`, what the indicator's definition calls large enough to
    matter, and "unsure" when it has limits on both sides of 0; without a direction it is who has the higher value.
    """

    area: str
    period: str
    first: float
    second: float
    gap: Gap
    worse: Worse
    threshold: float | None

    @property
    def distance(self) -> float:
        """How far the ratio is from 1, the same for twice as much and for half as much; 0 without a ratio."""
        ratio = self.gap.ratio
        return 0.0 if ratio is None or ratio <= 0 else max(ratio, 1 / ratio) - 1


@dataclass(frozen=True, slots=True)
class Development:
    """How the gap has changed since an earlier period: wider, narrower, about as wide, or the other way round.

    "short" is when no period is old enough, or none since the latest break; `since` and `before` are then empty.
    """

    change: Change
    since: str = ""
    before: float = 0.0


@dataclass(frozen=True, slots=True)
class Place:
    """Where and when a gap is, and the nation's value then, which says what is large enough to matter."""

    area: str
    period: str
    nation: float | None


def pair_gap(definition: Definition, place: Place, first: GroupFigure, second: GroupFigure) -> PairGap | None:
    """Return the gap between two groups; None when either value cannot be right.

    It has limits where both groups have counts that their values are made of.
    """
    if not all(definition.is_sound(place.area, place.period, item.value) for item in (first, second)):
        return None
    threshold = definition.relevance.threshold(place.nation)
    gap, values = _gap(definition, first, second), (first.value, second.value)
    worse = _worse(definition, gap, threshold)
    return PairGap(place.area, place.period, *values, gap, worse, threshold)


def _gap(definition: Definition, first: GroupFigure, second: GroupFigure) -> Gap:
    per = PER.get(definition.unit)
    if per is None:
        return two_groups(first, second)
    try:
        return two_groups(first, second, "share" if definition.unit == "percent" else "rate", per=per)
    except (CountsDisagreeError, DenominatorError, NumeratorError):
        # Values that are standardised for age are not their counts' quotient: then the counts make no limits.
        return two_groups(first, second)


def _worse(definition: Definition, gap: Gap, threshold: float | None) -> Worse:
    difference = gap.difference
    if difference == 0:
        return "same"
    if threshold is not None and abs(difference) < threshold:
        return "neither"
    if gap.lower is not None and gap.upper is not None and gap.lower <= 0 <= gap.upper:
        return "unsure"
    if definition.direction == "none":
        return "first-higher" if difference > 0 else "second-higher"
    return "first" if (difference > 0) == (definition.direction == "lower") else "second"


def development(definition: Definition, gaps: Sequence[PairGap]) -> Development:
    """Return how the newest of an area's gaps (oldest first) stands against that of about five years before.

    Gaps before the latest cut in the area's series are left out; so are changes too small to matter.
    """
    if not gaps or not is_told_over_time(definition):
        return Development("short")
    last = gaps[-1]
    start = comparable_from(definition, last.area, last.period)
    shortest = max(SHORTEST, definition.period.years or 0)
    older = [gap for gap in gaps if gap.period >= start and _years(gap, last) >= shortest]
    if not older:
        return Development("short")
    earlier = next((gap for gap in reversed(older) if _years(gap, last) >= max(WINDOW, shortest)), older[0])
    return Development(_change(earlier, last), earlier.period, earlier.gap.difference)


def _years(earlier: PairGap, later: PairGap) -> int:
    return Period.parse(later.period).year - Period.parse(earlier.period).year


def _change(earlier: PairGap, last: PairGap) -> Change:
    before, now, limit = earlier.gap.difference, last.gap.difference, last.threshold or 0.0
    if before * now < 0 and min(abs(before), abs(now)) >= limit:
        return "turned"
    moved = abs(now) - abs(before)
    if moved == 0 or abs(moved) < limit:
        return "level"
    return "grown" if moved > 0 else "shrunk"
