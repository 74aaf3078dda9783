"""How coarsely a source has rounded its values, so that no step smaller than that is told as a change."""

from collections.abc import Iterable

COARSE = 0.5
"""The share of the relevance threshold from which a source's rounding is added to it: a finer one decides nothing."""
CLOSE = 1e-6
DECIMALS = 9
"""Decimals that a limit keeps, so that 0.2 and 0.1 make 0.3 and not a little more."""


def rounding_unit(values: Iterable[float]) -> float:
    """Return the unit that a source has rounded to, judged by one period's values: 1, 0.1, or 0 for finer ones."""
    found = list(values)
    if not found:
        return 0.0
    return next((unit for unit in (1.0, 0.1) if all(_is_multiple(value, unit) for value in found)), 0.0)


def beyond_rounding(threshold: float, unit: float) -> float:
    """Return the smallest difference between two single values that matters and is no work of rounding."""
    return round(threshold + unit, DECIMALS) if unit >= COARSE * threshold else threshold


def _is_multiple(value: float, unit: float) -> bool:
    return abs(value / unit - round(value / unit)) < CLOSE
