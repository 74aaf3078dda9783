"""One indicator in one area with what a signal is weighed by: the yardstick, and how far apart the regions lie."""

from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import fsum, sqrt
from statistics import median
from typing import Literal

from indicators.areas import NATION
from indicators.assessment.judgement import Param
from indicators.assessment.records import Comparison
from indicators.definition import Definition
from indicators.earlier_signals.records import EarlierSignal, SignalKind, SignalTone, Sure
from indicators.earlier_signals.rules import UNSURE
from indicators.editions.open_edition import Picture
from indicators.reference import TargetLevel
from indicators.scorecard import AssessedRow, Scorecard
from indicators.statistics.position import FEWEST_FOR_QUARTERS


@dataclass(frozen=True)
class Yardstick:
    """What a value is held against, the distance to it (0 when it is reached), and a target that no region reaches."""

    kind: Literal["target", "behind"]
    level: float
    gap: float
    operator: str = ""
    unreached: float | None = None


@dataclass(frozen=True)
class Subject:
    """One row that can be judged, with its comparison."""

    picture: Picture
    definition: Definition
    comparison: Comparison
    row: AssessedRow
    scorecard: Scorecard

    @property
    def value(self) -> float:
        """The value at the headline period."""
        return self.row.value or 0.0

    @cached_property
    def values(self) -> tuple[float, ...]:
        """The regions' values that may serve in a comparison."""
        return tuple(self.comparison.yardsticks.values())

    @cached_property
    def middle(self) -> float:
        """The nation's value; the middle region's where the nation has none."""
        nation = self.comparison.nation
        return nation if nation is not None else median(self.values) if self.values else self.value

    @cached_property
    def width(self) -> float:
        """The regions' standard deviation in the unit; 0 when fewer than two can be compared."""
        return _deviation(self.values)

    def matters(self, distance: float) -> bool:
        """Whether a distance reaches the smallest difference that matters."""
        threshold = self.definition.relevance.threshold(self.middle)
        return distance > 0 and (threshold is None or distance >= threshold)

    def better_by(self, other: float) -> float:
        """How much better the value is than another, in the unit; below 0 when it is worse."""
        return (other - self.value) if self.definition.direction == "lower" else (self.value - other)

    @property
    def yardstick(self) -> Yardstick | None:
        """The target in force where some region reaches it; else where the best quarter of regions begins.

        The nation is held against the target alone: the regions are parts of it.
        """
        target = self._target
        if target is not None and (self.row.area == NATION or self._is_reached(target)):
            gap = abs(target.value - self.value) if self.row.target.verdict in ("not-met", "right") else 0.0
            return Yardstick("target", target.value, gap, target.operator)
        spread = self.comparison.spread
        if self.row.area == NATION or spread is None or spread.n < FEWEST_FOR_QUARTERS:
            return None
        level = spread.q1 if self.definition.direction == "lower" else spread.q3
        return Yardstick("behind", level, self._behind(level), unreached=target.value if target else None)

    def _behind(self, level: float) -> float:
        """The distance to the best quarter, of a value that is also worse than the nation; else 0."""
        gap = -self.better_by(level)
        return gap if self.matters(gap) and self.matters(-self.better_by(self.middle)) else 0.0

    @property
    def _target(self) -> TargetLevel | None:
        target = self.picture.reference.target(self.definition.id)
        # By this earlier method a right was held as a level; it is told as one no longer.
        judged = self.row.target.verdict in ("met", "near", "not-met", "right")
        is_held = target is not None and target.status == "current" and target.match == "same"
        return target if is_held and judged else None

    def _is_reached(self, target: TargetLevel) -> bool:
        return any(target.is_met(value) for value in self.values)

    def signal(
        self, kind: SignalKind, distance: float, tone: SignalTone, facts: dict[str, Param]
    ) -> EarlierSignal | None:
        """Return a signal that weighs a distance in standard deviations; None where the regions do not differ."""
        width = self.width
        if width <= 0:
            return None
        name = self.picture.catalogue.main_id(self.definition.id)
        return EarlierSignal(kind, name, self.row, distance / width, tone, "none", self._sure, facts)

    @property
    def _sure(self) -> Sure:
        found: Sure = "unstated"
        for caveat in reversed(UNSURE):
            if caveat in self.definition.caveats:
                found = caveat
        return found


@lru_cache(maxsize=4096)
def _deviation(values: tuple[float, ...]) -> float:
    """The standard deviation of all values there are, not of a sample of them."""
    if len(values) < 2:
        return 0.0
    mean = fsum(values) / len(values)
    return sqrt(fsum((value - mean) ** 2 for value in values) / len(values))
