"""Workbooks: accessible by the checklist, the numbers as shown, nothing that runs."""

from dataclasses import replace

import openpyxl
import pytest
import xlsxwriter

from dashboard.exports.report.workbook import write
from tests.dashboard.exports.made import deck, report_of, workbook, written
from tests.dashboard.exports.office import CALC, needs, saved_as
from tests.dashboard.exports.xlsx_checks import faults

GOTLAND, VASTRA_GOTALAND, NATION = "09", "14", "00"
HOSTILE = (
    "=1+1",
    "+1",
    "-1+1",
    "@SUM(A1)",
    "\t=1",
    '=HYPERLINK("http://x")',
    "http://evil.example",
    "<b>&",
    "007",
    "1,5",
)


@pytest.fixture(scope="module")
def gotland(picture):
    return report_of(picture, GOTLAND)


@pytest.mark.parametrize(("area", "lang"), [(GOTLAND, "sv"), (VASTRA_GOTALAND, "en"), (NATION, "sv")])
def test_every_essential_point_of_the_checklist_holds(area, lang, picture):
    assert faults(written("xlsx", report_of(picture, area, lang))) == []


def test_a_workbook_of_one_dimension_and_of_women_holds_too(picture):
    assert faults(written("xlsx", report_of(picture, GOTLAND, dimension="equal-care"))) == []
    assert faults(written("xlsx", report_of(picture, GOTLAND, sex="F", period="2020"))) == []


def test_the_same_report_gives_the_same_bytes(gotland):
    assert b"".join(write(gotland)) == b"".join(write(gotland))


def test_every_row_stands_in_the_sheet_of_its_dimension(gotland):
    book = workbook(written("xlsx", gotland))
    for section in gotland.sections:
        cells = [row[0].value for row in book[section.name].iter_rows()]
        assert [row.name for row in section.rows] == cells[-len(section.rows) :]


def test_texts_that_look_like_formulas_links_or_numbers_are_texts(gotland):
    rows = gotland.sections[0].areas[0].rows
    spoiled = tuple(replace(row, name=text) for row, text in zip(rows, HOSTILE, strict=False))
    section = replace(gotland.sections[0], areas=(replace(gotland.sections[0].areas[0], rows=spoiled),))
    content = b"".join(write(replace(gotland, sections=(section,), title="=cmd|' /C calc'!A0")))
    assert [fault for fault in faults(content) if "formula" in fault or "link" in fault] == []
    book = workbook(content)
    assert [cell.value for cell in book[section.name]["A"]][-len(spoiled) :] == list(HOSTILE)[: len(spoiled)]
    assert {cell.data_type for cell in book[section.name]["A"]} == {"s"}
    assert book.worksheets[0]["A1"].value == "=cmd|' /C calc'!A0"


def test_negative_numbers_are_numbers(gotland):
    book = workbook(written("xlsx", gotland))
    found = [cell.value for sheet in book for cells in sheet.iter_rows() for cell in cells if cell.data_type == "n"]
    assert min(value for value in found if value is not None) < 0


def test_a_report_without_rows_says_why(picture):
    made = report_of(picture, GOTLAND, area="knowledge")
    book = workbook(written("xlsx", made))
    assert made.empty
    assert len(book.sheetnames) == 3
    assert made.empty in [row[0].value for row in book.worksheets[0].iter_rows()]


def planted(tmp_path, fault):
    path = tmp_path / "planted.xlsx"
    with xlsxwriter.Workbook(path) as book:
        for name in ("Om", "Innehåll", "Noter"):
            book.add_worksheet(name).write(0, 0, name)
        fault(book, book.worksheets()[2])
    return faults(path.read_bytes())


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        (lambda _, sheet: sheet.write_formula(3, 0, "=1+1"), "a formula"),
        (lambda _, sheet: sheet.merge_range(3, 0, 3, 2, "x"), "merged"),
        (lambda _, sheet: sheet.write_url(3, 0, "http://x.example"), "link to elsewhere"),
        (lambda _, sheet: sheet.set_row(3, None, None, {"hidden": True}), "hidden"),
        (lambda _, sheet: sheet.write(3, 0, "liten"), "points"),
        (lambda _, sheet: sheet.add_table(3, 0, 5, 1, {"columns": [{"header": "a"}, {"header": "b"}]}), "blank"),
        (lambda _, sheet: sheet.write(0, 0, ""), "no language"),
    ],
)
def test_the_checklist_finds_a_planted_fault(fault, told, tmp_path):
    assert any(told in found for found in planted(tmp_path, fault))


@pytest.mark.nightly
def test_libreoffice_reads_the_same_values(gotland, tmp_path):
    needs(CALC)
    path = tmp_path / "book.xlsx"
    path.write_bytes(written("xlsx", gotland))
    again = saved_as(path, "xlsx:Calc MS Excel 2007 XML", tmp_path)
    ours, theirs = workbook(path.read_bytes()), openpyxl.load_workbook(again)
    assert theirs.sheetnames == ours.sheetnames
    for sheet in ours:
        for cells in sheet.iter_rows():
            for cell in cells:
                assert theirs[sheet.title][cell.coordinate].value == cell.value, f"{sheet.title}!{cell.coordinate}"


def test_the_workbooks_inside_charts_have_no_formula_either(gotland):
    made = deck(written("pptx", gotland))
    charts = [shape.chart for slide in made.slides for shape in slide.shapes if shape.has_chart]
    assert len(charts) >= 3
    for chart in charts:
        book = workbook(chart.part.chart_workbook.xlsx_part.blob)
        assert not any(cell.data_type == "f" for sheet in book for cells in sheet.iter_rows() for cell in cells)
