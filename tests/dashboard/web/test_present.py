"""What the presenter's page asks of the server: pictures, ready-made starts, and refusals that say why."""

import json
from io import BytesIO
from urllib.parse import urlencode

import pikepdf
import pytest
from pptx import Presentation

from dashboard.viewmodels.present.limits import LIMITS
from dashboard.viewmodels.present.reading import is_slide
from indicators import open_current


def shown(client, view, picture):
    return client.get(f"/presentera/bild?{urlencode({'view': view, 'picture': picture})}")


PICTURES = [
    ("/region/14", "message:head"),
    ("/region/14", "message:findings"),
    ("/region/14?sex=F", "rows:region-rows/dimension/population-health"),
    ("/region/14", "rows:region-rows/row/treatable-mortality"),
    ("/indikator/daily-smoking?regions=14", "chart:indicator-regions"),
    ("/indikator/daily-smoking?regions=14", "chart:indicator-lines"),
    ("/", "map:overview-map-host"),
    ("/dimension/equal-care", "rug:dimension-rug-host"),
    ("/jamfor/14", "compare:compare-rows-host"),
    ("/jamlikhet", "pairs:equality-dumbbells"),
    ("/jamlikhet", "table:equality-fifths-table"),
    ("/variation", "chart:variation-strip"),
]


@pytest.mark.parametrize(("view", "picture"), PICTURES)
def test_a_picture_comes_with_its_finding_source_and_edition(view, picture, client):
    answer = shown(client, view, picture)
    assert answer.status_code == 200, answer.data
    found = answer.get_json()
    kind = picture.split(":")[0]
    assert found["kind"] == kind
    assert all(found[name].strip() for name in ("heading", "source", "edition", "kicker"))
    own = {"rows": "scorecard", "chart": "figure"}.get(kind, kind)
    assert kind == "message" or found[own]
    assert kind != "chart" or found["table"]["groups"]


@pytest.mark.parametrize(
    ("view", "picture", "status"),
    [
        ("/finns-inte", "message:head", 404),
        ("/region/99", "message:head", 404),
        ("/region/14", "chart:no-such", 404),
        ("/region/14", "rows:no-such", 404),
        ("/region/14", "rows:region-rows/row/no-such", 404),
        ("/presentera", "message:head", 404),
        ("//example.org", "message:head", 400),
        ("https://example.org/", "message:head", 400),
        ("/region/14", "eval:x", 400),
        ("", "", 400),
    ],
)
def test_what_is_not_there_is_refused_in_both_languages(view, picture, status, client):
    answer = shown(client, view, picture)
    assert answer.status_code == status
    assert set(answer.get_json()["message"]) == {"sv", "en"}


def test_what_the_address_asks_in_vain_is_said_on_the_slide(client):
    found = shown(client, "/region/14?sex=X", "message:head").get_json()
    assert any("X" in notice for notice in found["notices"])
    assert shown(client, "/region/14", "message:head").get_json()["notices"] == []


@pytest.mark.parametrize("start", ["region/14", "region/09", "nation"])
@pytest.mark.parametrize("lang", ["sv", "en"])
def test_every_slide_of_a_start_has_its_picture_and_a_heading(start, lang, client):
    found = client.get(f"/presentera/start/{start}?lang={lang}").get_json()
    assert len(found["slides"]) >= 10
    for slide in found["slides"]:
        assert slide["heading"]
        assert len(slide["heading"]) <= LIMITS.heading
        assert len(slide["notes"]) <= LIMITS.notes
        assert is_slide(slide["view"], slide["picture"])


def test_a_start_for_no_region_is_refused(client):
    assert client.get("/presentera/start/region/99").status_code == 404


def test_an_export_refuses_what_is_no_presentation_and_an_unknown_form(client):
    good = json.dumps({"format": "halsodialog-presentation", "version": 1, "title": "", "slides": []})
    assert client.post("/export/presentation.exe", data=good).status_code == 404
    assert client.get("/export/presentation.pptx").status_code in (404, 405)


@pytest.fixture(scope="module")
def exported(client):
    """A visit in English in both forms, with words of the presenter's own."""
    made = client.get("/presentera/start/region/14?lang=en").get_json()
    made["slides"][2] |= {"heading": "A heading of my own", "question": "And why?", "notes": "Only for me"}
    made["slides"].append({**made["slides"][0], "picture": "chart:no-such", "heading": ""})
    answers = [
        client.post(f"/export/presentation.{form}?lang=en", json=made) for form in ("pptx", "pdf", "pptx", "pdf")
    ]
    assert [answer.status_code for answer in answers] == [200] * 4
    return made, *answers


def test_a_deck_has_the_presenters_words_the_numbers_and_the_sources(exported):
    made, answer, _, again, _ = exported
    deck = Presentation(BytesIO(answer.data))
    slides = list(deck.slides)[1:]
    assert len(slides) == len(made["slides"])
    assert [slide.shapes.title.text for slide in slides[:-1]] == [slide["heading"] for slide in made["slides"][:-1]]
    texts = ["\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame) for slide in slides]
    assert "And why?" in texts[2]
    assert all(open_current().number in text for text in texts[:-1])
    assert "Only for me" in slides[2].notes_slide.notes_text_frame.text
    tables = [shape.table for slide in slides for shape in slide.shapes if shape.has_table]
    assert len(tables) >= 5
    assert answer.data == again.data


def test_a_pdf_has_a_page_a_slide_tagged_and_the_same_each_time(exported):
    made, _, answer, _, again = exported
    with pikepdf.open(BytesIO(answer.data)) as pdf:
        assert len(pdf.pages) == len(made["slides"]) + 1
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == "en"
    assert answer.data == again.data
    assert "presentation-visit-to-vastra-gotaland" in answer.headers["Content-Disposition"]


@pytest.mark.parametrize("form", ["pptx", "pdf", "json"])
def test_an_export_never_fails(form, client):
    for body in (b"", b"{", b"x" * (LIMITS.file + 1)):
        assert client.post(f"/export/presentation.{form}", data=body).status_code in (400, 404, 413)
