"""What a series is to hold: what was read and accepted, and what was held where a value is missing or held back.

Unchanged values keep the vintage they have; what a publisher no longer gives is withdrawn in words, and never a blank.
"""

import datetime as dt
import functools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from indicators.observation import COLUMNS, KEY
from intake.formats.wanted import Wanted
from intake.frames import NUMBERS
from intake.sync.plan import Pair, pair

WITHDRAWN = "not-reported"
BETWEEN = "\x1f"
# A publisher that computes its figures anew gives the same value with other last digits: that is no revision.
SAME = 1e-9


@dataclass(frozen=True, slots=True)
class Differences:
    """How the rows of some series differ from the edition's, as marks beside the rows.

    `changed` is another value, or another reason for there being none.
    """

    new: "pd.Series[bool]"
    changed: "pd.Series[bool]"
    withdrawn: "pd.Series[bool]"

    @property
    def any(self) -> "pd.Series[bool]":
        """Whether a row differs at all."""
        return self.new | self.changed | self.withdrawn


def of_series(rows: pd.DataFrame, pairs: Iterable[Pair]) -> "pd.Series[bool]":
    """Mark the rows of some series."""
    return _names(rows, ["source", "source_key"]).isin([BETWEEN.join(told) for told in pairs])


def replace_series(rows: pd.DataFrame, by: pd.DataFrame, pairs: Iterable[Pair]) -> pd.DataFrame:
    """Return the rows with those of some series replaced."""
    return join([rows[~of_series(rows, pairs)], by])


def join(tables: Iterable[pd.DataFrame]) -> pd.DataFrame:
    """Return tables of the same columns as one. At least one is given."""
    some = list(tables)
    filled = [table for table in some if len(table)]
    return pd.concat(filled, ignore_index=True) if filled else some[0].reset_index(drop=True)


def completed(
    read: pd.DataFrame, edition: pd.DataFrame, carried: pd.DataFrame, wanted: Iterable[Wanted], today: dt.date
) -> pd.DataFrame:
    """Return what was read with what it does not tell of.

    Of a series read for its changes only, all else that is `carried` stands as it is. Of a series read whole, a value
    of the edition that is no longer given is withdrawn.
    """
    items = list(wanted)
    changes, whole = ([item for item in items if bool(item.since) is told] for told in (True, False))
    stays = carried[of_series(carried, map(pair, changes))]
    gone = edition[_is_wanted(edition, whole) & edition["value"].notna()]
    withdrawn = gone.assign(**dict.fromkeys(NUMBERS, np.nan), status=WITHDRAWN, vintage=today.isoformat())
    unread = join([stays, withdrawn])
    return join([read, unread[~_is_among(unread, read)]])


def as_held(rows: pd.DataFrame, held: pd.DataFrame) -> pd.DataFrame:
    """Return rows with the numbers and the vintage that are held, where nothing has changed."""
    beside = _beside(rows, held)
    same = _is_same(rows, beside)
    kept = {name: rows[name].where(~same, beside[name]) for name in (*NUMBERS, "vintage")}
    return rows.assign(**kept)[list(COLUMNS)]


def filled(accepted: pd.DataFrame, edition: pd.DataFrame, pairs: Iterable[Pair]) -> pd.DataFrame:
    """Return whole series: what was accepted, and what the edition holds where nothing was.

    That nothing was reported where nothing is held is no news, and no row; that a value is suppressed is both.
    """
    held = edition[of_series(edition, pairs)]
    is_blank = accepted["value"].isna() & (accepted["status"] == WITHDRAWN)
    kept = accepted[~is_blank | _is_among(accepted, held)]
    return join([kept, held[~_is_among(held, kept)]])


def differences(rows: pd.DataFrame, edition: pd.DataFrame) -> Differences:
    """Return how whole series differ from the edition's."""
    held = _beside(rows, edition)
    has, had = rows["value"].notna(), held["value"].notna()
    same = _is_same(rows, held)
    return Differences(has & ~had, (has == had) & ~same, ~has & had)


def _withdrawn(rows: pd.DataFrame, item: Wanted, today: dt.date) -> pd.DataFrame:
    valued = rows["value"].notna() & rows["level"].isin(item.levels) & rows["sex"].isin(item.sexes)
    return rows[valued].assign(**dict.fromkeys(NUMBERS, np.nan), status=WITHDRAWN, vintage=today.isoformat())


def _is_wanted(rows: pd.DataFrame, wanted: Iterable[Wanted]) -> "pd.Series[bool]":
    """Mark the rows that are asked for: of a series, at its levels and of its sexes."""
    places = [(*pair(item), level, sex) for item in wanted for level in item.levels for sex in item.sexes]
    return _names(rows, ["source", "source_key", "level", "sex"]).isin([BETWEEN.join(told) for told in places])


def _beside(rows: pd.DataFrame, held: pd.DataFrame) -> pd.DataFrame:
    """The held row of each row; nothing where there is none."""
    places = pd.Index(_keys(held)).get_indexer(pd.Index(_keys(rows)))
    known = held[[*NUMBERS, "status", "vintage"]].reset_index(drop=True)
    return known.reindex(places).set_index(rows.index)


def _is_same(rows: pd.DataFrame, held: pd.DataFrame) -> "pd.Series[bool]":
    same = rows["status"] == held["status"]
    for name in NUMBERS:
        ours, theirs = rows[name].to_numpy(dtype=float), held[name].to_numpy(dtype=float)
        same &= np.isclose(ours, theirs, rtol=SAME, atol=0.0, equal_nan=True)
    return same


def _is_among(rows: pd.DataFrame, others: pd.DataFrame) -> "pd.Series[bool]":
    """Mark the rows whose key stands among others; an index finds them many times faster than `isin`."""
    found = pd.Index(_keys(others)).unique().get_indexer(pd.Index(_keys(rows))) >= 0
    return pd.Series(found, index=rows.index)


def _keys(rows: pd.DataFrame) -> "pd.Series[str]":
    return _names(rows, KEY)


def _names(rows: pd.DataFrame, columns: Sequence[str]) -> "pd.Series[str]":
    """What each row is known by, as one text: many times faster to look up than several columns."""
    parts = [rows[name].astype("str") for name in columns]
    return functools.reduce(lambda left, right: left + BETWEEN + right, parts)
