"""Axes of charts: where they end, and the few round values that are written along them."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from indicators import Language, format_number

MOST_TICKS = 5
MOST_PERIODS = 6
MARGIN = 0.05
STEPS = (1, 2, 5, 10)


@dataclass(frozen=True, slots=True)
class Tick:
    """One value along an axis and how it is written."""

    at: float
    text: str


@dataclass(frozen=True, slots=True)
class ChartAxis:
    """An axis from `low` to `high`; `mirrored` runs from high to low, so that the better end is the same."""

    low: float
    high: float
    ticks: tuple[Tick, ...]
    mirrored: bool = False


def value_axis(
    values: Iterable[float | None], decimals: int, language: Language, *, mirrored: bool = False
) -> ChartAxis | None:
    """Return the axis that holds all values with a margin; None without values."""
    known = [value for value in values if value is not None]
    if not known:
        return None
    least, most = min(known), max(known)
    width = (most - least) or max(abs(most) / 10, 10.0**-decimals)
    # Shares, rates and sums that are never negative should not seem as if they could be.
    floor = 0.0 if least >= 0 else -math.inf
    low, high = max(floor, least - MARGIN * width), most + MARGIN * width
    step = _step(high - low, decimals)
    written = min(decimals, max(0, -math.floor(math.log10(step))))
    places = range(math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9) + 1)
    ticks = tuple(Tick(place * step, format_number(place * step, written, language)) for place in places)
    return ChartAxis(low, high, ticks, mirrored)


def _step(width: float, decimals: int) -> float:
    """The smallest round step, none finer than the values are written, that gives few enough ticks."""
    power = max(-decimals, math.floor(math.log10(width / MOST_TICKS)))
    steps = [step * 10.0**power for step in STEPS]
    return next((step for step in steps if width / step <= MOST_TICKS), steps[-1])


def period_axis(times: Sequence[float], texts: Sequence[str]) -> ChartAxis:
    """Return the axis of periods in order: a few are written, always the last, evenly back from it."""
    every = math.ceil(len(times) / MOST_PERIODS) if times else 1
    shown = [place for place in range(len(times)) if (len(times) - 1 - place) % every == 0]
    edge = 0.0 if len(times) > 1 else 0.5
    ticks = tuple(Tick(times[place], texts[place]) for place in shown)
    return ChartAxis(times[0] - edge, times[-1] + edge, ticks)
