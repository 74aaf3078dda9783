"""Whether the program is well: it lives, it is ready, and who may read what it has counted."""

import os
import shutil

import dash
import pytest

from dashboard.factory import create_app
from dashboard.settings import Settings
from dashboard.watching import Watching
from dashboard.web import health
from indicators import DataFolder, Pictures, open_current, unready

TOKEN = "k" * 32

NUMBER = open_current().number


@pytest.fixture
def make_client():
    """Makes programs of one's own, and gives the session's pages back afterwards."""
    pages = dict(dash.page_registry)
    yield lambda settings: create_app(settings).server.test_client()
    dash.page_registry.clear()
    dash.page_registry.update(pages)


@pytest.fixture
def own(tmp_path):
    """A data folder with an edition of its own, whole and current."""
    folder = DataFolder(tmp_path).make()
    shutil.copytree(open_current().folder, folder.editions / NUMBER)
    (folder.editions / "current.json").write_text(f'{{"number": "{NUMBER}"}}')
    return folder


def test_health_is_ok_with_the_edition(client, picture):
    answer = client.get("/healthz")
    assert (answer.status_code, answer.mimetype) == (200, "application/json")
    assert answer.get_json() == {"status": "ok", "edition": picture.edition.number}


def test_ready_says_which_edition_and_how_old(client, picture):
    answer = client.get("/readyz")
    told = answer.get_json()
    assert (answer.status_code, told["status"], told["edition"]) == (200, "ready", picture.edition.number)
    assert isinstance(told["days"], int)
    assert answer.headers["Cache-Control"] == "no-store"


def test_a_file_that_is_gone_is_not_ready_and_is_named(make_client, own):
    client = make_client(Settings(data=own))
    assert client.get("/readyz").status_code == 200
    (own.editions / NUMBER / "analysis.json.gz").unlink()
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert [(one["code"], one["found"].split(":")[0]) for one in answer.get_json()["reasons"]] == [
        ("edition-files", f"{NUMBER}/analysis.json.gz")
    ]
    assert str(own.root) not in answer.text
    assert client.get("/healthz").status_code == 200


def test_a_file_that_was_cut_is_not_ready(own):
    pictures = Pictures(Settings(data=own).library)
    path = own.editions / NUMBER / "observations.parquet"
    path.write_bytes(path.read_bytes()[:-1])
    assert [one.code for one in unready(pictures)] == ["edition-files"]


def test_a_store_that_cannot_be_read_is_not_ready(own, monkeypatch):
    pictures = Pictures(Settings(data=own).library)
    real = os.scandir

    def refuse(path):
        if path == own.editions:
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert [(one.code, one.found) for one in unready(pictures)] == [
        ("store", "editions: cannot be read (Permission denied)")
    ]


def test_an_edition_that_stands_in_for_another_is_ready_and_says_so(make_client, own):
    (own.editions / "current.json").write_text('{"number": "2099-12"}')
    answer = make_client(Settings(data=own)).get("/readyz")
    assert answer.status_code == 200
    assert "2099-12" in answer.get_json()["stands_in"]


def test_counts_are_not_there_unless_they_are_asked_for(client):
    assert client.get("/metrics").status_code == 404


FROM_HERE = {"REMOTE_ADDR": "127.0.0.1"}
ASKED = [
    ({}, FROM_HERE, 200),
    ({}, {"REMOTE_ADDR": "::1"}, 200),
    ({}, {"REMOTE_ADDR": "203.0.113.7"}, "refused"),
    ({}, {"REMOTE_ADDR": ""}, "refused"),
    ({"Host": "halsodialog.example"}, FROM_HERE, "refused"),
    *[({name: "127.0.0.1"}, FROM_HERE, "refused") for name in health.FORWARDED],
    ({"Authorization": f"Bearer {TOKEN[:-1]}"}, {"REMOTE_ADDR": "203.0.113.7"}, "refused"),
    ({"Authorization": TOKEN}, {"REMOTE_ADDR": "203.0.113.7"}, "refused"),
    ({"Authorization": "Bearer "}, {"REMOTE_ADDR": "203.0.113.7"}, "refused"),
    ({"Authorization": f"Bearer {TOKEN}"}, {"REMOTE_ADDR": "203.0.113.7"}, "token"),
    ({"Authorization": f"bearer {TOKEN}", "X-Forwarded-For": "198.51.100.2"}, FROM_HERE, "token"),
]


@pytest.fixture(scope="module")
def counting():
    """Two programs that count: without a token, and with one."""
    pages = dict(dash.page_registry)
    found = {token: create_app(Settings(watching=Watching(metrics=True, token=token))) for token in ("", TOKEN)}
    dash.page_registry.clear()
    dash.page_registry.update(pages)
    return {token: app.server.test_client() for token, app in found.items()}


@pytest.mark.parametrize(("headers", "environment", "expected"), ASKED)
def test_counts_are_for_this_machine_and_for_who_knows_the_token(counting, headers, environment, expected):
    refused = {"": 404, TOKEN: 403}
    for token, client in counting.items():
        allowed = expected == 200 or (expected == "token" and token)
        answer = client.get("/metrics", headers=headers, environ_overrides=environment)
        # A name that the program does not answer to may be refused before it is known what was asked.
        assert answer.status_code == (200 if allowed else refused[token]) or (not allowed and answer.status_code == 400)
        assert ("halsodialog_edition_info" in answer.text) == bool(allowed)
