"""What a region's units say together: their spread, and how sure each is. In plain Python: pages ask for it."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from indicators.statistics.intervals import CountOutOfRangeError, count_limits, wilson
from indicators.statistics.results import Spread
from indicators.units.row import UnitRow

ENOUGH_UNITS = 5
# What a count divided by its denominator is multiplied by; a share is bounded by its denominator, a rate is not.
SHARES = {"percent": 100.0}
RATES = {"rate": 100_000.0, "per-1000": 1_000.0, "per-100": 100.0, "per-100-beds": 100.0}
# A value may be rounded to a whole number and its counts not; further apart they do not tell of one another.
ROUNDING = 0.51


@dataclass(frozen=True, slots=True)
class UnitInterval:
    """The 95 % limits of a unit's value, in the indicator's unit, and whose they are."""

    lower: float
    upper: float
    basis: Literal["supplied", "share", "rate"]


def unit_interval(row: UnitRow, unit: str) -> UnitInterval | None:
    """Return how sure a value is: by the region's own limits, else by its counts; None when neither tells.

    `unit` is the indicator's unit of measure (refdata/units.toml).
    """
    if row.value is None:
        return None
    if row.lower is not None and row.upper is not None:
        return UnitInterval(row.lower, row.upper, "supplied") if row.lower <= row.value <= row.upper else None
    if row.numerator is None or row.denominator is None or row.denominator <= 0:
        return None
    return _counted(row.value, row.numerator, row.denominator, unit)


def _counted(value: float, numerator: float, denominator: float, unit: str) -> UnitInterval | None:
    factor = SHARES.get(unit) or RATES.get(unit)
    if factor is None or abs(numerator / denominator * factor - value) > ROUNDING:
        return None
    try:
        if unit in SHARES:
            lower, upper = wilson(numerator, denominator)
            return UnitInterval(lower * factor, upper * factor, "share")
        lower, upper = (limit / denominator * factor for limit in count_limits(numerator))
    except CountOutOfRangeError:
        return None
    return UnitInterval(lower, upper, "rate")


def unit_spread(rows: Sequence[UnitRow]) -> Spread | None:
    """Return the ends and quartiles of units' values; None with fewer than five, which are points only."""
    values = sorted(row.value for row in rows if row.value is not None)
    if len(values) < ENOUGH_UNITS:
        return None
    q1, median, q3 = (_quantile(values, share) for share in (0.25, 0.5, 0.75))
    return Spread(n=len(values), minimum=values[0], q1=q1, median=median, q3=q3, maximum=values[-1])


def _quantile(ordered: Sequence[float], share: float) -> float:
    """By linear interpolation at place 1 + (n - 1) p, as indicators.statistics.spread.summarise."""
    place = (len(ordered) - 1) * share
    low = math.floor(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (place - low) * (ordered[high] - ordered[low])
