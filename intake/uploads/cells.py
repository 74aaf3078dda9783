"""One cell at a time: numbers, periods and names as people write them, with each doubt said instead of guessed."""

import datetime as dt
import math
import re
import unicodedata
from typing import NamedTuple

from indicators.periods import Period, is_period
from intake.uploads.columns import MISSING_MARKS, NOT_REPORTED, TOO_FEW, TOTAL_NAMES
from intake.uploads.grid import Cell, is_blank
from intake.uploads.headings import words
from intake.uploads.limits import EARLIEST_YEAR, LONGEST_UNIT_NAME

SPACES = re.compile("[ \u00a0\u2009\u202f]")
GROUPED = re.compile(r"-?\d{1,3}(?: \d{3})+(?:[.,]\d+)?")
PLAIN = re.compile(r"-?(?:\d+(?:[.,]\d+)?|[.,]\d+)")
# One to three digits, a sign and exactly three more: decimals to a Swede, thousands to an Englishman.
EITHER = re.compile(r"-?[1-9]\d{0,2}[.,]\d{3}")
# Thousands and decimals each by a sign of its own: 1.234,5 or 1,234.5.
BOTH = re.compile(r"-?\d{1,3}(?:(?:\.\d{3})+,\d+|(?:,\d{3})+\.\d+)")
FEWER = re.compile(r"[<≤]\s?\d{1,3}")
INFINITE = re.compile(r"[+-]?(?:nan|inf|infinity|\d+(?:[.,]\d+)?e[+-]?\d+)", re.IGNORECASE)
ACCEPTED = ("year", "month", "week")


class CellError(Exception):
    """A cell cannot be used. Carries the rule's code."""


class Number(NamedTuple):
    """A number as read: what it is, with how many decimals it was written, and whether it had to be put right.

    `missing` is the status of a cell that says that there is no value.
    """

    value: float | None
    written: int | None = None
    cleaned: bool = False
    missing: str = ""

    @property
    def decimals(self) -> int:
        """How many decimals it has: as written, else as the number itself tells."""
        return decimals(self.value or 0.0) if self.written is None else self.written


def decimal_sign(cells: list[str]) -> str | None:
    """Return the sign that stands for decimals in a file's numbers, when some of them tell it and none gainsays it."""
    signs = set()
    for text in cells:
        bare = _bare(text)
        if PLAIN.fullmatch(bare) and not EITHER.fullmatch(bare):
            signs |= {sign for sign in ".," if sign in bare}
    return signs.pop() if len(signs) == 1 else None


def _bare(text: str) -> str:
    return SPACES.sub(" ", text).strip().replace("\u2212", "-").removesuffix("%").rstrip()


def read_number(cell: Cell, decimal: str | None = None, *, is_share: bool = False) -> Number:
    """Return a cell's number; an empty cell has none. Raises CellError with the rule's code."""
    if isinstance(cell, bool):
        raise CellError("number-logical")
    if isinstance(cell, dt.date | dt.time | dt.timedelta):
        raise CellError("number-date")
    if isinstance(cell, int | float):
        if not math.isfinite(cell):
            raise CellError("number-infinite")
        return Number(float(cell))
    return _read_text(cell, decimal, is_share)


def decimals(number: float) -> int:
    """Return how many decimals a number has, at most ten."""
    return len(f"{number:.10f}".rstrip("0").partition(".")[2])


def _read_text(text: str, decimal: str | None, is_share: bool) -> Number:
    if is_blank(text):
        return Number(None)
    if words(text) in MISSING_MARKS or text.strip() in MISSING_MARKS:
        return Number(None, missing=NOT_REPORTED)
    if FEWER.fullmatch(text.strip()):
        return Number(None, missing=TOO_FEW)
    if INFINITE.fullmatch(text.strip()):
        raise CellError("number-infinite")
    if "%" in text and not is_share:
        raise CellError("number-percent")
    return _parse(_bare(text), text, decimal)


def _parse(bare: str, text: str, decimal: str | None) -> Number:
    if not bare.isascii():
        raise CellError("number-form")
    if EITHER.fullmatch(bare) and (decimal is None or decimal not in bare):
        raise CellError("number-ambiguous")
    if BOTH.fullmatch(bare):
        bare = bare.replace("." if bare.rindex(",") > bare.rindex(".") else ",", "")
    elif GROUPED.fullmatch(bare):
        bare = bare.replace(" ", "")
    elif not PLAIN.fullmatch(bare):
        raise CellError("number-form")
    number = float(bare.replace(",", "."))
    if not math.isfinite(number):
        raise CellError("number-infinite")
    return Number(number, len(bare.replace(",", ".").partition(".")[2]), cleaned=bare != text)


def read_period(cell: Cell, today: dt.date) -> tuple[str, str]:
    """Return a period and its frequency. Raises CellError with the rule's code."""
    period = _period(cell)
    if period.year < EARLIEST_YEAR:
        raise CellError("period-old")
    if period > Period.around(today, period.frequency):
        raise CellError("period-future")
    return str(period), period.frequency


def _period(cell: Cell) -> Period:
    if isinstance(cell, dt.date):
        # A spreadsheet makes the first of the month of «2024-03».
        if cell.day == 1 and not (isinstance(cell, dt.datetime) and cell.time() != dt.time()):
            return Period.around(cell, "month")
        raise CellError("period-date")
    if isinstance(cell, float) and cell.is_integer():
        cell = str(int(cell))
    text = SPACES.sub("", str(cell)).upper()
    if not is_period(text) or (period := Period.parse(text)).frequency not in ACCEPTED:
        raise CellError("period-form")
    return period


def read_unit(cell: Cell) -> str:
    """Return a unit's name, its spaces made single. Raises CellError with the rule's code."""
    name = " ".join(str(cell).split()) if isinstance(cell, str) else f"{cell:g}" if isinstance(cell, float) else ""
    if not name:
        raise CellError("unit-blank")
    if len(name) > LONGEST_UNIT_NAME:
        raise CellError("unit-long")
    if any(unicodedata.category(sign) in ("Cc", "Cf", "Cs", "Co", "Cn") for sign in name):
        raise CellError("unit-invisible")
    if name.casefold() in TOTAL_NAMES or name.casefold().startswith("region "):
        raise CellError("unit-total")
    return unicodedata.normalize("NFC", name)
