"""The map and the rug of a presentation as pictures: native shapes and cells in the deck, vectors on paper."""

import io

import pikepdf
import pytest

from dashboard.query import Question
from dashboard.viewmodels.land import middle_of_land
from dashboard.viewmodels.map import FIRST_OF_ALL, map_view
from dashboard.viewmodels.present.fewer import MOST_IN_RUG
from indicators import read_boundaries
from tests.dashboard.exports.made import deck
from tests.dashboard.exports.pdf_checks import SCREEN, faults_of, walk
from tests.dashboard.exports.pdf_content import read_pages, text_of
from tests.dashboard.exports.pptx_checks import A_GROUP, faults

SLIDES = (("/", "map:overview-map-host"), ("/dimension/equal-care", "rug:dimension-rug-host"))
SYMBOLS = set("▲●▼△▽?–")


@pytest.fixture(scope="module", params=["sv", "en"])
def made(request, client):
    words = dict.fromkeys(("heading", "question", "notes"), "")
    slides = [{"view": f"{view}?lang={request.param}", "picture": name} | words for view, name in SLIDES]
    kept = {"format": "halsodialog-presentation", "version": 1, "title": "Land", "slides": slides}
    return request.param, {
        form: client.post(f"/export/presentation.{form}?lang={request.param}", json=kept).data
        for form in ("pptx", "pdf")
    }


@pytest.fixture
def view(picture, made):
    return map_view(picture, Question(lang=made[0]), FIRST_OF_ALL)


def group_of(content):
    slide = deck(content).slides[1]
    return slide, next(shape for shape in slide.shapes if shape.shape_type == A_GROUP)


def test_both_are_in_files_without_faults(made):
    lang, files = made
    assert faults(files["pptx"]) == []
    assert faults_of(pikepdf.open(io.BytesIO(files["pdf"])), lang, len(SLIDES) + 1, SCREEN) == []


def test_a_map_is_a_group_of_one_free_form_a_region_that_says_its_value(made, view):
    slide, group = group_of(made[1]["pptx"])
    told = {}
    for shape in group.shapes:
        if shape._element.xpath(".//a:custGeom"):
            told.setdefault(shape.name, set()).add(shape._element.xpath(".//p:cNvPr")[0].get("descr"))
    assert told == {region.name: {region.text} for region in view.regions}
    alt = group._element.xpath("./p:nvGrpSpPr/p:cNvPr")[0].get("descr")
    assert view.summary in alt
    assert all(region.name in alt for region in view.regions)
    notes = slide.notes_slide.notes_text_frame.text
    assert all(region.text in notes for region in view.regions)


def test_every_region_has_its_verdicts_symbol_and_every_symbol_its_word(made, view):
    slide, group = group_of(made[1]["pptx"])
    drawn = [shape.text_frame.text for shape in group.shapes if shape.has_text_frame and shape.name.startswith("sign")]
    wanted = [view.states[region.state].symbol or "–" for region in view.regions]
    assert drawn[: len(wanted)] == wanted
    said = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
    for state in {view.states[region.state].code: view.states[region.state] for region in view.regions}.values():
        assert said[said.index(state.symbol or "–") + 1] == state.text


def test_free_forms_lie_where_the_map_has_them(made):
    _, group = group_of(made[1]["pptx"])
    places = {shape.name: shape for shape in group.shapes if shape._element.xpath(".//a:custGeom")}
    names = {"25": "Norrbotten", "12": "Skåne", "14": "Västra Götaland"}
    of = {code: next(shape for name, shape in places.items() if names[code] in name) for code in names}
    assert of["25"].top < of["14"].top < of["12"].top
    assert of["25"].height > of["12"].height
    for shape in group.shapes:
        assert shape.left >= group.left
        assert shape.left + shape.width <= group.left + group.width + 1
        assert shape.top + shape.height <= group.top + group.height + 1


def test_a_rug_is_a_table_with_a_symbol_in_every_cell_and_its_ground(made):
    slide = deck(made[1]["pptx"]).slides[2]
    table = next(shape.table for shape in slide.shapes if shape.has_table)
    head, *rows = table.rows
    assert len(head.cells) == 22
    assert 0 < len(rows) <= MOST_IN_RUG
    grounds = {}
    for row in rows:
        for cell in list(row.cells)[1:]:
            assert cell.text_frame.text in SYMBOLS
            grounds.setdefault(cell.text_frame.text, set()).add(str(cell.fill.fore_color.rgb))
    assert all(len(found) == 1 for found in grounds.values())
    assert grounds["▲"] != grounds["▼"]


def test_on_paper_both_are_pictures_with_their_words(made, view):
    pdf = pikepdf.open(io.BytesIO(made[1]["pdf"]))
    alts = [str(item.Alt) for item in walk(pdf.Root.StructTreeRoot) if str(item.get("/S")) == "/Figure"]
    assert len(alts) == len(SLIDES)
    assert view.summary in alts[0]
    assert all(region.name in alts[0] for region in view.regions)
    assert all(name in alts[1] for name in ("Halland", view.states["best-quarter"].text))
    said = text_of(read_pages(pdf))
    assert all("".join(view.states[code].text.split()) in said for code in ("best-quarter", "worst-quarter"))
    kinds = [str(item.get("/S", "")) for item in walk(pdf.Root.StructTreeRoot)]
    assert "/Table" not in kinds
    # Outlines, not points: nothing on these pages is a bitmap.
    assert not [item for item in pdf.objects if isinstance(item, pikepdf.Stream) and item.get("/Subtype") == "/Image"]


@pytest.mark.parametrize("code", sorted(read_boundaries().rings))
def test_a_symbol_stands_inside_its_own_region(code):
    rings = read_boundaries().rings[code]
    x, y = middle_of_land(rings)
    crossed = sum(
        (y1 <= y) != (y2 <= y) and x < x1 + (y - y1) / (y2 - y1) * (x2 - x1)
        for ring in rings
        for (x1, y1), (x2, y2) in zip(ring, (*ring[1:], ring[0]), strict=True)
    )
    assert crossed % 2 == 1
