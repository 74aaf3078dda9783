"""How much one region's value swings by itself: a standard error estimated from the series, as no source states any."""

from collections.abc import Mapping
from itertools import pairwise
from math import exp, log, sqrt
from statistics import fmean, median

from indicators.signals import rules
from indicators.signals.measures import Measure, last_year

PER_100_000 = "rate"
STEEPEST = -0.5
"""The slope of pure counts: four times as many residents halve the standard error."""


def standard_errors(measure: Measure, population: Mapping[str, float]) -> dict[str, float]:
    """Return each region's standard error in the unit; empty where there are too few ranges to know it."""
    ranges = {area: _ranges(measure, area) for area in measure.regions}
    if sum(map(len, ranges.values())) < rules.MIN_RANGES:
        return {}
    model = _size_model(measure, ranges, population)
    return {area: max(_blend(found, model[area]), _floor(measure, area, population)) for area, found in ranges.items()}


def _ranges(measure: Measure, area: str) -> list[float]:
    """How far the region moved beside the country from one period to the next, each on the scale of a single value."""
    points = measure.points[area][-rules.MOST_POINTS :]
    found = []
    for (before, old), (after, new) in pairwise(points):
        then, now = measure.known_middle(before), measure.known_middle(after)
        if then is not None and now is not None and measure.side(area, before) == measure.side(area, after):
            factor = _correction(measure.width, last_year(after) - last_year(before))
            found.append(abs((new - now) - (old - then)) * sqrt(factor))
    return found


def _correction(width: int, gap: int) -> float:
    """Half for single values; means that share years differ by too little, which the factor undoes."""
    return max(1.0, width / max(1, min(gap, width))) / 2


def own_error(ranges: list[float]) -> float:
    """Return a standard error from moving ranges; their median is not moved by one real step."""
    return median(ranges) / rules.NORMAL_MEDIAN


def _size_model(
    measure: Measure, ranges: Mapping[str, list[float]], population: Mapping[str, float]
) -> dict[str, float]:
    """The standard error that a region's size alone would give: its log is a line in the log of the population."""
    size = {area: log(population[area] / rules.TYPICAL_POPULATION) for area in ranges}
    found = [(size[area], width) for area, widths in ranges.items() for width in widths]
    least = rules.SMALLEST_RANGE * own_error([width for _, width in found])
    slope = _slope([(x, log(max(width, least))) for x, width in found]) if least > 0 else 0.0
    level = own_error([width / exp(slope * x) for x, width in found])
    return {area: max(level * exp(slope * x), _rounding_error(measure)) for area, x in size.items()}


def _slope(points: list[tuple[float, float]]) -> float:
    """The least-squares slope, between nought and what pure counts would give."""
    x_mean, y_mean = fmean(x for x, _ in points), fmean(y for _, y in points)
    spread = sum((x - x_mean) ** 2 for x, _ in points)
    slope = sum((x - x_mean) * (y - y_mean) for x, y in points) / spread if spread else 0.0
    return min(0.0, max(STEEPEST, slope))


def _rounding_error(measure: Measure) -> float:
    return measure.rounding / sqrt(12)


def _blend(ranges: list[float], model: float) -> float:
    own = own_error(ranges) if ranges else 0.0
    n = len(ranges)
    return sqrt((n * own**2 + rules.PRIOR * model**2) / (n + rules.PRIOR))


def _floor(measure: Measure, area: str, population: Mapping[str, float]) -> float:
    """No surer than the rounding allows, nor than a count of events among all residents."""
    floor = _rounding_error(measure)
    value = measure.values[area].get(measure.headline)
    if measure.definition.unit == PER_100_000 and value:
        events = value * population[area] / 1e5 * measure.width
        floor = max(floor, value / sqrt(events)) if events > 0 else floor
    return floor
