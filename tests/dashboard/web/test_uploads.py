"""The forms of /data/enheter: who is let in, where they lead, and what is said when they are not followed."""

import io
from contextlib import contextmanager
from urllib.parse import parse_qs, urlsplit

import dash
import pytest

from dashboard.desk import open_desk
from dashboard.factory import create_app
from dashboard.front import Front, read_front
from dashboard.settings import Settings
from dashboard.viewmodels.units.published import ASKED, CONFIRM, EXAMPLES, FILES, REVIEW, UNDO
from indicators import DataFolder
from tests.dashboard.asking import page, parts, texts
from tests.intake.uploads.making import OTHER, ROW, THIRD, csv, row

UNITS = "/data/enheter"


@contextmanager
def program(**settings):
    """A program of its own. Dash keeps its pages in one table for the whole process: the other programs' come back."""
    pages = dict(dash.page_registry)
    try:
        yield create_app(Settings(**settings)).server.test_client()
    finally:
        dash.page_registry.clear()
        dash.page_registry.update(pages)


@pytest.fixture(scope="module")
def own(tmp_path_factory):
    with program(data=DataFolder(tmp_path_factory.mktemp("data"))) as client:
        yield client


def form(content=None, name="a.csv", **fields):
    file = {"fil": (io.BytesIO(content), name)} if content is not None else {}
    return {"data": {"region": "14", "lang": "sv", **fields, **file}, "content_type": "multipart/form-data"}


def review(client, content, name="a.csv", **fields):
    """Send a file and return the token it leads to."""
    answer = client.post(REVIEW, **form(content, name, **fields))
    assert answer.status_code == 303, answer.text
    return parse_qs(urlsplit(answer.location).query)[ASKED][0]


def shown(client, token, lang="sv"):
    return texts(page(client, UNITS, f"?{ASKED}={token}&lang={lang}"))


def test_a_good_file_is_walked_to_publication_and_back(own):
    token = review(own, csv(ROW, OTHER, THIRD))
    said = shown(own, token)
    assert "Filen kan publiceras" in said
    assert "Alla värden är nya" in said
    assert "Regionens egna uppgifter" in said
    answer = own.post(CONFIRM, data={ASKED: token, "av": "Dataenheten", "lang": "sv"})
    assert answer.status_code == 303
    assert "Publicerat som version 1" in shown(own, token)
    start = texts(page(own, UNITS))
    assert "Dataenheten" in start
    assert "Ångra: visa inget" in start
    undo = {"region": "14", "version": "0001", "lang": "sv"}
    assert own.post(UNDO, data=undo).status_code == 303
    assert "är ångrad" in texts(page(own, UNITS))
    assert own.post(UNDO, data=undo).status_code == 409


@pytest.mark.parametrize(
    ("lang", "told"), [("sv", "Filen kan inte publiceras"), ("en", "The file cannot be published")]
)
def test_a_bad_file_is_told_place_by_place(own, lang, told):
    said = shown(own, review(own, csv(row(kön="X"), row(enhet="<script>alert(1)</script>", period="24"))), lang)
    assert told in said
    assert {"sv": "Rad 2, kolumn Kön", "en": "Row 2, column Kön"}[lang] in said
    assert {"sv": "Där står: 24", "en": "It says: 24"}[lang] in said


def test_a_stopped_file_offers_no_way_to_publish(own):
    token = review(own, csv(row(enhet="A 19121212-1212")))
    found = page(own, UNITS, f"?{ASKED}={token}")
    assert [part for part in parts(found) if part["props"].get("action") == CONFIRM] == []
    assert "1212" not in texts(found)
    assert own.post(CONFIRM, data={ASKED: token, "av": "x"}).status_code == 400


def test_what_is_found_is_shown_as_text(own):
    token = review(own, csv(row(enhetstyp="<img src=x onerror=alert(1)>")))
    assert "<img src=x onerror=alert(1)>" in shown(own, token)


@pytest.mark.parametrize(
    ("path", "sent", "status"),
    [
        (REVIEW, form(), 400),
        (REVIEW, form(csv(), region="99"), 400),
        (REVIEW, form(csv(), region="../14"), 400),
        (REVIEW, {"data": b"not a form", "content_type": "multipart/form-data; boundary=x"}, 400),
        (REVIEW, {"data": b"not a form", "content_type": "text/plain"}, 400),
        (REVIEW, {"data": b"x" * (11 * 1024 * 1024), "content_type": "multipart/form-data; boundary=x"}, 413),
        (CONFIRM, {"data": {}}, 400),
        (CONFIRM, {"data": {"av": "x", ASKED: "a" * 32}}, 404),
        (CONFIRM, {"data": {"av": "x", ASKED: "../../14"}}, 404),
        (UNDO, {"data": {"region": "99"}}, 400),
        (UNDO, {"data": {"region": "20", "version": "0001"}}, 409),
        (UNDO, {"data": {"region": "20", "version": "../.."}}, 409),
    ],
)
def test_what_cannot_be_followed_is_said_and_never_a_failure(own, path, sent, status):
    answer = own.post(path, **sent)
    assert answer.status_code == status
    assert '<main id="main">' in answer.text
    assert "Traceback" not in answer.text


@pytest.mark.parametrize("path", [REVIEW, CONFIRM, UNDO])
def test_the_forms_are_for_sending_only(own, path):
    assert own.get(path).status_code in (404, 405)


@pytest.mark.parametrize(
    ("settings", "allowed", "closed"),
    [
        ({"host": "127.0.0.1"}, None, ""),
        ({"host": "localhost"}, None, ""),
        ({"host": "::1"}, True, ""),
        ({"host": "127.0.0.1"}, False, "by_setting"),
        ({"host": "127.0.0.1", "address": "http://localhost:8050"}, None, ""),
        *(
            ({"host": host}, allowed, "open_server")
            for host in ("0.0.0.0", "dialog.example")
            for allowed in (None, True)
        ),
        ({"address": "https://dialog.example"}, True, "open_server"),
        ({"front": Front(hosts=("dialog.example",))}, True, "open_server"),
        ({"front": read_front({"HALSODIALOG_PROXIES": "127.0.0.1"})}, True, "open_server"),
    ],
)
def test_what_other_computers_reach_can_only_be_read_whatever_its_owner_says(tmp_path, settings, allowed, closed):
    is_public = Settings(**settings).is_public
    assert open_desk(DataFolder(tmp_path), 10, is_public=is_public, allowed=allowed).closed == closed
    assert open_desk(None, 10, is_public=is_public, allowed=allowed).closed == "no_folder"


@pytest.mark.parametrize(("lang", "said"), [("sv", "går det bara att läsa här"), ("en", "only be read here")])
def test_a_public_program_takes_nothing_and_says_so(tmp_path, lang, said):
    with program(host="0.0.0.0", uploads=True, data=DataFolder(tmp_path)) as closed:
        for path in (REVIEW, CONFIRM, UNDO):
            assert closed.post(path, **form(csv())).status_code == 403
        assert said in texts(page(closed, UNITS, f"?lang={lang}"))
        assert not [part for part in parts(page(closed, UNITS)) if part["type"] == "Form"]
    assert list(tmp_path.iterdir()) == []


def test_a_review_that_is_gone_is_said(own):
    assert "Granskningen finns inte längre" in shown(own, "a" * 32)


@pytest.mark.parametrize("name", ["mall-enhetsdata.xlsx", "mall-enhetsdata.csv", "template-enhetsdata.xlsx",
                                  "template-enhetsdata.csv", *EXAMPLES.values()])  # fmt: skip
def test_templates_and_examples_are_fetched_as_files(own, name):
    answer = own.get(f"{FILES}/{name}")
    assert answer.status_code == 200
    assert answer.headers["Content-Disposition"] == f"attachment; filename=\"{name}\"; filename*=UTF-8''{name}"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("name", ["x.csv", "..%2f..%2fSOURCES.toml", "mall-enhetsdata.exe"])
def test_other_names_are_not_files(own, name):
    assert own.get(f"{FILES}/{name}").status_code == 404


def test_an_example_is_marked_wherever_it_is_shown(own):
    example = own.get(f"{FILES}/{EXAMPLES['hospital']}").data
    token = review(own, example, "exempel.xlsx", region="09")
    assert "Exempeldata – påhittade för att prova" in shown(own, token)
    own.post(CONFIRM, data={ASKED: token, "av": "Prov", "lang": "sv"})
    assert "Exempeldata – påhittade för att prova" in texts(page(own, UNITS))
    assert own.post(UNDO, data={"region": "09", "version": "0001"}).status_code == 303
