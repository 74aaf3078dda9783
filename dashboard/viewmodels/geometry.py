"""Places in pictures, from 0 to 1, so that screen, sheet and slide draw the same."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from dashboard.viewmodels.contract import Point
from indicators import Period

MOST_YEARS = 10


@dataclass(frozen=True, slots=True)
class Scale:
    """A dot-range's axis: the values at its ends, and whether it runs from high to low (lower is better)."""

    low: float
    high: float
    mirrored: bool

    def x(self, value: float) -> float:
        """Return a value's place, kept inside the axis; on an axis without width, the middle."""
        if self.high == self.low:
            return 0.5
        share = min(1.0, max(0.0, (value - self.low) / (self.high - self.low)))
        return round(1 - share if self.mirrored else share, 4)

    @property
    def left(self) -> float:
        """The value at the left end."""
        return self.high if self.mirrored else self.low

    @property
    def right(self) -> float:
        """The value at the right end."""
        return self.low if self.mirrored else self.high


def scale(values: Iterable[float | None], direction: str) -> Scale | None:
    """Return the axis that holds all values, better to the right; None when there is nothing to draw."""
    known = [value for value in values if value is not None]
    return Scale(min(known), max(known), direction == "lower") if known else None


Series = Sequence[tuple[str, float]]


@dataclass(frozen=True, slots=True)
class TrendFrame:
    """The frame of a trend picture: the time at its left and right, the values at its bottom and top."""

    first: float
    last: float
    low: float
    high: float

    def x(self, period: str) -> float:
        """Return a period's place; outside the frame below 0 or above 1."""
        return round((time_of(period) - self.first) / (self.last - self.first), 4) if self.last > self.first else 0.5

    def y(self, value: float) -> float:
        """Return a value's place, upwards."""
        return round((value - self.low) / (self.high - self.low), 4) if self.high > self.low else 0.5


def trend_frame(own: Series, nation: Series) -> TrendFrame | None:
    """Return the frame of the last ten years of two series; None without values."""
    both = [*own, *nation]
    if not both:
        return None
    last = max(time_of(period) for period, _ in both)
    recent = [(period, value) for period, value in both if time_of(period) > last - MOST_YEARS]
    values = [value for _, value in recent]
    return TrendFrame(min(time_of(period) for period, _ in recent), last, min(values), max(values))


def trend_points(series: Series, frame: TrendFrame, text: Callable[[float], str]) -> tuple[Point, ...]:
    """Return a series' points inside the frame, with a point without value wherever a period is skipped."""
    found: list[Point] = []
    before: float | None = None
    for period, value in series:
        time = time_of(period)
        if time < frame.first:
            continue
        if before is not None and time - before > Period.parse(period).step * 1.5:
            found.append(Point("", None, "", None, None))
        found.append(Point(period, value, text(value), frame.x(period), frame.y(value)))
        before = time
    return tuple(found)


def time_of(period: str) -> float:
    """Return a period's place on an axis of years, its months and weeks as parts of one."""
    return Period.parse(period).position
