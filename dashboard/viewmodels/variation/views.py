"""What the page of variation is given: pictures, tables and texts, ready to be shown."""

from dataclasses import dataclass

from dashboard.viewmodels.axes import ChartAxis
from dashboard.viewmodels.indicator.views import Level, LinesView, RegionsView, StripView
from dashboard.viewmodels.sentences import Piece
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
    """One region's months against their own limits, and what has a cause of its own.

    `about` says which series has months where the chosen indicator has none, else empty.
    """

    about: str
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
class FunnelMark:
    """One unit: of how many people, its value, where it lies against the limits, and all of it in words."""

    unit: str
    people: float
    value: float
    place: str
    reading: str


@dataclass(frozen=True, slots=True)
class FunnelLine:
    """The limits at one number of people."""

    people: float
    lower_998: float
    lower_95: float
    upper_95: float
    upper_998: float


@dataclass(frozen=True, slots=True)
class FunnelView:
    """Units against the limits of chance. `outside` are those outside in words, `names` what the limits are called."""

    finding: str
    caption: str
    people: ChartAxis
    people_text: str
    axis: ChartAxis
    marks: tuple[FunnelMark, ...]
    lines: tuple[FunnelLine, ...]
    baseline: float
    baseline_text: str
    baseline_short: str
    names: tuple[str, str]
    separators: str
    alt: str
    outside_title: str
    outside: tuple[str, ...]
    outside_more: str
    notes: tuple[str, ...]
    source: str
    table: TableView


@dataclass(frozen=True, slots=True)
class OneRegion:
    """One region's members, a row each, and the middle half of them; None with fewer than five.

    `whiskers` are the limits of each one's uncertainty, None where nothing tells of it.
    """

    view: RegionsView
    middle: tuple[float, float] | None
    whiskers: tuple[tuple[float, float] | None, ...]


@dataclass(frozen=True, slots=True)
class VariationView:
    """One indicator: the spread inside regions beside the spread between them. `empty` says why there is none.

    `example` is the mark of what is made up, and where it applies; both empty when all is real.
    """

    empty: tuple[Piece, ...]
    example: tuple[str, str]
    strip: StripView | None
    region: OneRegion | None
    region_text: str
    few: tuple[str, ...]
    funnel: FunnelView | None
    funnel_text: str
    years: LinesView | None
    years_text: str

    @property
    def status(self) -> str:
        """What a screen reader is told after a choice."""
        return self.strip.finding if self.strip else "".join(piece.text for piece in self.empty)


@dataclass(frozen=True, slots=True)
class VariationTables:
    """The tables of the page, by the place each is drawn in."""

    strip: TableView | None
    spread: TableView | None
    region: TableView | None
    few: TableView | None
    funnel: TableView | None
    years: TableView | None
    all: TableView | None
    months: TableView | None
