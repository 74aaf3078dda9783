"""Text on slides: every run says its language, its size and a colour that stands out at least 7:1."""

from collections.abc import Iterable
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Pt

from dashboard.exports._tokens import tokens
from dashboard.viewmodels.exported.slides import Line

LANGUAGES = {"sv": "sv-SE", "en": "en-GB"}
SMALLEST = 18
FULL, ROOMY = 18, 20
"""Points of a slide's text: with much of it, and with little."""
MUCH = 700
"""Letters from which a text is much."""
SPACE = Pt(9)
HANGING = Pt(24)


def colour(token: str) -> RGBColor:
    """Return one of the screens' colours."""
    return RGBColor.from_string(tokens()[token].lstrip("#").upper())


def plain_frame(frame: Any) -> None:
    """Make a frame of text wrap, begin at the top, and have no margins of its own."""
    frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.TOP
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0


def write_run(paragraph: Any, text: str, size: float, ink: str = "ink", *, bold: bool = False) -> None:
    """Add a run to a paragraph."""
    run = paragraph.add_run()
    run.text, run.font.size, run.font.bold = text, Pt(size), bold
    run.font.color.rgb = colour(ink)


def fill(frame: Any, lines: Iterable[Line], size: float) -> None:
    """Write lines into a frame, a paragraph each; a finding begins with its symbol."""
    for place, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
        paragraph.alignment, paragraph.space_after = PP_ALIGN.LEFT, SPACE
        unmarked(paragraph, HANGING if line.symbol else 0)
        if line.symbol:
            # The symbol tells by its shape: a colour that is told from the others by eye would be too pale.
            write_run(paragraph, f"{line.symbol}\t", size, bold=True)
        write_run(paragraph, line.text, size)


def unmarked(paragraph: Any, hanging: int = 0) -> None:
    """Take the template's bullet and indent from a paragraph; lines after the first may hang beside its symbol."""
    properties = paragraph._p.get_or_add_pPr()
    properties.set("marL", str(int(hanging)))
    properties.set("indent", str(-int(hanging)))
    properties.insert_element_before(properties.makeelement(qn("a:buNone"), {}), "a:tabLst", "a:defRPr", "a:extLst")


def size_of(lines: Iterable[Line]) -> int:
    """Return the size in which lines fill a slide without running over."""
    return FULL if sum(len(line.text) for line in lines) > MUCH else ROOMY


def in_language(element: Any, lang: str) -> None:
    """Set the language of everything that is or could become text under an element."""
    for run in element.iter(qn("a:r")):
        run.get_or_add_rPr()
    for name in ("a:rPr", "a:endParaRPr", "a:defRPr"):
        for properties in element.iter(qn(name)):
            properties.set("lang", LANGUAGES[lang])
