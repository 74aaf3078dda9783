"""Results of the statistics: spread, variation, funnels, slopes, groups and lines. Nothing is computed here."""

from dataclasses import dataclass
from typing import Literal

CountModel = Literal["binomial", "poisson"]
FunnelKind = Literal["proportion", "rate"]
FunnelMethod = Literal["normal", "exact-binomial", "exact-poisson"]
Place = Literal["below-99.8", "below-95", "inside", "above-95", "above-99.8"]
SlopeVariant = Literal["linear", "weighted"]


@dataclass(frozen=True, slots=True)
class Spread:
    """The number of values, their ends and their quartiles, in the values' unit."""

    n: int
    minimum: float
    q1: float
    median: float
    q3: float
    maximum: float


@dataclass(frozen=True, slots=True)
class RegionSpread:
    """One region's units: how many, their mean, and their variance around it (unit²), unweighted.

    `chance` is the variance that the units' small numbers make by themselves; None where no counts were given.
    """

    region: str
    units: int
    mean: float
    variance: float
    chance: float | None


@dataclass(frozen=True, slots=True)
class Variation:
    """Variance inside regions against variance between them, in the values' unit squared.

    `within` and `between` are as observed. Where counts were given (`model`) the chance parts are what sampling is
    expected to add to each. `share` is within / (within + between), of what is left without chance, 0 to 1;
    None when nothing is left: then the counts do not tell the units apart.
    """

    regions: tuple[RegionSpread, ...]
    within: float
    between: float
    chance_within: float
    chance_between: float
    model: CountModel | None
    share: float | None


@dataclass(frozen=True, slots=True)
class LastingVariation:
    """What lasts of units' variation, inside regions and between them, in the values' unit squared, never under 0.

    `regions` and `units` are those that take part. `share` is within / (within + between), 0 to 1; None when nothing
    lasts.
    """

    regions: int
    units: int
    within: float
    between: float
    share: float | None


@dataclass(frozen=True, slots=True)
class FewUnits:
    """The fewest units that carry a share of a region's excess.

    `units` are positions, the largest excess first; `excess` are theirs, in people or events; `total` is the whole
    region's; `carried` is the part the units have of it, 0 to 1. `with_excess` of `of` units have any. Without any
    excess `units` is empty and `carried` 0.
    """

    units: tuple[int, ...]
    excess: tuple[float, ...]
    total: float
    carried: float
    with_excess: int
    of: int


@dataclass(frozen=True, slots=True)
class FunnelLimits:
    """Limits for one denominator, in the values' unit, and how they were made."""

    denominator: float
    lower_998: float
    lower_95: float
    upper_95: float
    upper_998: float
    method: FunnelMethod


@dataclass(frozen=True, slots=True)
class FunnelUnit:
    """A unit's value, its limits, and its place against them: a word for a low or a high number, not good or bad."""

    value: float
    limits: FunnelLimits
    place: Place


@dataclass(frozen=True, slots=True)
class Funnel:
    """Units against limits. `dispersion` is the factor φ the limits are widened by (√φ), 1 when not asked for.

    `found_dispersion` is φ as estimated, also when it is under 1; None when not asked for.
    """

    kind: FunnelKind
    per: float
    baseline: float
    dispersion: float
    found_dispersion: float | None
    units: tuple[FunnelUnit, ...]


@dataclass(frozen=True, slots=True)
class SlopeIndex:
    """A line through ordered groups, from the first end of the population (rank 0) to the last (rank 1).

    `slope` is the slope index of inequality, last end minus first, in the values' unit. `ratio` is the relative index,
    last end over first, None when an end of the line is not above 0. `relative` is slope over `mean`, None when that
    is 0. The ends are the line's, not the outer groups' own values.
    """

    variant: SlopeVariant
    groups: int
    slope: float
    first_end: float
    last_end: float
    mean: float
    ratio: float | None
    relative: float | None


@dataclass(frozen=True, slots=True)
class EqualGroups:
    """Units shared out among groups of near equal population: each unit's group, 1 for the lowest ranking values.

    `shares` are the groups' parts of the population; a group may be empty when one unit, or units that tie, outgrow it.
    """

    groups: tuple[int, ...]
    shares: tuple[float, ...]
    units: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A least squares line through n points, and what its uncertainty is made of.

    `residual` is the standard deviation around the line (n − 2), `centre` the mean of x, `squares` the sum of squares
    of x around it, `quantile` Student's t for 95 %.
    """

    n: int
    slope: float
    intercept: float
    residual: float
    centre: float
    squares: float
    quantile: float


@dataclass(frozen=True, slots=True)
class Band:
    """A line at some places of x: fitted, the 95 % band of the line, and the wider one of a single new point."""

    places: tuple[float, ...]
    fitted: tuple[float, ...]
    lower: tuple[float, ...]
    upper: tuple[float, ...]
    point_lower: tuple[float, ...]
    point_upper: tuple[float, ...]
