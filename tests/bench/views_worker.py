"""What one worker answers on the four comparing pages: median milliseconds of the processor, bytes, and bytes gzipped.

`views DATA` asks the program, `pandas` the peer. Apart from the bench because a worker loads neither numpy nor pandas.
"""

import gzip
import json
import statistics
import sys
import time
from pathlib import Path

from dashboard.factory import create_app
from dashboard.query import Question
from dashboard.settings import Settings
from indicators import AREAS, EMBEDDED, DataFolder, read_figures
from tests.dashboard.asking import ROUTER, callback

WARM, PEER_ROUNDS = 2, 3
INDICATORS = (
    "treatable-mortality", "daily-smoking", "self-rated-health", "beds", "hip-fracture", "life-expectancy-women",
    "life-expectancy-men", "obesity", "risky-alcohol", "physical-activity", "overcrowding", "infant-mortality",
)  # fmt: skip


def addresses():
    """Questions about each page that have not been asked before: other regions, indicators, areas and figures."""
    units = "&kind=hospital" if "kind" in Question.__slots__ else ""
    regions, figures = AREAS.region_codes, list(read_figures().by_code)
    return {
        "jamfor": [(f"/jamfor/{code}", "") for code in regions],
        "variation": [
            ("/variation", f"?indicator={name}&area={code}{units}") for name in INDICATORS for code in regions[:2]
        ],
        "jamlikhet": [("/jamlikhet", f"?area={code}") for code in regions],
        "internationellt": [("/internationellt", f"?period={2010 + n}") for n in range(12)]
        + [(f"/internationellt/{code}", "") for code in figures[:9]],
    }


def _asked(act, questions):
    taken, sizes = [], []
    for question in questions:
        started = time.process_time()
        body = act(*question)
        taken.append((time.process_time() - started) * 1000)
        sizes.append((len(body), len(gzip.compress(body, 6))))
    return {
        "ms": statistics.median(taken[WARM:]),
        "bytes": statistics.median(size for size, _ in sizes),
        "gzipped": statistics.median(size for _, size in sizes),
    }


def views(root):
    """Ask the program; without a folder it shows the embedded edition."""
    client = create_app(Settings(data=DataFolder(Path(root)) if root else None)).server.test_client()

    def ask(path, search):
        return callback(
            client, ROUTER, [("_pages_location", "pathname", path), ("_pages_location", "search", search)]
        ).data

    return {name: _asked(ask, questions) for name, questions in addresses().items()}


class Grouped:
    """The peer: the observations grouped for each request, as a notebook turned into a page would."""

    def __init__(self):
        import pandas as pd

        self._rows = pd.read_parquet(next(EMBEDDED.glob("*/observations.parquet")))
        abroad = json.loads(next(EMBEDDED.glob("*/international.json")).read_text(encoding="utf-8"))
        self._abroad = abroad if isinstance(abroad, list) else list(abroad.values())

    def _newest(self, level, sexes):
        rows = self._rows
        own = rows[(rows.level == level) & rows.sex.isin(sexes)].sort_values("period")
        return own.groupby(["source", "source_key", "sex", "area"], observed=True).value.last()

    def _told(self, table, kind, x, y):
        import pandas as pd
        import plotly.express as px

        drawn = pd.DataFrame({"x": list(x), "y": list(y)})
        return (table.to_json(orient="records") + getattr(px, kind)(drawn, x="x", y="y").to_json()).encode()

    def jamfor(self, code):
        wide = self._newest("region", ["T"]).unstack("area")
        middle = wide.median(axis=1)
        table = wide.assign(middle=middle, gap=wide[code] - middle, best=wide.idxmax(axis=1)).reset_index()
        return self._told(table, "scatter", wide.iloc[0], wide.iloc[1])

    def variation(self, key):
        values = self._newest("municipality", ["T"]).reset_index()
        own = values[values.source_key == key]
        region = own.area.str[:2]
        return self._told(own.groupby(region).value.describe().reset_index(), "strip", own.value, region)

    def jamlikhet(self, code):
        wide = self._newest("region", ["F", "M"]).unstack("sex").dropna().reset_index()
        own = wide[wide.area == code]
        return self._told(own.assign(difference=own.F - own.M, ratio=own.F / own.M), "scatter", own.F, own.M)

    def internationellt(self, _):
        import pandas as pd

        frame = pd.DataFrame(self._abroad).astype(str)
        return self._told(frame, "bar", frame.iloc[:, 0], frame.iloc[:, 1])


def peer():
    """Ask the peer for each page."""
    some, made = PEER_ROUNDS + WARM, Grouped()
    codes = AREAS.region_codes[:some]
    keys = ("N00900", "N00925", "U01405", "N00914", "N01951")[:some]
    asked = {"jamfor": codes, "variation": keys, "jamlikhet": codes, "internationellt": range(some)}
    return {name: _asked(getattr(made, name), [(one,) for one in ones]) for name, ones in asked.items()}


def main(kind, root=""):
    """Print what was measured."""
    found = views(root) if kind == "views" else peer()
    print(json.dumps(found | {"heavy": sorted({"numpy", "pandas", "pyarrow"} & set(sys.modules))}))


if __name__ == "__main__":
    main(*sys.argv[1:])
