"""Rows as a table, for the check of what was read."""

from collections.abc import Iterable

import pandas as pd

from indicators.observation import COLUMNS
from intake.formats.rows import Row


def frame(rows: Iterable[Row]) -> pd.DataFrame:
    """Return rows as a table with the columns of the schema."""
    return pd.DataFrame(list(rows), columns=list(Row._fields))[list(COLUMNS)]
