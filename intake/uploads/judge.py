"""Judges a table row by row: every fault with its place, what was found and the rule; whole rows come out as data."""

import datetime as dt
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from indicators.groups import WHOLE
from intake.uploads.cells import CellError, decimal_sign, read_period, read_unit
from intake.uploads.columns import (
    EXAMPLE_PREFIX,
    GROUP_OF,
    KIND_OF,
    SEX_OF,
    TEMPLATE_ROW_PREFIX,
    GivenRow,
)
from intake.uploads.findings import Findings, StopError, UploadFinding, shown
from intake.uploads.grid import Cell, Grid, is_blank
from intake.uploads.headings import read_headings, words
from intake.uploads.line import Line, Sheet
from intake.uploads.request import Measure
from intake.uploads.values import judge_value

# One row a person is no unit data: so many rows with a denominator of one, of at least twenty, say that it is.
PERSON_ROWS, LEAST_PERSON_ROWS = 0.5, 20


@dataclass(slots=True)
class Judge:
    """What rows are held against, and what has been seen of the file so far."""

    measures: tuple[Measure, ...]
    today: dt.date
    findings: Findings
    example: bool = False
    read: int = 0
    rows: dict[tuple[str, str, str, str, str], tuple[int, GivenRow]] = field(default_factory=dict)
    units: dict[str, tuple[int, str, str]] = field(default_factory=dict)
    names: dict[str, Measure] = field(default_factory=dict)
    read_before: dict[tuple[str, Cell], Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Make every indicator known by all its names; the first to have a name keeps it."""
        for measure in self.measures:
            for name in measure.names:
                self.names.setdefault(words(name), measure)

    def judge(self, grid: Grid) -> None:
        """Judge a table. Raises StopError when it cannot be judged at all."""
        for code, name, count in grid.notes:
            self.findings.add(UploadFinding(code, shown(name), count=count))
        lines = iter(grid.rows)
        first = next(lines, None)
        if first is None:
            raise StopError("no-rows", sheet=shown(grid.sheet))
        columns = read_headings(grid.sheet, *first, grid.hidden_columns, self.findings)
        kept = list(lines)
        sheet = Sheet(grid, columns, [str(cell) for cell in first[1]], len(first[1]))
        sheet.decimal = decimal_sign([t for _, cells in kept for t in sheet.number_texts(cells)])
        self.example = grid.example
        for number, cells in kept:
            self._row(Line(sheet, number, cells, self.findings))
        self._whole(shown(grid.sheet))

    def _row(self, line: Line) -> None:
        if words(line.cell("unit")).startswith(TEMPLATE_ROW_PREFIX):
            line.find("template-row", "unit")
            return
        self.read += 1
        if line.is_ragged():
            line.find("row-long", found=str(len(line.cells)), most=line.sheet.width)
            return
        unit = self._take(line, "unit", read_unit)
        kind = self._take(line, "kind", lambda cell: _listed(cell, KIND_OF, "kind-unknown"))
        measure = self._take(line, "indicator", lambda cell: _indicator(cell, self.names))
        period = self._take(line, "period", lambda cell: read_period(cell, self.today))
        sex = self._take(line, "sex", lambda cell: _listed(cell, SEX_OF, "sex-unknown"))
        group = self._take(line, "group", _group)
        if measure and sex and measure.only_sex not in (None, sex) and sex != "T":
            line.find("sex-not-measured", "sex")
            return
        figures = judge_value(line, measure) if measure else None
        if not (unit and kind and measure and period and sex and figures) or group is None:
            return
        if self._is_one(line, unit, kind):
            self._keep(line, GivenRow._make((unit, kind, measure.id, *period, sex, *figures, group)))

    def _take(self, line: Line, name: str, read: Callable[[Cell], Any]) -> Any:
        """What a cell says; the same words, which stand in many rows, are read once. Faults are found each time."""
        key = name, line.cell(name)
        found = self.read_before.get(key)
        if found is None:
            found = self.read_before[key] = line.take(name, read)
        return found

    def _is_one(self, line: Line, unit: str, kind: str) -> bool:
        """Whether a unit is written the same and of the same kind wherever it stands."""
        place, spelling, known = self.units.setdefault(unit.casefold(), (line.number, unit, kind))
        if spelling != unit:
            line.find("unit-spelling", "unit", other=shown(spelling), row=place)
        elif known != kind:
            line.find("unit-kind-differs", "kind", row=place)
        return (spelling, known) == (unit, kind)

    def _keep(self, line: Line, row: GivenRow) -> None:
        self.example = self.example or row.unit.casefold().startswith(EXAMPLE_PREFIX)
        first = self.rows.get(row.key)
        if first is None:
            self.rows[row.key] = line.number, row
        elif first[1] == row:
            line.find("duplicate-same", "unit", row=first[0])
        else:
            line.find("duplicate-differs", "unit", row=first[0])

    def _whole(self, sheet: str) -> None:
        """What only shows when all rows have been seen."""
        rows = [row for _, row in self.rows.values()]
        if not self.read:
            self.findings.add(UploadFinding("no-rows", sheet))
        ones = sum(row.denominator == 1 for row in rows)
        if len(rows) >= LEAST_PERSON_ROWS and ones > len(rows) * PERSON_ROWS:
            self.findings.add(UploadFinding("person-rows", sheet, found=str(ones)))
        bare = Counter(row.value is not None and row.numerator is None and row.denominator is None for row in rows)
        if bare[True]:
            self.findings.add(UploadFinding("no-counts", sheet, count=bare[True]))
        if self.example:
            self.findings.add(UploadFinding("example", sheet))


def _listed(cell: Cell, known: dict[str, str], code: str) -> str:
    found = known.get(words(cell))
    if found is None:
        raise CellError(code)
    return found


def _group(cell: Cell) -> str:
    """Of whom a value is: an empty cell, or a column that is not there, is everybody."""
    return WHOLE if is_blank(cell) else _listed(cell, GROUP_OF, "group-unknown")


def _indicator(cell: Cell, names: dict[str, Measure]) -> Measure:
    found = names.get(words(cell))
    if found is None:
        raise CellError("indicator-unknown")
    if found.is_background:
        raise CellError("indicator-background")
    return found


def nearest(text: str, names: dict[str, Measure]) -> str:
    """Return the indicator whose name is most like a text; empty when none is."""
    found = get_close_matches(text, names, 1, 0.6)
    return names[found[0]].id if found else ""
