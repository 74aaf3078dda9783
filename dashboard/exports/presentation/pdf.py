"""PDF: a page a slide, tagged after PDF/UA-1, set by Typst from the template beside this module."""

from collections.abc import Iterator
from dataclasses import asdict, replace
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any

import orjson

from dashboard.exports._tokens import tokens
from dashboard.exports._tones import ground, sign
from dashboard.exports.presentation._vector import map_svg, rug_svg
from dashboard.viewmodels.exported.slides import Slide
from dashboard.viewmodels.present.deck import Deck
from dashboard.viewmodels.present.outline import outline

NAME, MIME = "pdf", "application/pdf"
TEMPLATE = Path(__file__).parent / "slides.typ"
FONTS = Path(__file__).parent.parent / "report" / "typst" / "fonts"
STANDARD = "ua-1"
# One compiler keeps its fonts and what it has read; it takes one presentation at a time.
_ALONE = Lock()


def write(deck: Deck) -> Iterator[bytes]:
    """Yield the pages of a presentation: the same bytes each time."""
    made = outline(deck)
    date = [int(part) for part in made.published.split("-")]
    pages = replace(made, slides=tuple(replace(slide, map=None, rug=None) for slide in made.slides))
    pictures = [_picture(slide) for slide in made.slides]
    data = orjson.dumps({"deck": pages, "pictures": pictures, "date": date, "tokens": tokens()}).decode()
    with _ALONE:
        found = _compiler().compile(format="pdf", pdf_standards=[STANDARD], sys_inputs={"given": data}, timestamp=0)
    yield bytes(found)


def _picture(slide: Slide) -> dict[str, Any] | None:
    """A slide's map or rug, with its words and its key, each sample as its colours and its symbol."""
    drawn = slide.map or slide.rug
    if drawn is None:
        return None
    svg = map_svg(slide.map) if slide.map else rug_svg(slide.rug) if slide.rug else ""
    key = [{"ground": ground(item.tone), "sign": sign(item.tone), **asdict(item)} for item in drawn.key]
    return {"kind": slide.kind, "svg": svg, "alt": drawn.alt, "key": key}


@cache
def _compiler() -> Any:
    # Only who takes a file home waits for the import.
    import typst

    fonts = typst.Fonts(font_paths=[str(FONTS)], include_system_fonts=False, include_embedded_fonts=False)
    return typst.Compiler(input=str(TEMPLATE), root=str(TEMPLATE.parent), font_paths=fonts)
