"""Twelve bombs, each in a process of its own: `python -m tests.bench.bombs`."""

import logging
import multiprocessing
import sys
import time

from intake.http.client import Limits
from intake.http.refusals import RefusedError
from intake.http.strict_csv import read_csv
from intake.http.strict_json import read_json
from tests.intake.bombs import forget_peak, make_bombs, peak_kb
from tests.replicas.testing import canned, make_client

MOST_GROWN_KB = 100_000
# What was not packed is as large as it was sent, at most 50 MB: as bytes, as text, and as what it is read into. Half a
# copy is left for the buffers on the way; a fourth copy is a fault.
COPIES = 3.5


def measure(name, addresses, pipe):
    """Ask for a bomb: the reason it is refused for, how much memory it took in kB, and how long in seconds."""
    logging.disable()
    forget_peak()
    began, before = time.perf_counter(), peak_kb()
    reason = "ACCEPTED"
    with make_client(addresses, limits=Limits(attempts=1)) as client:
        try:
            list((read_csv if "table" in name else read_json)(client.get("kolada", "kpi")))
        except RefusedError as error:
            reason = f"{error.code}: {error.reason[:60]}"
    pipe.send((reason, peak_kb() - before, time.perf_counter() - began))


def main() -> int:
    # Each refusal is logged; here they are counted.
    logging.disable()
    context, faults = multiprocessing.get_context("spawn"), 0
    for name, reply in make_bombs().items():
        with canned(reply) as (_, addresses):
            ours, theirs = context.Pipe(duplex=False)
            process = context.Process(target=measure, args=(name, addresses, theirs))
            process.start()
            reason, grown_kb, seconds = ours.recv()
            process.join()
        faults += reason == "ACCEPTED" or grown_kb > max(MOST_GROWN_KB, COPIES * len(reply.body) / 1000)
        print(f"{name:<33} {len(reply.body):>9} bytes  {grown_kb / 1000:6.1f} MB  {seconds:5.2f} s  {reason}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
