"""What the analysis of one edition says. Plain records: reading them needs no numpy."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from indicators.analysis.difference_records import FifthsInside, LastingSpread, SexDifference
from indicators.definition import Sex
from indicators.statistics.inequality import GroupFigure
from indicators.statistics.outcomes import FewUnits, SlopeIndex, Spread
from indicators.statistics.xmr_records import XmrChart

Basis = Literal["inside", "between", "equal", "few-regions", "no-variation", "months-only", "one-window", "not-counted"]
Lack = Literal["no-population", "other-denominator", "no-direction", "no-yardstick", "few-units", "no-excess"]


@dataclass(frozen=True, slots=True)
class WithinShare:
    """How much of municipalities' (or units') variation lies inside regions at one period, chance taken out.

    `share` is 0 to 1, None with its reason in `basis`. `within` and `between` are variances in the values' unit
    squared; `regions` and `units` are those that take part (regions with five municipalities or more). Chance is taken
    out by what `period` and `earlier` agree on, which share no year; without an earlier one, by the units' counts.
    """

    period: str
    basis: Basis
    share: float | None
    within: float | None
    between: float | None
    regions: int
    units: int
    earlier: str | None = None


@dataclass(frozen=True, slots=True)
class YearInside:
    """One year of municipalities: the spread in each region (five municipalities or more) and the within share.

    `width` is the median over regions of the distance between their quartiles, in the values' unit. `between` is the
    spread of the regions' own values that year.
    """

    period: str
    regions: dict[str, Spread]
    width: float | None
    share: WithinShare
    between: Spread | None


@dataclass(frozen=True, slots=True)
class FewUnitsFound:
    """The municipalities that carry half of a region's excess over a yardstick, or why it cannot be said.

    `codes` are all municipalities counted, in the order that `found.units` points into.
    """

    lack: Lack | None
    yardstick: float | None = None
    kind: Literal["target", "best-quarter"] | None = None
    codes: tuple[str, ...] = ()
    found: FewUnits | None = None


@dataclass(frozen=True, slots=True)
class Fifths:
    """Municipalities in five groups by their share with a persistently low income, lowest share first.

    `values` are the groups' means, `units` how many municipalities each has, `shares` their parts of the population
    (or, when `weighted` is False, of the municipalities: each then counts once). `slope` runs from the lowest share to
    the highest. `ranked_at` is the period of the ranking.
    """

    period: str
    ranked_at: str
    weighted: bool
    values: tuple[float | None, ...]
    units: tuple[int, ...]
    shares: tuple[float, ...]
    slope: SlopeIndex | None


@dataclass(frozen=True, slots=True)
class GroupYear:
    """The groups of one grouping at one period, by group ("education:low"), in the grouping's order.

    `few` are groups that are too small to be shown. `nation` is everybody in the nation then. `slope` runs through the
    groups of an ordered grouping, all of them present and five or more.
    """

    period: str
    figures: dict[str, GroupFigure]
    few: tuple[str, ...]
    nation: float | None
    slope: SlopeIndex | None


@dataclass(frozen=True, slots=True)
class GroupResults:
    """One series by the groups of one grouping in one area, oldest period first."""

    years: tuple[GroupYear, ...]


@dataclass(frozen=True, slots=True)
class Inside:
    """One series and sex: municipalities over the years, oldest first; few units by region."""

    years: tuple[YearInside, ...]
    few: dict[str, FewUnitsFound]

    @property
    def latest(self) -> YearInside:
        """The newest year, not after the headline period."""
        return self.years[-1]


@dataclass(frozen=True)
class Analysis:
    """Everything analysed in one edition. `population` is where the municipalities' population is from, if known."""

    digest: str
    population: str | None
    inside: Mapping[tuple[str, Sex], Inside] = field(default_factory=dict)
    fifths: Mapping[tuple[str, Sex, str], Fifths] = field(default_factory=dict)
    months: Mapping[tuple[str, Sex, str], XmrChart] = field(default_factory=dict)
    groups: Mapping[tuple[str, str, str], GroupResults] = field(default_factory=dict)
    """By series, grouping and area; of both sexes together."""
    lasting: Mapping[tuple[str, str], LastingSpread] = field(default_factory=dict)
    """By series and region; of both sexes together."""
    sexes: Mapping[tuple[str, str], SexDifference] = field(default_factory=dict)
    """By series and region."""
    slopes: Mapping[str, FifthsInside] = field(default_factory=dict)
    """By series, of the nation's municipalities; of both sexes together."""
