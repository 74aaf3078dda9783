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

SERIES = ["source", "source_key"]
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


class Peer:
    """Group the observations for each request, as a notebook turned into a page would."""

    def __init__(self):
        import pandas as pd
        import plotly.express as px

        self.pd, self.px = pd, px
        self.rows = pd.read_parquet(next(EMBEDDED.glob("*/observations.parquet")))
        self.abroad = json.loads(next(EMBEDDED.glob("*/international.json")).read_text(encoding="utf-8"))

    def newest(self, level, sexes):
        own = self.rows[(self.rows.level == level) & self.rows.sex.isin(sexes)].sort_values("period")
        return own.groupby([*SERIES, "sex", "area"], observed=True).value.last()

    def told(self, table, figure):
        return (table.to_json(orient="records") + figure.to_json()).encode()

    def jamfor(self, code):
        wide = self.newest("region", ["T"]).unstack("area")
        middle = wide.median(axis=1)
        table = wide.assign(middle=middle, gap=wide[code] - middle, best=wide.idxmax(axis=1))
        return self.told(table.reset_index(), self.px.scatter(wide.T, x=wide.T.columns[0], y=wide.T.columns[1]))

    def variation(self, key):
        values = self.newest("municipality", ["T"]).reset_index()
        table = values.assign(region=values.area.str[:2]).groupby([*SERIES, "region"], observed=True).value
        own = values[values.source_key == key]
        return self.told(table.describe().reset_index(), self.px.strip(own, x="value", y=own.area.str[:2]))

    def jamlikhet(self, code):
        wide = self.newest("region", ["F", "M"]).unstack("sex").dropna().reset_index()
        own = wide[wide.area == code]
        table = own.assign(difference=own.F - own.M, ratio=own.F / own.M)
        return self.told(table, self.px.scatter(table, x="F", y="M"))

    def internationellt(self, _):
        held = self.abroad if isinstance(self.abroad, list) else list(self.abroad.values())
        frame = self.pd.DataFrame(held).astype(str)
        names = frame.columns[:2]
        return self.told(frame, self.px.bar(frame, x=names[0], y=names[1]))


def peer():
    own, n = Peer(), PEER_ROUNDS + WARM
    codes = AREAS.region_codes[:n]
    series = own.rows[own.rows.level == "municipality"].source_key.unique()[:n]
    asked = {"jamfor": codes, "variation": series, "jamlikhet": codes, "internationellt": range(n)}
    return {name: _asked(getattr(own, name), [(one,) for one in some]) for name, some in asked.items()}


def main(kind, root=""):
    """Print what was measured."""
    found = views(root) if kind == "views" else peer()
    print(json.dumps(found | {"heavy": sorted({"numpy", "pandas", "pyarrow"} & set(sys.modules))}))


if __name__ == "__main__":
    main(*sys.argv[1:])
