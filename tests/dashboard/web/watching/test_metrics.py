"""What is counted, under which names, and that several workers count together."""

import subprocess
import sys

import dash
import pytest
from prometheus_client.parser import text_string_to_metric_families

from dashboard.factory import create_app
from dashboard.pages.region import Ids
from dashboard.settings import Settings
from dashboard.watching import Watching
from tests.dashboard.asking import callback

CANARY = "kanariefågel"


@pytest.fixture
def client():
    pages = dict(dash.page_registry)
    yield create_app(Settings(watching=Watching(metrics=True))).server.test_client()
    dash.page_registry.clear()
    dash.page_registry.update(pages)


def counted(client):
    """Every sample, by name and labels."""
    families = text_string_to_metric_families(client.get("/metrics").text)
    return {
        (sample.name, *sorted(sample.labels.values())): sample.value for family in families for sample in family.samples
    }


def test_requests_are_counted_by_route_and_status(client):
    for address in ("/", "/region/14?sex=F", "/region/01", f"/{CANARY}", "/assets/theme.js", "/export/region/14.csv"):
        client.get(address, buffered=True)
    found = counted(client)
    assert found["halsodialog_requests_total", "/", "200", "GET"] == 1
    assert found["halsodialog_requests_total", "/region/<code>", "200", "GET"] == 2
    assert found["halsodialog_requests_total", "(no page)", "404", "GET"] == 1
    assert found["halsodialog_request_seconds_count", "/region/<code>"] == 2
    assert found["halsodialog_export_seconds_count", "csv"] == 1
    assert found["halsodialog_edition_age_seconds",] > 0
    assert found["halsodialog_ready",] == 1
    assert not [name for name in found if CANARY in str(name)]


def test_callbacks_are_counted_by_their_first_output(client):
    output = f"..{Ids.VIEW}.data...{Ids.BRIEF}.children...{Ids.PEOPLE}.children...{Ids.STATUS}.children.."
    pickers = ((Ids.SEX, "T"), (Ids.PERIOD, "newest"), (Ids.AREA, "all"), (Ids.SHOW, []))
    answer = callback(
        client,
        output,
        [(i, "value", value) for i, value in pickers],
        [(Ids.BASE, "data", {"code": "14", "lang": "sv", "dimension": ""})],
    )
    answer.close()
    assert answer.status_code == 200
    callback(client, f"{CANARY}.children", [("x", "value", 1)]).close()
    found = counted(client)
    assert found["halsodialog_callback_seconds_count", f"{Ids.VIEW}.data"] == 1
    assert not [name for name in found if CANARY in str(name)]


def test_what_strangers_send_makes_no_new_rows(client):
    client.get("/", buffered=True)
    before = set(counted(client))
    for n in range(50):
        client.get(f"/region/{n + 5000}?{CANARY}={n}", buffered=True)
        client.open(f"/{CANARY}/{n}", method=f"M{n}", buffered=True)
        client.get(f"/export/region/14.{CANARY}{n}", buffered=True)
        callback(client, f"{CANARY}{n}.children", [("x", "value", 1)]).close()
    assert len(set(counted(client)) - before) < 60


WORKERS = """
import os
from dashboard.web.watching.metrics import Metrics, share_counts
folder = share_counts()
from dashboard.web.watching.seen import Seen
from indicators import Pictures
metrics = Metrics(Pictures())
for _ in range(2):
    if not os.fork():
        for _ in range(3):
            metrics.tell(Seen("a", "/", "GET", 200, 0.01))
        os._exit(0)
    os.wait()
metrics.tell(Seen("a", "/", "GET", 429, 0.01))
print(metrics.text().decode())
print("files", len(os.listdir(folder)), folder)
"""


def test_workers_count_together_and_leave_nothing_behind(tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", WORKERS], capture_output=True, text=True, check=True, env={"TMPDIR": str(tmp_path)}
    )
    assert 'halsodialog_requests_total{method="GET",route="/",status="200"} 6.0' in done.stdout
    assert 'halsodialog_request_seconds_count{route="/"} 7.0' in done.stdout
    assert 'halsodialog_rate_limited_total{route="/"} 1.0' in done.stdout
    assert "files 6" in done.stdout
    assert list(tmp_path.iterdir()) == []
