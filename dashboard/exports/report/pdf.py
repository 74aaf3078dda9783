"""PDF: the sheet as one printed page, tagged after PDF/UA-1, set by Typst from the template beside this module."""

import os
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, lru_cache
from io import BytesIO
from pathlib import Path
from threading import Lock
from typing import Any

import orjson

from dashboard.exports._tokens import tokens
from dashboard.exports.report._pictures import SAMPLES, dots_svg, sample_svg, trend_svg
from dashboard.viewmodels.report.paragraphs import paragraphs
from dashboard.viewmodels.report.records import Report
from dashboard.viewmodels.report.sheet import SheetRow, SheetView, sheet_view

NAME, MIME = "pdf", "application/pdf"
TEMPLATE, SHEET = Path(__file__).parent / "typst", "sheet.typ"
STANDARD = "ua-1"
PAGES = re.compile(rb"/Type/Pages/Count (\d+)")
# The air above and below a row, in millimetres: few rows breathe, many stand close; on two pages there is room again.
ROOMY, EASY, CLOSE = 0.8, 0.4, 0.02
AIRY = 1.4
# What a second page holds besides, and how far the guess of two pages is held back.
SECOND, HELD_BACK = 262.0, 0.25
# What a page of close rows leaves over, guessed: a guess that is wrong costs another try, never a page.
PAGE, ROW, INSIDE, GROUP, LINE, LETTERS = 240.5, 5.95, 0.7, 4.2, 3.25, 165
MASK = 2
# How the tags of a row and of a cell are written. Typst tags a row's name as any other cell, and says of every cell
# that it belongs to its group's heading alone.
FIRST_IN_ROW = re.compile(rb"/S/TR/P \d+ 0 R/K\[(\d+) 0 R")
CELL = re.compile(rb"(\n(\d+) 0 obj\n<</Type/StructElem/S/)TD(/P \d+ 0 R/A\[<</O/Table)/Headers\[[^\]]*\]")
# One compiler keeps its fonts and what it has read; it takes one sheet at a time.
_ALONE = Lock()


def write(report: Report) -> Iterator[bytes]:
    """Yield the sheet of a report: one page of a region; of a dimension two where one does not hold it."""
    view, found, inputs, pages = sheet_view(report), b"", dict[str, str](), 1
    pictures = [[_drawn(row) for row in group.rows] for group in view.groups]
    for told, air, pages in _attempts(report, view):
        shown = replace(view, matters=tuple(paragraphs(report, told)))
        inputs = {"sheet": _data(shown, pictures), "air": str(air), "pages": str(pages)}
        found = _compiled(inputs)
        if _pages(found) <= pages:
            break
    if _pages(found) != pages:
        # The foot of each page says how many there are: asked of the setter itself, that costs a second setting.
        found = _compiled({**inputs, "pages": str(_pages(found))})
    yield _with_row_headings(found)


def _attempts(report: Report, view: SheetView) -> Iterator[tuple[int, float, int]]:
    """How many sentences and how much air to try for how many pages, from the best to what always holds."""
    every, guess = len(report.matters.sentences), _air(view)
    if guess > CLOSE or report.kind == "region":
        yield every, max(CLOSE, min(ROOMY, guess)), 1
    if report.kind == "region":
        # The last findings matter least: the sheet says how many are left out, and where they stand.
        yield from ((told, CLOSE, 1) for told in range(every, -1, -1))
        return
    if guess > -EASY:
        yield every, CLOSE, 1
    yield every, max(EASY, min(AIRY, _air(view, SECOND) - HELD_BACK)), 2
    yield every, EASY, 2


def _air(view: SheetView, more: float = 0) -> float:
    """The room that is likely to be left over, shared among the rows; negative where there is too little."""
    rows = [row for group in view.groups for row in group.rows]
    taller = sum(bool(row.dots and row.dots.inside) for row in rows)
    lines = sum(-(-len(matter.heading + matter.name + matter.text) // LETTERS) for matter in view.matters)
    needed = len(rows) * ROW + taller * INSIDE + len(view.groups) * GROUP + lines * LINE
    return (PAGE + more - needed) / (2 * max(len(rows), 1))


def _compiled(inputs: dict[str, str]) -> bytes:
    with _ALONE:
        made = _compiler().compile(_main(**inputs), format="pdf", pdf_standards=[STANDARD], timestamp=0)
    return bytes(made)


def _main(sheet: str, air: str, pages: str) -> bytes:
    """The document that is set: the template's function with the data as a text.

    Given as the document's inputs instead, the data would belong to all that is set, and nothing of one sheet could
    serve the next.
    """
    text = sheet.replace("\\", "\\\\").replace('"', '\\"')
    return f'#import "/{SHEET}": sheet-page\n#sheet-page(json(bytes("{text}")), {air}, {pages})'.encode()


def _with_row_headings(pdf: bytes) -> bytes:
    """Make each row's name the row's heading, and let every cell belong to the headings of its row and its column.

    As long as before, so that every place in the file still holds.
    """
    names = set(FIRST_IN_ROW.findall(pdf))

    def tagged(cell: re.Match[bytes]) -> bytes:
        kind, scope = (b"TH", b"/Scope/Row") if cell[2] in names else (b"TD", b"")
        return (cell[1] + kind + cell[3] + scope).ljust(len(cell[0]))

    return CELL.sub(tagged, pdf)


def _pages(pdf: bytes) -> int:
    found = PAGES.search(pdf)
    return int(found[1]) if found else 0


def _data(view: SheetView, pictures: list[list[dict[str, str]]]) -> str:
    qr = _qr(view.address) if view.address else ""
    return orjson.dumps({"sheet": view, "pictures": pictures, "qr": qr}).decode()


def _drawn(row: SheetRow) -> dict[str, str]:
    return {"dots": dots_svg(row.dots) if row.dots else "", "trend": trend_svg(row.trend)}


@cache
def _look() -> str:
    """The screen's colours and the key's pictures: the same on every sheet."""
    return orjson.dumps({"tokens": tokens(), "samples": {mark: sample_svg(mark) for mark in SAMPLES}}).decode()


@lru_cache(maxsize=64)
def _qr(address: str) -> str:
    import segno

    stream = BytesIO()
    # Every mask can be read; looking for the most even one takes longer than all the rest of the sheet.
    segno.make(address, error="m", micro=False, mask=MASK).save(stream, kind="svg", border=0, xmldecl=False)
    return stream.getvalue().decode()


@cache
def _compiler() -> Any:
    # A page is too little work to share out, and many sheets have a process each: threads that wait take time too.
    os.environ.setdefault("RAYON_NUM_THREADS", "1")
    # Only who takes a sheet home waits for the import.
    import typst

    folders = [str(TEMPLATE / "fonts")]
    fonts = typst.Fonts(font_paths=folders, include_system_fonts=False, include_embedded_fonts=False)
    return typst.Compiler(root=str(TEMPLATE), font_paths=fonts, sys_inputs={"look": _look()})
