"""From a cube to rows: one dimension of places, one of time, and every other held at one code."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from intake.formats.jsonstat import Cell, Cube
from intake.formats.places import Coding, places
from intake.formats.rows import Row, Said, row
from intake.formats.shape import Shape
from intake.formats.wanted import Wanted
from intake.http.body import Body
from intake.http.refusals import EmptyAnswerError

PeriodForm = Literal["year", "window-end"]
YEAR, WINDOW = re.compile(r"\d{4}"), re.compile(r"(\d{4})-(\d{4})")
# PxWeb adds a dimension with this one code when a table has nothing that tells its contents apart.
DUMMY = ("ContentsCode", "EliminatedValue")


@dataclass(frozen=True, slots=True)
class Layout:
    """Which dimension is what. `held` are the dimensions that must stand at one code; `flags` what a flag means."""

    place: str
    time: str
    coding: Coding
    held: Mapping[str, str]
    flags: Mapping[str, str]
    period: PeriodForm = "year"
    unit: tuple[str, str] | None = None
    asked: frozenset[str] = field(default_factory=frozenset)


def cube_rows(body: Body, cube: Cube, wanted: Wanted, layout: Layout) -> Iterator[Row]:
    """Give the rows of a cube. Raises ContractError where the cube is not what was asked for."""
    shape = Shape(body)
    _check(shape, cube, layout)
    known = places(layout.coding)
    for cell in cube.cells():
        place = known.get(cell.codes[layout.place])
        if place is None or (layout.asked and cell.codes[layout.place] not in layout.asked):
            shape.refuse(layout.place, cell.codes[layout.place], "is a place that was not asked for")
        said = _said(shape, cell, layout)
        # An absent cell without a flag is a hole in the cube, and no statement about the place.
        if place.level in wanted.levels and (said.value is not None or cell.flag):
            yield row(wanted, body, place, said)


def check_filled(body: Body, cube: Cube) -> None:
    """Refuse a cube without a single value. Raises EmptyAnswerError."""
    if not any(value is not None for value in cube.values.values()):
        raise EmptyAnswerError(body.source, body.address, "the table came without a single value")


def _check(shape: Shape, cube: Cube, layout: Layout) -> None:
    for name in (layout.place, layout.time, *layout.held):
        if name not in cube.dimensions:
            shape.refuse("dimension", sorted(cube.dimensions), f"{name!r} is missing")
    for name, dimension in cube.dimensions.items():
        if name in (layout.place, layout.time) or (name, *dimension.codes) == DUMMY:
            continue
        if dimension.codes != (layout.held.get(name),):
            shape.refuse(name, dimension.codes, f"must be {layout.held.get(name, 'left out')}, as was asked")
    if layout.unit is not None:
        _check_unit(shape, cube, *layout.unit)


def _check_unit(shape: Shape, cube: Cube, dimension: str, unit: str) -> None:
    held = cube.dimensions[dimension]
    for code in held.codes:
        if held.units.get(code) != unit:
            shape.refuse(f"{dimension}.unit", held.units.get(code), f"must be {unit!r}: the unit has changed")


def _said(shape: Shape, cell: Cell, layout: Layout) -> Said:
    if cell.flag and cell.flag not in layout.flags:
        shape.refuse("status", cell.flag, f"must be one of {', '.join(sorted(layout.flags))}")
    status = layout.flags.get(cell.flag, "final")
    if cell.value is not None and status not in ("final", "preliminary", "revised"):
        shape.refuse("status", cell.flag, f"says that there is no value, but there is {cell.value}")
    return Said(_period(shape, cell.codes[layout.time], layout), cell.value, status)


def _period(shape: Shape, code: str, layout: Layout) -> str:
    """The period of a code. A mean of several years is known by its last year, as the definitions say."""
    window = WINDOW.fullmatch(code) if layout.period == "window-end" else None
    year = window.group(2) if window else code
    if not YEAR.fullmatch(year):
        shape.refuse(layout.time, code, "must be a year" if layout.period == "year" else "must be a year or a window")
    return shape.year(int(year), layout.time)
