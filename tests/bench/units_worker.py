"""What one worker of the program does with units, and what it costs: times in milliseconds, memory in megabytes.

Apart from the rest because a worker loads neither numpy nor pyarrow.
"""

import json
import random
import statistics
import sys
import time
from pathlib import Path

from dashboard.query import Question
from dashboard.services import Services
from indicators import Pictures
from indicators.units.store import UnitStore

ROUNDS = 400


def pairs(store, n):
    """Indicators and regions to ask for."""
    known = [(indicator, region) for indicator in store.indicators for region in store.regions(indicator)]
    return random.Random(14).choices(known, k=n)


def milliseconds(act, questions):
    """The median time of the questions after the first half, which warms the way."""
    taken = []
    for question in questions:
        started = time.perf_counter()
        act(*question)
        taken.append((time.perf_counter() - started) * 1000)
    return statistics.median(taken[len(taken) // 2 :])


def private_megabytes():
    """What this process has in memory for itself alone."""
    lines = Path("/proc/self/smaps").read_text(encoding="utf-8").splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith(("Private_Clean:", "Private_Dirty:"))) / 1024


def _rows(points):
    return [(area, period, value) for area, own in points.items() for period, value in own]


def _some(series):
    return [(one,) for one in random.Random(3).choices(series, k=ROUNDS)]


def main(folder):
    """Open the program's picture and the units of a folder, answer, and print what it took."""
    picture, store = Services(Pictures()).picture_of(Question()), UnitStore(Path(folder))
    board = picture.scorecard()
    totals = [series for series, sex in board.comparisons if sex == "T" and (series, sex, "14") in board.rows]
    asked = pairs(store, ROUNDS)
    found = {
        "region": milliseconds(lambda _, region: [board.rows[series, "T", region] for series in totals], asked),
        "indicator": milliseconds(lambda series: _rows(board.comparisons[series, "T"].points), _some(totals)),
        "units": milliseconds(store.units, asked),
        "private": private_megabytes(),
        "heavy": sorted({"numpy", "pandas", "pyarrow"} & set(sys.modules)),
    }
    print(json.dumps(found))


if __name__ == "__main__":
    main(sys.argv[1])
