"""What the page of comparison is given: rows, summary, scatter and texts, ready to be shown."""

from dataclasses import dataclass, field

from dashboard.viewmodels.axes import ChartAxis
from dashboard.viewmodels.choices import Choice
from dashboard.viewmodels.contract import Tone, Verdict
from dashboard.viewmodels.earlier_signals.view import SignalGroup
from dashboard.viewmodels.indicator.choice import RegionChoice
from dashboard.viewmodels.region import TabLink
from dashboard.viewmodels.sentences import Piece
from dashboard.viewmodels.signals.brief import Brief
from dashboard.viewmodels.tables import TableView


@dataclass(frozen=True, slots=True)
class PeersView:
    """Whom a region is held beside: the choices, the regions to choose from, and how the others were chosen.

    `evidence` leads to what Kolada says of the similarity, where that is known. `empty` says why there is nobody to
    compare with, else None.
    """

    codes: tuple[str, ...]
    kinds: tuple[Choice, ...]
    kind: str
    text: str
    why: str
    evidence: Piece | None
    regions: tuple[RegionChoice, ...]
    chosen: tuple[str, ...]
    hint: str
    empty: str | None


@dataclass(frozen=True, slots=True)
class CompareHead:
    """Everything above the comparison that follows the region alone."""

    code: str
    name: str
    tabs: tuple[TabLink, ...]


@dataclass(frozen=True, slots=True)
class CompareLink:
    """A text that leads somewhere."""

    text: str
    href: str


@dataclass(frozen=True, slots=True)
class CompareRow:
    """One indicator: the region beside the others' middle. `x` are places from 0 to 1, better to the right.

    `note` is what became of the own value after it was published. `best` is the peer with the best value and leads to
    its page; without direction there is none, and `best_text` says so. `people` is what reaching it would mean in
    people, empty where unknown. `marks` are the peers' places, `summary` the picture in words.
    """

    indicator: str
    name: CompareLink
    period: str
    value_text: str
    note: str
    middle_text: str
    gap_text: str
    side: Verdict
    best: CompareLink | None
    best_text: str
    people: str
    x: float | None
    middle_x: float | None
    marks: tuple[float, ...]
    summary: str


@dataclass(frozen=True, slots=True)
class CompareGroup:
    """Rows under one heading; `is_section` is a dimension's."""

    title: str
    rows: tuple[CompareRow, ...]
    is_section: bool


@dataclass(frozen=True, slots=True)
class CompareView:
    """The comparison as a script draws it. `columns` are the table's headings; `marks` explain the picture's marks."""

    caption: str
    columns: tuple[str, ...]
    groups: tuple[CompareGroup, ...]
    legend_label: str
    marks: dict[str, str]
    notes: tuple[str, ...]
    source: str
    empty: str | None


@dataclass(frozen=True, slots=True)
class CompareSummary:
    """What stands out in the region: the same list as on its own page; of an earlier edition its own list.

    `counted` says how the measures fall out beside the peers, empty without peers; `middles` are the peers' by series
    and period.
    """

    counted: str
    brief: Brief | None = None
    middles: dict[tuple[str, str], str] = field(default_factory=dict)
    earlier: tuple[SignalGroup, ...] = ()


@dataclass(frozen=True, slots=True)
class ScatterPoint:
    """One region. `group` is own, peer or other; `label` its short name."""

    code: str
    label: str
    x: float
    y: float
    group: str
    tone: Tone
    reading: str


@dataclass(frozen=True, slots=True)
class ScatterLine:
    """The line and its 95 % band at the regions' own places, from left to right."""

    places: tuple[float, ...]
    fitted: tuple[float, ...]
    lower: tuple[float, ...]
    upper: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class ScatterView:
    """Two indicators against each other. Without enough regions the axes are None and `empty` says why."""

    finding: str
    caption: str
    x: ChartAxis | None
    y: ChartAxis | None
    x_title: str
    y_title: str
    points: tuple[ScatterPoint, ...]
    line: ScatterLine | None
    separators: str
    alt: str
    notes: tuple[str, ...]
    source: str
    table: TableView | None
    empty: str | None
