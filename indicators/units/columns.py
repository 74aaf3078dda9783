"""The columns of a file of units: a few rows at a time, read where they lie.

By position and not by a map of the file: measured at ten million rows, the first touch of a page through a map cost as
much as the rest of the question, a lone process came to hold all of the file's pages as its own, and a file cut short
by another program would end the process instead of raising an error. What is read lies in the system's cache either
way, once for all workers.
"""

import os
import weakref
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from pathlib import Path

from indicators.units.form import MAGIC, OFFSETS, WIDTHS, Form, Texts, UnitsDamagedError
from indicators.units.row import FLAG, GROUP, NUMBERS, UNIT_COLUMNS, UnitRow

BITS, FLOAT = 8, 8


class UnitsFile:
    """An open file of units. What is never asked for is never read. Safe to use from several threads."""

    def __init__(self, path: Path, form: Form) -> None:
        """Open the file. Raises UnitsDamagedError when it is not the one the form was written with."""
        self._where = f"{path.parent.name}/{path.name}"
        try:
            self._file = os.open(path, os.O_RDONLY)
        except OSError as error:
            raise UnitsDamagedError(
                f"{self._where}: cannot be read ({error.strerror}), but {OFFSETS} is there"
            ) from error
        weakref.finalize(self, os.close, self._file)
        self._form = form
        ends = self._read(0, len(MAGIC)), self._read(max(form.bytes - len(MAGIC), 0), len(MAGIC))
        if os.fstat(self._file).st_size != form.bytes or ends != (MAGIC, MAGIC):
            raise UnitsDamagedError(f"{self._where}: not the file that {OFFSETS} was written with ({form.bytes} bytes)")

    def _read(self, start: int, size: int) -> bytes:
        found = os.pread(self._file, size, start)
        if len(found) != size:
            raise UnitsDamagedError(f"{self._where}: ends at byte {start + len(found)}, before what {OFFSETS} tells of")
        return found

    @cached_property
    def dictionaries(self) -> dict[str, tuple[str, ...]]:
        """The texts of each column by code, in rising order."""
        return {name: tuple(self._texts(text)) for name, text in self._form.texts.items()}

    def _texts(self, column: Texts) -> Iterator[str]:
        found = column.dictionary
        ends = memoryview(self._read(found.ends, (found.n + 1) * 4)).cast("i")
        whole = self._read(found.text, found.bytes)
        for start, end in pairwise(ends):
            yield whole[start:end].decode()

    def code(self, name: str, place: int) -> int:
        """Return the code of one row in a text column; codes rise as their texts do."""
        return self._codes(name, place, place + 1)[0]

    def _codes(self, name: str, start: int, stop: int) -> list[int]:
        column = self._form.texts[name]
        found = self._read(column.codes + start * column.width, (stop - start) * column.width)
        return memoryview(found).cast(WIDTHS[column.width]).tolist()

    def rows(self, start: int, stop: int) -> tuple[UnitRow, ...]:
        """Return the rows from one place to another."""
        if start == stop:
            return ()
        columns = [self._column(name, start, stop) for name in UNIT_COLUMNS]
        return tuple(map(UnitRow._make, zip(*columns, strict=True)))

    def _column(self, name: str, start: int, stop: int) -> Sequence[object]:
        if name in NUMBERS:
            return self._numbers(name, start, stop)
        if name == FLAG:
            return [bool(bit) for bit in self._bits(self._form.flags[name].data, start, stop)]
        if name == GROUP and name not in self._form.texts:
            return [""] * (stop - start)  # a file from before groups
        texts = self.dictionaries[name]
        return [texts[code] for code in self._codes(name, start, stop)]

    def _numbers(self, name: str, start: int, stop: int) -> Sequence[object]:
        column = self._form.numbers[name]
        found = memoryview(self._read(column.data + start * FLOAT, (stop - start) * FLOAT)).cast("d").tolist()
        if column.valid is None:
            return found
        bits = self._bits(column.valid, start, stop)
        return [number if bit else None for number, bit in zip(found, bits, strict=True)]

    def _bits(self, at: int, start: int, stop: int) -> list[int]:
        """Bits lie eight to a byte, the lowest first."""
        first = start // BITS
        found = self._read(at + first, (stop - 1) // BITS - first + 1)
        return [found[place // BITS - first] >> place % BITS & 1 for place in range(start, stop)]
