"""The raw figures, read with pandas and tomllib: nothing here knows the product.

A measure is one indicator's totals: one row for each area, one column for each period, oldest first. Months are made
into blocks of three. Doubted and implausible values are left out of `sound`.
"""

import csv
import json
import tomllib
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import numpy as np
import pandas as pd

ROOT = Path(__file__).parents[2]
REFDATA, DEFINITIONS, EDITIONS = ROOT / "refdata", ROOT / "indicators" / "definitions", ROOT / "refdata" / "editions"
ENOUGH = 18


def toml(path):
    return tomllib.loads(path.read_text(encoding="utf-8"))


def rows(path):
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def current():
    """The number of the embedded edition that is shown."""
    return json.loads((EDITIONS / "current.json").read_text(encoding="utf-8"))["number"]


REGIONS = [row["code"] for row in rows(REFDATA / "regions.csv") if row["code"] != "00"]


@dataclass(frozen=True)
class Measure:
    """One indicator: what its file says, and its totals by area and period."""

    item: dict
    raw: pd.DataFrame
    sound: pd.DataFrame

    @property
    def id(self):
        return self.item["id"]

    @property
    def signals(self):
        return self.item["signals"]

    @property
    def width(self):
        return self.item["period"].get("years", 1)

    @property
    def is_yearly(self):
        return self.item["period"]["kind"] == "single-year"

    @property
    def sign(self):
        return {"lower": 1, "higher": -1, "none": 0}[self.item["direction"]]

    @cached_property
    def regions(self):
        return self.sound.reindex(REGIONS)

    @cached_property
    def headline(self):
        """The newest period with eighteen regions, else the newest of those that most report."""
        counts = self.raw.reindex(REGIONS).notna().sum()
        enough = counts[counts >= ENOUGH]
        if counts.empty or counts.max() == 0:
            return None
        return enough.index[-1] if len(enough) else counts[counts == counts.max()].index[-1]

    def nation(self, period):
        """The published value, else the middle region's; and whether it is the middle region's."""
        if "00" in self.sound.index and period in self.sound and not np.isnan(self.sound.at["00", period]):
            return float(self.sound.at["00", period]), False
        return float(self.regions[period].median()), True

    def at(self, area, period):
        if area not in self.sound.index or period not in self.sound:
            return None
        value = self.sound.at[area, period]
        return None if np.isnan(value) else float(value)

    def at_raw(self, area, period):
        """The published value, sound or not."""
        found = self.raw.get(period)
        return None if found is None or area not in found or np.isnan(found[area]) else float(found[area])

    def threshold(self, nation):
        basis = self.item["relevance"]
        return basis["value"] if basis["basis"] == "unit" else abs(nation) * basis["value"] / 100

    @cached_property
    def unit_step(self):
        """The smallest step the source publishes at the headline: 1, 0.1 or 0 where it says more."""
        values = self.raw.reindex(REGIONS)[self.headline].dropna()
        for step in (1.0, 0.1):
            if np.allclose(values / step, np.round(values / step), atol=1e-6):
                return step
        return 0.0

    def same_side(self, one, other):
        """Whether no break lies between two periods."""
        early, late = sorted((one, other))
        return not any(early < start["period"] <= late for start in self.item.get("breaks", []))


@dataclass(frozen=True)
class Figures:
    """Everything an edition's answers are made of."""

    measures: dict
    population: pd.DataFrame
    observations: pd.DataFrame
    year: int
    peers: dict = field(default_factory=dict)
    same: list = field(default_factory=list)
    sources: dict = field(default_factory=dict)
    targets: list = field(default_factory=list)
    themes: list = field(default_factory=list)


def is_sound(item, area, period, value):
    span = item.get("plausible", {})
    if value < span.get("low", -np.inf) or value > span.get("high", np.inf):
        return False
    return not any(
        period in (doubt.get("periods") or [period]) and area in (doubt.get("areas") or [area])
        for doubt in item.get("doubts", [])
    )


def by_area(observations, item, sex="T"):
    """The values of one indicator and sex of the nation and the regions: one row for each area."""
    parts = [
        observations[
            (observations["source"] == key["provider"])
            & (observations["source_key"] == key["key"])
            & observations["level"].isin(key["levels"])
        ]
        for key in item["series"]
        if sex in key["sexes"]
    ]
    if not parts:
        return pd.DataFrame()
    part = pd.concat(parts)
    part = part[(part["sex"] == sex) & (part["group"] == "")]
    return part.pivot_table(index="area", columns="period", values="value").sort_index(axis=1)


def only_sound(item, table):
    kept = [
        [value if is_sound(item, area, period, value) else np.nan for period, value in row.items()]
        for area, row in table.iterrows()
    ]
    return pd.DataFrame(kept, index=table.index, columns=table.columns, dtype=float)


def in_blocks(table):
    """Months as blocks of three counted back from the newest: the median of at least two of them, told by the last."""
    blocks = {}
    for end in range(len(table.columns), 2, -3):
        months = table.iloc[:, end - 3 : end]
        blocks[table.columns[end - 1]] = months.median(axis=1).where(months.notna().sum(axis=1) >= 2)
    return pd.DataFrame(blocks).sort_index(axis=1)


def read_measure(item, observations):
    table = by_area(observations, item)
    table = table[[len(area) == 2 for area in table.index]] if len(table) else table
    sound = only_sound(item, table)
    if item["period"]["kind"] == "month":
        return Measure(item, in_blocks(table), in_blocks(sound))
    return Measure(item, table, sound)


def read_items():
    return [toml(path) for path in sorted(DEFINITIONS.glob("*/*.toml"))]


def peers_of(kind="health-care"):
    found = {}
    for row in rows(REFDATA / "peer_groups.csv"):
        if row["kind"] == kind:
            found.setdefault(row["region"], []).append(row["peer"])
    return found


def read_figures(edition=None):
    """Read one embedded edition's observations with today's definitions."""
    edition = edition or current()
    observations = pd.read_parquet(EDITIONS / edition / "observations.parquet")
    measures = {item["id"]: read_measure(item, observations) for item in read_items()}
    themes = toml(REFDATA / "themes.toml")
    return Figures(
        measures,
        measures["context-population"].sound,
        observations,
        int(edition[:4]),
        peers_of(),
        [group["indicators"] for group in toml(REFDATA / "same_question.toml")["same"]],
        {source["code"]: source["kind"] for source in themes["sources"]},
        toml(REFDATA / "targets.toml")["targets"],
        [theme["code"] for theme in themes["themes"]],
    )
