"""The three page queries at ten million rows of units: against DuckDB and polars on the same rows, and their memory.

The small file has fewer indicators and months, so that each question has as many rows to answer with.
"""

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from indicators.units.store import UnitStore
from intake.uploads.unit_table import write_units
from tests.bench.figures import Figure
from tests.bench.units_made import DuckDB, Polars, made
from tests.bench.units_worker import milliseconds, pairs

LARGE, SMALL = (120, 60), (24, 3)
WORKERS, PEER_ROUNDS = 5, 20
QUESTIONS = {"region": "a region's rows", "indicator": "an indicator's regions and years", "units": "a region's units"}
MOST_PRIVATE = 150


def _worker(folder):
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.units_worker", str(folder)], capture_output=True, check=True
    )
    found = json.loads(done.stdout)
    assert found["heavy"] == [], f"a worker loads {found['heavy']}"
    return found


def _workers(folders):
    """Several workers of each file, in turn, and of each figure the one that other programs disturbed least."""
    found = [[_worker(folder) for folder in folders] for _ in range(WORKERS)]
    return [
        {name: min(item[name] for item in one) for name in (*QUESTIONS, "private")} for one in zip(*found, strict=True)
    ]


def _peer(peer, store):
    asked = pairs(store, PEER_ROUNDS)
    keys = [("kolada", "N00951"), ("kolada", "U70495")] * (PEER_ROUNDS // 2)
    return {
        "region": milliseconds(lambda _, region: peer.region(region), asked),
        "indicator": milliseconds(peer.indicator, keys),
        "units": milliseconds(peer.units, asked),
    }


def _written(size, folder):
    folder.mkdir()
    table = made(*size)
    started = time.perf_counter()
    write_units(table, folder)
    print(f"{len(table)} rows written in {time.perf_counter() - started:.1f} s")
    return table


def measure():
    with tempfile.TemporaryDirectory() as name:
        small, large = Path(name) / "small", Path(name) / "large"
        _written(SMALL, small)
        table, store = _written(LARGE, large), UnitStore(large)
        few, ours = _workers((small, large))
        figures = [
            Figure(f"10 million rows against 100 000: {text}", ours[key], few[key], most=2, times_slower=1.3)
            for key, text in QUESTIONS.items()
        ]
        for kind in (DuckDB, Polars):
            theirs = _peer(kind(table, large), store)
            figures += [
                Figure(f"10 million rows, {text}, against {kind.name}", ours[key], theirs[key], most=2)
                for key, text in QUESTIONS.items()
            ]
        print(f"private memory of a worker at 100 000 rows: {few['private']:.0f} MB")
        frame = table.to_pandas().memory_usage(deep=False).sum() / 1_000_000
        name = "memory of a worker's own at 10 million rows, against a pandas frame of them"
        return [*figures, Figure(name, ours["private"], frame, most=MOST_PRIVATE, unit="MB")]
