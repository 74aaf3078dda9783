"""How sure a region's units are, and where they lie against chance, in words."""

from dataclasses import dataclass

from dashboard.viewmodels.variation.units import UnitsInside
from indicators import FormattedNumber, JudgedUnits, Language, format_number, judge_units


@dataclass(frozen=True)
class Judged:
    """A region's units, held against the region's units together, with what tells of them."""

    found: UnitsInside
    units: JudgedUnits

    def order(self) -> list[str]:
        """Return the units: those outside the limits at their ends, and between them the others by name."""
        return self.units.order(lower_is_better=self.found.whole.definition.direction == "lower")

    def interval_text(self, name: str) -> str:
        """Return the limits of a value as they are written; empty without any."""
        number, limits = self.found.whole.number, self.units.limits
        return f"{number(limits[name][0])}–{number(limits[name][1])}" if name in limits else ""

    def place_text(self, name: str) -> str:
        """Return where a unit lies against the limits of its region, in words."""
        words, units = self.found.words, self.units.units
        return words(f"variation.place.{units[name].place}" if name in units else "variation.place.unknown")


def judged(found: UnitsInside, region: str) -> Judged:
    """Return a region's units, held against the region's units together."""
    values, unit = found.spreads[region].values, found.whole.definition.unit
    return Judged(found, judge_units(found.rows[region], values, unit))


def count_text(count: float, language: Language) -> FormattedNumber:
    """Return a count; it need not be whole, when it was weighted."""
    return format_number(count, 0 if count == int(count) else 1, language)
