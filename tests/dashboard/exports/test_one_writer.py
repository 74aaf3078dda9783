"""One writer for each format, used by everything: whatever else writes a table, a book, a deck or a PDF is found."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
# Methods and functions of many libraries, each of which writes a table past our own writers.
CALLS = {
    *("to_csv", "to_excel", "to_html", "to_latex", "to_markdown", "to_clipboard", "to_parquet", "to_feather"),
    *("write_csv", "write_excel", "savetxt", "writerow", "writerows", "DictWriter", "ExcelWriter", "CSVWriter"),
}
# Libraries that write files, and where each may be used.
SLIDES = "dashboard/exports/_slides/"
PLACES = {
    "xlsxwriter": ("dashboard/exports/report/workbook.py", f"{SLIDES}charts.py", "intake/uploads/template.py"),
    "pptx": (SLIDES,),
    "typst": (
        "dashboard/exports/report/pdf.py",
        "dashboard/exports/presentation/pdf.py",
        "dashboard/exports/pictures/bitmap.py",
    ),
    **dict.fromkeys(("openpyxl", "docx", "reportlab", "weasyprint", "fpdf", "kaleido", "matplotlib", "tablib"), ()),
}


def found_in(text, path):
    """Where a file writes by other means than ours, as path:line and what it uses."""
    for node in ast.walk(ast.parse(text)):
        for used in _used(node):
            if used in CALLS or used == "csv.writer" or not _may(used, path):
                yield f"{path}:{node.lineno} {used}"


def _used(node):
    if isinstance(node, ast.Import):
        for item in node.names:
            yield item.name.partition(".")[0]
            # Under another name it would not be known again.
            yield from ("csv.writer",) if item.name == "csv" and item.asname else ()
    elif isinstance(node, ast.ImportFrom):
        module = (node.module or "").partition(".")[0] if not node.level else ""
        yield module
        for item in node.names:
            yield f"csv.{item.name}" if node.module == "csv" else item.name
            yield item.name if node.module == "csv" and item.name in CALLS else ""
    elif isinstance(node, ast.Attribute):
        yield f"csv.{node.attr}" if getattr(node.value, "id", "") == "csv" else node.attr
        yield node.attr


def _may(library, path):
    return library not in PLACES or path.startswith(PLACES[library] or ("nowhere",))


def tree():
    return [
        ROOT / "app.py",
        *(path for room in ("dashboard", "indicators") for path in sorted((ROOT / room).rglob("*.py"))),
    ]


def test_every_file_that_leaves_is_written_in_one_place_alone():
    paths = tree()
    assert len(paths) > 200
    found = [fault for path in paths for fault in found_in(path.read_text("utf-8"), path.relative_to(ROOT).as_posix())]
    assert found == [], "CSV is written by indicators.csv_line, every other form by its module in dashboard/exports"


def test_every_place_that_may_write_does():
    """A place that no longer needs its leave loses it."""
    for library, places in PLACES.items():
        for place in places:
            files = [ROOT / place] if place.endswith(".py") else sorted((ROOT / place).glob("*.py"))
            names = [
                used for path in files for node in ast.walk(ast.parse(path.read_text("utf-8"))) for used in _used(node)
            ]
            assert library in names, f"{place} does not use {library}"


PLANTED = (
    "import csv\ncsv.writer(stream)",
    "from csv import writer",
    "from csv import DictWriter as Table",
    "import csv as tables\ntables.writer(stream)",
    "frame.to_csv(path)",
    "save = frame.to_excel",
    "out.writerow([1])",
    "from pyarrow.csv import write_csv",
    "import pyarrow.csv as pc\npc.write_csv(table, path)",
    "with pd.ExcelWriter(path) as book: pass",
    "import openpyxl\nbook.save(path)",
    "from openpyxl.workbook import Workbook",
    "import xlsxwriter",
    "def late():\n    import xlsxwriter.workbook",
    "from pptx import Presentation",
    "import typst",
    "np.savetxt(path, numbers)",
)


@pytest.mark.parametrize("text", PLANTED)
def test_another_writer_would_be_found(text):
    assert list(found_in(text, "dashboard/pages/region.py"))


def test_a_writer_of_ours_in_anothers_room_would_be_found():
    assert list(found_in("import xlsxwriter", "dashboard/exports/report/deck.py"))
    assert list(found_in("import xlsxwriter", "dashboard/exports/report/workbook.py")) == []


def test_reading_is_no_writing():
    assert list(found_in("import csv\nrows = csv.reader(stream)\nfile.write(b'')", "indicators/areas.py")) == []
