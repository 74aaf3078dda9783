"""Rows as a table, for `indicators.observation.check`."""

from collections.abc import Iterable

import pandas as pd

from indicators.intake.rows import Row
from indicators.observation import COLUMNS


def frame(rows: Iterable[Row]) -> pd.DataFrame:
    """Return rows as a table with the columns of the schema."""
    return pd.DataFrame(list(rows), columns=list(Row._fields))[list(COLUMNS)]
