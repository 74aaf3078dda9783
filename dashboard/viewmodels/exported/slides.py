"""Slides: what a deck is written from, whoever put it together. Every text is ready to be shown."""

from collections import Counter
from dataclasses import dataclass, replace
from typing import Literal

from dashboard.i18n import Words
from dashboard.viewmodels.contract import Tone
from dashboard.viewmodels.exported.cells import Cell
from dashboard.viewmodels.exported.drawn import DrawnMap, DrawnRug


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text; with a symbol it is a finding of its tone."""

    text: str
    symbol: str = ""
    tone: Tone = "neutral"


@dataclass(frozen=True, slots=True)
class SlideTable:
    """A native table: the share of its width that each column takes, headings, rows of texts; which are numbers."""

    widths: tuple[float, ...]
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    alt: str
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ChartSeries:
    """One series of a chart: its name and a cell for each category; `own` is the area's, drawn strongest."""

    name: str
    cells: tuple[Cell, ...]
    own: bool


@dataclass(frozen=True, slots=True)
class SlideChart:
    """A native chart. In bars `strong` is the place of the area's own category and `nation` that of the nation's."""

    kind: Literal["lines", "bars"]
    title: str
    categories: tuple[str, ...]
    series: tuple[ChartSeries, ...]
    decimals: int
    strong: int | None
    nation: int | None
    alt: str


@dataclass(frozen=True, slots=True)
class Slide:
    """One message. `source` stands under it; `notes` are the presenter's."""

    kind: Literal["title", "text", "table", "chart", "map", "rug"]
    title: str
    lines: tuple[Line, ...]
    source: str
    notes: tuple[str, ...]
    table: SlideTable | None = None
    chart: SlideChart | None = None
    map: DrawnMap | None = None
    rug: DrawnRug | None = None


@dataclass(frozen=True, slots=True)
class Deck:
    """A whole deck. Titles are unique."""

    title: str
    subject: str
    author: str
    lang: str
    published: str
    slides: tuple[Slide, ...]


def with_unique_titles(slides: tuple[Slide, ...], say: Words) -> tuple[Slide, ...]:
    """Return the slides, each repeated title told apart by which of how many it is."""
    of_each, met = Counter(slide.title for slide in slides), Counter[str]()
    named = []
    for slide in slides:
        met[slide.title] += 1
        count = of_each[slide.title]
        if count == 1:
            named.append(slide)
            continue
        title = say("exported.part", title=slide.title, n=met[slide.title], all=count)
        named.append(replace(slide, title=title))
    return tuple(named)
