"""What is added as one module is whole by that alone: done in a copy of the tree, with nothing else changed."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
COPIED = ("indicators", "intake", "refdata", "pyproject.toml")
LEFT_OUT = shutil.ignore_patterns("__pycache__", "editions", "published_with", "examples")

SOURCE = '''"""A source of a test."""

from collections.abc import Iterator, Sequence

from indicators.text import Strict
from intake.formats.fetching import Fetcher
from intake.formats.rows import Row
from intake.formats.wanted import Wanted
from intake.http.addresses import Site
from intake.http.body import Body
from intake.http.limits import Pace
from intake.http.strict_json import read_json

NAME = "sample"
SITES = (Site("sample", "https://sample.example/v1", Pace(3, 2.0)),)


class Ask(Strict):
    """Nothing."""


def fetch(client: Fetcher, wanted: Sequence[Wanted]) -> Iterator[Body]:
    """Ask once."""
    yield client.get(NAME, "figures")


def read(body: Body) -> Iterator[Row]:
    """Give what was answered."""
    yield from read_json(body)
'''
READ = """
import http.server, json, threading
from intake import Client
from intake.sources import SITES, SOURCES, addresses_from, read_source


class Answers(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        content = json.dumps([self.path, 1, 2]).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_):
        pass


server = http.server.HTTPServer(("127.0.0.1", 0), Answers)
threading.Thread(target=server.serve_forever, daemon=True).start()
official = addresses_from({}).of("sample")
moved = addresses_from({"HALSODIALOG_SAMPLE_URL": f"http://127.0.0.1:{server.server_port}/there"})
with Client(moved) as client:
    found = read_source("sample", client, ())
pace = SITES["sample"].pace
print(json.dumps([official, [pace.calls, pace.window_s], found.rows, str(found.refused)]))
"""


@pytest.fixture
def tree(tmp_path):
    """A copy of what is read when something comes in."""
    for name in COPIED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, tmp_path / name, ignore=LEFT_OUT)
        else:
            shutil.copy(ROOT / name, tmp_path)
    return tmp_path


def told(tree, code):
    """What a program prints that runs in the copy."""
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=tree, capture_output=True, text=True, check=False, env={"PYTHONPATH": str(tree)})
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_a_source_is_asked_at_its_own_address_and_pace(tree):
    (tree / "intake" / "sources" / "sample.py").write_text(SOURCE, encoding="utf-8")
    official, pace, rows, refused = told(tree, READ)
    assert (official, pace) == ("https://sample.example/v1", [3, 2.0])
    assert (rows, refused) == (["/there/figures", 1, 2], "None")
