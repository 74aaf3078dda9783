"""What the page of equality is given: pictures, tables and texts, ready to be shown."""

from dataclasses import dataclass

from dashboard.viewmodels.contract import Fact
from dashboard.viewmodels.indicator.views import LinesView, RegionsView
from dashboard.viewmodels.tables import TableView


@dataclass(frozen=True, slots=True)
class GradeCard:
    """One judged difference. `example` says that nobody has judged it, else it is empty."""

    heading: str
    example: str
    facts: tuple[Fact, ...]
    signed: str


@dataclass(frozen=True, slots=True)
class EqualityView:
    """The page for one area and one indicator. Texts say what is missing where nothing can be drawn."""

    sexes: tuple[str, ...]
    lines: LinesView | None
    lines_text: str
    fifths: RegionsView | None
    fifths_texts: tuple[str, ...]
    groups: tuple[str, ...]
    graded: tuple[GradeCard, ...]
    graded_text: str


@dataclass(frozen=True, slots=True)
class EqualityTables:
    """The tables of the page, by the place each is drawn in."""

    sexes: TableView | None
    lines: TableView | None
    fifths: TableView | None
    every: TableView | None
    groups: TableView | None
