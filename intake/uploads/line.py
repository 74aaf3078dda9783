"""One row of an uploaded table: what its cells say, and how a fault in it is told with its place."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from intake.uploads.cells import CellError
from intake.uploads.findings import Findings, UploadFinding, shown
from intake.uploads.grid import Cell, Grid, is_blank
from intake.uploads.headings import words
from intake.uploads.limits import MOST_FINDINGS
from intake.uploads.sheet_scan import column_letters


@dataclass(slots=True)
class Sheet:
    """The table a line stands in: where each field is, and what the columns are called."""

    grid: Grid
    columns: dict[str, int]
    headings: list[str]
    width: int
    decimal: str | None = None

    def number_texts(self, cells: list[Cell]) -> list[str]:
        """Return the texts among the cells that should hold numbers."""
        places = [self.columns[name] for name in ("value", "numerator", "denominator") if name in self.columns]
        found = [cells[place] for place in places if place < len(cells)]
        return [cell for cell in found if isinstance(cell, str)]

    def column(self, name: str) -> str:
        """Return what a field's column is called, in a workbook with its letters; empty where there is none."""
        place = self.columns.get(name)
        if place is None:
            return ""
        letters = f" ({column_letters(place + 1)})" if self.grid.sheet else ""
        return f"{shown(self.headings[place].strip())}{letters}"


@dataclass(slots=True)
class Line:
    """One row of the table, and how a fault in it is said."""

    sheet: Sheet
    number: int
    cells: list[Cell]
    findings: Findings

    def cell(self, name: str) -> Cell:
        """Return a field's cell; a spreadsheet's error is said as it looks there."""
        place = self.sheet.columns.get(name)
        if place is None or place >= len(self.cells):
            return ""
        return "#N/A" if (self.number, place + 1) in self.sheet.grid.errors else self.cells[place]

    def is_formula(self, name: str) -> bool:
        """Return whether a field's cell holds a formula."""
        place = self.sheet.columns.get(name)
        return place is not None and (self.number, place + 1) in self.sheet.grid.formulas

    @property
    def decimal(self) -> str | None:
        """The decimal sign of the table; None where nothing tells."""
        return self.sheet.decimal

    def is_ragged(self) -> bool:
        """Return whether anything stands beyond the last column."""
        return any(not is_blank(cell) for cell in self.cells[self.sheet.width :])

    def take(self, name: str, read: Callable[[Cell], Any]) -> Any:
        """Return what a field's cell says, or None after finding what is wrong with it."""
        try:
            return read(self.cell(name))
        except CellError as error:
            code = str(error)
            self.find(code, name, **self._help(code, name))
            return None

    def _help(self, code: str, name: str) -> dict[str, Any]:
        # Looking for what may have been meant takes time: only for faults that are shown.
        if code != "indicator-unknown" or self.findings.counts["stop"] >= MOST_FINDINGS:
            return {}
        return {"text": words(self.cell(name))}

    def find(self, code: str, name: str = "", found: str | None = None, **facts: Any) -> None:
        """Note a fault in this row. A file may have a hundred thousand: words are made for those that are shown."""
        if self.findings.only_counts(code):
            return
        if found is None:
            found = shown(self.cell(name)) if name else ""
        grid = self.sheet.grid
        self.findings.add(UploadFinding(code, shown(grid.sheet), self.number, self.sheet.column(name), found, facts))
