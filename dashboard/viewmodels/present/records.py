"""A presentation as people keep it, and a slide as it is shown."""

from dataclasses import dataclass
from typing import Any, Literal

from dashboard.viewmodels.compare.views import CompareView
from dashboard.viewmodels.contract import Fact, Row, ScorecardView
from dashboard.viewmodels.contract_country import MapView, RugView
from dashboard.viewmodels.equality.views import DumbbellView
from dashboard.viewmodels.report.records import ReportSentence
from dashboard.viewmodels.tables import TableView

FORMAT, VERSION = "halsodialog-presentation", 1

Kind = Literal["message", "rows", "chart", "map", "rug", "compare", "pairs", "table"]


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide as it is kept: the address of a view, which of its pictures, and the presenter's own words."""

    view: str
    picture: str
    heading: str = ""
    question: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True)
class Presentation:
    """Slides in their order, under a title."""

    title: str
    slides: tuple[Slide, ...]
    format: str = FORMAT
    version: int = VERSION


@dataclass(frozen=True, slots=True)
class Shown:
    """What a slide shows, drawn from its live view. `kind` says which of the pictures it has; the others are None.

    `heading` is the finding, which the presenter may write anew; `kicker` says whose view it is. `more` says how many
    rows the live view has besides these. `notices` say what in the address could not be followed.
    """

    kind: Kind
    lang: str
    kicker: str
    heading: str
    caption: str
    alt: str
    more: str
    source: str
    edition: str
    href: str
    notices: tuple[str, ...]
    facts: tuple[Fact, ...] = ()
    sentences: tuple[ReportSentence, ...] = ()
    scorecard: ScorecardView | None = None
    figure: dict[str, Any] | None = None
    map: MapView | None = None
    rug: RugView | None = None
    compare: CompareView | None = None
    pairs: DumbbellView | None = None
    table: TableView | None = None

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows of a slide that shows some."""
        return self.scorecard.rows if self.scorecard else ()
