"""The rug as a picture to take home: whole, with its heading, source and edition, and no verdict by colour alone."""

from xml.etree import ElementTree

import pytest
from playwright.sync_api import expect

from dashboard.query import Question
from dashboard.viewmodels.rug import rug_view
from indicators import open_picture
from tests.e2e.test_take_home import SVG, chunks, picture

NAME = "dimension-rug"
PATH = "/dimension/equal-care"


@pytest.fixture
def view():
    return rug_view(open_picture(), Question(dimension="equal-care"))


def drawn(reader, tmp_path):
    expect(reader.page.locator(f'.take-picture[data-name="{NAME}"]')).to_have_count(1)
    return picture(reader, NAME, "svg", tmp_path).read_bytes()


def test_every_row_and_region_is_in_it_with_a_symbol_for_each(reader, tmp_path, view):
    reader.open(PATH)
    root = ElementTree.fromstring(drawn(reader, tmp_path))
    texts = ["".join(node.itertext()) for node in root.iter(f"{SVG}text")]
    heading = reader.page.locator(f"h2:has(~ #{NAME}-host)").last.inner_text()
    assert root.find(f"{SVG}title").text == heading
    rows = [row for section in view.sections for area in section.areas for row in area.rows]
    assert all(row.name in texts for row in rows)
    assert all(column.short in texts for column in view.columns)
    said = " ".join(texts)
    assert all(state.text in texts for state in view.states.values())
    assert view.source_line in said
    assert view.edition in said
    for state in view.states.values():
        symbol = state.symbol or "–"
        alike = {code for code, other in view.states.items() if (other.symbol or "–") == symbol}
        wanted = sum(code in alike for row in rows for code, _ in row.cells) + len(alike)
        assert texts.count(symbol) == wanted, state.code


def test_it_is_the_same_on_light_and_dark_and_on_wide_and_narrow(reader_of, tmp_path):
    made = []
    for width, theme in ((1280, "light"), (320, "dark")):
        reader = reader_of(width)
        reader.open(PATH)
        reader.page.evaluate("(theme) => window.halsodialog.theme.set(theme)", theme)
        made.append(drawn(reader, tmp_path))
        assert reader.too_wide() == []
    assert made[0] == made[1]


def test_as_points_it_says_where_it_is_from(reader, tmp_path, view):
    reader.open(PATH)
    told = b" ".join(
        body for kind, body in chunks(picture(reader, NAME, "png", tmp_path).read_bytes()) if kind == b"iTXt"
    ).decode()
    assert view.source_line in told
