"""Publishing an edition of the whole catalogue: time, size and memory: `python -m tests.bench publish`.

Against pandas writing the same observations as gzip-compressed CSV, which neither assesses, verifies nor survives a
crash whole. Each is measured in a process of its own.
"""

import datetime as dt
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.figures import Figure

WAYS = ("publish", "pandas")
MEGABYTE = 1_000_000


def measure():
    """Return the figure: milliseconds of a publish with six assessments, and of pandas's file."""
    taken = {way: _run(way) for way in WAYS}
    for way, run in taken.items():
        print(f"{way}: {run['ms'] / 1000:.1f} s, {run['mb']:.1f} MB on disk, peak {run['peak_mb']:.0f} MB")
    name = "publishing an edition with six assessments, against pandas writing its observations alone"
    return [Figure(name, taken["publish"]["ms"], taken["pandas"]["ms"])]


def _run(way):
    command = [sys.executable, "-m", "tests.bench.publish", way]
    return json.loads(subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout)


def _publish(folder):
    from indicators import DataFolder, Library, open_current, read_catalogue
    from indicators import read_reference as reference
    from intake import Judges, Order, hold, publish
    from intake.sync.candidate import edition_rows
    from intake.sync.staging import Staged, write_staged

    data, rows = DataFolder(folder).make(), edition_rows(open_current())
    changed = rows.assign(value=rows["value"].where(rows.index != 0, rows["value"] + 1))
    with hold(data, "bench"):
        write_staged(data, Staged(rows=changed))
    order = Order(data, Library((data.editions, open_current().folder.parent)), dt.date(2026, 12, 1))
    start = time.perf_counter()
    publish(order, Judges(read_catalogue(), reference()))
    return start, data.editions


def _pandas(folder):
    from indicators import open_current
    from intake.sync.candidate import edition_rows

    rows = edition_rows(open_current())
    start = time.perf_counter()
    rows.to_csv(folder / "observations.csv.gz", index=False)
    return start, folder


def main(way):
    with tempfile.TemporaryDirectory() as name:
        start, written = {"publish": _publish, "pandas": _pandas}[way](Path(name))
        taken = (time.perf_counter() - start) * 1000
        size = sum(path.stat().st_size for path in written.rglob("*") if path.is_file()) / MEGABYTE
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    print(json.dumps({"ms": taken, "mb": size, "peak_mb": peak}))


if __name__ == "__main__":
    main(sys.argv[1])
