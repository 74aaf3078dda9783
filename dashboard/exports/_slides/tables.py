"""Native tables on slides. A deck has hundreds of cells: they are written as one piece of XML, not cell by cell."""

from collections.abc import Sequence
from typing import Any

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Emu, Inches

from dashboard.exports._slides.template import INSIDE, LEFT, TOP
from dashboard.exports._slides.xml import fill, plain
from dashboard.viewmodels.exported.slides import SlideTable

POINTS = 15
ROW = Inches(0.4)
SIDE, ABOVE = Inches(0.05), Inches(0.03)
AFTER_NUMBER = Inches(0.2)


def add_table(slide: Any, table: SlideTable) -> None:
    """Add a table below the slide's title, its headings marked as such, with what it shows as its description."""
    n = len(table.rows) + 1
    frame = slide.shapes.add_table(1, 1, LEFT, TOP, INSIDE, Emu(ROW * n))
    describe(frame, table.alt)
    empty = frame.table._tbl
    empty.getparent().replace(empty, parse_xml(_xml(table)))


def _xml(table: SlideTable) -> str:
    widths = "".join(f'<a:gridCol w="{int(INSIDE * width)}"/>' for width in table.widths)
    grounds = ("paper", "wash")
    body = (_row(texts, table, "ink", grounds[place % 2], bold=0) for place, texts in enumerate(table.rows))
    head = _row(table.headings, table, "on-brand", "brand-ground", bold=1)
    return f'<a:tbl {nsdecls("a")}><a:tblPr firstRow="1"/><a:tblGrid>{widths}</a:tblGrid>{head}{"".join(body)}</a:tbl>'


def _row(texts: Sequence[str], table: SlideTable, ink: str, ground: str, *, bold: int) -> str:
    """A row of cells; numbers stand at the right, so that they can be compared."""
    properties = f'<a:rPr sz="{POINTS * 100}" b="{bold}">{fill(ink)}</a:rPr>'
    cells = (
        f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/><a:p>{_side(place in table.numbers)}<a:r>{properties}"
        f"<a:t>{plain(text)}</a:t></a:r></a:p></a:txBody>"
        f"<a:tcPr {_margins(place in table.numbers)}>{fill(ground)}</a:tcPr></a:tc>"
        for place, text in enumerate(texts)
    )
    return f'<a:tr h="{ROW}">{"".join(cells)}</a:tr>'


def _side(is_number: bool) -> str:
    return '<a:pPr algn="r"/>' if is_number else ""


def _margins(is_number: bool) -> str:
    return f'marL="{SIDE}" marR="{AFTER_NUMBER if is_number else SIDE}" marT="{ABOVE}" marB="{ABOVE}" anchor="ctr"'


def describe(frame: Any, text: str) -> None:
    """Give a table, chart or picture its text alternative."""
    properties = frame._element.nvGraphicFramePr.cNvPr
    properties.set("descr", text)
