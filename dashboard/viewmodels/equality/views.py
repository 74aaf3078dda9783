"""What the page of equality is given: pictures, tables and texts, ready to be shown."""

from dataclasses import dataclass

from dashboard.viewmodels.contract import Fact
from dashboard.viewmodels.indicator.views import LinesView, RegionsView
from dashboard.viewmodels.tables import TableView


@dataclass(frozen=True, slots=True)
class DumbbellRow:
    """One indicator: two groups' values, what lies between, who is worse off, and how it has developed.

    The places are from 0 to 1, better to the right where the indicator has a direction. `first_name` and `second_name`
    are the groups', empty where the columns' headings say them. `summary` is the picture in words.
    """

    indicator: str
    name: str
    href: str
    period: str
    unit: str
    first_text: str
    first_name: str
    second_text: str
    second_name: str
    difference_text: str
    ratio_text: str
    worse: str
    change: str
    change_href: str
    first_x: float
    second_x: float
    summary: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class DumbbellGroup:
    """Rows under one heading."""

    title: str
    rows: tuple[DumbbellRow, ...]


@dataclass(frozen=True, slots=True)
class DumbbellView:
    """All indicators by two groups, as a script draws them: a table with a small picture in each row.

    Without rows `empty` says why. `marks` explain the picture's marks.
    """

    caption: str
    columns: tuple[str, ...]
    groups: tuple[DumbbellGroup, ...]
    legend_label: str
    marks: dict[str, str]
    notes: tuple[str, ...]
    source: str
    empty: str | None


@dataclass(frozen=True, slots=True)
class GradeCard:
    """One judged difference. `example` says that nobody has judged it, else it is empty."""

    heading: str
    example: str
    facts: tuple[Fact, ...]
    signed: str


@dataclass(frozen=True, slots=True)
class EqualityView:
    """The page for one area and one indicator. Texts say what is missing where nothing can be drawn.

    `finding` heads the picture of all indicators, `sexes` are the sentences below it. `example` says that the figures
    are made up, else it is empty.
    """

    finding: str
    example: str
    sexes: tuple[str, ...]
    dumbbells: DumbbellView
    lines: LinesView | None
    lines_text: tuple[str, ...]
    fifths: RegionsView | None
    fifths_texts: tuple[str, ...]
    groups: tuple[str, ...]
    graded: tuple[GradeCard, ...]
    graded_text: str


@dataclass(frozen=True, slots=True)
class EqualityTables:
    """The tables of the page, by the place each is drawn in."""

    lines: TableView | None
    fifths: TableView | None
    every: TableView | None
    groups: TableView | None
