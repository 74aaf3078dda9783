"""`python -m tests.bench.units_curve`: a region's units among 100 000, a million and ten million rows, beside peers.

Ends with 1 when ours takes more than 2 ms at some size, or grows more than 1.3 times from the smallest to the largest.
"""

import sys
import tempfile
from pathlib import Path

from indicators.units.store import UnitStore
from tests.bench.units import LARGE, PEER_ROUNDS, SMALL, _worker, _written
from tests.bench.units_made import DuckDB, Polars
from tests.bench.units_worker import milliseconds, pairs

MIDDLE = (60, 12)
WORKERS, MOST, MOST_GROWTH = 3, 2.0, 1.3


def measured(size, folder):
    """Return the rows of a size, and the milliseconds of ours (the worker least disturbed), DuckDB's and polars'."""
    table = _written(size, folder)
    ours = min(_worker(folder)["units"] for _ in range(WORKERS))
    asked = pairs(UnitStore(folder), PEER_ROUNDS)
    return len(table), ours, *(milliseconds(kind(table, folder).units, asked) for kind in (DuckDB, Polars))


def main():
    """Measure every size, print the table, and return what to end with."""
    with tempfile.TemporaryDirectory() as place:
        rows = [measured(size, Path(place) / str(n)) for n, size in enumerate((SMALL, MIDDLE, LARGE))]
    print("| rows | ours | DuckDB | polars |\n|---|---|---|---|")
    for n, *times in rows:
        print(f"| {n:,} | " + " | ".join(f"{taken:.2f} ms" for taken in times) + " |")
    ours = [row[1] for row in rows]
    return int(max(ours) > MOST or ours[-1] > MOST_GROWTH * ours[0])


if __name__ == "__main__":
    sys.exit(main())
