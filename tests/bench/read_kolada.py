"""The whole catalogue from the Kolada replica, against koladapy: `python -m tests.bench.read_kolada`.

Both ask without a pace of their own and wait 20 ms for each answer. Ours also judges every field and makes rows; the
other gives what it was sent. The replica runs in a process of its own.
"""

import statistics
import subprocess
import sys
import time
from collections.abc import Callable

import koladapy

from indicators import read_catalogue
from intake.sources import SITES, addresses_from, read_source, wanted_by_source
from tests.replicas import PUBLISHERS
from tests.replicas.testing import make_client

ROUNDS = 3
LATENCY_MS = 20


def main() -> int:
    command = [sys.executable, "-m", "tests.replicas", "--port", "0", "--latency", str(LATENCY_MS)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as served:
        assert served.stdout is not None
        lines = [served.stdout.readline().strip().removeprefix("export ") for _ in PUBLISHERS]
        settings = dict(line.split("=", 1) for line in lines)
        try:
            ours, theirs = _times(lambda: _ours(settings)), _times(lambda: _theirs(settings))
        finally:
            served.terminate()
    print(f"ours {ours:.1f} s, koladapy {theirs:.1f} s, ratio {ours / theirs:.2f}")
    return 0


def _times(read: Callable[[], int]) -> float:
    """The median time of some rounds after one that is not counted."""
    read()
    found = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        n = read()
        found.append(time.perf_counter() - started)
    print(f"{n} values, {', '.join(f'{seconds:.1f}' for seconds in found)} s")
    return statistics.median(found)


def _ours(settings: dict[str, str]) -> int:
    with make_client(addresses_from(settings)) as client:
        return len(read_source("kolada", client, wanted_by_source(read_catalogue())["kolada"]).rows)


def _theirs(settings: dict[str, str]) -> int:
    api = koladapy.KoladaAPI(base_url=f"{settings[SITES['kolada'].setting]}/", max_requests_per_second=1e9)
    kpis = [item.key for item in wanted_by_source(read_catalogue())["kolada"]]
    return sum(len(member["values"]) for member in api.get_values(kpi_id=kpis))


if __name__ == "__main__":
    sys.exit(main())
