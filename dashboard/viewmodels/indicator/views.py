"""What the page of one indicator is given: charts, tables and texts, ready to be shown."""

from dataclasses import dataclass
from typing import Literal

from dashboard.viewmodels.axes import ChartAxis
from dashboard.viewmodels.contract import Fact, Tone
from dashboard.viewmodels.region import TabLink
from dashboard.viewmodels.sentences import Piece, Sentence
from dashboard.viewmodels.tables import TableView


@dataclass(frozen=True, slots=True)
class Level:
    """A yardstick drawn as a line: dashed when it is superseded, not adopted, or of another definition."""

    kind: Literal["nation", "target", "international"]
    value: float
    text: str
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Dot:
    """One region in the chart of regions. `label` is its name with the symbol of its position."""

    code: str
    label: str
    value: float
    value_text: str
    tone: Tone
    doubtful: bool
    reading: str


@dataclass(frozen=True, slots=True)
class RegionsView:
    """All regions at one period, the better on top and the doubtful last. Without values `axis` is None."""

    finding: str
    caption: str
    axis: ChartAxis | None
    axis_end: str
    dots: tuple[Dot, ...]
    levels: tuple[Level, ...]
    separators: str
    alt: str
    notes: tuple[str, ...]
    missing_heading: str
    missing: tuple[str, ...]
    source: str
    table: TableView


@dataclass(frozen=True, slots=True)
class LinePoint:
    """One value of a line; without a value it is a gap."""

    at: float | None
    value: float | None
    reading: str
    doubtful: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One area's values over the years. `end_text` stands at the end of the line."""

    code: str
    end_text: str
    is_nation: bool
    points: tuple[LinePoint, ...]


@dataclass(frozen=True, slots=True)
class Cut:
    """A break in the series: where, and what is written there."""

    at: float
    text: str


@dataclass(frozen=True, slots=True)
class LinesView:
    """A few areas over all periods."""

    finding: str
    caption: str
    periods: ChartAxis | None
    axis: ChartAxis | None
    lines: tuple[Line, ...]
    cuts: tuple[Cut, ...]
    target: Level | None
    separators: str
    alt: str
    notes: tuple[str, ...]
    source: str
    table: TableView


@dataclass(frozen=True, slots=True)
class StripPoint:
    """One municipality, or the region itself, on its region's row."""

    value: float
    reading: str


@dataclass(frozen=True, slots=True)
class StripRow:
    """One region with its municipalities."""

    code: str
    label: str
    points: tuple[StripPoint, ...]
    region: StripPoint | None


@dataclass(frozen=True, slots=True)
class StripView:
    """The municipalities of every region. Where none are published `empty` says why and what exists instead."""

    finding: str
    caption: str
    axis: ChartAxis | None
    axis_end: str
    rows: tuple[StripRow, ...]
    levels: tuple[Level, ...]
    separators: str
    alt: str
    notes: tuple[str, ...]
    source: str
    empty: tuple[Piece, ...]
    spread: TableView | None
    table: TableView | None


@dataclass(frozen=True, slots=True)
class SexesView:
    """Women beside men by region, or why they are not shown and what exists instead."""

    finding: str
    empty: tuple[Piece, ...]
    table: TableView | None


@dataclass(frozen=True, slots=True)
class PeopleView:
    """What the regions could reach in people: what is found, the chosen regions, and else what is missing."""

    texts: tuple[str, ...]
    chosen: tuple[str, ...]
    empty: str
    table: TableView | None


@dataclass(frozen=True, slots=True)
class WorldView:
    """Sweden among countries: what is found and how comparable it is, and the countries where they may be listed."""

    texts: tuple[str, ...]
    source: str
    table: TableView | None


@dataclass(frozen=True, slots=True)
class TargetCard:
    """One target level with everything that is known of it."""

    heading: str
    facts: tuple[Fact, ...]
    source: str


@dataclass(frozen=True, slots=True)
class DefinitionView:
    """What the indicator is: facts, criteria, caveats, doubts, breaks, targets, and where the series comes from."""

    facts: tuple[Fact, ...]
    criteria: tuple[Fact, ...]
    caveats: tuple[str, ...]
    doubts: tuple[str, ...]
    breaks: tuple[Fact, ...]
    targets: tuple[TargetCard, ...]
    source: tuple[Fact, ...]
    publisher: Piece


@dataclass(frozen=True, slots=True)
class IndicatorHead:
    """Everything above the charts. `empty` says why nothing can be shown, else None."""

    name: str
    short_name: str
    places: tuple[Piece, ...]
    measures: str
    facts: tuple[Fact, ...]
    series: tuple[TabLink, ...]
    series_note: str
    notice: str
    brief: tuple[Sentence, ...]
    empty: str | None


@dataclass(frozen=True, slots=True)
class IndexView:
    """What stands above the list of indicators."""

    lede: str
    tabs: tuple[TabLink, ...]
