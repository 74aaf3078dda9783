"""The embedded edition's figures, as the replicas hold them. Read apart from the program's own readers."""

import json
from functools import lru_cache
from pathlib import Path

import pyarrow.parquet

EDITIONS = Path(__file__).parents[2] / "refdata" / "editions"
Values = dict[tuple[str, str, str], float]


def edition_folder() -> Path:
    return EDITIONS / json.loads((EDITIONS / "current.json").read_text(encoding="utf-8"))["number"]


@lru_cache(maxsize=1)
def observations() -> dict[tuple[str, str], Values]:
    """The values by (publisher, key), each by (area, period, sex)."""
    columns = ["source", "source_key", "area", "period", "sex", "value"]
    table = pyarrow.parquet.read_table(edition_folder() / "observations.parquet", columns=columns)
    found: dict[tuple[str, str], Values] = {}
    for source, key, area, period, sex, value in zip(*(table[name].to_pylist() for name in columns), strict=True):
        found.setdefault((source, key), {})[(area, period, sex)] = value
    return found


@lru_cache(maxsize=1)
def international() -> dict[str, dict]:
    """Other countries' figures by name."""
    return json.loads((edition_folder() / "international.json").read_text(encoding="utf-8"))
