"""What the screens and the API are given of a region's own units: formatted, placed, and marked as what they are."""

from dataclasses import dataclass

from dashboard.viewmodels.axes import ChartAxis
from dashboard.viewmodels.indicator.views import Level
from dashboard.viewmodels.sentences import Piece
from dashboard.viewmodels.tables import TableView


@dataclass(frozen=True, slots=True)
class UnitMark:
    """One unit. `at` is its lane in the picture, from the top; None when its value is missing or hidden.

    `lower` and `upper` are the limits of a 95 % interval, in the indicator's unit, with what they are made of in
    `interval_basis`; None where neither the region nor the counts tell. `trend` is the verdict of the last five years,
    `trend_text` its reason in words; empty with fewer years.
    """

    unit: str
    kind: str
    period: str
    value: float | None
    value_text: str
    lower: float | None
    upper: float | None
    interval_text: str
    interval_basis: str
    numerator: float | None
    denominator: float | None
    status: str
    status_text: str
    reading: str
    at: float | None
    trend: str = ""
    trend_text: str = ""


@dataclass(frozen=True, slots=True)
class UnitSpread:
    """The ends of a band's values, and its quartiles where at least five units have values."""

    n: int
    minimum: float | None
    q1: float | None
    median: float | None
    q3: float | None
    maximum: float | None


@dataclass(frozen=True, slots=True)
class RegionValue:
    """The published value of the region itself, of the units' own period where there is one."""

    value: float
    period: str
    reading: str


@dataclass(frozen=True, slots=True)
class UnitBand:
    """The units of one kind in one region, the better first and those without a value last.

    `top` and `bottom` are where the band lies among the picture's lanes, `title_at` where its title stands when its
    units are named; None when nothing of it is drawn. `own_text` says whose figures they are, `example_text` that they
    are made up, empty when they are not.
    """

    region: str
    region_name: str
    kind: str
    kind_text: str
    title: str
    label: str
    period: str
    period_text: str
    vintage: str
    own_text: str
    example: bool
    example_text: str
    units: tuple[UnitMark, ...]
    spread: UnitSpread
    hidden: int
    region_value: RegionValue | None
    top: float | None
    bottom: float | None
    title_at: float | None


@dataclass(frozen=True, slots=True)
class UnitsView:
    """The units of one indicator by region. Where there are none `empty` says why, and what a region can do.

    `example` is the mark that must stand on every view of what is made up, with `example_where` saying where it
    applies; both empty when all is real. `is_named` tells that each unit has a lane of its own with its name.
    """

    edition: str
    indicator: str
    series: str
    name: str
    unit: str
    lang: str
    sex: str
    finding: str
    caption: str
    example: str
    example_where: str
    axis: ChartAxis | None
    axis_end: str
    bands: tuple[UnitBand, ...]
    levels: tuple[Level, ...]
    lanes: int
    is_named: bool
    separators: str
    alt: str
    notes: tuple[str, ...]
    source: str
    empty: tuple[Piece, ...]
    table: TableView | None
    spread: TableView | None


@dataclass(frozen=True, slots=True)
class UnitsTables:
    """The tables of the units, each by the name of its place; None leaves the place empty."""

    units: TableView | None
    spread: TableView | None
