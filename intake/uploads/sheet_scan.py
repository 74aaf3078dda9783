"""What a worksheet's own text tells that its values do not: how large it is, what is hidden, where errors stand."""

import re
from dataclasses import dataclass, field
from itertools import islice

from intake.uploads.findings import StopError
from intake.uploads.limits import MOST_CELLS, MOST_COLUMNS, MOST_ROWS

# Names may have a prefix: <x:c>. Attributes may stand in any order. What is common is only counted, in one sweep each;
# what is rare (formulas, errors) is looked at one by one: a sheet may hold a million cells.
CELL_START = re.compile(rb"<(?:\w+:)?c(?=[\s/>])")
LETTERS = re.compile(rb"\sr=[\"']([A-Z]{1,7})\d")
FORMULA = re.compile(rb"<(?:\w+:)?c(?=\s)([^>]*)>\s*<(?:\w+:)?f[\s/>]")
ERROR = re.compile(rb"<(?:\w+:)?c(?=\s)([^>]*\bt=[\"']e[\"'][^>]*)>")
ROW = re.compile(rb"<(?:\w+:)?row(?=[\s/>])([^>]*)>")
COLUMNS = re.compile(rb"<(?:\w+:)?col(?=[\s/>])([^>]*)>")
DIMENSION = re.compile(rb"<(?:\w+:)?dimension(?=[\s/>])([^>]*)>")
REFERENCE = re.compile(rb"\br=[\"']([A-Z]{1,7})(\d{1,10})[\"']")
NUMBER = re.compile(rb"\b(r|min|max)=[\"'](\d{1,10})[\"']")
HIDDEN = re.compile(rb"\bhidden=[\"'](?:1|true)[\"']")
CORNER = re.compile(rb"\bref=[\"'](?:[^\"':]*:)?\$?([A-Z]{1,7})\$?(\d{1,10})[\"']")
EXCEL_COLUMNS = 16_384


@dataclass(slots=True)
class Scan:
    """One worksheet: its extent, hidden rows and columns (from 1), and the cells with errors and formulas."""

    rows: int = 0
    columns: int = 0
    cells: int = 0
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    errors: set[tuple[int, int]] = field(default_factory=set)
    formulas: set[tuple[int, int]] = field(default_factory=set)


def column_number(letters: str) -> int:
    """Return a column's number from its letters: A is 1, AA is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def column_letters(number: int) -> str:
    """Return a column's letters from its number."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def scan(name: str, content: bytes) -> Scan:
    """Return what a worksheet's text tells. Raises StopError when it is larger than the limits, or claims to be."""
    found = Scan()
    if match := DIMENSION.search(content, 0, 4096):
        _grow_to_corner(found, match.group(1))
    _check_size(name, found)
    # Rows are counted before any is looked at: a million take half a minute to look at and a moment to count.
    found.cells = sum(1 for _ in islice(CELL_START.finditer(content), MOST_CELLS + 1))
    found.rows = max(found.rows, sum(1 for _ in islice(ROW.finditer(content), MOST_ROWS + 2)))
    _check_size(name, found)
    found.rows = 0
    for match in COLUMNS.finditer(content):
        _hide_columns(found, match.group(1))
    for match in ROW.finditer(content):
        _row(found, match.group(1))
    letters = {match.group(1).decode() for match in LETTERS.finditer(content)}
    found.columns = max(found.columns, max(map(column_number, letters), default=0))
    _check_size(name, found)
    found.formulas = _places(FORMULA, content)
    found.errors = _places(ERROR, content)
    return found


def _places(pattern: re.Pattern[bytes], content: bytes) -> set[tuple[int, int]]:
    references = (REFERENCE.search(match.group(1)) for match in pattern.finditer(content))
    return {(int(one.group(2)), column_number(one.group(1).decode())) for one in references if one}


def _grow_to_corner(found: Scan, attributes: bytes) -> None:
    if corner := CORNER.search(attributes):
        found.columns = column_number(corner.group(1).decode())
        found.rows = int(corner.group(2))


def _hide_columns(found: Scan, attributes: bytes) -> None:
    if not HIDDEN.search(attributes):
        return
    ends = {name: int(number) for name, number in NUMBER.findall(attributes)}
    first, last = ends.get(b"min", 1), min(ends.get(b"max", 1), EXCEL_COLUMNS)
    found.hidden_columns.update(range(first, last + 1))


def _row(found: Scan, attributes: bytes) -> None:
    number = NUMBER.search(attributes)
    place = int(number.group(2)) if number and number.group(1) == b"r" else found.rows + 1
    found.rows = max(found.rows, place)
    if HIDDEN.search(attributes):
        found.hidden_rows.add(place)


def _check_size(name: str, found: Scan) -> None:
    if found.rows > MOST_ROWS + 1:
        raise StopError("sheet-rows", sheet=name, found=str(found.rows), facts={"most": MOST_ROWS})
    if found.columns > MOST_COLUMNS:
        raise StopError("sheet-columns", sheet=name, found=str(found.columns), facts={"most": MOST_COLUMNS})
    if max(found.rows * found.columns, found.cells) > MOST_CELLS:
        size = f"{found.rows} × {found.columns}"
        raise StopError("sheet-cells", sheet=name, found=size, facts={"most": MOST_CELLS})
