"""JSON-stat 2.0, read strictly: the one reader for PxWeb and Eurostat.

A library was looked for first. pyjstat (last released in 2023) drops the status of the cells, accepts a list of values
of the wrong length, makes as many cells as the sizes say before it looks, and fetches addresses by itself;
jsonstat-validator judges and does not read. https://json-stat.org/full/
"""

import itertools
import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from intake.formats.shape import Shape
from intake.http.body import Body
from intake.http.strict_json import read_json

NEEDED = ("version", "class", "id", "size", "dimension", "value")
ALSO = ("label", "source", "updated", "href", "note", "role", "status", "extension", "link", "error")
MOST_CELLS = 1_000_000


@dataclass(frozen=True, slots=True)
class Dimension:
    """One dimension: its codes in order, their labels, and units where the dimension has them."""

    id: str
    codes: tuple[str, ...]
    labels: dict[str, str]
    units: dict[str, str]
    is_optional: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its code in each dimension, its value or None, and its flag ('' for none)."""

    codes: dict[str, str]
    value: float | None
    flag: str


@dataclass(frozen=True, slots=True)
class Cube:
    """A dataset whose sizes, codes, values and flags fit together."""

    dimensions: dict[str, Dimension]
    updated: str
    values: dict[int, float | None]
    flags: dict[int, str]

    def cells(self) -> Iterator[Cell]:
        """Give every cell, in the order of the dimensions; an absent value is None."""
        names = tuple(self.dimensions)
        every = itertools.product(*(dimension.codes for dimension in self.dimensions.values()))
        for place, codes in enumerate(every):
            yield Cell(dict(zip(names, codes, strict=True)), self.values.get(place), self.flags.get(place, ""))


def read_cube(body: Body) -> Cube:
    """Return the dataset of a body. Raises JsonError, and ContractError naming what does not fit."""
    return _read(body, with_values=True)


def read_structure(body: Body) -> Cube:
    """Return the dimensions of a dataset that comes without values, as PxWeb describes its tables."""
    return _read(body, with_values=False)


def _read(body: Body, *, with_values: bool) -> Cube:
    shape = Shape(body)
    raw = shape.object(read_json(body), "dataset", NEEDED, ALSO)
    shape.one_of(raw["class"], "class", ("dataset",))
    shape.one_of(raw["version"], "version", ("2.0",))
    dimensions = _dimensions(shape, raw)
    updated = shape.text(raw.get("updated", ""), "updated")
    if not with_values:
        return Cube(dimensions, updated, {}, {})
    n = math.prod(len(dimension.codes) for dimension in dimensions.values())
    if n > MOST_CELLS:
        shape.refuse("size", n, f"must be at most {MOST_CELLS} cells")
    values = {place: shape.number(value, "value") for place, value in _placed(shape, raw["value"], "value", n)}
    flags = {place: flag for place, flag in _flags(shape, raw.get("status"), n) if flag}
    return Cube(dimensions, updated, values, flags)


def _dimensions(shape: Shape, raw: dict[str, Any]) -> dict[str, Dimension]:
    names = [shape.text(name, "id") for name in shape.items(raw["id"], "id")]
    sizes = [shape.whole(size, "size") for size in shape.items(raw["size"], "size")]
    described = shape.object(raw["dimension"], "dimension", names)
    if len(set(names)) != len(names) or len(names) != len(sizes) or not names:
        shape.refuse("id", names, f"must be different names, one for each of {len(sizes)} sizes")
    found = {name: _dimension(shape, name, described[name]) for name in names}
    for size, dimension in zip(sizes, found.values(), strict=True):
        if size != len(dimension.codes):
            shape.refuse(f"size of {dimension.id}", size, f"must be {len(dimension.codes)}, as its categories")
    return found


def _dimension(shape: Shape, name: str, raw: Any) -> Dimension:
    held = shape.object(raw, name, ("category",), ("label", "extension", "note", "link", "href", "class"))
    category = shape.object(held["category"], f"{name}.category", (), ("index", "label", "unit", "note", "child"))
    labels = _texts(shape, category.get("label", {}), f"{name}.label")
    codes = _codes(shape, name, category.get("index"), labels)
    extension = held.get("extension")
    is_optional = isinstance(extension, dict) and extension.get("elimination") is True
    return Dimension(name, codes, labels, _units(shape, name, category.get("unit", {})), is_optional)


def _codes(shape: Shape, name: str, index: Any, labels: dict[str, str]) -> tuple[str, ...]:
    """The codes in order: from a list, from places by code, or from the one label of a lone category."""
    where = f"{name}.index"
    if index is None and len(labels) == 1:
        return tuple(labels)
    if isinstance(index, list):
        codes = tuple(shape.text(code, where) for code in index)
        return codes if len(set(codes)) == len(codes) else shape.refuse(where, index, "a code stands twice")
    if not isinstance(index, dict):
        shape.refuse(where, index, "must be a list or an object")
    order = {shape.whole(place, where): code for code, place in index.items()}
    if sorted(order) != list(range(len(index))):
        shape.refuse(where, index, "must number the codes from 0 on")
    return tuple(order[place] for place in range(len(index)))


def _texts(shape: Shape, raw: Any, where: str) -> dict[str, str]:
    if not isinstance(raw, dict):
        shape.refuse(where, raw, "must be an object")
    return {code: shape.text(label, where) for code, label in raw.items()}


def _units(shape: Shape, name: str, raw: Any) -> dict[str, str]:
    if not isinstance(raw, dict):
        shape.refuse(f"{name}.unit", raw, "must be an object")
    return {code: str(unit.get("base", "")) for code, unit in raw.items() if isinstance(unit, dict)}


def _placed(shape: Shape, raw: Any, where: str, n: int) -> Iterator[tuple[int, Any]]:
    """The members of a full list, or of a sparse object whose keys are places."""
    if isinstance(raw, list):
        if len(raw) != n:
            shape.refuse(where, f"{len(raw)} members", f"must be {n}, as the sizes say")
        yield from enumerate(raw)
        return
    if not isinstance(raw, dict):
        shape.refuse(where, raw, "must be a list or an object")
    for key, value in raw.items():
        if not (key.isascii() and key.isdigit() and str(int(key[:10])) == key and int(key) < n):
            shape.refuse(where, key, f"must be a place from 0 to {n - 1}")
        yield int(key), value


def _flags(shape: Shape, raw: Any, n: int) -> Iterator[tuple[int, str]]:
    """The flags: none, one for all, or placed as the values."""
    if raw is None:
        return
    if isinstance(raw, str):
        yield from ((place, raw) for place in range(n))
        return
    for place, flag in _placed(shape, raw, "status", n):
        yield place, "" if flag is None else shape.text(flag, "status")
