"""What the page of variation is given: pictures, tables and texts, ready to be shown."""

from dataclasses import dataclass

from dashboard.viewmodels.axes import ChartAxis
from dashboard.viewmodels.indicator.views import Level, LinesView, RegionsView, StripView
from dashboard.viewmodels.tables import TableView


@dataclass(frozen=True, slots=True)
class MonthMark:
    """One month of a chart of months. `signal` marks a special cause."""

    at: float
    value: float
    reading: str
    signal: bool


@dataclass(frozen=True, slots=True)
class MonthStretch:
    """The limits between two decisions to start new ones: from where to where, centre, lower and upper."""

    start: float
    end: float
    centre: float
    lower: float
    upper: float


@dataclass(frozen=True, slots=True)
class MonthsView:
    """One region's months against their own limits, and what has a cause of its own."""

    finding: str
    caption: str
    periods: ChartAxis
    axis: ChartAxis
    marks: tuple[MonthMark, ...]
    stretches: tuple[MonthStretch, ...]
    levels: tuple[Level, ...]
    names: tuple[tuple[float, str], ...]
    separators: str
    alt: str
    notes: tuple[str, ...]
    source: str
    table: TableView


@dataclass(frozen=True, slots=True)
class OneRegion:
    """One region's municipalities, a row each, and the middle half of them; None with fewer than five."""

    view: RegionsView
    middle: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class VariationView:
    """One indicator: the spread inside regions beside the spread between them. `empty` says why there is none."""

    empty: str
    share: tuple[str, ...]
    strip: StripView | None
    region: OneRegion | None
    few: tuple[str, ...]
    funnel: tuple[str, ...]
    years: LinesView | None
    years_text: str


@dataclass(frozen=True, slots=True)
class VariationTables:
    """The tables of the page, by the place each is drawn in."""

    strip: TableView | None
    spread: TableView | None
    region: TableView | None
    years: TableView | None
    all: TableView | None
    months: TableView | None
