"""One question's figures as the choice of signals reads them: sound values, the yardstick, thresholds and rounding."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from statistics import median

from indicators.areas import NATION
from indicators.definition import Definition
from indicators.periods import Period
from indicators.series import Points
from indicators.signals import rules
from indicators.themes import SignalFields, SourceKind

RECORDED: tuple[SourceKind, ...] = ("register", "report")


@dataclass(frozen=True)
class Measure:
    """The series that speaks for one indicator. `points` are the sound values by area, oldest first.

    `headline` is the period that enough regions report; no later one is read. `own_breaks` are first periods after a
    break in one area alone. `doubted` are the regions' values at the headline period that cannot be judged.
    """

    indicator: str
    definition: Definition
    fields: SignalFields
    source_kind: SourceKind
    headline: str
    points: Mapping[str, Points]
    question: str
    own_breaks: Mapping[str, tuple[str, ...]]
    doubted: Mapping[str, float] = field(default_factory=dict)

    @cached_property
    def sign(self) -> int:
        """1 where a lower value is better, −1 where a higher one is: a positive distance is then worse."""
        return 1 if self.definition.direction == "lower" else -1

    @cached_property
    def width(self) -> int:
        """The years that one period covers."""
        return self.definition.period.years or 1

    @cached_property
    def values(self) -> dict[str, dict[str, float]]:
        """Each area's values by period."""
        return {area: dict(points) for area, points in self.points.items()}

    @cached_property
    def regions(self) -> tuple[str, ...]:
        """The regions that have any value."""
        return tuple(area for area in self.points if area != NATION)

    @cached_property
    def periods(self) -> tuple[str, ...]:
        """Every period of any region, oldest first."""
        return tuple(sorted({period for area in self.regions for period in self.values[area]}))

    @cached_property
    def at(self) -> dict[str, dict[str, float]]:
        """The regions' values by period and area."""
        found: dict[str, dict[str, float]] = {period: {} for period in self.periods}
        for area in self.regions:
            for period, value in self.points[area]:
                found[period][area] = value
        return found

    @cached_property
    def middle(self) -> dict[str, float]:
        """The middle region's value by period."""
        return {period: median(values.values()) for period, values in self.at.items()}

    def known_middle(self, period: str) -> float | None:
        """Return the middle region's value; None where too few regions report to tell what the country did."""
        return self.middle[period] if len(self.at.get(period, ())) >= rules.ENOUGH_FOR_MIDDLE else None

    def nation(self, period: str) -> float | None:
        """Return the nation's value; the middle region's where none is published, None without either."""
        published = self.values.get(NATION, {}).get(period)
        return self.middle.get(period) if published is None else published

    def publishes_nation(self, period: str) -> bool:
        """Return whether the nation's value is the publisher's own."""
        return period in self.values.get(NATION, {})

    def threshold(self, period: str) -> float:
        """Return the smallest difference that matters, in the unit."""
        return self.definition.relevance.threshold(self.nation(period) or 0.0) or 0.0

    @cached_property
    def rounding(self) -> float:
        """The step that the publisher rounds the headline period's values to: 1, 0.1, or 0 for none."""
        found = [series[self.headline] for series in self.values.values() if self.headline in series]
        return next((step for step in (1.0, 0.1) if all(_is_whole(value / step) for value in found)), 0.0)

    def lost(self, period: str) -> float:
        """Return what rounding takes from a difference: nothing where the step is small beside what matters."""
        return self.rounding if self.rounding >= self.threshold(period) / 2 else 0.0

    def side(self, area: str, period: str) -> int:
        """Return how many breaks lie before a period; periods of different sides are not compared."""
        firsts = (*(item.period for item in self.definition.breaks), *self.own_breaks.get(area, ()))
        return sum(first <= period for first in firsts)

    @property
    def over_time(self) -> bool:
        """Whether its figures of different years may be compared. Months are too few and swing with the season."""
        return self.fields.over_time == "judge" and self.definition.period.kind != "month"

    def shares_year(self, earlier: str, later: str) -> bool:
        """Return whether two periods have a year in common."""
        return last_year(later) - last_year(earlier) < self.width

    @property
    def is_recorded(self) -> bool:
        """Whether the figures are single years of a register or a report, so that the recording may have changed."""
        return self.source_kind in RECORDED and self.definition.period.kind == "single-year"


def last_year(period: str) -> int:
    """Return the last year of a period."""
    return Period.parse(period).year


def reaches(distance: float, least: float) -> bool:
    """Return whether a distance is at least so large, as the publisher's decimals have it and not the machine's."""
    return distance >= least - 1e-9


def _is_whole(value: float) -> bool:
    return abs(value - round(value)) < 1e-6
