"""A number in a table knows its value from the start: what a file holds is never read out of what a screen shows."""

import re

import pytest

from dashboard.factory import page_modules
from dashboard.query import Question
from dashboard.viewmodels.exported.cells import NONE, cell_of, number_cell
from dashboard.viewmodels.exported.page_tables import page_tables
from dashboard.viewmodels.tables import Cell
from indicators import LANGUAGES, FormattedNumber, format_number, with_unit

PAGES = [module.PAGE for module in page_modules()]
PLACES = [
    (page, code) for page in PAGES for code in dict.fromkeys(("", page.example)) if page.tables and page.tables(code)
]
DIGITS = re.compile("[-+\u2212]?\\d[\\d.,\u202f]*([\u00a0 ]?%)?")
ENOUGH = 1000


def test_a_number_is_its_text_and_knows_its_value():
    found = format_number(-1234.567, 1, "sv")
    assert (found, found.value, found.decimals, found.unit) == ("\u22121\u202f234,6", -1234.567, 1, "")
    told = with_unit(found, "%", "sv")
    assert (told, told.digits, told.unit, told.value) == (f"{found}\u00a0%", found, "\u00a0%", -1234.567)
    assert format_number(2.04, 1, "en", signed=True).is_signed
    assert type(f"{found} dagar") is str


def test_a_cell_takes_no_number_out_of_a_text():
    assert number_cell(format_number(5.04, 1, "sv")).value == 5.04
    assert number_cell(None).mark == number_cell("").mark == NONE
    with pytest.raises(TypeError, match=r"found the text '5,0'.*`format_number`"):
        number_cell("5,0")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("page", "code"), PLACES, ids=[f"{page.name}-{code}" for page, code in PLACES])
def test_every_number_of_every_table_knows_its_value(page, code, lang, picture):
    found = page.tables(code)(picture, Question(lang=lang), code)
    for name, view in found.tables.items():
        numbers = [place for place, column in enumerate(view.columns) if column.kind == "number"]
        shown = [row.cells[place] for group in view.groups for row in group.rows for place in numbers]
        texts = [cell.text if isinstance(cell, Cell) else cell for cell in shown]
        assert [text for text in texts if DIGITS.fullmatch(text) and not isinstance(text, FormattedNumber)] == [], name


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_file_holds_the_number_unrounded_and_its_text(lang, picture):
    n = unrounded = 0
    for page, code in PLACES:
        found = page.tables(code)(picture, Question(lang=lang), code)
        for part in page_tables(picture, Question(lang=lang), found, "t", page.path, "").tables:
            for cell in (cell for cells in part.table.rows for cell in cells if cell.value is not None):
                told = format_number(cell.value, cell.decimals, lang, signed=cell.is_signed)
                assert cell.text == told.beside(cell.unit)
                assert cell == cell_of(told.beside(cell.unit))
                n, unrounded = n + 1, unrounded + (cell.value != round(cell.value, cell.decimals))
    assert n > ENOUGH
    assert unrounded > 0
