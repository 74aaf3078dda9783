"""10 000 spoiled callbacks, in this process: `python -m tests.bench.fuzz_callbacks`."""

import argparse
import gc
import random
import resource
import sys
import time
from pathlib import Path

from dashboard.factory import create_app
from dashboard.settings import Settings
from tests.dashboard.web.guard.fuzzing import fuzz

SPOILED = 10_000
PAGE = resource.getpagesize()
# What a run may leave behind: the views that are kept for readers, and no more after half of it than after all.
MOST_GROWTH = 0.05


def resident():
    """The process's own memory now, in bytes."""
    gc.collect()
    return int(Path("/proc/self/statm").read_text().split()[1]) * PAGE


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.fuzz_callbacks", description=__doc__)
    parser.add_argument("--callbacks", type=int, default=SPOILED, help=f"how many (default {SPOILED})")
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**9), help="default: a new one")
    chosen = parser.parse_args()
    client = create_app(Settings()).server.test_client()
    half, started = chosen.callbacks // 2, time.perf_counter()
    first, faults = fuzz(client, half, chosen.seed)
    warm = resident()
    second, more = fuzz(client, chosen.callbacks - half, chosen.seed + 1)
    growth = resident() / warm - 1
    seconds, faults = time.perf_counter() - started, [*faults, *more]
    print(f"{chosen.callbacks} spoiled callbacks, seed {chosen.seed}, {seconds:.0f} s: {dict(first + second)}")
    print(f"faults {len(faults)}; memory grew by {growth:.1%} in the second half")
    for line in faults[:20]:
        print(f"  {line}")
    return 1 if faults or growth > MOST_GROWTH else 0


if __name__ == "__main__":
    sys.exit(main())
