"""32 clients that ask the region page's callback without a pause, of two workers: `python -m tests.bench clients`.

Against the same page as 80 graphs, served by the same server with as many workers. The clients share the machine's
processors with the server.
"""

import asyncio
import itertools
import os
import random
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager

import aiohttp

from tests.bench.bench_callback import PEER_BODY, region_body
from tests.bench.figures import Figure
from tests.bench.readers import Kept
from tests.bench.serving import ROOT, STARTS_WITHIN, Served, free_port

CLIENTS, SECONDS, PEER_SECONDS, WARM = 32, 12.0, 12.0, 4.0
REGIONS = ("01", "12", "14")
FILTERS = list(itertools.product(REGIONS, "TFM", ("newest",), ("all", "access", "quality"), ([], ["deviating"])))
UPDATE = "/_dash-update-component"


def measure():
    """Return the requests a second, and the 95th percentile of their milliseconds."""
    bodies = [region_body(*question) for question in FILTERS]
    # One client stands for all 32: what is counted against one address is not what is measured here.
    with Served(settings={"HALSODIALOG_RATES": "0"}) as server:
        ours = asyncio.run(_asked(server.address, bodies, SECONDS))
    with _graphs() as address:
        theirs = asyncio.run(_asked(address, [PEER_BODY], PEER_SECONDS))
    for name, kept in (("ours", ours), ("80 graphs", theirs)):
        print(f"{name}: {kept.count()} answers, {len(kept.failures)} failures {sorted({f[3] for f in kept.failures})}")
    if ours.failures:
        raise SystemExit(f"clients: {len(ours.failures)} requests failed")
    rates = ours.count() / SECONDS, theirs.count() / PEER_SECONDS
    slowest = ours.slowest("callback") * 1000, theirs.slowest("callback") * 1000
    name = f"{CLIENTS} clients on the region page, two workers"
    return [
        Figure(name, *rates, unit="requests/s", least=200),
        Figure(f"{name}, 95 % within", *slowest, most=250),
    ]


async def _asked(address, bodies, seconds):
    """What clients met within some seconds, after some more that warm the workers."""
    warm, kept = Kept(), Kept()
    for found, until in ((warm, WARM), (kept, seconds)):
        end = time.monotonic() + until
        async with aiohttp.ClientSession(address, connector=aiohttp.TCPConnector(limit=0)) as session:
            await asyncio.gather(*(_client(session, bodies, found, end, seed) for seed in range(CLIENTS)))
    return kept


async def _client(session, bodies, kept, end, seed):
    chance = random.Random(seed)
    while time.monotonic() < end:
        began, fault = time.monotonic(), ""
        try:
            async with session.post(UPDATE, json=chance.choice(bodies)) as answer:
                await answer.read()
                fault = "" if answer.status == 200 else str(answer.status)
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            fault = type(error).__name__
        if fault:
            kept.failures.append((began, time.monotonic(), "callback", fault, UPDATE))
        else:
            kept.seconds.setdefault("callback", []).append(time.monotonic() - began)


@contextmanager
def _graphs():
    """The page of 80 graphs under gunicorn, as ours is."""
    port = free_port()
    options = ["-w", "2", "--threads", "8", "--preload", "--timeout", "120", "-b", f"127.0.0.1:{port}"]
    command = [sys.executable, "-m", "gunicorn", *options, "--log-level", "error", "tests.bench.peers:served()"]
    with subprocess.Popen(command, cwd=ROOT, env=os.environ) as process:
        try:
            _await(f"http://127.0.0.1:{port}/_dash-layout")
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()


def _await(address):
    end = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except OSError:
            time.sleep(0.1)
    raise SystemExit(f"{address}: did not answer")
