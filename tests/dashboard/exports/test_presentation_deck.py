"""A presentation as a deck: the presenter's own words, native tables, readable by everyone."""

import orjson
import pytest

from tests.dashboard.exports.made import deck
from tests.dashboard.exports.pptx_checks import faults

QUESTION, NOTES = "=Vad krävs <b>nu</b>?", "Bara för mig."


@pytest.fixture(scope="module")
def kept(client):
    """The ready-made visit to Gotland with a question and notes of the presenter's own."""
    made = client.get("/presentera/start/region/09").json
    made["slides"][1] |= {"question": QUESTION, "notes": NOTES}
    return made


def exported(client, kept, form="pptx"):
    return client.post(f"/export/presentation.{form}", data=orjson.dumps(kept), content_type="application/json")


def test_a_presentation_is_taken_home_as_a_deck(client, kept):
    answer = exported(client, kept)
    assert answer.status_code == 200
    assert answer.content_type.endswith("presentationml.presentation")
    assert answer.headers["Content-Disposition"].endswith(".pptx") or ".pptx" in answer.headers["Content-Disposition"]
    assert faults(answer.data) == []
    assert exported(client, kept).data == answer.data


def test_headings_questions_and_notes_are_the_presenters(client, kept):
    slides = list(deck(exported(client, kept).data).slides)
    titles = " ".join(slide.shapes.title.text_frame.text for slide in slides)
    assert all(slide["heading"] in titles for slide in kept["slides"])
    shown = " ".join(shape.text_frame.text for slide in slides for shape in slide.shapes if shape.has_text_frame)
    assert QUESTION in shown
    assert NOTES not in shown
    charts = [shape.chart for slide in slides for shape in slide.shapes if shape.has_chart]
    assert len(charts) >= 3
    assert any(NOTES in slide.notes_slide.notes_text_frame.text for slide in slides)
