"""How coarsely a source has rounded its values, so that no step smaller than that is told as a change."""

from collections.abc import Iterable

from indicators.assessment.rules import COARSE, PUBLISHED

CLOSE = 1e-6


def rounding_unit(values: Iterable[float]) -> float:
    """Return the unit that a source has rounded to, judged by one period's values: 1, 0.1, or 0 for finer ones."""
    found = list(values)
    if not found:
        return 0.0
    return next((unit for unit in (1.0, 0.1) if all(_is_multiple(value, unit) for value in found)), 0.0)


def beyond_rounding(threshold: float, unit: float) -> float:
    """Return the smallest difference between two single values that matters and is no work of rounding."""
    return round(threshold + unit, PUBLISHED) if unit >= COARSE * threshold else threshold


def _is_multiple(value: float, unit: float) -> bool:
    return abs(value / unit - round(value / unit)) < CLOSE
