"""The checkers of sheets, workbooks and decks find what they are there to find: each rule is broken once, in a file
that was whole.
"""

import io
from copy import copy

import openpyxl
import pikepdf
import pytest
from openpyxl.styles import PatternFill
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.util import Inches, Pt

from tests.dashboard.exports import pdf_checks, pptx_checks, xlsx_checks
from tests.dashboard.exports.made import report_of, written
from tests.intake.uploads.making import remade
from tests.tiers import some


@pytest.fixture(scope="module")
def made(picture):
    """A short report that has a table, charts and a link."""
    return report_of(picture, "09", dimension="efficient-sustainable-systems")


# --- the sheet --------------------------------------------------------------------------------------------------------


def _untitled(pdf):
    with pdf.open_metadata() as about:
        del about["dc:title"]


def _led_away(pdf):
    pdf.pages[0].Annots[0].A.URI = pikepdf.String("file:///x")


def _without_letters(pdf):
    page = pdf.pages[0]
    font = next(iter(page.Resources.Font)).encode()
    page.contents_add(pikepdf.Stream(pdf, b"/P BMC BT " + font + b" 9 Tf 1 0 0 1 50 50 Tm <FFFE> Tj ET EMC"))


def _untabled(pdf):
    table = next(item for item in pdf_checks.walk(pdf.Root.StructTreeRoot) if item.get("/S") == "/Table")
    table.S = pikepdf.Name.Div


PDF = {
    "no title": _untitled,
    "link to somewhere else": _led_away,
    "text without letters": _without_letters,
    "no table with header cells": _untabled,
}


def spoiled_pdf(content, change):
    pdf, stream = pikepdf.open(io.BytesIO(content)), io.BytesIO()
    change(pdf)
    pdf.save(stream)
    return pdf_checks.faults_of(pikepdf.open(stream), "sv", most_pages=2)


def test_nothing_is_found_in_a_sheet_that_is_only_written_again(made):
    assert spoiled_pdf(written("pdf", made), lambda _: None) == []


@pytest.mark.parametrize("fault", PDF)
def test_a_fault_of_a_sheet_is_found(fault, made):
    assert any(fault in told for told in spoiled_pdf(written("pdf", made), PDF[fault]))


# --- the workbook -----------------------------------------------------------------------------------------------------


def _table_of(book, place=2):
    """A sheet behind the contents, its table, and the table's first cell below its heading."""
    sheet = book.worksheets[place]
    table = next(iter(sheet.tables.values()))
    return sheet, table, sheet[table.ref][1][0]


def _cell(value, sheet=2):
    def change(book):
        _table_of(book, sheet)[2].value = value

    return change


def _beside(book):
    sheet, _, cell = _table_of(book)
    sheet.cell(row=sheet.max_row + 3, column=1, value="x").font = copy(cell.font)


def _headed_twice(book):
    sheet, table, _ = _table_of(book)
    first, second, *_ = sheet[table.ref][0]
    second.value = first.value


def _selected(book):
    for selection in _table_of(book)[0].sheet_view.selection:
        selection.activeCell = selection.sqref = "C9"


def _coloured(book):
    _table_of(book)[2].fill = PatternFill("solid", fgColor="FFFF0000")


def _untabled_sheet(book):
    sheet, table, _ = _table_of(book)
    del sheet.tables[table.displayName]


def _named(book):
    sheet, table, _ = _table_of(book)
    sheet.tables.pop(table.displayName)
    table.displayName = table.name = "1-x"
    sheet.tables[table.displayName] = table


def _titled(title):
    return lambda book: setattr(book.properties, "title", title)


XLSX = {
    "no title or author": _titled(None),
    "language is": lambda book: setattr(book.properties, "language", "de-DE"),
    "no cover, contents and notes": lambda book: [book.remove(sheet) for sheet in book.worksheets[2:]],
    "does not open on the cover": lambda book: setattr(book, "active", 1),
    "names of tables": _named,
    "not among the contents": lambda book: setattr(book.worksheets[3], "title", "Annat"),
    "no title in A1": lambda book: setattr(book.worksheets[2]["A1"], "value", None),
    "does not open at A1": _selected,
    "told by a colour": _coloured,
    "0 tables": _untabled_sheet,
    "headings": _headed_twice,
    "the table's own headings are others": lambda book: setattr(_table_of(book)[1].tableColumns[0], "name", "Annat"),
    "cells beside the table": _beside,
    "blank": _cell(" "),
    "is no mark": _cell("nan"),
    "is not explained above the table": _cell("[q]", sheet=3),
    "a text that is stored as e": _cell("#N/A"),
    "a formula": _cell("=1+1"),
    "something is hidden": lambda book: setattr(book.worksheets[3], "sheet_state", "hidden"),
    "merged cells": lambda book: book.worksheets[2].merge_cells("A1:B1"),
}


def spoiled_xlsx(content, change):
    book, stream = openpyxl.load_workbook(io.BytesIO(content)), io.BytesIO()
    change(book)
    book.save(stream)
    return xlsx_checks.faults(stream.getvalue())


def test_nothing_is_found_in_a_workbook_that_is_only_written_again(made):
    # The library that spoils it writes the language in another place; all else is as it was.
    assert spoiled_xlsx(written("xlsx", made), lambda _: None) == ["no language"]


@pytest.mark.parametrize("fault", some(XLSX, kept=list(XLSX)[::3]))
def test_a_fault_of_a_workbook_is_found(fault, made):
    assert any(fault in told for told in spoiled_xlsx(written("xlsx", made), XLSX[fault]))


@pytest.mark.parametrize("name", ["xl/vbaProject.bin", "xl/externalLinks/externalLink1.xml", "xl/connections.xml"])
def test_what_runs_or_reaches_out_of_a_workbook_is_found(name, made):
    found = xlsx_checks.faults(remade(written("xlsx", made), extra=[(name, b"<x/>")]))
    assert f"{name}: runs or reaches out" in found


# --- the deck ---------------------------------------------------------------------------------------------------------


def _first(deck, what):
    return next(shape for slide in deck.slides for shape in slide.shapes if getattr(shape, what))


def _linked(deck):
    deck.slides[0].shapes.title.text_frame.paragraphs[0].runs[0].hyperlink.address = "https://x.example"


def _title_last(deck):
    tree = deck.slides[0].shapes._spTree
    tree.append(deck.slides[0].shapes.title._element)


def _emptied(deck):
    deck.slides[0].shapes.add_textbox(Inches(1), Inches(1), Inches(1), Inches(1))


def _merged(deck):
    table = _first(deck, "has_table").table
    table.cell(1, 0).merge(table.cell(2, 0))


def _small_axes(deck):
    _first(deck, "has_chart").chart.font.size = Pt(9)


def _uneditable(deck):
    space = _first(deck, "has_chart").chart._chartSpace
    space.remove(space.find("{*}externalData"))


def _pale(deck):
    _first(deck, "has_table").table.cell(1, 0).text_frame.paragraphs[0].runs[0].font.color.rgb = RGBColor(200, 200, 200)


def _blank(deck):
    for run in _first(deck, "has_table").table.cell(1, 0).text_frame.paragraphs[0].runs:
        run.text = " "


PPTX = {
    "properties": lambda deck: setattr(deck.core_properties, "language", "de-DE"),
    "not 16:9": lambda deck: setattr(deck, "slide_width", deck.slide_width * 2),
    "a link to elsewhere": _linked,
    "the title is not first": _title_last,
    "empty": _emptied,
    "chart: 1": _small_axes,
    "chart: not editable": _uneditable,
    "table: no headings": lambda deck: setattr(_first(deck, "has_table").table, "first_row", False),
    "table: merged cells": _merged,
    "table: a blank cell": _blank,
    ":1": _pale,
}


def spoiled_pptx(content, change):
    deck, stream = Presentation(io.BytesIO(content)), io.BytesIO()
    change(deck)
    deck.save(stream)
    return pptx_checks.faults(stream.getvalue())


def test_nothing_is_found_in_a_deck_that_is_only_written_again(made):
    assert spoiled_pptx(written("pptx", made), lambda _: None) == []


@pytest.mark.parametrize("fault", PPTX)
def test_a_fault_of_a_deck_is_found(fault, made):
    assert any(fault in told for told in spoiled_pptx(written("pptx", made), PPTX[fault]))


@pytest.mark.parametrize("name", ["ppt/vbaProject.bin", "docProps/thumbnail.jpeg"])
def test_what_does_not_belong_in_a_deck_is_found(name, made):
    found = pptx_checks.faults(remade(written("pptx", made), extra=[(name, b"x")]))
    assert f"{name}: does not belong here" in found
