"""CSV: one line of field names, then the rows."""

from collections.abc import Iterator
from typing import Any

from indicators import CSV_ENCODING, csv_line

NAME, MIME = "csv", "text/csv; charset=utf-8; header=present"
ROWS_AT_A_TIME = 4096


def write(table: Any) -> Iterator[bytes]:
    """Yield an Arrow table as CSV, some thousand rows at a time: the whole text of an edition is never in memory."""
    yield csv_line(table.column_names).encode(CSV_ENCODING)
    for batch in table.to_batches(max_chunksize=ROWS_AT_A_TIME):
        columns = [column.to_pylist() for column in batch.columns]
        yield "".join(csv_line(row) for row in zip(*columns, strict=True)).encode(CSV_ENCODING)
