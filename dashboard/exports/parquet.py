"""Parquet: the columns with their types."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

NAME, MIME = "parquet", "application/vnd.apache.parquet"


def write(table: Any) -> Iterator[bytes]:
    """Yield an Arrow table as Parquet."""
    # Only who takes data home pays for the import.
    import pyarrow.parquet

    stream = BytesIO()
    pyarrow.parquet.write_table(table, stream, compression="zstd")
    yield stream.getvalue()
