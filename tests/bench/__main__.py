"""`python -m tests.bench [start|callback|browser|sync|publish|units|views|sheets …]`: measure, and print ratios."""

import logging
import os
import sys

from tests.bench import bench_browser, bench_callback, bench_start, publish, sheets, sync_kolada, units, views
from tests.bench.figures import table

BENCHES = {
    "start": bench_start,
    "callback": bench_callback,
    "browser": bench_browser,
    "sync": sync_kolada,
    "publish": publish,
    "units": units,
    "views": views,
    "sheets": sheets,
}


def main(names):
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    load = os.getloadavg()[0]
    if load > os.cpu_count() / 2:
        print(f"The machine is busy (load {load:.1f}): the times are too high; the ratios still say something.")
    figures = [figure for name in names or BENCHES for figure in BENCHES[name].measure()]
    print(table(figures))


if __name__ == "__main__":
    main(sys.argv[1:])
