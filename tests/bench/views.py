"""The four comparing pages: server time and payload, with the embedded edition and with ten million unit rows.

Against the ordinary way to write such a page: the observations held as a pandas frame, grouped anew for each request,
given out as a table and a figure of plotly.express.
"""

import hashlib
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import orjson

from indicators import EMBEDDED, DataFolder, open_current
from indicators.editions.edition import CURRENT, MANIFEST, seal
from intake.uploads.unit_table import write_units
from tests.bench.figures import Figure
from tests.bench.units_made import made

LARGE, NUMBER, WORKERS = (120, 60), "2026-12", 4
NAMES = ("jamfor", "variation", "jamlikhet", "internationellt")


def measure():
    """Return a figure a page against pandas, and one against the same page with few units."""
    peers = _worker("pandas", "")
    with tempfile.TemporaryDirectory() as root:
        _large_edition(Path(root))
        few, many = _in_turn(("", root))
    for name in NAMES:
        embedded, large, pandas = (_size(found[name]) for found in (few, many, peers))
        print(f"/{name}: {embedded}; with 10 million unit rows {large}; pandas {pandas}")
    ours = [
        Figure(f"/{name}, a question not asked before, against pandas", few[name]["ms"], peers[name]["ms"])
        for name in NAMES
    ]
    same = [Figure(f"/{name}, 10 million unit rows against none", many[name]["ms"], few[name]["ms"]) for name in NAMES]
    return [*ours, *same]


def _size(found):
    return f"{found['bytes'] / 1000:.0f} kB, {found['gzipped'] / 1000:.0f} kB gzipped"


def _in_turn(roots):
    """Several workers of each folder, in turn, and of each page the one that other programs disturbed least."""
    found = [[_worker("views", root) for root in roots] for _ in range(WORKERS)]
    return [{name: _least(one, name) for name in NAMES} for one in zip(*found, strict=True)]


def _least(workers, name):
    return min((found[name] for found in workers), key=lambda page: page["ms"])


def _worker(kind, root):
    command = [sys.executable, "-m", "tests.bench.views_worker", kind, root]
    found = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    assert found.pop("heavy") == [] or kind == "pandas", "a worker loads numpy or pandas"
    return found


def _large_edition(root):
    """The embedded edition with units of as many of its indicators as there are, under a number of its own."""
    source, folder = open_current().folder, DataFolder(root).make().editions / NUMBER
    folder.mkdir()
    for path in source.iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    ids = sorted(path.stem for path in (EMBEDDED.parent.parent / "indicators" / "definitions").rglob("*.toml"))
    table = made(*LARGE, names=ids)
    write_units(table, folder)
    manifest = orjson.loads((folder / MANIFEST).read_bytes())
    files = {path.name: _told(path) for path in sorted(folder.iterdir()) if path.name != MANIFEST}
    (folder / MANIFEST).write_bytes(orjson.dumps(seal({**manifest, "number": NUMBER, "files": files})))
    (folder.parent / CURRENT).write_bytes(orjson.dumps({"number": NUMBER}))
    print(f"{len(table)} unit rows in an edition")


def _told(path):
    with path.open("rb") as file:
        return {"sha256": hashlib.file_digest(file, "sha256").hexdigest(), "bytes": path.stat().st_size}
