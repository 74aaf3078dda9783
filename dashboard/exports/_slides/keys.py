"""The key beside a map and under a rug: each sample with its symbol on its ground, and what it means in words."""

from collections.abc import Sequence
from typing import Any

from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Emu, Inches, Pt

from dashboard.exports._slides.text import SMALLEST, colour, plain_frame, write_run
from dashboard.exports._tones import ground, sign
from dashboard.viewmodels.exported.drawn import Mark

SIDE, LINE, GAP = Inches(0.32), Inches(0.42), Inches(0.1)
LETTER = Inches(0.135)
"""The room that a letter takes on the average."""


def key_below(slide: Any, key: Sequence[Mark], left: int, top: int, width: int) -> int:
    """Write a key, one sample under the other; return where it ends below."""
    for place, mark in enumerate(key):
        _sample(slide, mark, left, top + place * LINE, width)
    return int(top + len(key) * LINE)


def key_across(slide: Any, key: Sequence[Mark], left: int, top: int, width: int) -> int:
    """Write a key from left to right, on as many lines as it takes; return where it ends below."""
    x = left
    for mark in key:
        taken = SIDE + GAP + len(mark.text) * LETTER + GAP * 2
        if x > left and x + taken > left + width:
            x, top = left, top + LINE
        _sample(slide, mark, x, top, taken)
        x += taken
    return int(top + LINE)


def _sample(slide: Any, mark: Mark, left: int, top: int, width: int) -> None:
    box = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, Emu(left), Emu(top), SIDE, SIDE)
    # The library's own look of a shape has a shadow.
    box._element.remove(box._element.find(qn("p:style")))
    box.fill.solid()
    box.fill.fore_color.rgb = colour(ground(mark.tone))
    box.line.color.rgb, box.line.width = colour("line-strong"), Pt(0.75)
    plain_frame(box.text_frame)
    box.text_frame.vertical_anchor, box.text_frame.word_wrap = MSO_ANCHOR.MIDDLE, False
    box.text_frame.paragraphs[0].alignment = PP_ALIGN.CENTER
    write_run(box.text_frame.paragraphs[0], mark.symbol, SMALLEST, sign(mark.tone))
    words = slide.shapes.add_textbox(Emu(left + SIDE + GAP), Emu(top), Emu(width - SIDE - GAP), SIDE)
    plain_frame(words.text_frame)
    words.text_frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    write_run(words.text_frame.paragraphs[0], mark.text, SMALLEST)
