"""Rows of observations as tables: which columns hold numbers, an empty table, and the Parquet they are kept in."""

from collections.abc import Iterable
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from intake.checking.check import JUDGED

NUMBERS = ("value", "lower", "upper", "numerator", "denominator")
QUARANTINED = (*JUDGED, "read_on")
"""The columns of values that were held back, as staged and as kept in an edition."""
# What an edition keeps is read by the public for years; what is staged is gone with the next run.
SMALLEST, QUICK = 19, 3
_FLOATS = frozenset({*NUMBERS, "held", "old", "new"})


def empty(columns: Iterable[str]) -> pd.DataFrame:
    """Return a table without rows, whose columns have the kinds that rows would give them."""
    return pd.DataFrame({name: pd.Series(dtype=float if name in _FLOATS else "str") for name in columns})


def write_table(rows: pd.DataFrame, path: Path, level: int = SMALLEST) -> None:
    """Write rows as Parquet without pandas' own notes: the same rows give the same bytes. Raises OSError."""
    schema = pa.schema([(name, pa.float64() if name in _FLOATS else pa.string()) for name in rows.columns])
    table = pa.Table.from_pandas(rows, schema=schema, preserve_index=False).replace_schema_metadata(None)
    pq.write_table(table, path, compression="zstd", compression_level=level)
