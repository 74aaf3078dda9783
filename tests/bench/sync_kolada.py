"""A sync of every Kolada series from the replica, against koladapy reading the same: `python -m tests.bench sync`.

The replica runs in a process of its own and waits 20 ms before each answer. Ours judges every field, checks every value
against the edition, and stages what came of it; koladapy gives what it was sent. Neither has a pace of its own here.
Each is measured in a process of its own. At the end, files, our client and koladapy are compared value by value.
"""

import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.figures import Figure, table

ROUNDS = 3
LATENCY_MS = 20
WAYS = ("sync", "koladapy")


def measure():
    """Return the figure: milliseconds of ours and of koladapy's."""
    taken = _served(lambda settings: {way: [_run(way, settings) for _ in range(ROUNDS)] for way in WAYS})
    for way, runs in taken.items():
        peak, values = max(run["peak_mb"] for run in runs), runs[0]["values"]
        seconds = ", ".join(f"{run['seconds']:.1f}" for run in runs)
        print(f"{way}: {values} values, {seconds} s, peak {peak:.0f} MB")
    ours, theirs = (statistics.median(run["seconds"] for run in taken[way]) * 1000 for way in WAYS)
    name = f"sync of every Kolada series, {LATENCY_MS} ms a request, against koladapy reading the same"
    return [Figure(name, ours, theirs, times_slower=4.0)]


def compare():
    """Return how many values three ways of reading agree on. Raises AssertionError where they do not."""
    return _served(lambda settings: _run("compare", settings))["values"]


def _served(action):
    from tests.replicas import PUBLISHERS

    command = [sys.executable, "-m", "tests.replicas", "--port", "0", "--latency", str(LATENCY_MS)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as served:
        lines = [served.stdout.readline().strip().removeprefix("export ") for _ in PUBLISHERS]
        try:
            return action(dict(line.split("=", 1) for line in lines))
        finally:
            served.terminate()


def _run(way, settings):
    command = [sys.executable, "-m", "tests.bench.sync_kolada", way]
    done = subprocess.run(command, env={**os.environ, **settings}, stdout=subprocess.PIPE, text=True, check=True)
    return json.loads(done.stdout)


def _sync():
    from indicators import EMBEDDED, DataFolder, Library, read_catalogue
    from intake import SyncChoice, SyncOrder, synchronise
    from intake.sources import addresses_from
    from tests.replicas.testing import make_client

    with tempfile.TemporaryDirectory() as name, make_client(addresses_from(os.environ)) as client:
        folder = DataFolder(Path(name))
        library = Library((folder.editions, EMBEDDED))
        order = SyncOrder(folder, library, read_catalogue(), SyncChoice(("kolada",)))
        started = time.perf_counter()
        outcome = synchronise(order, client)
        seconds = time.perf_counter() - started
    assert outcome.is_staged
    assert (outcome.changed, outcome.refused) == ((), ())
    return outcome.tallies[0].rows, seconds


def _koladapy():
    import koladapy

    from intake.sources import SITES

    api = koladapy.KoladaAPI(base_url=f"{os.environ[SITES['kolada'].setting]}/", max_requests_per_second=1e9)
    keys = [item.key for item in _wanted()]
    started = time.perf_counter()
    values = sum(len(member["values"]) for member in api.get_values(kpi_id=keys))
    return values, time.perf_counter() - started


def _compare():
    from intake.sources import SITES, addresses_from
    from tests.intake.sync.same import by_koladapy, from_files, ours

    started, wanted = time.perf_counter(), _wanted()
    read = ours(addresses_from(os.environ), wanted)
    assert read == by_koladapy(os.environ[SITES["kolada"].setting], wanted)
    with tempfile.TemporaryDirectory() as name:
        assert read == from_files(Path(name), wanted)
    return len(read), time.perf_counter() - started


def _wanted():
    from indicators import read_catalogue
    from intake.sources import wanted_by_source

    return wanted_by_source(read_catalogue())["kolada"]


def main(arguments):
    if not arguments:
        print(table(measure()))
        print(f"files, our client and koladapy: the same {compare()} values")
        return
    values, seconds = {"sync": _sync, "koladapy": _koladapy, "compare": _compare}[arguments[0]]()
    peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"values": values, "seconds": seconds, "peak_mb": peak_mb}))


if __name__ == "__main__":
    main(sys.argv[1:])
