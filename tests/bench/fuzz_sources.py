"""10 000 spoiled answers: `python -m tests.bench.fuzz_sources`."""

import argparse
import random
import sys
import time

from tests.intake.sources.fuzzing import fuzz

SPOILED = 10_000


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.fuzz_sources", description=__doc__)
    parser.add_argument("--answers", type=int, default=SPOILED, help=f"how many (default {SPOILED})")
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**9), help="default: a new one")
    chosen = parser.parse_args()
    started = time.perf_counter()
    outcome = fuzz(chosen.answers, chosen.seed)
    seconds = time.perf_counter() - started
    print(f"{chosen.answers} spoiled answers, seed {chosen.seed}, {seconds:.0f} s")
    print(f"refused {outcome.refused.total()}: {dict(outcome.refused.most_common())}")
    print(f"read {outcome.read}; bad rows {len(outcome.bad)}")
    for line in outcome.bad[:20]:
        print(f"  {line}")
    return 1 if outcome.bad else 0


if __name__ == "__main__":
    sys.exit(main())
