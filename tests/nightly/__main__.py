"""`python -m tests.nightly [PART …] [--minutes N] [--list]`: what is too long for every test run, in at most an hour.

Installs nothing: a part whose package is missing is counted as skipped, with the package's name. Ends with a summary,
and with 1 when anything failed or was not reached.
"""

import argparse
import sys
import time

from tests.nightly.parts import PARTS
from tests.nightly.running import run

MINUTES = 60


def main(arguments, parts=PARTS):
    """Run the night's parts one after another and return the code to end with."""
    parser = argparse.ArgumentParser(prog="python -m tests.nightly", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="PART", help="only these parts")
    parser.add_argument("--minutes", type=float, default=MINUTES, help=f"the longest the whole may take ({MINUTES})")
    parser.add_argument("--list", action="store_true", help="tell the parts and what they lack, and run nothing")
    chosen = parser.parse_args(arguments)
    unknown = sorted(set(chosen.names) - {part.name for part in parts})
    if unknown:
        parser.error(f"{', '.join(unknown)}: no such part; there are {', '.join(part.name for part in parts)}")
    asked = [part for part in parts if not chosen.names or part.name in chosen.names]
    if chosen.list:
        for part in asked:
            print(f"{part.name}: {'lacks ' + ', '.join(part.lacks()) if part.lacks() else 'can be run'}")
        return 0
    ends = time.monotonic() + chosen.minutes * 60
    outcomes = []
    for part in asked:
        print(f"— {part.name}", flush=True)
        outcomes.append(run(part, ends - time.monotonic()))
    return summary(outcomes)


def summary(outcomes):
    """Print what came of each part and of the whole, and return the code to end with."""
    print("\nThe night")
    for one in outcomes:
        print(f"{one.name}: {one.passed} passed, {one.failed} failed, {len(one.skipped)} skipped, {one.seconds:.0f} s")
        for line in (*one.said, *one.skipped):
            print(f"  {line}")
    passed, failed = sum(one.passed for one in outcomes), sum(one.failed for one in outcomes)
    skipped = sum(len(one.skipped) for one in outcomes)
    print(f"In all: {passed} passed, {failed} failed, {skipped} skipped, {sum(one.seconds for one in outcomes):.0f} s")
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
