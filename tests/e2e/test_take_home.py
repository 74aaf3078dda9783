"""«Ladda ner» in a real browser: by keyboard, after a filter has changed, and pictures that say where they are from."""

import json
import struct
import zlib
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import expect

from tests.e2e.engines import AXE, violations
from tests.tiers import at_night

SVG = "{http://www.w3.org/2000/svg}"
OPEN = ".take-home[open]"
PNG_WIDTH = 1600


def fetched(reader, act, tmp_path):
    """What a press hands out: the file's name and its bytes."""
    with reader.page.expect_download() as waited:
        act()
    path = tmp_path / waited.value.suggested_filename
    waited.value.save_as(path)
    return path


def opened(reader):
    reader.page.locator(".take-home > summary").click()
    return reader.page.locator(".take-home")


def picture(reader, name, form, tmp_path):
    button = reader.page.locator(f'.take-picture[data-name="{name}"] .take-form[data-form="{form}"]')
    return fetched(reader, button.click, tmp_path)


def test_by_keyboard_alone(reader, tmp_path):
    reader.open("/variation")
    reader.tab_to(".take-home > summary").press("Enter")
    expect(reader.page.locator(OPEN)).to_be_visible()
    reader.press("Tab", "Tab", "Tab")
    path = fetched(reader, lambda: reader.press("Enter"), tmp_path)
    assert path.suffix == ".json"
    assert json.loads(path.read_text(encoding="utf-8"))["tables"]
    reader.press("Escape")
    expect(reader.page.locator(OPEN)).to_have_count(0)
    assert reader.page.evaluate("document.activeElement.matches('.take-home > summary')")


def test_a_press_beside_the_list_puts_it_away(reader):
    reader.open("/variation")
    opened(reader)
    reader.page.locator("h1").click()
    expect(reader.page.locator(OPEN)).to_have_count(0)


def test_the_file_is_what_is_on_screen_after_a_filter_has_changed(reader, tmp_path):
    reader.open("/region/14?dimension=equal-care")
    reader.picker("Kvinnor").check()
    reader.settled()
    menu = opened(reader)
    path = fetched(reader, menu.get_by_text("JSON").click, tmp_path)
    found = json.loads(path.read_text(encoding="utf-8"))
    assert found["sex"] == "F"
    shown = reader.page.locator("tr.row .value .number").all_inner_texts()
    assert len(found["results"]["rows"]) == len(reader.rows())
    assert [row["value"]["text"] for row in found["results"]["rows"] if "text" in row["value"]] == shown
    reader.picker("Alla").check()
    reader.settled()
    again = fetched(reader, opened(reader).get_by_text("JSON").click, tmp_path)
    assert json.loads(again.read_text(encoding="utf-8"))["sex"] == "T"


def test_the_tables_of_a_page_follow_its_pickers(reader, tmp_path):
    reader.open("/variation")
    reader.page.locator("#variation-indicator").select_option(index=3)
    reader.settled()
    # A table in a closed disclosure is not drawn.
    reader.page.locator("details:has(> #variation-strip-table) > summary").click()
    caption = reader.page.locator("#variation-strip-table caption").text_content()
    path = fetched(reader, opened(reader).get_by_text("JSON").click, tmp_path)
    found = json.loads(path.read_text(encoding="utf-8"))["tables"]["strip"]
    assert found["title"] == caption


def test_an_svg_is_one_whole_picture_with_its_source_and_edition(reader, tmp_path):
    reader.open("/indikator/daily-smoking")
    path = picture(reader, "indicator-regions", "svg", tmp_path)
    number = reader.page.locator(".site-footer").inner_text().split("Utgåva ")[1][:7]
    assert path.name == f"halsodialog-indicator-regions-daily-smoking-{number}.svg"
    text = path.read_text(encoding="utf-8")
    root = ElementTree.fromstring(text)
    finding = reader.page.locator("#indicator-regions-caption").evaluate("(node) => node.firstChild.textContent")
    assert root.find(f"{SVG}title").text == finding
    assert "Folkhälsomyndigheten" in root.find(f"{SVG}desc").text
    drawn = " ".join("".join(node.itertext()) for node in root.iter(f"{SVG}text"))
    assert all(part in drawn for part in ("Källa: Folkhälsomyndigheten", number, "Sörmland", "8,0"))
    assert not [node for node in root.iter() if node.tag.endswith(("script", "foreignObject"))]
    assert not [
        part for part in text.split('"') if part.startswith("http") and not part.startswith("http://www.w3.org/")
    ]


def chunks(data):
    place = 8
    while place < len(data):
        (length,) = struct.unpack(">I", data[place : place + 4])
        kind, body = data[place + 4 : place + 8], data[place + 8 : place + 8 + length]
        assert struct.unpack(">I", data[place + 8 + length : place + 12 + length]) == (zlib.crc32(kind + body),)
        yield kind, body
        place += 12 + length


def test_a_png_is_whole_wide_and_says_where_it_is_from(reader, tmp_path):
    reader.open("/indikator/daily-smoking")
    data = picture(reader, "indicator-regions", "png", tmp_path).read_bytes()
    found = list(chunks(data))
    assert struct.unpack(">I", found[0][1][:4]) == (PNG_WIDTH,)
    told = b" ".join(body for kind, body in found if kind == b"iTXt").decode()
    assert "Folkhälsomyndigheten" in told
    assert "utgåva" in told
    # Texts come with the picture's own fonts: without them hardly a third of the points are drawn.
    assert reader.page.evaluate(INK, list(data)) > LEAST_INK


# How many points of the names' column, left of the drawing, are dark: none are when the texts are missing.
INK = """async (bytes) => {
  const image = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: 'image/png' }));
  const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
  const pen = canvas.getContext('2d');
  pen.drawImage(image, 0, 0);
  const data = pen.getImageData(50, 220, 240, 800).data;
  let dark = 0;
  for (let k = 0; k < data.length; k += 4) if (data[k] < 100) dark += 1;
  return dark;
}"""
LEAST_INK = 2000


# In every run the rug is (test_take_rug.py).
@pytest.mark.nightly
def test_pictures_are_the_same_on_light_and_dark_and_on_wide_and_narrow(reader_of, tmp_path):
    made = []
    for width, theme in ((1280, "light"), (320, "dark")):
        reader = reader_of(width)
        reader.open("/indikator/daily-smoking")
        reader.page.evaluate("(theme) => window.halsodialog.theme.set(theme)", theme)
        made.append(
            [picture(reader, name, "svg", tmp_path).read_bytes() for name in ("indicator-lines", "indicator-map")]
        )
        assert reader.page.evaluate("document.documentElement.dataset.theme") == theme
    assert made[0] == made[1]


def test_every_chart_and_map_has_its_buttons(reader):
    reader.open("/indikator/beds")
    page = reader.page
    assert page.locator("figure.chart, figure.map").count() == page.locator(".take-picture").count() > 2


@pytest.mark.parametrize("width", [320, *at_night(1280)])
def test_opened_it_has_no_violations_and_nothing_is_too_wide(reader_of, width):
    reader = reader_of(width)
    reader.open("/variation")
    opened(reader)
    assert reader.too_wide() == []
    box = reader.page.locator(".take-home > ul").bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    reader.page.evaluate(AXE)
    assert violations(reader) == []


def test_the_fonts_of_pictures_are_ours(reader, tmp_path):
    reader.open("/indikator/daily-smoking")
    text = Path(picture(reader, "indicator-map", "svg", tmp_path)).read_text(encoding="utf-8")
    assert text.count("@font-face") == text.count("data:font/woff2;base64,") == 2
