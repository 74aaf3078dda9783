"""One region's units held against the limits that chance alone would keep them within: never by rank."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.viewmodels.variation.units import UnitsInside
from indicators import (
    BaselineError,
    FormattedNumber,
    Funnel,
    FunnelUnit,
    Language,
    UnitCounts,
    format_number,
    plain_funnel,
    unit_interval,
)

OUTSIDE = ("below-99.8", "below-95", "above-95", "above-99.8")


@dataclass(frozen=True)
class Judged:
    """A region's units: how sure each value is (`limits`), and where it lies against its funnel (`units`)."""

    found: UnitsInside
    values: dict[str, float]
    sizes: dict[str, float]
    limits: dict[str, tuple[float, float]]
    units: dict[str, FunnelUnit]

    def is_outside(self, name: str) -> bool:
        """Return whether a unit lies outside what chance gives 19 times of 20."""
        return name in self.units and self.units[name].place in OUTSIDE

    def order(self) -> list[str]:
        """Return the units: those outside the limits at their ends, and between them the others by name.

        What chance may have put somewhere thereby never stands as the best or the worst.
        """
        is_lower = self.found.whole.definition.direction == "lower"

        def key(name: str) -> tuple[int, float, str]:
            if not self.is_outside(name):
                return (0, 0.0, name)
            is_last = self.units[name].place.startswith("above") == is_lower
            return (1 if is_last else -1, self.values[name] * (1 if is_lower else -1), name)

        return sorted(self.values, key=key)

    def drawn(self, order: Sequence[str], most: int) -> list[str]:
        """Return those of the units that are drawn: outside the limits, and the largest of the others."""
        by_size = sorted(order, key=lambda name: (not self.is_outside(name), -self.sizes.get(name, 0.0)))
        kept = set(by_size[:most])
        return [name for name in order if name in kept]

    def interval_text(self, name: str) -> str:
        """Return the limits of a value as they are written; empty without any."""
        number = self.found.whole.number
        return f"{number(self.limits[name][0])}–{number(self.limits[name][1])}" if name in self.limits else ""

    def place_text(self, name: str) -> str:
        """Return where a unit lies against the limits of its region, in words."""
        words = self.found.words
        return words(f"variation.place.{self.units[name].place}" if name in self.units else "variation.place.unknown")


def judged(found: UnitsInside, region: str) -> Judged:
    """Return a region's units, held against the region's units together."""
    unit, counts = found.whole.definition.unit, found.counts(region)
    intervals = ((row.unit, unit_interval(row, unit)) for row in found.rows[region])
    limits = {name: (own.lower, own.upper) for name, own in intervals if own is not None}
    sizes = {name: own.denominator for name, own in counts.items()}
    made = funnel_of(list(counts.values()), widen=False)
    units = dict(zip(counts, made.units, strict=True)) if made else {}
    return Judged(found, found.spreads[region].values, sizes, limits, units)


def funnel_of(counts: Sequence[UnitCounts], *, widen: bool) -> Funnel | None:
    """Return the funnel of units; None with fewer than two, or where nobody or everybody has what is counted."""
    if len(counts) < 2:
        return None
    numbers = ([own.numerator for own in counts], [own.denominator for own in counts])
    try:
        return plain_funnel(*numbers, counts[0].kind, per=counts[0].per, widen=widen)
    except BaselineError:
        return None


def count_text(count: float, language: Language) -> FormattedNumber:
    """Return a count; it need not be whole, when it was weighted."""
    return format_number(count, 0 if count == int(count) else 1, language)
