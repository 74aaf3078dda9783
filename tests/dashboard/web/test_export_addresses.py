"""Addresses of files: each wrong one, for every form, is no file but a 400 or 404 with the reason in both languages."""

import json
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from dashboard.exports.pictures import FORMS as PICTURES
from dashboard.exports.presentation import FORMATS as PRESENTED
from dashboard.exports.report import FORMS as REPORTS
from dashboard.exports.tables import FORMS as TABLES
from indicators import LANGUAGES
from tests.tiers import examples

# For each kind of file: an address that is right with {} for what is asked of it, and the forms there are.
RIGHT = {
    "region": ("/export/region/09.{form}{asked}", REPORTS),
    "dimension": ("/export/dimension/equal-care/09.{form}{asked}", REPORTS),
    "picture": ("/export/picture/09/beds.{form}{asked}", PICTURES),
    "page": ("/export/sida/variation.{form}{asked}", TABLES),
}
# What cannot be followed, and a word of it that the answer must say.
ASKED = {
    "?sex=X": "sex",
    "?sex=T&lang=de": "lang",
    "?period=1812": "period",
    "?utgava=1999-01": "1999-01",
    "?utgava=..%2F..": "utgava",
    "?hej=1": "hej",
    "?lang=sv%00": "lang",
}
EVERY = [(kind, form) for kind, (_, forms) in RIGHT.items() for form in forms]
WRONG_PLACES = [
    *(f"/export/region/{code}.{form}" for form in REPORTS for code in ("99", "1440", "", "0009", "%00", "09%2e")),
    *(f"/export/dimension/equal-care/99.{form}" for form in REPORTS),
    *(f"/export/dimension/equal-health/09.{form}" for form in REPORTS),
    *(f"/export/dimension/%2e%2e/09.{form}" for form in REPORTS),
    *(f"/export/picture/99/beds.{form}" for form in PICTURES),
    *(f"/export/picture/09/no-such.{form}" for form in PICTURES),
    *(f"/export/sida/no-such.{form}" for form in TABLES),
    *(f"/export/sida/jamfor/99.{form}" for form in TABLES),
    *(f"/export/{place}.{form}" for place in ("region/09", "dimension/equal-care/09") for form in ("exe", "PDF", "")),
    *(f"/export/{place}.{form}" for place in ("picture/09/beds", "sida/variation") for form in ("exe", "PNG", "")),
]


def said(answer):
    """Why, in both languages; the two differ, and neither holds what only a programmer reads."""
    message = answer.get_json()["message"]
    assert set(message) == set(LANGUAGES)
    assert message["sv"] != message["en"]
    assert all(text.strip() and "{" not in text and "Error" not in text for text in message.values())
    return message


@pytest.mark.parametrize(("kind", "form"), EVERY)
def test_what_cannot_be_followed_is_refused_for_every_form(kind, form, client):
    address, _ = RIGHT[kind]
    for asked, word in ASKED.items():
        answer = client.get(address.format(form=form, asked=asked))
        assert answer.status_code == 400, asked
        assert all(word in text for text in said(answer).values()), asked
        assert "Content-Disposition" not in answer.headers


@pytest.mark.parametrize("address", WRONG_PLACES)
def test_what_is_not_there_is_refused_for_every_form(address, client):
    answer = client.get(address)
    assert answer.status_code == 404
    said(answer)


GOOD = {"format": "halsodialog-presentation", "version": 1, "title": "", "slides": []}
NO_PRESENTATIONS = {
    "nothing": b"",
    "no json": b"{",
    "a list": b"[]",
    "another format": json.dumps({**GOOD, "format": "x"}).encode(),
    "another version": json.dumps({**GOOD, "version": 2}).encode(),
    "slides are none": json.dumps({**GOOD, "slides": {}}).encode(),
    "a slide is none": json.dumps({**GOOD, "slides": [1]}).encode(),
    "too deep": b"[" * 100_000,
}


@pytest.mark.parametrize("form", PRESENTED)
@pytest.mark.parametrize("fault", NO_PRESENTATIONS)
def test_what_is_no_presentation_is_refused_for_every_form(fault, form, client):
    answer = client.post(f"/export/presentation.{form}", data=NO_PRESENTATIONS[fault])
    assert answer.status_code in (400, 413)
    said(answer)


def test_an_empty_presentation_is_a_file_in_every_form(client):
    for form in PRESENTED:
        answer = client.post(f"/export/presentation.{form}", json=GOOD)
        assert answer.status_code == 200
        assert len(answer.data) > 1000


# Without the brace that `said` looks for: a refusal quotes what was asked.
# Half a surrogate pair is left out because no client can send one.
TYPED = st.text(st.characters(codec="utf-8", exclude_characters="{"), max_size=20)
WILD = TYPED | st.sampled_from(["09", "14", "equal-care", "beds", "..", "%2e", "a" * 2000, "\x00"])
ENDS = st.sampled_from(["json", "csv", "svg", "exe", "", "json.json"])
NAMES = st.sampled_from(["lang", "sex", "period", "utgava", "indicators", "dimension", "area", "target"]) | WILD


def test_a_brace_that_was_asked_is_quoted_and_filled_with_nothing(client):
    answer = client.get("/export/region/09.json", query_string={"utgava": "{lang}"})
    assert answer.status_code == 400
    assert all("{lang}" in text for text in answer.get_json()["message"].values())


@examples(150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    kind=st.sampled_from(["region", "dimension/equal-care", "picture/09", "sida", "sida/jamfor", "other"]),
    name=WILD,
    end=ENDS,
    asked=st.dictionaries(NAMES, WILD, max_size=3),
)
def test_no_address_makes_the_server_fail(kind, name, end, asked, client):
    answer = client.get(f"/export/{kind}/{quote(name, safe='%')}.{end}", query_string=asked)
    assert answer.status_code in (200, 304, 308, 400, 404), answer.data[:200]
    if answer.status_code == 400:
        said(answer)
