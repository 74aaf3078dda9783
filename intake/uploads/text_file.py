"""Reads a CSV file: its letters, what parts its fields, its leading remarks, and its records with their lines."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path

from intake.uploads.columns import EXAMPLE_MARKS, FIELD_OF
from intake.uploads.encoding import decode
from intake.uploads.findings import Findings, StopError, shown
from intake.uploads.grid import Cell, Grid
from intake.uploads.headings import words
from intake.uploads.limits import MOST_CELLS, MOST_COLUMNS, MOST_ROWS
from intake.uploads.personal import MASK, has_contact, has_personal_number

DELIMITERS = (";", ",", "\t")
SEPARATOR_LINE = re.compile(r"sep=(.)", re.IGNORECASE)
REMARK = "#"
# A quoted field may hold a line break; one that holds more has lost its closing quote somewhere.
MOST_BREAKS = 5
LONGEST_FIELD = 10_000


def read_text_file(path: Path, findings: Findings) -> Grid:
    """Return the table of a CSV file. Raises StopError."""
    text = decode(path.read_bytes(), findings).replace("\r\n", "\n").replace("\r", "\n")
    _search(text)
    lines = text.split("\n")
    start, delimiter, remarks = _before_headings(lines)
    if start == len(lines):
        raise StopError("no-rows")
    example = any(mark in remark.casefold() for remark in remarks for mark in EXAMPLE_MARKS)
    rows = _records(lines[start:], start, delimiter or _delimiter(lines[start]))
    return Grid("", rows, example=example)


def _search(text: str) -> None:
    """Look for what must not be there in every line, remarks and headings too; fields are joined by their lines."""
    for number, line in enumerate(text.split("\n"), 1):
        if has_personal_number(line):
            raise StopError("personal-number", row=number, found=MASK)
        if has_contact(line):
            raise StopError("contact-details", row=number, found="•••")


def _before_headings(lines: list[str]) -> tuple[int, str | None, list[str]]:
    """How many lines stand before the headings, the separator one of them names, and the remarks among them."""
    delimiter: str | None = None
    remarks: list[str] = []
    for place, line in enumerate(lines):
        bare = line.strip().lstrip('"')
        match = SEPARATOR_LINE.fullmatch(bare.strip('"'))
        if match:
            delimiter = match.group(1)
        elif bare.startswith(REMARK):
            remarks.append(bare)
        elif bare.strip(";,\t "):
            return place, delimiter, remarks
    return len(lines), delimiter, remarks


def _delimiter(headings: str) -> str:
    """The sign that parts the headings into most of those we know."""
    return max(DELIMITERS, key=lambda sign: sum(words(cell.strip('"')) in FIELD_OF for cell in headings.split(sign)))


def _records(lines: list[str], before: int, delimiter: str) -> Iterator[tuple[int, list[Cell]]]:
    """Yield every record that holds something with the line it begins at. Raises StopError."""
    csv.field_size_limit(LONGEST_FIELD)
    reader = csv.reader((f"{line}\n" for line in lines), delimiter=delimiter, strict=True)
    read, cells = 0, 0
    while True:
        line = before + reader.line_num + 1
        try:
            record = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise _unread(lines[line - before - 1 : reader.line_num], line) from error
        if not any(field.strip() for field in record):
            continue
        if any(field.count("\n") > MOST_BREAKS for field in record):
            raise StopError("quote", row=line, found=shown(lines[line - before - 1].strip()))
        read, cells = read + 1, cells + len(record)
        _check_size(read, len(record), cells, line)
        yield line, list(record)


def _unread(lines: list[str], at: int) -> StopError:
    """Why a record could not be read: a quotation mark is not closed, or all are and a field is longer than allowed."""
    found = shown(lines[0].strip())
    if "".join(lines).count('"') % 2:
        return StopError("quote", row=at, found=found)
    return StopError("field-long", row=at, found=found, facts={"most": LONGEST_FIELD})


def _check_size(rows: int, columns: int, cells: int, line: int) -> None:
    if rows > MOST_ROWS + 1:
        raise StopError("sheet-rows", row=line, facts={"most": MOST_ROWS})
    if columns > MOST_COLUMNS:
        raise StopError("sheet-columns", row=line, found=str(columns), facts={"most": MOST_COLUMNS})
    if cells > MOST_CELLS:
        raise StopError("sheet-cells", row=line, found=str(cells), facts={"most": MOST_CELLS})
