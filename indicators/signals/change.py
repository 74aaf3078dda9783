"""Changes that may be told: two newest years against those before, beyond the nation's, chance and rounding."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import sqrt
from statistics import fmean, median

from indicators.areas import NATION
from indicators.signals import rules
from indicators.signals.evidence import Evidence
from indicators.signals.measures import Measure, last_year, reaches
from indicators.signals.records import Change, Level

VARIANCE_OF_MEDIAN = {2: 0.5, 3: 0.449}
"""The variance of a median of two and of three values, in that of one."""
FEWEST_OLD = 2


@dataclass(frozen=True)
class Moved:
    """A change between two sets of periods of one area. `own` and `beyond` are positive for the worse, in the unit.

    `beyond` is what remains when the nation's change in the same periods is taken out.
    """

    measure: Measure
    area: str
    old: tuple[str, ...]
    new: tuple[str, ...]

    def value(self, area: str, period: str) -> float:
        """Return an area's value, the nation's being the middle region's where none is published."""
        value = self.measure.nation(period) if area == NATION else self.measure.values[area][period]
        return value or 0.0

    def before(self, area: str) -> float:
        """Return the level an area started from: the median of the old periods."""
        return median(self.value(area, period) for period in self.old)

    def after(self, area: str) -> float:
        """Return the newest level of an area: the mean of the new periods."""
        return fmean(self.value(area, period) for period in self.new)

    @property
    def own(self) -> float:
        """The area's own change."""
        return self.measure.sign * (self.after(self.area) - self.before(self.area))

    @property
    def beyond(self) -> float:
        """The area's change less the nation's; its own where it is the nation."""
        nation = self.measure.sign * (self.after(NATION) - self.before(NATION))
        return self.own if self.area == NATION else self.own - nation

    @property
    def is_worse(self) -> bool:
        """Whether it is for the worse."""
        return self.own > 0

    @property
    def least(self) -> float:
        """The smallest change that matters, with what rounding may have added to a mean."""
        return self.measure.threshold(self.new[-1]) + self.measure.lost(self.new[-1]) / 2

    @property
    def matters(self) -> bool:
        """Whether the change and what is beyond the nation's both reach what matters, in one direction."""
        way = 1 if self.is_worse else -1
        return reaches(way * self.own, self.least) and reaches(way * self.beyond, self.least)

    def without_each(self) -> Iterator["Moved"]:
        """Yield the same change with each year left out in turn."""
        if self.measure.width == 1:
            for period in self.old:
                yield Moved(self.measure, self.area, tuple(p for p in self.old if p != period), self.new)
            for period in self.new:
                yield Moved(self.measure, self.area, self.old, tuple(p for p in self.new if p != period))


def change_of(evidence: Evidence, measure: Measure, area: str) -> Moved | None:
    """Return the change of one region that may be told; None where there is none or where it is not sure."""
    moved = compared(evidence, measure, area)
    error = evidence.error(measure, area)
    if moved is None or not error or not is_steady(moved):
        return None
    doubled = 2.0 if measure.width > 1 else 0.5 + VARIANCE_OF_MEDIAN[len(moved.old)]
    return moved if abs(moved.beyond) / (error * sqrt(doubled)) >= rules.K_CHANGE else None


def compared(evidence: Evidence, measure: Measure, area: str) -> Moved | None:
    """Return what an area's newest level may be compared with; None where nothing sound is left."""
    if not measure.over_time:
        return None
    side = measure.side(area, measure.headline)
    periods = [period for period, _ in measure.points.get(area, ()) if measure.side(area, period) == side]
    if not periods or periods[-1] != measure.headline:
        return None
    old, new = _of_means(measure, periods) if measure.width > 1 else _of_years(measure, periods)
    if not old or any(evidence.is_suspect(measure, area, period) for period in (*old, *new)):
        return None
    return Moved(measure, area, old, new)


def _of_means(measure: Measure, periods: list[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    apart = [period for period in periods if not measure.shares_year(period, periods[-1])]
    return tuple(apart[-1:]), (periods[-1],)


def _of_years(measure: Measure, periods: list[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    left_out = rules.PANDEMIC if "pandemic" in measure.definition.caveats else ()
    first = last_year(periods[-1]) - rules.OLDEST_BASE
    base = [period for period in periods[:-2] if last_year(period) >= first and period not in left_out]
    old = tuple(base[-rules.BASE_YEARS :])
    return (old if len(old) >= FEWEST_OLD else ()), tuple(periods[-2:])


def is_steady(moved: Moved) -> bool:
    """Return whether a change matters, rests on no single year, and has not turned back."""
    return lasts(moved) and all(less.matters and less.is_worse == moved.is_worse for less in moved.without_each())


def lasts(moved: Moved) -> bool:
    """Return whether a change matters, both new years lie beyond the old level, and a better one has not turned back.

    A region's worsening that eased a little in the last year is still one: both years are worse than it was.
    """
    measure, area = moved.measure, moved.area
    way = 1 if moved.is_worse else -1
    start = moved.before(area)
    if not moved.matters or any(way * measure.sign * (moved.value(area, p) - start) <= 0 for p in moved.new):
        return False
    if moved.is_worse and area != NATION:
        return True
    last_step = measure.sign * (moved.value(area, moved.new[-1]) - moved.value(area, moved.new[0]))
    return reaches(measure.threshold(moved.new[-1]), -way * last_step)


def fell(evidence: Evidence, measure: Measure, area: str) -> Moved | None:
    """Return a fall of the last year alone, beyond the nation's and chance, to below each of the years before."""
    error, points = evidence.error(measure, area), measure.points.get(area, ())
    if not measure.over_time or measure.width > 1 or not error or len(points) < 2:
        return None
    (before, _), (after, last) = points[-2:]
    side = measure.side(area, after)
    if after != measure.headline or measure.side(area, before) != side or last_year(after) - last_year(before) > 1:
        return None
    moved = Moved(measure, area, (before,), (after,))
    earlier = [value for period, value in points[-1 - rules.FELL_YEARS : -1] if measure.side(area, period) == side]
    is_lowest = all(measure.sign * (last - value) > 0 for value in earlier)
    suspect = any(evidence.is_suspect(measure, area, period) for period in (before, after))
    is_clear = moved.beyond / (error * sqrt(2)) >= rules.K_STEP
    return moved if moved.is_worse and moved.matters and is_clear and is_lowest and not suspect else None


def has_recovered(moved: Moved) -> bool:
    """Return whether the new level has been reached before the years it is counted from."""
    measure, area = moved.measure, moved.area
    side = measure.side(area, moved.new[-1])
    earlier = [v for p, v in measure.points[area] if p < moved.old[0] and measure.side(area, p) == side]
    return any(measure.sign * (value - moved.after(area)) < 0 for value in earlier)


def told_change(evidence: Evidence, moved: Moved, kind: str, *, stays_worst: bool = False) -> Change:
    """Return a change as it is told; the nation's levels are left out where they are held back."""
    held = moved.measure.indicator in evidence.held_back
    return Change(
        kind="improving" if kind == "improving" else "fell" if kind == "fell" else "worsening",
        before=Level(moved.before(moved.area), moved.old),
        after=Level(moved.after(moved.area), moved.new),
        nation_before=None if held else moved.before(NATION),
        nation_after=None if held else moved.after(NATION),
        held_back=held,
        recovered=kind == "improving" and has_recovered(moved),
        stays_worst=stays_worst,
    )
