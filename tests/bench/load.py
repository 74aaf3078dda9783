"""`python -m tests.bench.load [readers|soak|kill|slow|swap|week …] [--seconds N] [--readers N]`: loopback only.

The generator shares the machine's processors with the server: what is measured is both together. Each part prints what
was promised beside what was found, and the program ends with 1 when a promise is broken.
"""

import argparse
import asyncio
import os
import sys

from tests.bench import load_faults, load_readers

PARTS = {
    "readers": (load_readers.readers, 600),
    "soak": (load_readers.soak, 1800),
    "kill": (load_faults.kill, 120),
    "slow": (load_faults.slow, 60),
    "swap": (load_faults.swap, 60),
    "week": (load_faults.week, 30),
}


def main(arguments):
    """Measure the parts that are named, or all, and return 1 when a promise is broken."""
    chosen = argparse.ArgumentParser(prog="python -m tests.bench.load")
    chosen.add_argument("parts", nargs="*", choices=[*PARTS, []], default=[])
    chosen.add_argument("--seconds", type=int)
    chosen.add_argument("--readers", type=int, default=200)
    given = chosen.parse_args(arguments)
    print(f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f} before; the readers share them with the server")
    found = []
    for name in given.parts or PARTS:
        act, seconds = PARTS[name]
        found += asyncio.run(act(given.readers, given.seconds or seconds))
    for promise in found:
        print(promise)
    return int(any(not promise.is_kept for promise in found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
