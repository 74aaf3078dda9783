"""One line of JSON for each request and event, and nothing of the person who asked in any of them."""

import io
import json
import logging

import dash
import pytest

from dashboard.factory import create_app
from dashboard.settings import Settings
from dashboard.watching import Watching
from dashboard.web.watching.log import log_as_json, scrubbed
from indicators import DataFolder, open_current
from tests.dashboard.asking import callback

CANARY, ADDRESS, PERSON = "kanariefagel", "203.0.113.77", "19121212-1212"
REQUEST = {"at", "level", "from", "request", "route", "method", "status", "ms", "edition"}
HEADERS = {
    "User-Agent": f"{CANARY}/1.0",
    "Cookie": f"who={CANARY}",
    "Referer": f"http://localhost/?q={CANARY}",
    "X-Forwarded-For": ADDRESS,
    "Authorization": f"Bearer {CANARY}",
}


@pytest.fixture
def lines():
    """What is logged, as it is written; the log of before is put back."""
    root, kept = logging.getLogger(), {}
    for name in (None, "werkzeug", "gunicorn.error", "waitress", "halsodialog.requests"):
        logger = logging.getLogger(name)
        kept[logger] = (logger.level, list(logger.handlers), logger.propagate)
    stream = io.StringIO()
    log_as_json(stream)
    yield lambda: [json.loads(line) for line in stream.getvalue().splitlines()]
    for logger, (level, handlers, propagate) in kept.items():
        logger.level, logger.handlers[:], logger.propagate = level, handlers, propagate
    assert root.handlers == kept[root][1]


@pytest.fixture
def app(tmp_path):
    pages = dict(dash.page_registry)
    yield create_app(Settings(data=DataFolder(tmp_path).make(), watching=Watching(json_log=True)))
    dash.page_registry.clear()
    dash.page_registry.update(pages)


def test_a_request_is_one_line_with_what_is_needed_and_no_more(app, lines):
    client = app.server.test_client()
    client.get("/region/14?sex=F", buffered=True)
    client.get("/readyz", buffered=True)
    first, second = [line for line in lines() if line["from"] == "halsodialog.requests"][-2:]
    assert set(first) == REQUEST
    assert (first["route"], first["status"], first["method"]) == ("/region/<code>", 200, "GET")
    assert first["edition"] == open_current().number
    assert first["request"] != second["request"]


def test_no_personal_data_get_into_the_log(app, lines, monkeypatch):
    client = app.server.test_client()
    here = {"headers": HEADERS, "environ_overrides": {"REMOTE_ADDR": ADDRESS}, "buffered": True}
    for address in (f"/?q={CANARY}", f"/{CANARY}", f"/region/{CANARY}", f"/export/region/{CANARY}.pdf?who={PERSON}"):
        client.get(address, **here)
    file = (io.BytesIO(f"unit;value\n{PERSON};{CANARY}@example.se\n".encode()), f"{CANARY}.csv")
    client.post("/data/enheter/granska?lang=sv", data={"region": "14", "file": file}, **here)
    callback(client, f"{CANARY}.children", [("x", "value", PERSON)]).close()

    def fail(*_):
        raise ValueError(f"{CANARY} {PERSON} {ADDRESS}")

    monkeypatch.setattr("dashboard.web.api.scorecard_view", fail, raising=False)
    monkeypatch.setattr("dashboard.services.Services.view", fail)
    monkeypatch.setitem(app.server.config, "PROPAGATE_EXCEPTIONS", False)
    client.get(f"/api/v1/scorecard/14?{CANARY}=1", **here)
    client.get("/api/v1/scorecard/14", **here)
    told = lines()
    assert sum(line["from"] == "halsodialog.requests" for line in told) >= 8
    assert any("fault" in line for line in told)
    text = json.dumps(told, ensure_ascii=False)
    assert [found for found in (CANARY, ADDRESS, PERSON, "12121212") if found in text] == []


def test_a_fault_tells_its_kind_and_place(lines):
    try:
        {}[CANARY]
    except KeyError:
        logging.getLogger("dashboard.web.errors").exception("a view could not be shown")
    (line,) = lines()
    assert line["message"] == "a view could not be shown"
    assert line["fault"]["kind"] == "KeyError"
    assert "test_log.py" in line["fault"]["where"][-1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Invalid request from ip=203.0.113.77: bad", "Invalid request from ip=(address): bad"),
        ("Error handling request /region/14?who=me", "Error handling request (path)"),
        ("from 203.0.113.77:5566 to [2001:db8::17]:80", "from (address):5566 to [(address)]:80"),
        ("from 2001:db8::17 came", "from (address) came"),
        ("::1", "(address)"),
        ("asked by anna.svensson@region.se of 19121212-1212", "asked by (person) of (person)"),
        ("Worker (pid:4711) was sent SIGKILL!", "Worker (pid:4711) was sent SIGKILL!"),
        ("2026-11 at 06:45:12", "2026-11 at 06:45:12"),
    ],
)
def test_what_libraries_say_is_scrubbed(text, expected):
    assert scrubbed(text) == expected
