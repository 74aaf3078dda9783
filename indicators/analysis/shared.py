"""What is said alike of municipalities, when an edition is written, and of a region's own units, when a page asks."""

import math
from typing import Literal

from indicators.analysis.records import Basis, WithinShare
from indicators.assessment.records import Comparison
from indicators.assessment.rules import ENOUGH_UNITS
from indicators.definition import Definition
from indicators.reference import Reference
from indicators.statistics.outcomes import Variation
from indicators.statistics.spread import quantile

HALF = 50
UPPER, LOWER = 0.75, 0.25


def within_share(period: str, found: Variation) -> WithinShare:
    """Return how much of a variation lies inside the regions, at one period."""
    units = sum(region.units for region in found.regions)
    return WithinShare(
        period, basis_of(found.share), found.share, found.within, found.between, len(found.regions), units
    )


def basis_of(share: float | None) -> Basis:
    """Return where most of a variation lies, by its share inside; None is no variation."""
    if share is None:
        return "no-variation"
    # Told in whole per cent: what is told as one half is neither more nor less.
    percent = round(share * 100)
    return "equal" if percent == HALF else "inside" if percent > HALF else "between"


def yardstick_of(
    definition: Definition, comparison: Comparison, reference: Reference
) -> tuple[float | None, Literal["target", "best-quarter"] | None]:
    """Return the target where it is of the same definition and in force, else where the best quarter of regions begins.

    Without a target and with too few regions both are None.
    """
    target = reference.target(definition.id)
    if target is not None and target.is_binding:
        return target.value, "target"
    values = sorted(value for value in comparison.yardsticks.values() if math.isfinite(value))
    if len(values) < ENOUGH_UNITS:
        return None, None
    return quantile(values, UPPER if definition.direction == "higher" else LOWER), "best-quarter"
