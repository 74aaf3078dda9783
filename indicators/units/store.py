"""The units of one edition or one upload, found by indicator and region without reading the rest."""

from bisect import bisect_left
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from indicators.units.columns import UnitsFile
from indicators.units.form import OFFSETS, TABLE, Form, UnitsDamagedError, read_form
from indicators.units.row import GROUP, RegionUnits, UnitRow

NOTHING = Form(format=1, rows=0, bytes=0, texts={}, numbers={}, flags={}, regions={}, spans={})


class UnitStore:
    """The units in a folder, opened when first asked for; empty where the folder has none.

    Rows are sorted by indicator, region, group, period, sex, unit and kind: a region's rows of an indicator lie
    together, its newest period last. They are everybody's; the rows of groups follow, and are asked for by themselves.
    """

    def __init__(self, folder: Path | None = None) -> None:
        """Remember the folder, none for a store that is always empty.

        Its files are opened when first asked for, and then may raise UnitsDamagedError.
        """
        self._folder = folder or Path()
        self._is_there = folder is not None

    @cached_property
    def _form(self) -> Form:
        if not self._is_there or not any((self._folder / name).exists() for name in (OFFSETS, TABLE)):
            return NOTHING
        form = read_form(self._folder / OFFSETS)
        both = (*form.spans.values(), *form.groups.values())
        spans = [span for regions in both for span in regions.values()]
        if any(not 0 <= start < stop <= form.rows for start, stop in spans):
            raise UnitsDamagedError(f"{self._folder.name}/{OFFSETS}: tells of rows that are not there")
        return form

    @cached_property
    def _file(self) -> UnitsFile:
        return UnitsFile(self._folder / TABLE, self._form)

    def __len__(self) -> int:
        """Return the number of rows."""
        return self._form.rows

    @property
    def told(self) -> Mapping[str, RegionUnits]:
        """What is known of each region that has units here."""
        return {code: RegionUnits(told.vintage, told.example) for code, told in self._form.regions.items()}

    @property
    def indicators(self) -> tuple[str, ...]:
        """The indicators that some region has units of, in order."""
        return tuple(self._form.spans)

    def regions(self, indicator: str) -> tuple[str, ...]:
        """Return the regions that have units of an indicator, by code."""
        return tuple(self._form.spans.get(indicator, ()))

    def periods(self, indicator: str, region: str) -> tuple[str, ...]:
        """Return the periods that a region has units of an indicator for, oldest first."""
        start, stop = self._span(indicator, region)
        found: list[str] = []
        while start < stop:
            found.append(self._period_at(start))
            start = self._end_of("period", start, stop)
        return tuple(found)

    def newest(self, indicator: str, region: str, not_after: str = "9999") -> str | None:
        """Return the newest period, not after a year; None when there is none."""
        start, stop = self._span(indicator, region)
        # A month of a year is not after it: only the year's own digits are compared.
        last = self._period_before(start, stop, f"{not_after}~") if start < stop else None
        return None if last is None else self._period_at(last)

    def units(self, indicator: str, region: str, period: str | None = None) -> tuple[UnitRow, ...]:
        """Return a region's units of an indicator at a period, by default the newest; all sexes."""
        start, stop = self._span(indicator, region)
        if start == stop:
            return ()
        wanted = self._period_at(stop - 1) if period is None else period
        return self._file.rows(*self._equal("period", wanted, start, stop))

    @property
    def groups(self) -> tuple[str, ...]:
        """The groups that some unit has a value of, in order of their codes."""
        return tuple(group for group in self._file.dictionaries[GROUP] if group) if self._form.groups else ()

    def grouped(self, indicator: str, region: str) -> tuple[UnitRow, ...]:
        """Return a region's units of an indicator by group: all groups, periods and sexes."""
        start, stop = self._form.groups.get(indicator, {}).get(region, (0, 0))
        return self._file.rows(start, stop) if start < stop else ()

    def all_regions(self, indicator: str) -> dict[str, tuple[UnitRow, ...]]:
        """Return the units of an indicator in every region that has some, each at its newest period."""
        return {region: self.units(indicator, region) for region in self.regions(indicator)}

    def series(self, indicator: str, region: str, unit: str, sex: str = "T") -> tuple[UnitRow, ...]:
        """Return every period of one unit, oldest first; where two kinds of unit share the name, of both."""
        start, stop = self._span(indicator, region)
        found: list[UnitRow] = []
        while start < stop:
            end = self._end_of("period", start, stop)
            own = self._equal("unit", unit, *self._equal("sex", sex, start, end))
            found += self._file.rows(*own)
            start = end
        return tuple(found)

    def _span(self, indicator: str, region: str) -> tuple[int, int]:
        return self._form.spans.get(indicator, {}).get(region, (0, 0))

    def _period_at(self, place: int) -> str:
        return self._file.dictionaries["period"][self._file.code("period", place)]

    def _period_before(self, start: int, stop: int, limit: str) -> int | None:
        code = bisect_left(self._file.dictionaries["period"], limit)
        end = self._first("period", code, start, stop)
        return end - 1 if end > start else None

    def _end_of(self, column: str, start: int, stop: int) -> int:
        """The place after the last row that has the same text as the first."""
        return self._first(column, self._file.code(column, start) + 1, start, stop)

    def _equal(self, column: str, text: str, start: int, stop: int) -> tuple[int, int]:
        """The rows with a text, between two places where the column is sorted."""
        texts = self._file.dictionaries[column]
        code = bisect_left(texts, text)
        if code == len(texts) or texts[code] != text:
            return start, start
        first = self._first(column, code, start, stop)
        return first, self._first(column, code + 1, first, stop)

    def _first(self, column: str, code: int, start: int, stop: int) -> int:
        """The first place, between two where the column is sorted, whose code is not below one; else the last."""
        return bisect_left(range(stop), code, start, stop, key=lambda place: self._file.code(column, place))
