"""The rug on a slide as a native table: every cell has its symbol on its ground, regions stand upright above."""

from typing import Any

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Emu, Inches

from dashboard.exports._slides.tables import describe
from dashboard.exports._slides.template import CHART_TOP, INSIDE, LEFT
from dashboard.exports._slides.xml import fill, plain
from dashboard.exports._tones import ground, sign
from dashboard.viewmodels.exported.drawn import DrawnRow, DrawnRug, Mark

POINTS = 14
NAMES, HEAD = Inches(4.4), Inches(1.8)
ROW, HIGH_ROW = Inches(0.37), Inches(0.5)
LETTERS = 44
"""Letters of a name that stand on one line; more take a high row."""
NO_MARGINS = 'marL="0" marR="0" marT="0" marB="0"'
BETWEEN = 19050
"""The white line between cells."""


def add_rug(slide: Any, drawn: DrawnRug) -> int:
    """Add the rug below the slide's title, with what it shows as its description; return where it ends below."""
    height = HEAD + sum(map(_height, drawn.rows))
    frame = slide.shapes.add_table(1, 1, LEFT, CHART_TOP, INSIDE, Emu(height))
    describe(frame, drawn.alt)
    empty = frame.table._tbl
    empty.getparent().replace(empty, parse_xml(_xml(drawn)))
    return int(CHART_TOP + height)


def _xml(drawn: DrawnRug) -> str:
    column = (INSIDE - NAMES) // len(drawn.columns)
    widths = "".join(f'<a:gridCol w="{width}"/>' for width in (NAMES, *(column for _ in drawn.columns)))
    heads = _cell(drawn.head, "ink", "paper", 'anchor="b" marL="0"') + "".join(map(_column, drawn.columns))
    rows = "".join(map(_row, drawn.rows))
    return (
        f'<a:tbl {nsdecls("a")}><a:tblPr firstRow="1" firstCol="1"/><a:tblGrid>{widths}</a:tblGrid>'
        f'<a:tr h="{HEAD}">{heads}</a:tr>{rows}</a:tbl>'
    )


def _column(name: str) -> str:
    return _cell(name, "ink", "paper", f'{NO_MARGINS} vert="vert270" anchor="ctr"')


def _row(row: DrawnRow) -> str:
    name = _cell(_name(row), "ink", "paper", 'anchor="ctr" marL="0" marR="45720" marT="0" marB="0"')
    return f'<a:tr h="{_height(row)}">{name}{"".join(map(_mark, row.marks))}</a:tr>'


def _name(row: DrawnRow) -> str:
    return f"{row.name}, {row.note}"


def _height(row: DrawnRow) -> int:
    return int(HIGH_ROW if len(_name(row)) > LETTERS else ROW)


def _mark(mark: Mark) -> str:
    return _cell(mark.symbol, sign(mark.tone), ground(mark.tone), f'{NO_MARGINS} anchor="ctr"', "ctr")


def _cell(text: str, ink: str, under: str, place: str, side: str = "l") -> str:
    edges = "".join(f'<a:ln{way} w="{BETWEEN}">{fill("paper")}</a:ln{way}>' for way in "LRTB")
    return (
        f'<a:tc><a:txBody><a:bodyPr/><a:lstStyle/><a:p><a:pPr algn="{side}"/><a:r>'
        f'<a:rPr sz="{POINTS * 100}" b="0">{fill(ink)}</a:rPr><a:t>{plain(text)}</a:t></a:r></a:p></a:txBody>'
        f"<a:tcPr {place}>{edges}{fill(under)}</a:tcPr></a:tc>"
    )
