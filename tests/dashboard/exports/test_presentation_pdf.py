"""A presentation as PDF: readable for everyone page by page, its words as they were written, notes kept back."""

import io

import pikepdf
import pytest

from tests.dashboard.exports.pdf_checks import SCREEN, faults_of
from tests.dashboard.exports.pdf_content import read_pages, text_of

HEADING, QUESTION, NOTES = "=HYPERLINK(1) <b>#strong[Nu]</b>", '#import "x": * $1+1$ @ref', "Bara för mig."
# A slide takes a page; a long one may go on over another.
PAGES_A_SLIDE = 2


@pytest.fixture(scope="module", params=[("region/09", "sv"), ("nation", "en")], ids=["a visit", "the nation"])
def exported(request, client):
    start, lang = request.param
    made = client.get(f"/presentera/start/{start}?lang={lang}").get_json()
    made["slides"][1] |= {"heading": HEADING, "question": QUESTION, "notes": NOTES}
    answer = client.post(f"/export/presentation.pdf?lang={lang}", json=made)
    assert answer.status_code == 200
    return made, lang, pikepdf.open(io.BytesIO(answer.data))


def test_everyone_can_read_every_page(exported):
    made, lang, pdf = exported
    assert faults_of(pdf, lang, PAGES_A_SLIDE * (len(made["slides"]) + 1), SCREEN) == []


def test_the_presenters_words_stand_as_they_were_written_and_notes_do_not(exported):
    made, _, pdf = exported
    said = text_of(read_pages(pdf))
    wanted = [slide[name] for slide in made["slides"] for name in ("heading", "question")]
    assert [text for text in wanted if "".join(text.split()) not in said] == []
    assert "".join(NOTES.split()) not in said
    assert HEADING in [slide["heading"] for slide in made["slides"]]


def test_a_page_of_another_size_and_a_text_too_small_are_found(exported):
    _, lang, pdf = exported
    assert any("is not A4" in fault for fault in faults_of(pdf, lang, 99))
    stream = io.BytesIO()
    pdf.save(stream)
    spoiled = pikepdf.open(stream)
    page = spoiled.pages[0]
    font = next(iter(page.Resources.Font)).encode()
    page.contents_add(pikepdf.Stream(spoiled, b"/P BMC BT " + font + b" 7 Tf 1 0 0 1 50 50 Tm <0021> Tj ET EMC"))
    assert any("points" in fault for fault in faults_of(spoiled, lang, 99, SCREEN))
