"""How much areas' values swing by themselves: standard errors from the series' own year-to-year ranges."""

import math
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from statistics import fmean, median

from indicators.statistics.errors import SettingError

Series = Mapping[str, Sequence[tuple[int, float]]]
NORMAL = 0.6745
"""The median of |z|: what a robust range is divided by to be a standard deviation."""
FEWEST_RANGES = 12
PRIOR = 4
"""How many ranges of its own an area's size is worth."""
MOST_POINTS = 11
STEEPEST = 0.5
"""Counts' errors fall with the root of the size; nothing falls faster."""


def moving_range_errors(
    series: Series, *, width: int = 1, breaks: Sequence[int] = (), sizes: Mapping[str, float] | None = None
) -> dict[str, float]:
    """Return the standard error of one value of each area, in the values' unit; empty with fewer than 12 ranges in all.

    Parameters
    ----------
    series
        Each area's (year, value) pairs, oldest first. At most the last eleven count.
    width
        Years in each value: 1, or those of a multi-year mean.
    breaks
        First years after a break: no range is taken over one.
    sizes
        Each area's size, above 0; without all of them every area counts as equally large.

    Raises
    ------
    SettingError
        The width is under 1, or a size is not above 0.

    Notes
    -----
    What happens everywhere is taken out: d = value − the middle area's that year. Each range |d₂ − d₁| is multiplied by
    √f, f = max(1, w / min(g, w)) / 2 with g years between, since means that share years differ by too little. The own
    error is the ranges' median / 0.6745, which one real step does not inflate. The size model has log range fall along
    log size, by at most half; σ² = (n · own² + 4 · model²) / (n + 4) with n own ranges.

    References
    ----------
    Wheeler DJ, Chambers DS. Understanding statistical process control. 2nd ed. Knoxville: SPC Press; 1992, chapter 3.
    Rousseeuw PJ, Croux C. Alternatives to the median absolute deviation. JASA 1993;88:1273-1283.
    """
    if width < 1:
        raise SettingError("width", found=width, allowed="must be at least 1")
    known = sizes if sizes is not None and set(series) <= set(sizes) else dict.fromkeys(series, 1.0)
    wrong = [known[area] for area in series if not known[area] > 0]
    if wrong:
        raise SettingError("sizes", found=wrong[0], allowed="must be above 0")
    ranges = _ranges({area: points[-MOST_POINTS:] for area, points in series.items()}, width, breaks)
    if sum(map(len, ranges.values())) < FEWEST_RANGES:
        return {}
    steep, level = _size_model(ranges, known)
    return {area: _error(own, level * known[area] ** steep) for area, own in ranges.items()}


def _ranges(series: Series, width: int, breaks: Sequence[int]) -> dict[str, list[float]]:
    by_year: dict[int, list[float]] = {}
    for points in series.values():
        for year, value in points:
            by_year.setdefault(year, []).append(value)
    middle = {year: median(values) for year, values in by_year.items()}
    return {area: list(_of(points, middle, width, breaks)) for area, points in series.items()}


def _of(
    points: Sequence[tuple[int, float]], middle: Mapping[int, float], width: int, breaks: Sequence[int]
) -> Iterable[float]:
    for (before, first), (after, second) in pairwise(points):
        if not any(before < start <= after for start in breaks):
            factor = max(1.0, width / min(after - before, width)) / 2
            yield abs((second - middle[after]) - (first - middle[before])) * math.sqrt(factor)


def _size_model(ranges: Mapping[str, Sequence[float]], sizes: Mapping[str, float]) -> tuple[float, float]:
    """The power that ranges fall with size by, and the middle range at size 1. Ranges of 0 have no logarithm."""
    pairs = [(math.log(sizes[area]), math.log(one)) for area, own in ranges.items() for one in own if one > 0]
    steep = 0.0
    if pairs and len({x for x, _ in pairs}) > 1:
        across, up = fmean(x for x, _ in pairs), fmean(y for _, y in pairs)
        slope = sum((x - across) * (y - up) for x, y in pairs) / sum((x - across) ** 2 for x, _ in pairs)
        steep = min(0.0, max(-STEEPEST, slope))
    return steep, median(one / sizes[area] ** steep for area, own in ranges.items() for one in own)


def _error(own: Sequence[float], model: float) -> float:
    found = median(own) if own else 0.0
    return math.sqrt((len(own) * found**2 + PRIOR * model**2) / (len(own) + PRIOR)) / NORMAL


def published_step(values: Sequence[float]) -> float:
    """Return what values seem to be rounded to: 1, 0.1, or 0 when finer; 0 without values."""
    if not values:
        return 0.0
    if all(value == round(value) for value in values):
        return 1.0
    return 0.1 if all(abs(value - round(value, 1)) < 1e-9 for value in values) else 0.0
