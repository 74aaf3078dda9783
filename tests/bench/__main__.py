"""`python -m tests.bench [NAME …] [--long] [--print]`: measure all that was promised, beside the peers.

Without names every bench with a short form runs, in under ten minutes, and the table is written to docs/benchmarks.md
between its markers; with `--print` it is printed alone, as with names. `--long` runs them all as long as they were made
to.
Ends with 1 when a promise is broken or a bench fails.
"""

import argparse
import datetime as dt
import os
import sys

from tests.bench import written
from tests.bench.figures import table
from tests.bench.registry import BENCHES, LongBench
from tests.bench.running import run


def main(arguments):
    """Run what is asked for, print the table and what was missed, and return the code to end with."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"one of {', '.join(BENCHES)}")
    parser.add_argument("--long", action="store_true", help="the long forms, and those that have no short one")
    parser.add_argument("--print", action="store_true", help="leave docs/benchmarks.md as it is")
    chosen = parser.parse_args(arguments)
    unknown = sorted(set(chosen.names) - set(BENCHES))
    if unknown:
        parser.error(f"{', '.join(unknown)}: no such bench; there are {', '.join(BENCHES)}")
    told = told_of_machine()
    print(told)
    asked = chosen.names or [name for name, bench in BENCHES.items() if chosen.long or not _is_long(bench)]
    outcomes = [run(name, BENCHES[name], long=chosen.long or _is_long(BENCHES[name])) for name in asked]
    print(table([figure for outcome in outcomes for figure in outcome.figures]))
    for outcome in outcomes:
        print(outcome)
    if not chosen.names and not chosen.print:
        written.write(outcomes, told)
    return int(not all(outcome.is_kept for outcome in outcomes))


def _is_long(bench):
    return isinstance(bench, LongBench)


def told_of_machine(load=None):
    """Return when and beside what the figures were read: on a busy machine the ratios say more than the times."""
    load, cores = os.getloadavg()[0] if load is None else load, os.cpu_count() or 1
    busy = " The machine was busy: the times are too high, the ratios hold." if load > cores / 2 else ""
    return f"Read {dt.date.today()} on {cores} cores, load {load:.1f} before.{busy}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
