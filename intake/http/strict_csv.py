"""CSV that is known to be whole: its end is there, and every row has every column."""

import csv
import io
from collections.abc import Iterator, Sequence

from intake.http.body import Body
from intake.http.refusals import CsvError, IncompleteError


def read_csv(body: Body, needed: Sequence[str], declared_rows: int | None = None) -> list[dict[str, str]]:
    """Return the rows of a body, a dict a row. Raises CsvError, and IncompleteError when the end may be missing.

    `needed` are the columns there must be; `declared_rows` is the number of rows the publisher says there are.
    """
    if not body.is_framed and declared_rows is None:
        raise IncompleteError(body.source, body.address, "nothing tells whether the table came whole")
    if not body.content.endswith(b"\n"):
        raise IncompleteError(body.source, body.address, "the last row does not end")
    try:
        rows = list(_rows(body, needed))
    except csv.Error as error:
        raise CsvError(body.source, body.address, f"not CSV: {error}") from error
    if declared_rows is not None and declared_rows != len(rows):
        raise IncompleteError(body.source, body.address, f"{declared_rows} rows were declared, {len(rows)} came")
    return rows


def _rows(body: Body, needed: Sequence[str]) -> Iterator[dict[str, str]]:
    reader = csv.reader(io.StringIO(body.text, newline=""), strict=True)
    header = next(reader, [])
    missing = [name for name in needed if name not in header]
    if missing or len(set(header)) != len(header):
        reason = f"no column {', '.join(missing)}" if missing else "a column stands twice"
        raise CsvError(body.source, body.address, reason)
    for number, row in enumerate(reader, start=2):
        if len(row) != len(header):
            raise CsvError(body.source, body.address, f"row {number} has {len(row)} columns, the header {len(header)}")
        yield dict(zip(header, row, strict=True))
