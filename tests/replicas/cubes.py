"""A table as the PxWeb replicas and Eurostat's hold it: dimensions with codes and labels, and values by codes."""

import itertools
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Dimension:
    code: str
    text: str
    labels: Mapping[str, str]
    role: str = ""
    can_be_left_out: bool = False
    unit: str = ""

    @property
    def codes(self) -> list[str]:
        return list(self.labels)


@dataclass(frozen=True)
class Table:
    """`held` are the codes of a dimension that was left out; `values` are by the codes in the dimensions' order."""

    id: str
    label: str
    dimensions: tuple[Dimension, ...]
    values: Mapping[tuple[str, ...], float | None]
    held: Mapping[str, str] = field(default_factory=dict)
    source: str = ""
    updated: str = "2026-08-15T07:00:00Z"

    def find(self, code: str) -> Dimension | None:
        return next((dimension for dimension in self.dimensions if dimension.code == code), None)


def json_stat(table: Table, chosen: Mapping[str, list[str]], *, missing: str = "..", sparse: bool = False) -> dict:
    """Return the chosen part of a table in JSON-stat 2. A dimension that is not chosen is summed over by the table."""
    kept = [dimension for dimension in table.dimensions if dimension.code in chosen]
    every = itertools.product(*(chosen[dimension.code] for dimension in kept))
    values = [value_of(table, dict(zip([d.code for d in kept], codes, strict=True))) for codes in every]
    absent = {str(place): missing for place, value in enumerate(values) if value is None}
    content = {
        **outline(table, kept, chosen),
        "value": {str(n): v for n, v in enumerate(values) if v is not None} if sparse else values,
    }
    return content if sparse or not absent else {**content, "status": absent}


def value_of(table: Table, codes: Mapping[str, str]) -> float | None:
    return table.values.get(tuple(codes.get(d.code, table.held.get(d.code, "")) for d in table.dimensions))


def outline(table: Table, kept: list[Dimension], chosen: Mapping[str, list[str]]) -> dict:
    roles = {role: [d.code for d in kept if d.role == role] for role in ("time", "geo", "metric")}
    return {
        "version": "2.0",
        "class": "dataset",
        "label": table.label,
        "source": table.source,
        "updated": table.updated,
        "role": {role: codes for role, codes in roles.items() if codes},
        "id": [dimension.code for dimension in kept],
        "size": [len(chosen[dimension.code]) for dimension in kept],
        "dimension": {dimension.code: _described(dimension, chosen[dimension.code]) for dimension in kept},
    }


def _described(dimension: Dimension, codes: list[str]) -> dict:
    category: dict = {
        "index": {code: place for place, code in enumerate(codes)},
        "label": {code: dimension.labels[code] for code in codes},
    }
    if dimension.unit:
        category["unit"] = {code: {"base": dimension.unit, "decimals": 0} for code in codes}
    return {
        "label": dimension.text,
        "category": category,
        "extension": {"elimination": dimension.can_be_left_out},
    }
