"""A region's units held against the limits that chance alone would keep them within: never by rank."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from indicators.statistics.errors import BaselineError
from indicators.statistics.funnel import FEWEST_FOR_DISPERSION, funnel, funnel_limits
from indicators.statistics.outcomes import Funnel, FunnelLimits, FunnelUnit
from indicators.units.row import UnitRow
from indicators.units.summing import UnitCounts, unit_counts, unit_interval

OUTSIDE = ("below-99.8", "below-95", "above-95", "above-99.8")
"""Where a unit lies that is further from the whole than chance gives 19 times of 20."""


@dataclass(frozen=True)
class JudgedUnits:
    """Units by name: how many people each is about, how sure its value is, and where it lies against the funnel.

    `values` and `limits` are in the indicator's unit; a unit without counts has neither size nor place.
    """

    values: Mapping[str, float]
    sizes: Mapping[str, float]
    limits: Mapping[str, tuple[float, float]]
    units: Mapping[str, FunnelUnit]

    def is_outside(self, name: str) -> bool:
        """Return whether a unit lies outside what chance gives 19 times of 20."""
        return name in self.units and self.units[name].place in OUTSIDE

    def order(self, *, lower_is_better: bool) -> list[str]:
        """Return the units: those outside the limits at their ends, and between them the others by name.

        What chance may have put somewhere thereby never stands as the best or the worst.
        """

        def key(name: str) -> tuple[int, float, str]:
            if not self.is_outside(name):
                return (0, 0.0, name)
            is_last = self.units[name].place.startswith("above") == lower_is_better
            return (1 if is_last else -1, self.values[name] * (1 if lower_is_better else -1), name)

        return sorted(self.values, key=key)

    def most_telling(self, order: Sequence[str], most: int) -> list[str]:
        """Return at most so many of the units, in their order: those outside the limits, and the largest others."""
        by_size = sorted(order, key=lambda name: (not self.is_outside(name), -self.sizes.get(name, 0.0)))
        kept = set(by_size[:most])
        return [name for name in order if name in kept]


def judge_units(rows: Sequence[UnitRow], values: Mapping[str, float], unit: str) -> JudgedUnits:
    """Return units held against all of them together. `unit` is the indicator's unit of measure."""
    found = ((row.unit, unit_counts(row, unit)) for row in rows)
    counts = {name: own for name, own in found if own is not None}
    intervals = ((row.unit, unit_interval(row, unit)) for row in rows)
    limits = {name: (own.lower, own.upper) for name, own in intervals if own is not None}
    sizes = {name: own.denominator for name, own in counts.items()}
    made = funnel_of(list(counts.values()), widen=False)
    units = dict(zip(counts, made.units, strict=True)) if made else {}
    return JudgedUnits(values, sizes, limits, units)


def funnel_of(counts: Sequence[UnitCounts], *, widen: bool) -> Funnel | None:
    """Return the funnel of units; None with fewer than two, or where nobody or everybody has what is counted.

    `widen` allows for differences beyond chance that all share, where the units are enough to tell how large they are.
    """
    if len(counts) < 2:
        return None
    numbers = ([own.numerator for own in counts], [own.denominator for own in counts])
    widened = widen and len(counts) >= FEWEST_FOR_DISPERSION
    try:
        return funnel(*numbers, counts[0].kind, per=counts[0].per, widen=widened)
    except BaselineError:
        return None


def limits_along(made: Funnel, denominators: Sequence[float]) -> Sequence[FunnelLimits]:
    """Return the limits of a funnel for units of any sizes, in people: what its lines are drawn from."""
    return funnel_limits(made.baseline, denominators, made.kind, per=made.per, dispersion=made.dispersion)
