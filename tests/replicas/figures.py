"""The embedded edition's figures, as the replicas hold them. Read apart from the program's own readers."""

import json
from functools import lru_cache
from pathlib import Path

import pyarrow.parquet

from indicators import AREAS

POPULATION = ("scb", "folkmangd")
EDITIONS = Path(__file__).parents[2] / "refdata" / "editions"
Values = dict[tuple[str, str, str], float]


def edition_folder() -> Path:
    return EDITIONS / json.loads((EDITIONS / "current.json").read_text(encoding="utf-8"))["number"]


@lru_cache(maxsize=1)
def observations() -> dict[tuple[str, str], Values]:
    """The values by (publisher, key), each by (area, period, sex); the municipalities' residents made up if need be."""
    columns = ["source", "source_key", "area", "period", "sex", "value"]
    table = pyarrow.parquet.read_table(edition_folder() / "observations.parquet", columns=columns)
    found: dict[tuple[str, str], Values] = {}
    for source, key, area, period, sex, value in zip(*(table[name].to_pylist() for name in columns), strict=True):
        found.setdefault((source, key), {})[(area, period, sex)] = value
    found[POPULATION] = {**made_municipalities(found[POPULATION]), **found[POPULATION]}
    return found


def made_municipalities(regions: Values) -> Values:
    """Residents of the municipalities, made up: a region's number shared out as 1 to 2 to 3 …, the rest to the last."""
    made: Values = {}
    for (region, year, sex), residents in regions.items():
        inside = AREAS.inside.get(region, ())
        whole = sum(range(1, len(inside) + 1))
        shares = [residents * place // whole for place in range(1, len(inside))]
        for code, share in zip(inside, [*shares, residents - sum(shares)], strict=False):
            made[code, year, sex] = float(share)
    return made


@lru_cache(maxsize=1)
def international() -> dict[str, dict]:
    """Other countries' figures by name."""
    return json.loads((edition_folder() / "international.json").read_text(encoding="utf-8"))
