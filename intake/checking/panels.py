"""Rows laid out as panels: one series, sex and level, its areas down and its periods across."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
import pandas as pd

Floats = npt.NDArray[np.float64]
Truths = npt.NDArray[np.bool_]
Places = npt.NDArray[np.int64]

PANEL = ["source", "source_key", "group", "frequency", "level", "sex"]
NEEDED = [*PANEL, "area", "period", "value"]
# Two numbers that differ by less are one number written twice.
SAME = 1e-9


@dataclass(frozen=True)
class Panel:
    """One panel. Arrays have the shape (areas, periods); a value that is not there is not a number.

    `read` and `held` are the values just read and those held; `row` and `old_row` their places among the rows read and
    the rows held, -1 for none. Periods are in the order of time.
    """

    source: str
    series: str
    group: str
    frequency: str
    level: str
    sex: str
    areas: npt.NDArray[np.str_]
    periods: npt.NDArray[np.str_]
    read: Floats
    held: Floats
    row: Places
    old_row: Places

    @cached_property
    def is_fresh(self) -> Truths:
        """Which values are new, or other than the one held: only these are held against others."""
        same = np.abs(self.read - self.held) <= SAME * np.abs(self.held)
        return np.isfinite(self.read) & ~same

    @cached_property
    def is_gone(self) -> Truths:
        """Which values are held and were not read again."""
        return np.isfinite(self.held) & ~np.isfinite(self.read)

    @cached_property
    def now(self) -> Floats:
        """What stands if everything read is taken: the value read, else the one held."""
        return np.where(self.row >= 0, self.read, self.held)

    @property
    def place(self) -> tuple[str, str, str, str, str]:
        """What the panels of women, men and all have in common."""
        return self.source, self.series, self.group, self.frequency, self.level


def panels(read: pd.DataFrame, held: pd.DataFrame, numbers: Places | None = None) -> list[Panel]:
    """Return the panels of the rows read and the rows held. The rows of each must have unique keys.

    `numbers` are the numbers of the rows read, if they are part of a larger table.
    """
    both = pd.concat([read[NEEDED], held[NEEDED]], ignore_index=True)
    places = np.arange(len(read)) if numbers is None else numbers
    return list(_cut(both, _codes(both, PANEL), np.concatenate([places, np.arange(len(held))]), len(read)))


def _codes(rows: pd.DataFrame, columns: list[str]) -> Places:
    """A number for each combination of some columns."""
    found: Places = np.zeros(len(rows), dtype=np.int64)
    for column in columns:
        part, names = pd.factorize(rows[column])
        found = found * max(len(names), 1) + part
    return found


@dataclass(frozen=True)
class _Long:
    """Rows as columns: `rows` are their numbers in the table they are of, the rows read or the rows held."""

    areas: npt.NDArray[np.str_]
    periods: npt.NDArray[np.str_]
    values: Floats
    rows: Places
    is_read: Truths

    def of(self, chosen: Places) -> "_Long":
        """Return the chosen rows."""
        return _Long(
            self.areas[chosen], self.periods[chosen], self.values[chosen], self.rows[chosen], self.is_read[chosen]
        )


def _cut(both: pd.DataFrame, codes: Places, places: Places, n_read: int) -> Iterator[Panel]:
    order = np.argsort(codes, kind="stable")
    edges = np.flatnonzero(np.diff(codes[order])) + 1
    long = _Long(
        both["area"].to_numpy(dtype=str),
        both["period"].to_numpy(dtype=str),
        both["value"].to_numpy(dtype=np.float64),
        places,
        np.arange(len(both)) < n_read,
    )
    heads = [both[name].to_numpy(dtype=object) for name in PANEL]
    for part in np.split(order, edges):
        if len(part):
            yield _panel([str(head[part[0]]) for head in heads], long.of(part))


def _panel(names: list[str], long: _Long) -> Panel:
    source, series, group, frequency, level, sex = names
    areas, down = np.unique(long.areas, return_inverse=True)
    periods, across = np.unique(long.periods, return_inverse=True)
    shape = (len(areas), len(periods))
    numbers = [np.full(shape, np.nan), np.full(shape, np.nan)]
    rows = [np.full(shape, -1), np.full(shape, -1)]
    for which, chosen in enumerate((long.is_read, ~long.is_read)):
        numbers[which][down[chosen], across[chosen]] = long.values[chosen]
        rows[which][down[chosen], across[chosen]] = long.rows[chosen]
    return Panel(source, series, group, frequency, level, sex, areas, periods, *numbers, *rows)
