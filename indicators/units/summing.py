"""What a region's units say together: their spread, and how sure each is. In plain Python: pages ask for it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from indicators.assessment.rules import ENOUGH_UNITS
from indicators.statistics.intervals import count_limits, wilson
from indicators.statistics.outcomes import FunnelKind, Spread
from indicators.statistics.spread import summarise
from indicators.units.row import UnitRow

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


@dataclass(frozen=True, slots=True)
class UnitCounts:
    """What a unit's value is made of: how many, of how many people, what values are per, and which kind of share."""

    numerator: float
    denominator: float
    per: float
    kind: FunnelKind


def unit_counts(row: UnitRow, unit: str) -> UnitCounts | None:
    """Return the counts of a unit's value where they tell of it; None where they are missing, or of something else.

    `unit` is the indicator's unit of measure (refdata/units.toml).
    """
    per = SHARES.get(unit) or RATES.get(unit)
    if per is None or row.value is None or row.numerator is None or not row.denominator:
        return None
    counts = UnitCounts(row.numerator, row.denominator, per, "proportion" if unit in SHARES else "rate")
    is_possible = counts.numerator >= 0 and (counts.kind == "rate" or counts.numerator <= counts.denominator)
    agrees = row.denominator > 0 and abs(row.numerator / row.denominator * per - row.value) <= ROUNDING
    return counts if is_possible and agrees else None


def unit_interval(row: UnitRow, unit: str) -> UnitInterval | None:
    """Return how sure a value is: by the region's own limits, else by its counts; None when neither tells.

    `unit` is the indicator's unit of measure (refdata/units.toml).
    """
    if row.value is None:
        return None
    if row.lower is not None and row.upper is not None:
        return UnitInterval(row.lower, row.upper, "supplied") if row.lower <= row.value <= row.upper else None
    counts = unit_counts(row, unit)
    return _counted(counts) if counts else None


def _counted(counts: UnitCounts) -> UnitInterval:
    if counts.kind == "proportion":
        lower, upper = wilson(counts.numerator, counts.denominator)
        return UnitInterval(lower * counts.per, upper * counts.per, "share")
    lower, upper = (limit / counts.denominator * counts.per for limit in count_limits(counts.numerator))
    return UnitInterval(lower, upper, "rate")


def unit_spread(rows: Sequence[UnitRow]) -> Spread | None:
    """Return the ends and quartiles of units' values; None with fewer than five, which are points only."""
    values = [row.value for row in rows if row.value is not None]
    return summarise(values) if len(values) >= ENOUGH_UNITS else None
