"""A Deck as PPTX: native text, tables and charts, each with a text alternative; the same bytes each time."""

from datetime import datetime
from io import BytesIO
from typing import Any

from pptx.util import Emu, Inches, Pt

from dashboard.exports._packed import repacked
from dashboard.exports._slides.charts import WIDTH, add_chart
from dashboard.exports._slides.keys import key_across, key_below
from dashboard.exports._slides.maps import add_map
from dashboard.exports._slides.rugs import add_rug
from dashboard.exports._slides.tables import add_table
from dashboard.exports._slides.template import BODY, FOOT_HEIGHT, FOOT_TOP, INSIDE, LEFT, OPENING_SIZE, TOP, new_deck
from dashboard.exports._slides.text import (
    FULL,
    LANGUAGES,
    SMALLEST,
    colour,
    fill,
    in_language,
    plain_frame,
    size_of,
    write_run,
)
from dashboard.viewmodels.exported.drawn import DrawnMap
from dashboard.viewmodels.exported.slides import Deck, Line, Slide

MIME = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
LAYOUTS = {"title": "opening", "text": "text", "table": "figure", "chart": "figure", "map": "figure", "rug": "figure"}
BESIDE = Inches(0.4)
KEY_GAP = Inches(0.12)
ASKED_TOP = Inches(6.2)
LONG_TITLE, LONG_TITLE_SIZE = 105, Pt(22)
"""Letters of a title that two lines hold, and the size in which they hold half as many again."""


def write_deck(deck: Deck) -> bytes:
    """Return a deck as a file."""
    made = new_deck()
    _properties(made, deck)
    for slide in deck.slides:
        _add(made, slide, deck)
    for layout in (made.slide_master, *made.slide_layouts):
        in_language(layout._element, deck.lang)
    content = BytesIO()
    made.save(content)
    return repacked(content.getvalue())


def _properties(made: Any, deck: Deck) -> None:
    facts = made.core_properties
    facts.title, facts.subject, facts.author, facts.language = (
        deck.title,
        deck.subject,
        deck.author,
        LANGUAGES[deck.lang],
    )
    facts.created = facts.modified = datetime.fromisoformat(deck.published)
    facts.last_modified_by, facts.revision, facts.keywords, facts.comments = deck.author, 1, "", ""


def _add(made: Any, view: Slide, deck: Deck) -> None:
    layout = next(layout for layout in made.slide_layouts if layout.name == LAYOUTS[view.kind])
    slide = made.slides.add_slide(layout)
    slide.shapes.title.text_frame.clear()
    run = slide.shapes.title.text_frame.paragraphs[0].add_run()
    run.text, run.font.color.rgb = view.title, colour("brand")
    if view.kind == "title":
        run.font.size = OPENING_SIZE
    elif len(view.title) > LONG_TITLE:
        run.font.size = LONG_TITLE_SIZE
    _content(slide, view, deck)
    if view.source:
        _foot(slide, view.source)
    slide.notes_slide.notes_text_frame.text = "\n".join(view.notes)
    for element in (slide._element, slide.notes_slide._element, *(_charts(slide) if view.chart else ())):
        in_language(element, deck.lang)


def _content(slide: Any, view: Slide, deck: Deck) -> None:
    if view.kind in ("title", "text"):
        fill(slide.placeholders[1].text_frame, view.lines, size_of(view.lines))
    if view.table:
        add_table(slide, view.table)
        if view.lines:
            _asked(slide, view.lines)
    if view.chart:
        add_chart(slide, view.chart, deck.published, deck.lang)
        left = Emu(LEFT + WIDTH + BESIDE)
        box = slide.shapes.add_textbox(left, TOP, Emu(INSIDE - WIDTH - BESIDE), BODY)
        plain_frame(box.text_frame)
        fill(box.text_frame, view.lines, FULL)

    if view.map:
        _map(slide, view.map, view.lines)
    if view.rug:
        below = key_across(slide, view.rug.key, LEFT, add_rug(slide, view.rug) + KEY_GAP, INSIDE)
        _text(slide, view.lines, (LEFT, below + KEY_GAP, INSIDE, FOOT_TOP - below - KEY_GAP))


def _map(slide: Any, drawn: DrawnMap, lines: tuple[Line, ...]) -> None:
    """The key and what is said stand to the right of the map."""
    left = add_map(slide, drawn) + BESIDE
    width = LEFT + INSIDE - left
    below = key_below(slide, drawn.key, left, TOP, width) + BESIDE
    _text(slide, lines, (left, below, width, FOOT_TOP - below))


def _text(slide: Any, lines: tuple[Line, ...], frame: tuple[int, int, int, int]) -> None:
    if lines:
        box = slide.shapes.add_textbox(*map(Emu, frame))
        plain_frame(box.text_frame)
        fill(box.text_frame, lines, FULL)


def _asked(slide: Any, lines: tuple[Line, ...]) -> None:
    """What is said of a table stands between it and its source."""
    box = slide.shapes.add_textbox(LEFT, ASKED_TOP, INSIDE, FOOT_HEIGHT)
    plain_frame(box.text_frame)
    fill(box.text_frame, lines, FULL)


def _foot(slide: Any, text: str) -> None:
    box = slide.shapes.add_textbox(LEFT, FOOT_TOP, INSIDE, FOOT_HEIGHT)
    plain_frame(box.text_frame)
    write_run(box.text_frame.paragraphs[0], text, SMALLEST)


def _charts(slide: Any) -> list[Any]:
    return [shape.chart._chartSpace for shape in slide.shapes if shape.has_chart]
