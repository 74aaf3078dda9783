"""Differences inside an area that are more than chance: what is known of each, told or not. Plain records."""

from dataclasses import dataclass
from typing import Literal

from indicators.definition import Sex

DifferenceKind = Literal["sexes", "municipalities", "fifths"]


@dataclass(frozen=True, slots=True)
class SexDifference:
    """Women less men in one region at one period, beside the nation's difference then, in the indicator's unit.

    `nation` is the nation's women less men; `nation_is_middle` says that the nation publishes none and it is the middle
    region's. `error` is the standard error of the region's difference, from the year-to-year ranges of differences.
    `earlier` is the newest period that shares no year with this one, with both differences then; None where there is
    none. `is_told`: beyond the nation's by the threshold and three errors, and by the threshold on the same side
    earlier too.
    """

    period: str
    women: float
    men: float
    nation: float
    nation_is_middle: bool
    error: float | None
    threshold: float
    earlier: str | None
    earlier_difference: float | None
    earlier_nation: float | None
    is_told: bool

    @property
    def difference(self) -> float:
        """Women less men."""
        return self.women - self.men

    @property
    def beyond(self) -> float:
        """The region's difference less the nation's."""
        return self.difference - self.nation


@dataclass(frozen=True, slots=True)
class LastingSpread:
    """How far apart a region's municipalities lie in the long run, beside the other regions, in the indicator's unit.

    `lasting` is the root of the covariance of `period` and `earlier`, which share no year, over the `units`
    municipalities that have both; `middle` is the middle region's of `regions`. `mean` is the municipalities' mean at
    `period`. `apart` are the municipalities (code, value) at least three standard errors from it, lowest first: no
    other may be named. `is_told`: `lasting` is 1.5 times the middle region's or more, and the threshold above it.
    """

    period: str
    earlier: str
    units: int
    lasting: float
    middle: float
    regions: int
    threshold: float
    mean: float
    apart: tuple[tuple[str, float], ...]
    is_told: bool


@dataclass(frozen=True, slots=True)
class FifthsInside:
    """Whether the order of five groups of the nation's municipalities holds inside the regions.

    `crude` is the last group's mean less the first's (the last has the lowest economic standard). `inside` is the same
    distance from how municipalities lie around their own region's means. `agree` is the part of the `regions` whose own
    slope goes the same way, 0 to 1. `turned_by` is the region without whose municipalities the crude order turns, with
    the first and last group's means then; None where no single region does that.
    """

    period: str
    crude: float
    inside: float
    agree: float
    regions: int
    threshold: float
    holds_without_each: bool
    turned_by: tuple[str, float, float] | None
    is_told: bool


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference inside an area that may be told, of an indicator under its reader's id, by the series that has it.

    The facts' type follows from the kind. All are of one period, which must be said: the sources are years old.
    """

    kind: DifferenceKind
    indicator: str
    series: str
    sex: Sex
    area: str
    period: str
    facts: SexDifference | LastingSpread | FifthsInside
