"""Made-up tables of the worst texts there are: in no form does a cell run, get lost, or become another value."""

import csv
import io
import re
import zipfile

import openpyxl
import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from dashboard.exports.tables import FORMS
from dashboard.query import Question
from dashboard.viewmodels.exported.page_tables import page_tables
from dashboard.viewmodels.report.naming import slug
from dashboard.viewmodels.tables import Cell, Column, TableRow, plain_table
from dashboard.viewmodels.take_home import Taken
from indicators import format_number
from tests.dashboard.exports.made import parts
from tests.tiers import examples

STARTS = re.compile("(^|[;\t\r\n])[ \u00a0]*[=+\\-@\t\r\n\0\uff1d\uff0b\uff0d\uff20]")
ROWS = 25
BAD = (
    "=1+1",
    "+1",
    "-1+1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "a\n=1",
    "a;=1",
    "＝1",
    "<b>&amp;",
    "007",
    "1,5",
    "http://x",
    "'",
    '"',
    "]]>",
)
hostile = st.sampled_from(BAD) | st.text(alphabet=st.sampled_from("=+-@\t\n;,\"'<&]å a1"), min_size=1, max_size=10)
numbers = st.floats(-1e6, 1e6).map(lambda value: round(value, 1) + 0.0)
tables = st.lists(st.tuples(hostile, numbers), min_size=ROWS, max_size=ROWS)
checked = examples(40, suppress_health_check=[HealthCheck.function_scoped_fixture])


def made(picture, rows):
    """The rows as a page's table to take home."""
    columns = (Column("=Namn"), Column("@Värde", "number"))
    found = tuple(TableRow((text, Cell(format_number(value, 1, "sv")))) for text, value in rows)
    return page_tables(
        picture, Question(), Taken({"t": plain_table("+T", columns, found, ())}, ()), "-V", "/variation", ""
    )


def whole(text):
    """A text as a table keeps it: without what a cell cannot hold at its ends."""
    return " ".join(text.replace("'", "").split())


@checked
@given(rows=tables)
def test_no_cell_of_a_csv_runs_and_every_number_comes_back(rows, picture):
    with zipfile.ZipFile(io.BytesIO(b"".join(FORMS["csv"].write(made(picture, rows))))) as files:
        _, *lines = csv.reader(io.StringIO(files.read("t.csv").decode(), newline=""))
    assert len(lines) == ROWS
    for (text, value), (name, number, *_) in zip(rows, lines, strict=True):
        assert float(number) == value
        assert not STARTS.search(name), name
        assert whole(name) == whole(text) or not whole(text)


@checked
@given(rows=tables)
def test_no_cell_of_a_workbook_runs_and_every_number_comes_back(rows, picture):
    content = b"".join(FORMS["xlsx"].write(made(picture, rows)))
    assert not any(re.search(rb"<f[ >/]|<hyperlink", text) for text in parts(content, "worksheets").values())
    sheet = openpyxl.load_workbook(io.BytesIO(content)).worksheets[1]
    (table,) = sheet.tables.values()
    _, *lines = sheet[table.ref]
    assert len(lines) == ROWS
    for (text, value), cells in zip(rows, lines, strict=True):
        assert {cell.data_type for cell in cells} <= {"s", "n"}
        assert cells[0].data_type == "s"
        assert whole(str(cells[0].value)) == whole(text) or not whole(text)
        assert cells[1].value == pytest.approx(value, abs=1e-9)


@checked
@given(text=st.text(max_size=60), more=st.sampled_from(["", "å/ä\\ö", "..", "CON", "a\0b", "x" * 300, "\u202egnp.exe"]))
def test_a_files_name_is_plain_whatever_it_is_made_of(text, more):
    assert re.fullmatch(r"([a-z0-9]+(-[a-z0-9]+)*)?", slug(text + more))
