"""A publish killed at 200 random moments and at every point, with a reader: `python -m tests.bench.crash_publish`."""

import argparse
import random
import sys
import tempfile
import time
from pathlib import Path

from tests.intake.crashing import STEPS, every_point, found
from tests.intake.killing import kill_all, moments, race

# The revisions of every generation are kept; a new store now and then keeps a publish as quick as it began.
KILLS_A_STORE = 25


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.crash_publish", description=__doc__)
    parser.add_argument("--moments", type=int, default=200, help="random moments (default 200)")
    parser.add_argument("--times", type=int, default=10, help="how often at each named step (default 10)")
    parser.add_argument("--races", type=int, default=200, help="races for the lock (default 200)")
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**9), help="default: a new one")
    chosen = parser.parse_args()
    print(f"seed {chosen.seed}")
    with tempfile.TemporaryDirectory() as name:
        points = list(range(len(every_point(*found(Path(name))))))
    faults = _killed("random moments", moments(chosen.moments, chosen.seed))
    faults += _killed("named steps", list(STEPS.values()) * chosen.times)
    faults += _killed("every point", points)
    faults += _raced(chosen.races)
    for line in faults[:20]:
        print(f"  {line}")
    return 1 if faults else 0


def _killed(title: str, plans: list[object]) -> list[str]:
    began, kills, swept, polls, seconds, new, faults = time.perf_counter(), 0, 0, 0, 0.0, 0, []
    for start in range(0, len(plans), KILLS_A_STORE):
        with tempfile.TemporaryDirectory() as name:
            outcome = kill_all(Path(name), plans[start : start + KILLS_A_STORE])
        kills, swept, new = kills + outcome.kills, swept + outcome.swept, new + outcome.outcomes["new"]
        polls, seconds = polls + outcome.readings.polls, seconds + outcome.readings.seconds
        faults += outcome.faults
    print(
        f"{title}: {kills} kills, {new} after the new edition was current, {swept} half-made things swept up; "
        f"{polls} reads, {polls / seconds:.0f} a second; {len(faults)} broken promises; "
        f"{time.perf_counter() - began:.0f} s"
    )
    return faults


def _raced(n: int) -> list[str]:
    with tempfile.TemporaryDirectory() as name:
        tally, faults = race(Path(name), n)
    print(f"races for the lock: {n}, {dict(tally)}, {len(faults)} broken promises")
    return faults + (["something half made outlived a sweep"] if tally["left"] else [])


if __name__ == "__main__":
    sys.exit(main())
