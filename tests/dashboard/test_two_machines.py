"""Two machines with a data folder each serve the same of one address; and a worker needs nothing another was told."""

import json
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import ExitStack, contextmanager
from pathlib import Path

import dash
import pytest

from dashboard.factory import create_app
from dashboard.settings import Settings, read_settings
from dashboard.viewmodels.units.published import ASKED, CONFIRM, REVIEW, UNDO
from dashboard.web import following
from indicators import EMBEDDED, DataFolder, list_editions, open_current
from indicators.editions.edition import seal
from tests.dashboard.asking import page, page_body, texts
from tests.dashboard.object_store import KEYS, object_store
from tests.dashboard.web.test_uploads import UNITS, form, review
from tests.intake.uploads.making import OTHER, ROW, THIRD, csv

ROOT = Path(__file__).parent.parent.parent
STARTS_WITHIN = 90
NEWER = "2099-01"
# Drawn by lot for each document: the request's id, and what Dash would bind work in the background to.
EACH_REQUEST = re.compile(rb'<meta name="request-id" content="\w+">|"end_id":"[\w~]+"')
PAGES = ("/", "/region/14", "/indikator/daily-smoking", "/jamfor/12", "/data/utgavor", "/om")
FILES = (
    "/",
    "/region/14?lang=en",
    "/_dash-layout",
    "/_dash-dependencies",
    "/api/v1/scorecard/14",
    "/api/v1/signals/03",
    "/dcat",
    "/dcat?format=jsonld",
    "/dcat?format=ttl",
    "/export/region/14.json",
    "/export/region/14.csv",
    "/export/region/14.xlsx",
    "/export/region/14.pdf",
)


@pytest.fixture
def store(tmp_path, monkeypatch):
    """An object store with the embedded edition."""
    for name, text in KEYS.items():
        monkeypatch.setenv(name, text)
    shutil.copytree(EMBEDDED, tmp_path / "bucket" / "editions")
    with object_store(tmp_path / "bucket") as server:
        yield server


@contextmanager
def process(data, address):
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port = listener.getsockname()[1]
    own = {
        "HALSODIALOG_DATA": str(data),
        "HALSODIALOG_EDITIONS": address,
        "HALSODIALOG_ADDRESS": "http://localhost",
        "PATH": "",
        **KEYS,
    }
    command = [sys.executable, str(ROOT / "app.py"), "--port", str(port)]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(command, cwd=data, env=own, **quiet) as program:
        try:
            wait_for(program, f"http://127.0.0.1:{port}")
            yield f"http://127.0.0.1:{port}"
        finally:
            program.terminate()


def wait_for(program, address):
    end = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < end:
        assert program.poll() is None
        try:
            get(f"{address}/healthz")
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError(f"nothing answered within {STARTS_WITHIN} s")


def get(address, body=None):
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(address, data, {"Content-Type": "application/json"} if body else {})
    with urllib.request.urlopen(request, timeout=60) as answer:
        return answer.read()


@pytest.mark.nightly
def test_two_machines_serve_the_same_bytes_of_the_same_edition(store, tmp_path):
    with ExitStack() as both:
        machines = []
        for name in ("one", "two"):
            (tmp_path / name).mkdir()
            machines.append(both.enter_context(process(tmp_path / name, store.address)))
        for path in FILES:
            one, two = (EACH_REQUEST.sub(b"", get(f"{machine}{path}")) for machine in machines)
            assert one == two, path
        for path in PAGES:
            one, two = (get(f"{machine}/_dash-update-component", page_body(path)) for machine in machines)
            assert one == two, path
        ready = json.loads(get(f"{machines[0]}/readyz"))
    assert (ready["edition"], ready["stands_in"], ready["store"]["fault"]) == (open_current().number, None, "")
    kept = [sorted(path.name for path in (tmp_path / name / "fetched").glob("*/*")) for name in ("one", "two")]
    assert (
        kept[0]
        == kept[1]
        == [
            ".fetched.json",
            ".fetching.lock",
            *sorted(list_editions(EMBEDDED)),
            "current.json",
        ]
    )


@pytest.fixture
def make_app():
    pages = dict(dash.page_registry)
    yield lambda settings: create_app(settings).server
    dash.page_registry.clear()
    dash.page_registry.update(pages)


def publish(store):
    """Put a newer edition in the store, its pointer last."""
    editions = store.folder / "editions"
    shutil.copytree(open_current().folder, editions / NEWER)
    manifest = seal({**open_current().manifest, "number": NEWER})
    (editions / NEWER / "manifest.json").write_text(json.dumps(manifest))
    (editions / "current.json").write_text(json.dumps({"number": NEWER}))


def test_a_running_program_follows_the_store_and_keeps_on_when_it_is_down(store, tmp_path, make_app, monkeypatch):
    monkeypatch.setattr(following, "EVERY", -1.0)
    monkeypatch.setattr(following, "Thread", Now)
    given = {"HALSODIALOG_EDITIONS": store.address, "HALSODIALOG_DATA": str(tmp_path / "data")}
    client = make_app(read_settings(given)).test_client()
    ready = [client.get("/readyz").get_json()]
    store.broken = True
    ready.append(client.get("/readyz").get_json())
    store.broken = False
    publish(store)
    ready.append(client.get("/readyz").get_json())
    spoilt = store.folder / "editions" / "2100-01"
    shutil.copytree(store.folder / "editions" / NEWER, spoilt)
    (store.folder / "editions" / "current.json").write_text(json.dumps({"number": spoilt.name}))
    ready.append(client.get("/readyz").get_json())
    assert [told["edition"] for told in ready] == [open_current().number] * 2 + [NEWER] * 2
    assert [told["stands_in"] is None for told in ready] == [True, True, True, False]
    assert [bool(told["store"]["fault"]) for told in ready] == [False, True, False, True]
    assert "2100-01/manifest.json" in texts(page(client, "/"))


class Now:
    """Does at once what a thread would do beside."""

    def __init__(self, target, **_):
        self.start = target


def test_a_worker_needs_nothing_that_another_was_told(tmp_path, make_app):
    """A file is handed in to one, confirmed with another, taken back with the first: all of it lies in the folder."""
    settings = Settings(data=DataFolder(tmp_path).make())
    one = make_app(settings).test_client()
    two = make_app(settings).test_client()
    token = review(one, csv(ROW, OTHER, THIRD))
    assert "Filen kan publiceras" in texts(page(two, UNITS, f"?{ASKED}={token}&lang=sv"))
    assert two.post(CONFIRM, data={ASKED: token, "av": "Dataenheten", "lang": "sv"}).status_code == 303
    assert "Publicerat som version 1" in texts(page(one, UNITS, f"?{ASKED}={token}&lang=sv"))
    assert one.post(UNDO, data={"region": "14", "version": "0001", "lang": "sv"}).status_code == 303
    assert "är ångrad" in texts(page(two, UNITS))
    assert two.post(REVIEW, **form(csv(ROW))).status_code == 303
