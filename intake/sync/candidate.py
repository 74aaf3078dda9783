"""What the next edition would hold: the current one's rows, with the series that are staged in place of its own."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from indicators.assessment.records import Countries
from indicators.data_folder import DataFolder
from indicators.editions.edition import OBSERVATIONS, QUARANTINE, Edition
from indicators.editions.history import SourceReading
from intake.frames import QUARANTINED, empty
from intake.sync.plan import Pair
from intake.sync.settling import as_held, differences, filled, replace_series
from intake.sync.staging import Staged, read_staged


@dataclass(frozen=True)
class Candidate:
    """All that a new edition would hold.

    `rows` has the columns of the schema; `quarantined` those and reason, facts (JSON), held and read_on. `changed` are
    the series, by publisher and key, with a value that the current edition has not. `held` are the current edition's
    own rows.
    """

    held: pd.DataFrame
    rows: pd.DataFrame
    quarantined: pd.DataFrame
    readings: tuple[SourceReading, ...]
    international: Mapping[str, Countries]
    changed: tuple[Pair, ...]


def read_candidate(folder: DataFolder, current: Edition) -> Candidate:
    """Return what is staged on top of an edition; the edition's own when nothing is. Raises StagingError or OSError."""
    staged = read_staged(folder)
    held, held_back = edition_rows(current), edition_quarantine(current)
    pairs = pairs_of(staged.rows)
    # Another edition than the one it was read against may be current now.
    rows = filled(as_held(staged.rows, held), held, pairs)
    read = {*pairs, *pairs_of(staged.quarantined)}
    return Candidate(
        held=held,
        rows=replace_series(held, rows, pairs),
        quarantined=replace_series(held_back, staged.quarantined, read),
        readings=_readings(staged, current),
        international={**current.countries, **staged.international},
        changed=pairs_of(rows[differences(rows, held).any]),
    )


def edition_rows(edition: Edition) -> pd.DataFrame:
    """Return an edition's observations as a table. Raises OSError."""
    return pd.read_parquet(edition.folder / OBSERVATIONS)


def edition_quarantine(edition: Edition) -> pd.DataFrame:
    """Return the values an edition tells it held back. Raises OSError."""
    found = pd.read_parquet(edition.folder / QUARANTINE)
    return found[list(QUARANTINED)] if len(found) else empty(QUARANTINED)


def pairs_of(rows: pd.DataFrame) -> tuple[Pair, ...]:
    """Return the series of some rows, sorted."""
    told = rows[["source", "source_key"]].drop_duplicates()
    return tuple(sorted(zip(told["source"], told["source_key"], strict=True)))


def _readings(staged: Staged, current: Edition) -> tuple[SourceReading, ...]:
    """The last reading of each source."""
    last = {item.module: item for item in (*current.readings, *staged.readings)}
    return tuple(last[module] for module in sorted(last))
