"""What every answer bears: headers on everything there is by every method, and refusals that are our own."""

import base64
import hashlib
import json
import logging
import re

import pytest

from dashboard.web.guard.clients import Rates
from dashboard.web.guard.door import Door
from dashboard.web.guard.headers import cache_rule, page_policy
from tests.dashboard.asking import page, texts
from tests.dashboard.web.guard.crawling import METHODS, addresses, body_faults, header_faults
from tests.dashboard.web.test_uploads import program

READER = {"Accept": "text/html,application/xhtml+xml"}
NOWHERE = ("/finns-inte", "/assets/finns-inte.js", "/static/x", "/_reload-hash", "/_favicon.ico", "/_dash-x",
           "/api/v1/finns-inte", "/export/finns-inte", "/region/99/x", "/%00", "/a/../b", "/x" * 3_000)  # fmt: skip


@pytest.mark.parametrize("method", METHODS)
def test_every_address_by_every_method_bears_every_header_and_refuses_in_our_words(method, app, client):
    wrong = {}
    for address in addresses(app.server):
        answer = client.open(address, method=method)
        faults = [*header_faults(answer), *body_faults(answer, method)]
        if faults or answer.status_code >= 500:
            wrong[address] = (answer.status_code, faults)
        answer.close()
    assert wrong == {}


@pytest.mark.parametrize("address", NOWHERE, ids=lambda text: text[:30])
@pytest.mark.parametrize("headers", [{}, READER], ids=["program", "reader"])
def test_what_is_not_there_is_404_in_our_words(address, headers, client):
    answer = client.get(address, headers=headers)
    assert answer.status_code == 404
    assert [*header_faults(answer), *body_faults(answer)] == []


REFUSALS = {
    400: {"path": "/", "headers": {"Host": "evil.example"}},
    403: {"path": "/_dash-update-component", "method": "POST", "headers": {"Sec-Fetch-Site": "cross-site"}},
    405: {"path": "/data", "method": "POST"},
    413: {"path": "/", "method": "POST", "data": b"x" * (12 * 1024 * 1024 + 1)},
    414: {"path": "/?x=" + "x" * 8_000},
    415: {"path": "/_dash-update-component", "method": "POST", "data": "{}", "content_type": "text/plain"},
    431: {"path": "/", "headers": {"X-Long": "x" * 50_000}},
}


@pytest.mark.parametrize("status", REFUSALS)
@pytest.mark.parametrize("accepts", ["*/*", READER["Accept"]])
def test_each_refusal_is_our_own_page_or_json_with_its_id(status, accepts, client, caplog):
    asked = {"method": "GET", **REFUSALS[status]}
    with caplog.at_level(logging.INFO):
        answer = client.open(asked.pop("path"), **{**asked, "headers": {"Accept": accepts, **asked.get("headers", {})}})
    assert answer.status_code == status
    assert [*header_faults(answer), *body_faults(answer)] == []
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["X-Request-Id"] in caplog.text


def test_what_fails_is_500_with_an_id_that_the_log_has_too_and_no_trace(app, client, monkeypatch, caplog):
    def fail(**_):
        raise ZeroDivisionError("planted at /secret/place")

    monkeypatch.setitem(app.server.view_functions, "indicators", fail)
    with caplog.at_level(logging.ERROR):
        answers = [client.get("/api/v1/indicators"), client.get("/api/v1/indicators", headers=READER)]
    for answer in answers:
        assert answer.status_code == 500
        assert [*header_faults(answer), *body_faults(answer)] == []
        assert "planted" not in answer.text
        assert f"failed {answer.headers['X-Request-Id']}" in caplog.text
    assert "planted at" in caplog.text


def test_what_flask_itself_cannot_answer_is_answered_by_the_door(app, client, monkeypatch):
    def broken(*_):
        raise RuntimeError("planted")

    hosts = frozenset(("localhost",))
    door = Door(broken, lambda: page_policy(()), hosts, (), Rates({}, 0), https=False)
    monkeypatch.setattr(app.server, "wsgi_app", door)
    answer = client.get("/", headers=READER)
    assert answer.status_code == 500
    assert [*header_faults(answer), *body_faults(answer)] == []


def test_a_view_that_fails_in_a_callback_tells_the_reader_the_logs_id(client, monkeypatch, caplog):
    def fail(*_):
        raise ZeroDivisionError("planted")

    monkeypatch.setattr("dashboard.pages.region.region_head", fail)
    with caplog.at_level(logging.ERROR):
        shown = texts(page(client, "/region/14"))
    numbers = [record.getMessage().rsplit(": ", 1)[1] for record in caplog.records]
    assert len(numbers) == 1
    assert numbers[0] in shown


def test_the_document_tells_nobody_its_versions(client):
    config = client.get("/").text.split('type="application/json">', 1)[1].split("</script>", 1)[0]
    assert [json.loads(config)[name] for name in ("dash_version", "python_version", "plotly_version")] == ["", "", ""]


def test_every_inline_script_of_the_document_is_one_the_policy_names(client):
    answer = client.get("/")
    scripts = re.findall(r"<script(?: [^>]*)?>([^<].*?)</script>", answer.text, re.DOTALL)
    run = [script for script in scripts if not script.startswith("{")]
    assert len(run) > 10
    for script in run:
        digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in answer.headers["Content-Security-Policy"], script[:80]


@pytest.mark.parametrize(("address", "sent"), [("https://dialog.example", True), ("", False)])
def test_https_is_insisted_on_where_the_public_address_has_it(address, sent):
    with program(address=address) as client:
        assert ("Strict-Transport-Security" in client.get("/healthz").headers) is sent
        assert ("Strict-Transport-Security" in client.get("/finns-inte", headers={"Host": "x"}).headers) is sent


@pytest.mark.parametrize(
    ("status", "address", "rule"),
    [
        (200, "/", "no-cache"),
        (404, "/", "no-store"),
        (200, "/assets/dom.js", "no-cache"),
        (200, "/assets/dom.js?m=1763.5", "public, max-age=31536000, immutable"),
        (200, "/assets/dom.js?m=1763.5&x=1", "no-cache"),
        (200, "/_dash-component-suites/dash/dcc/a.v4_4_1m17.js", "public, max-age=31536000, immutable"),
        (200, "/_dash-component-suites/dash/dcc/a.js", "no-cache"),
        (404, "/assets/dom.js?m=1763.5", "no-store"),
    ],
)
def test_what_is_named_by_its_content_is_kept_and_nothing_else(status, address, rule):
    assert cache_rule(status, address) == rule
