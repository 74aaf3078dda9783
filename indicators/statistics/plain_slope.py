"""The slope through ordered groups in plain Python: pages ask for it of what a region has uploaded."""

from collections.abc import Sequence
from itertools import accumulate
from math import fsum

from indicators.statistics.outcomes import SlopeIndex

FEWEST_GROUPS = 5


def plain_slope(values: Sequence[float], people: Sequence[float] | None) -> SlopeIndex | None:
    """Return the slope index and the relative index of inequality; None with fewer than five groups.

    Parameters
    ----------
    values
        One to each group, any unit, from one end of the population to the other.
    people
        The groups' people, above 0; None where they are not known.

    Notes
    -----
    `slope.slope_index` says what is done: "weighted" with people, "linear" (each group counts once) without. The two
    agree, which a test holds them to.
    """
    n = len(values)
    if n < FEWEST_GROUPS:
        return None
    whole = fsum(people) if people else float(n)
    weights = [number / whole for number in people or [1.0] * n]
    ranks = [end - weight / 2 for end, weight in zip(accumulate(weights), weights, strict=True)]
    centre = fsum(w * x for w, x in zip(weights, ranks, strict=True))
    mean = fsum(w * y for w, y in zip(weights, values, strict=True))
    across = fsum(w * (x - centre) * (y - mean) for w, x, y in zip(weights, ranks, values, strict=True))
    slope = across / fsum(w * (x - centre) ** 2 for w, x in zip(weights, ranks, strict=True))
    first, last = mean - slope * centre, mean + slope * (1 - centre)
    return SlopeIndex(
        variant="weighted" if people else "linear",
        groups=n,
        slope=slope,
        first_end=first,
        last_end=last,
        mean=mean,
        ratio=last / first if min(first, last) > 0 else None,
        relative=slope / mean if mean != 0 else None,
    )
