"""Two indicators against each other, region by region: the middle of both, and the line through them with its band."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from statistics import median

from indicators.statistics.errors import NoVariationError, TooFewPointsError
from indicators.statistics.line import fit_line, line_band, slope_limits

FEWEST_AREAS = 3
"""Areas with both values that a picture of two indicators needs."""


@dataclass(frozen=True, slots=True)
class AreasLine:
    """The least squares line of y on x through n areas, read at the areas' own x alone: beyond them nobody has seen.

    `slope` is in y's unit per unit of x, with its 95 % limits `least` and `most`. `places` are the areas' x in rising
    order; `fitted`, `lower` and `upper` the line and its 95 % band there, in y's unit.
    """

    n: int
    slope: float
    least: float
    most: float
    places: tuple[float, ...]
    fitted: tuple[float, ...]
    lower: tuple[float, ...]
    upper: tuple[float, ...]


@dataclass(frozen=True)
class Association:
    """The areas that have both values. `x` and `y` are those values by area, in the areas' order."""

    x: Mapping[str, float]
    y: Mapping[str, float]

    @property
    def areas(self) -> tuple[str, ...]:
        """The areas, in the order they were given in."""
        return tuple(self.x)

    @cached_property
    def middle(self) -> tuple[float, float]:
        """The medians of both."""
        return median(self.x.values()), median(self.y.values())

    @cached_property
    def line(self) -> AreasLine | None:
        """The line with its band; None where the areas are too few or do not differ along x."""
        try:
            found = fit_line(list(self.x.values()), list(self.y.values()))
        except (NoVariationError, TooFewPointsError):
            return None
        band, (least, most) = line_band(found, sorted(self.x.values())), slope_limits(found)
        return AreasLine(found.n, found.slope, least, most, band.places, band.fitted, band.lower, band.upper)


def associate(x: Mapping[str, float], y: Mapping[str, float], areas: Iterable[str]) -> Association:
    """Return two indicators' values in the areas that have both, in the order of `areas`."""
    both = [area for area in areas if area in x and area in y]
    return Association({area: x[area] for area in both}, {area: y[area] for area in both})
