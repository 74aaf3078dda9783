"""The forms that are no office files opened by LibreOffice as well: what it reads are the values that were written."""

import re

import openpyxl
import pytest

from tests.dashboard.exports import reading_back as back
from tests.dashboard.exports.made import csv_rows, report_of, written
from tests.dashboard.exports.office import CALC, DRAW, needs, saved_as

pytestmark = pytest.mark.nightly
# How far behind its name a value stands, in signs.
FAR = 80
# Comma, quotation mark, UTF-8, from the first line, in English: as the description beside every CSV says.
CSV = "CSV:44,34,76,1,,1033,false,true"


@pytest.fixture(scope="module")
def made(picture):
    return report_of(picture, "09", dimension="equal-care")


@pytest.fixture(scope="module")
def opened(made, tmp_path_factory):
    """Opens a form and returns where LibreOffice saved it as another."""
    folder = tmp_path_factory.mktemp("office")

    def opened(form, target, how=""):
        path = folder / f"sheet.{form}"
        path.write_bytes(written(form, made))
        return saved_as(path, target, folder, how)

    return opened


def cells(path):
    return [list(row) for row in openpyxl.load_workbook(path).active.iter_rows(values_only=True)]


def test_a_csv_is_read_with_the_same_values(made, opened):
    needs(CALC)
    names, *rows = cells(opened("csv", "xlsx", CSV))
    ours = csv_rows(written("csv", made))
    assert names == list(ours[0])
    assert len(rows) == len(ours) == len(made.rows)
    for own, row, cell in zip(ours, made.rows, rows, strict=True):
        found = dict(zip(names, cell, strict=True))
        assert (found["value"], found["indicator"], found["unit"]) == (row.value, row.name, row.unit)
        assert {name: str(text) for name, text in found.items() if isinstance(text, str)}.items() <= own.items()


def test_a_web_page_is_read_with_the_same_values(made, opened):
    needs(CALC)
    found = {}
    for name, value, *_ in cells(opened("html", "xlsx", "HTML (StarCalc)")):
        found.setdefault(str(name).partition("\n")[0], value)
    for row in made.rows:
        told = next(value for name, value in found.items() if name.startswith(row.name) and value is not None)
        wanted = row.value_text if row.value is not None else row.missing
        assert back.close(wanted) in back.close(shown(told)), row.name


def shown(value):
    """A cell as it stood on the page: LibreOffice takes a number with a comma for text or for a number."""
    return str(value).replace(".", ",") if isinstance(value, float) else str(value)


def test_a_sheet_is_read_with_the_same_values(made, opened):
    needs(DRAW)
    drawn = opened("pdf", "fodg").read_text(encoding="utf-8")
    text = joined(re.sub(r"<[^>]+>", "", drawn[drawn.index("<office:body") :]))
    start = text.index(joined(made.labels["column_target"]))
    for row in made.rows:
        # A name or a number may be cut by a line's end, so all is read without spaces.
        start = text.index(joined(row.name), start) + len(joined(row.name))
        wanted = row.missing.partition(".")[0] if row.value is None else f"{row.value_text}{row.unit}({row.period_text}"
        assert joined(wanted) in text[start : start + FAR], row.name


def joined(text):
    return "".join(text.split())
