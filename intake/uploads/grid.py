"""A file's table as the judge sees it, whether it came as CSV or XLSX."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field

Cell = str | float | bool | dt.date | dt.time | dt.timedelta


@dataclass(slots=True)
class Grid:
    """One table: the sheet's name (empty for CSV) and its rows with their numbers, the headings' row first.

    `errors` are the cells (row, column from 1) that hold a spreadsheet's error; `formulas` those that are computed.
    """

    sheet: str
    rows: Iterable[tuple[int, list[Cell]]]
    hidden_columns: frozenset[int] = frozenset()
    errors: frozenset[tuple[int, int]] = frozenset()
    formulas: frozenset[tuple[int, int]] = frozenset()
    example: bool = False
    notes: list[tuple[str, str, int]] = field(default_factory=list)


def is_blank(cell: Cell) -> bool:
    """Return whether a cell holds nothing that can be seen."""
    return isinstance(cell, str) and not cell.strip()
