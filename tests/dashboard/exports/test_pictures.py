"""Pictures to take home: their caption, source and edition in them, the values of the row, the same bytes each time."""

import io
import xml.etree.ElementTree as ET

import pytest
from PIL import Image

from dashboard.exports.pictures import FORMS
from dashboard.viewmodels.exported.picture import row_picture
from tests.dashboard.exports.made import report_of

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def gotland(picture):
    return report_of(picture, "09")


def texts(content):
    return [node.text for node in ET.fromstring(content).iter(f"{SVG}text") if node.text]


def drawn(form, shown):
    return b"".join(FORMS[form].write(shown))


def test_every_row_has_a_picture_that_says_what_where_when_and_from_whom(gotland):
    for row in gotland.rows:
        content = drawn("svg", row_picture(gotland, row))
        said = " ".join(texts(content))
        root = ET.fromstring(content)
        assert row.full_name in said
        assert gotland.area_name in said
        assert f"Utgåva {gotland.edition}" in said
        assert row.source in said
        assert (row.missing or row.value_text) in said
        assert root.find(f"{SVG}title").text.startswith(row.full_name)
        assert root.find(f"{SVG}desc").text == row.summary
        assert b"var(--" not in content
        assert b"href" not in content


def test_nothing_stands_outside_the_picture(gotland):
    for row in gotland.rows:
        root = ET.fromstring(drawn("svg", row_picture(gotland, row)))
        _, _, width, height = map(float, root.get("viewBox").split())
        for node in root.iter(f"{SVG}text"):
            assert 0 <= float(node.get("x")) <= width
            assert 0 <= float(node.get("y")) <= height - 4


def test_a_bitmap_is_the_same_picture_twice_as_large_and_the_same_each_time(gotland):
    shown = row_picture(gotland, gotland.rows[0])
    content = drawn("png", shown)
    width, height = (float(ET.fromstring(drawn("svg", shown)).get(name)) for name in ("width", "height"))
    assert Image.open(io.BytesIO(content)).size == (2 * width, 2 * height)
    assert content == drawn("png", shown)


def test_pictures_have_an_address(client, picture):
    row = report_of(picture, "14").rows[3]
    for form, mime in (("svg", "image/svg+xml"), ("png", "image/png")):
        answer = client.get(f"/export/picture/14/{row.indicator}.{form}?lang=en")
        assert answer.status_code == 200
        assert answer.content_type.startswith(mime)
        assert f"-{row.indicator}.{form}" in answer.headers["Content-Disposition"]


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/export/picture/14/finns-inte.svg", 404),
        ("/export/picture/99/life-expectancy.svg", 404),
        ("/export/picture/14/life-expectancy.exe", 404),
        ("/export/picture/14/life-expectancy.svg?sex=X", 400),
        ("/export/picture/14/life-expectancy.svg?utgava=1999-01", 400),
        ("/export/picture/14/life-expectancy.svg?file=../../x", 400),
    ],
)
def test_a_wrong_address_is_refused_in_both_languages(address, status, client):
    answer = client.get(address)
    assert answer.status_code == status
    assert set(answer.json["message"]) == {"sv", "en"}
