"""A presentation as it is exported: every slide with its figures, its source and its edition, for deck and PDF."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from dashboard.i18n import words
from dashboard.viewmodels.contract import Fact, Row
from dashboard.viewmodels.contract_country import MapView, RugView
from dashboard.viewmodels.present.records import Kind, Presentation, Shown, Slide
from dashboard.viewmodels.present.tabled import compare_table, pairs_table
from dashboard.viewmodels.report.naming import slug
from dashboard.viewmodels.report.records import ReportSentence
from dashboard.viewmodels.tables import TableView
from indicators import Language


@dataclass(frozen=True, slots=True)
class DeckSlide:
    """One slide. `rows`, `table` and `figure` are its numbers, as far as its kind has them; `alt` says them in words.

    `figure` is the live view's chart with fewer rows, and `table` the chart's own numbers; of a comparison
    the table is its own; `map` and `rug` are the views on screen. `missing` says why a slide whose view is gone shows
    nothing.
    """

    kind: Kind
    lang: Language
    kicker: str
    heading: str
    caption: str
    question: str
    notes: str
    facts: tuple[Fact, ...]
    sentences: tuple[ReportSentence, ...]
    rows: tuple[Row, ...]
    table: TableView | None
    figure: dict[str, Any] | None
    alt: str
    more: str
    source: str
    edition: str
    href: str
    missing: str = ""
    map: MapView | None = None
    rug: RugView | None = None


@dataclass(frozen=True, slots=True)
class Deck:
    """A whole presentation, dated by the edition in use.

    `name` is the file's name without its ending, `labels` are the words forms need besides.
    """

    title: str
    lang: Language
    name: str
    address: str
    published: str
    slides: tuple[DeckSlide, ...]
    labels: dict[str, str]


Make = Callable[[Slide], Shown | None]


def deck(presentation: Presentation, make: Make, lang: Language, published: str, address: str = "") -> Deck:
    """Return what a presentation is exported from. `make` gives what a slide shows, None when it is gone."""
    say = words(lang)
    title = presentation.title or say("present.untitled")
    slides = tuple(_slide(slide, make(slide), lang, say("present.gone")) for slide in presentation.slides)
    labels = say.part("present.deck")
    return Deck(
        title, lang, slug(f"{say('present.file')}-{title}") or say("present.file"), address, published, slides, labels
    )


SAME = (
    *("kicker", "caption", "facts", "sentences", "rows", "figure", "alt", "more", "source", "edition", "href"),
    *("map", "rug"),
)


def _slide(slide: Slide, shown: Shown | None, lang: Language, gone: str) -> DeckSlide:
    if shown is None:
        nothing: dict[str, Any] = dict.fromkeys(("kicker", "caption", "more", "source", "edition"), "")
        nothing |= dict.fromkeys(("facts", "sentences", "rows"), ()) | dict.fromkeys(("table", "figure"))
        nothing |= {"alt": gone, "href": slide.view, "missing": gone, "heading": slide.heading or gone}
        return DeckSlide(kind="message", lang=lang, question=slide.question, notes=slide.notes, **nothing)
    own: dict[str, Any] = {name: getattr(shown, name) for name in SAME}
    own |= {"heading": slide.heading or shown.heading, "table": shown.table or tabled(shown)}
    found: Language = "en" if shown.lang == "en" else "sv"
    return DeckSlide(kind=shown.kind, lang=found, question=slide.question, notes=slide.notes, **own)


def tabled(shown: Shown) -> TableView | None:
    """Return the numbers of a comparison or of pairs as a table; None for the other kinds."""
    if shown.pairs:
        return pairs_table(shown.pairs)
    return compare_table(shown.compare) if shown.compare else None
