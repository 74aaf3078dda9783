"""What the pages about other countries are given, ready to be shown."""

from dataclasses import dataclass
from typing import Literal

from dashboard.viewmodels.contract import Fact
from dashboard.viewmodels.indicator.views import RegionsView, StripView
from dashboard.viewmodels.region import TabLink
from dashboard.viewmodels.sentences import Piece


@dataclass(frozen=True, slots=True)
class AbroadPart:
    """One dimension's figures: its code, its name, and what is said before the table.

    `worse` names those where Sweden is behind. `table` says whether those with countries stand in the open, behind a
    disclosure with the text `show`, or are none; `folded` is the text of the others' disclosure, empty where none are.
    """

    code: str
    name: str
    text: str
    worse: tuple[Piece, ...]
    table: Literal["open", "folded", "none"]
    show: str
    folded: str


@dataclass(frozen=True, slots=True)
class AbroadView:
    """What stands above the tables, and the dimensions in order. `shown` chooses among the figures."""

    lede: str
    legend: str
    tabs: tuple[TabLink, ...]
    shown: tuple[TabLink, ...]
    parts: tuple[AbroadPart, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Beside:
    """The regions beside the countries: how comparable they are and why, and the picture where one scale holds both."""

    heading: str
    grade: str
    texts: tuple[str, ...]
    link: Piece
    picture: StripView | None


@dataclass(frozen=True, slots=True)
class FigureView:
    """One figure with all its countries. Without countries `countries` is None and `empty` says what there is.

    `english` is the part of its facts and sources that stands in English whatever the page's language: the edition.
    `age` says how old the values are, empty where they are not old.
    """

    name: str
    places: tuple[Piece, ...]
    year: str
    year_label: str
    age: str
    english: str
    finding: str
    facts: tuple[Fact, ...]
    notes: tuple[str, ...]
    countries: RegionsView | None
    empty: str
    beside: tuple[Beside, ...]
    unmapped: str
