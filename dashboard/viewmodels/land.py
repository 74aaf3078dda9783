"""Where a county's symbol stands: inside its land, where the land is widest, as assets/map-centre.js finds it."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

Spot = tuple[float, float]
LEVELS = 24
ASIDE = 1.2
"""How much a stretch loses for lying away from the county's middle height."""


def middle_of_land(rings: Sequence[Sequence[Spot]]) -> Spot:
    """Return the middle of the widest stretch of land; wide places near the middle height weigh most."""
    largest = max(rings, key=_area)
    top, bottom = min(y for _, y in largest), max(y for _, y in largest)
    found = max(_stretches(rings, top, bottom - top), key=lambda one: one[0], default=(0.0, *largest[0]))
    return round(found[1], 1), round(found[2], 1)


def _stretches(rings: Sequence[Sequence[Spot]], top: float, height: float) -> Iterator[tuple[float, float, float]]:
    """Every stretch of land at each height: its weight and its middle."""
    for level in range(1, LEVELS):
        share = level / LEVELS
        y = top + height * share
        # Over all outlines, so that a lake is no land.
        ends = sorted(x for ring in rings for x in _crossings(ring, y))
        for start, end in zip(ends[::2], ends[1::2], strict=True):
            yield (end - start) * (1 - ASIDE * abs(share - 0.5)), (start + end) / 2, y


def _crossings(ring: Sequence[Spot], y: float) -> Iterator[float]:
    for (x1, y1), (x2, y2) in pairwise((*ring, ring[0])):
        if (y1 <= y) != (y2 <= y):
            yield x1 + (y - y1) / (y2 - y1) * (x2 - x1)


def _area(ring: Sequence[Spot]) -> float:
    return abs(sum(x * ny - nx * y for (x, y), (nx, ny) in pairwise((*ring, ring[0]))))
