"""Native tables on slides."""

from typing import Any

from pptx.enum.text import MSO_ANCHOR
from pptx.util import Emu, Inches

from dashboard.exports._slides.template import INSIDE, LEFT, TOP
from dashboard.exports._slides.text import colour, write_run
from dashboard.viewmodels.exported.slides import SlideTable

SIZE = 14
ROW = Inches(0.36)
SIDE, ABOVE = Inches(0.05), Inches(0.03)


def add_table(slide: Any, table: SlideTable) -> None:
    """Add a table below the slide's title, its headings marked as such, with what it shows as its description."""
    n = len(table.rows) + 1
    frame = slide.shapes.add_table(n, len(table.headings), LEFT, TOP, INSIDE, Emu(ROW * n))
    describe(frame, table.alt)
    made = frame.table
    made.first_row, made.horz_banding = True, False
    for place, width in enumerate(table.widths):
        made.columns[place].width = Emu(int(INSIDE * width))
    for place, texts in enumerate((table.headings, *table.rows)):
        made.rows[place].height = ROW
        for column, text in enumerate(texts):
            _cell(made.cell(place, column), text, is_head=place == 0, ground="wash" if place % 2 == 0 else "paper")


def _cell(cell: Any, text: str, *, is_head: bool, ground: str) -> None:
    cell.margin_left = cell.margin_right = SIDE
    cell.margin_top = cell.margin_bottom = ABOVE
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    cell.fill.solid()
    cell.fill.fore_color.rgb = colour("brand-ground" if is_head else ground)
    write_run(cell.text_frame.paragraphs[0], text, SIZE, "on-brand" if is_head else "ink", bold=is_head)


def describe(frame: Any, text: str) -> None:
    """Give a table, chart or picture its text alternative."""
    properties = frame._element.nvGraphicFramePr.cNvPr
    properties.set("descr", text)
