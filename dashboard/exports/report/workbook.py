"""XLSX: a cover, a list of sheets, notes, and one real table a sheet; no formula, macro or link to another file."""

import math
from collections.abc import Iterable, Iterator
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

from dashboard.exports._packed import repacked
from dashboard.viewmodels.exported.cells import Cell
from dashboard.viewmodels.exported.workbook import Book, BookSheet, book
from dashboard.viewmodels.report.records import Report

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

NAME, MIME = "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CORE = "docProps/core.xml"
LANGUAGES = {"sv": "sv-SE", "en": "en-GB"}
# A face that every office program has or has its like of, so that widths and heights hold.
FONT = {"font_name": "Arial", "font_size": 12, "valign": "top"}
COVER_WIDTH = 100
LINE, SPARE = 15.5, 3
"""The height of a line of text, and what a row is higher than its lines, in points."""
LETTER = 1.0
"""How wide a letter is beside the digit that columns are measured in."""
A3, A4 = 8, 9
MINUS = "\u2212"
WIDE, LEGIBLE = 150, 240
"""Widths of columns that the smaller paper holds, and the larger."""
# A text that looks like an address or a number stays the text that it is.
STRICT = {"in_memory": True, "strings_to_urls": False, "strings_to_numbers": False, "strings_to_formulas": False}


def write(report: Report) -> Iterator[bytes]:
    """Yield the workbook of a report: the same bytes each time."""
    yield from written(book(report))


def written(view: Book) -> Iterator[bytes]:
    """Yield a workbook, of whatever it is: the one place where workbooks are written."""
    # Only who asks for a workbook pays for the import.
    import xlsxwriter

    content = BytesIO()
    with xlsxwriter.Workbook(content, STRICT) as made:
        _Writer(made, view).write()
    yield repacked(content.getvalue(), {CORE: lambda xml: _with_language(xml, LANGUAGES[view.lang])})


def _with_language(core: bytes, language: str) -> bytes:
    # The library knows no language of a whole document.
    end = b"</cp:coreProperties>"
    return core.replace(end, f"<dc:language>{language}</dc:language>".encode() + end)


class _Shortest(float):
    """A number written with no more digits than it has: the library's sixteen make 84.59999999999999 of 84.6."""

    def __format__(self, _: str) -> str:
        return repr(float(self))


class _Writer:
    def __init__(self, made: "Workbook", view: Book) -> None:
        self.made, self.view = made, view
        # The first format is every cell's that is given none: twelve points, as the rest.
        made.formats[0].set_font_name(FONT["font_name"])
        made.formats[0].set_font_size(FONT["font_size"])
        self.text = made.add_format({**FONT, "text_wrap": True})
        self.plain = made.add_format(FONT)
        self.head = made.add_format({**FONT, "bold": True, "text_wrap": True, "bottom": 2})
        self.head_number = made.add_format({**FONT, "bold": True, "text_wrap": True, "bottom": 2, "align": "right"})
        self.title = made.add_format({**FONT, "bold": True, "font_size": 18})
        self.heading = made.add_format({**FONT, "bold": True, "font_size": 14})
        self.mark = made.add_format({**FONT, "align": "right"})
        self.numbers: dict[str, Any] = {}

    def write(self) -> None:
        self._properties()
        self._cover()
        for sheet in self.view.sheets:
            self._sheet(sheet)

    def _properties(self) -> None:
        view = self.view
        facts = {"title": view.title, "subject": view.subject, "author": view.author, "company": view.author}
        self.made.set_properties({**facts, "created": datetime.fromisoformat(view.published)})

    def _cover(self) -> None:
        sheet = self.made.add_worksheet(self.view.cover_name)
        sheet.set_column(0, 0, COVER_WIDTH, self.text)
        sheet.set_row(0, 2 * LINE)
        sheet.write_string(0, 0, self.view.title, self.title)
        for place, line in enumerate(self.view.cover, 1):
            sheet.set_row(place, _height([(line.text, COVER_WIDTH)]))
            sheet.write_string(place, 0, line.text, self.heading if line.is_heading else self.text)
        _on_paper(sheet)

    def _sheet(self, view: BookSheet) -> None:
        sheet, table = self.made.add_worksheet(view.name), view.table
        sheet.write_string(0, 0, table.title, self.title)
        sheet.set_row(0, 2 * LINE)
        for place, line in enumerate(view.lines, 1):
            sheet.write_string(place, 0, line, self.plain)
        top = len(view.lines) + 1
        widths = [column.width for column in table.columns]
        sheet.set_row(top, _height(zip((column.heading for column in table.columns), widths, strict=True)))
        for place, column in enumerate(table.columns):
            sheet.set_column(place, place, column.width)
        for row, cells in enumerate(table.rows, top + 1):
            sheet.set_row(row, _height(zip((cell.shown for cell in cells), widths, strict=True)))
            for place, cell in enumerate(cells):
                self._cell(sheet, (row, place), cell, is_number=table.columns[place].is_number)
        self._table(sheet, view, top)
        sheet.freeze_panes(top + 1, 1)
        sheet.repeat_rows(top)
        sheet.repeat_columns(0)
        _on_paper(sheet, sum(widths))

    def _table(self, sheet: "Worksheet", view: BookSheet, top: int) -> None:
        heads = [
            {"header": column.heading, "header_format": self.head_number if column.is_number else self.head}
            for column in view.table.columns
        ]
        name = view.table.name.replace("-", "_")
        # Filter buttons would cover the headings of narrow columns; whoever wants them turns them on.
        look = {"name": name, "columns": heads, "style": "Table Style Light 1", "autofilter": False}
        sheet.add_table(top, 0, top + len(view.table.rows), len(heads) - 1, look)

    def _cell(self, sheet: "Worksheet", at: tuple[int, int], cell: Cell, *, is_number: bool) -> None:
        if cell.value is not None:
            sheet.write_number(*at, _Shortest(cell.value), self._number(cell))
        else:
            sheet.write_string(*at, cell.shown, self.mark if is_number else self.text)

    def _number(self, cell: Cell) -> Any:
        """How the screen writes the number: the cell itself holds it unrounded."""
        shape = "#,##0" + ("." + "0" * cell.decimals if cell.decimals else "")
        shape += f'"{cell.unit}"' if cell.unit else ""
        shape = f"+{shape};{MINUS}{shape};{shape}" if cell.is_signed else shape
        if shape not in self.numbers:
            self.numbers[shape] = self.made.add_format({**FONT, "num_format": shape})
        return self.numbers[shape]


def _height(texts: Iterable[tuple[str, int]]) -> float:
    """How high a row is that holds texts in columns so wide: not every program finds it out by itself."""
    return max(math.ceil(len(text) * LETTER / width) for text, width in texts) * LINE + SPARE


def _on_paper(sheet: "Worksheet", width: int = COVER_WIDTH) -> None:
    """Lying; a wide table on the larger paper, on several where it must, each with the rows' names."""
    sheet.set_paper(A3 if width > WIDE else A4)
    sheet.set_landscape()
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.set_footer("&L&A&R&P (&N)")
    sheet.fit_to_pages(math.ceil(width / LEGIBLE), 0)
    sheet.set_selection(0, 0, 0, 0)
