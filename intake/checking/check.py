"""Every row that was read, judged: accepted, or held back with the reason and the numbers that decided."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import orjson
import pandas as pd

from indicators.catalogue import Catalogue
from indicators.faults import Fault, FaultError
from indicators.observation import COLUMNS, KEY
from intake.checking.cells import judge_cells
from intake.checking.copies import judge_copied_periods, judge_copied_series
from intake.checking.exchange import judge_areas, judge_sexes
from intake.checking.findings import Facts, Finding, Judged, Ledger
from intake.checking.form import Known, judge_form, known
from intake.checking.panels import Panel, Places, Truths, panels
from intake.checking.releases import Named, Released, name_of
from intake.checking.slices import judge_slices
from intake.checking.totals import judge_nation, judge_total
from intake.checking.withdrawals import judge_gone, judge_gone_beside

JUDGED = (*COLUMNS, "reason", "facts", "held")
PAIR = ["source", "source_key"]
NAMED = (*PAIR, "area", "period", "sex")


@dataclass(frozen=True)
class Checked:
    """Every row that was read, in one of two tables, with the columns of the schema.

    `accepted` may be published. `quarantined` may not, and has three columns more: `reason` (a code; its sentence is
    `quarantine.<code>`), `facts` (the numbers that decided, as a JSON object) and `held` (the value that stays, NaN
    when there is none). A value that is held and was not read again, and is not let go, stands in `quarantined` too:
    without a value, with the status not-reported. `withdrawn` are the held rows that were let go.
    """

    accepted: pd.DataFrame
    quarantined: pd.DataFrame
    withdrawn: pd.DataFrame

    def after(self, before: pd.DataFrame) -> pd.DataFrame:
        """Return all rows as they stand afterwards: what was accepted, and of those held what nothing takes away."""
        gone = pd.concat([self.accepted[KEY], self.withdrawn[KEY]])
        stays = ~_is_among(before[KEY], gone)
        parts = [part for part in (before.loc[stays, list(COLUMNS)], self.accepted) if len(part)]
        return pd.concat(parts, ignore_index=True) if parts else self.accepted


def check(
    rows: pd.DataFrame,
    catalogue: Catalogue,
    before: pd.DataFrame,
    today: dt.date,
    released: Released = frozenset(),
    *,
    is_whole: bool = True,
) -> Checked:
    """Judge every row that was read, against the catalogue and the rows that are held. No bad row raises.

    `rows` are whole series: a value that is held of a series in them, and is not among them, has been withdrawn.
    `is_whole` is False where only what changed was asked for: then a value that is not among them is as it was.
    `before` are all rows held, of any series. `released` are values that somebody has vouched for.
    Raises FaultError when columns are missing: that is no fault of a row.
    """
    for table, name in ((rows, "rows"), (before, "before")):
        missing = [column for column in COLUMNS if column not in table.columns]
        if missing:
            raise FaultError([Fault(name, "columns", f"no {', '.join(missing)}", f"must hold {', '.join(COLUMNS)}")])
    rows = rows[list(COLUMNS)].reset_index(drop=True)
    before = before[list(COLUMNS)].reset_index(drop=True)
    ledger, names = Ledger(len(rows)), known(catalogue)
    rows = rows.assign(value=_numbers(rows["value"]))
    judge_form(rows, names, _not_before(today, before), ledger)
    is_formed = ledger.codes == ""
    every = panels(rows[is_formed], before, np.flatnonzero(is_formed))
    reading = _Reading(_pairs(rows), _pairs(rows[~is_formed]), frozenset(names.levels), is_whole)
    for finding in _judge(every, names, reading, ledger):
        ledger.take(finding)
    _release(rows, before, ledger, is_formed, released)
    return _checked(rows, before, ledger, reading)


Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Reading:
    """Which series were read, which have rows that are wrong by themselves, which there are, and if they are whole."""

    pairs: frozenset[Pair]
    faulty: frozenset[Pair]
    known: frozenset[Pair]
    is_whole: bool

    def is_faulty(self, panel: Panel) -> bool:
        """Whether a row that is wrong by itself may be one of the panel's: of its series, or of one nobody knows."""
        return (panel.source, panel.series) in self.faulty or not self.faulty <= self.known


def _pairs(rows: pd.DataFrame) -> frozenset[Pair]:
    return frozenset(rows[PAIR].drop_duplicates().itertuples(index=False, name=None))


def _numbers(values: "pd.Series[float]") -> "pd.Series[float]":
    """Numbers as they are; what only looks like one is none."""
    if pd.api.types.is_float_dtype(values):
        return values
    is_number = values.map(lambda value: isinstance(value, int | float) and not isinstance(value, bool))
    return values.where(is_number, np.nan).astype(float)


def _not_before(today: dt.date, before: pd.DataFrame) -> dt.date:
    """Today, or the day the newest row was read: a clock that runs behind makes no period lie in the future."""
    stated = pd.to_datetime(before["vintage"].drop_duplicates(), format="%Y-%m-%d", errors="coerce").max()
    return today if pd.isna(stated) else max(today, stated.date())


def _judge(every: Sequence[Panel], names: Known, reading: _Reading, ledger: Ledger) -> Iterator[Finding]:
    """Give every finding; what is found later may rest on what the ledger holds by then."""
    read = [panel for panel in every if (panel.source, panel.series) in reading.pairs]
    judged = [Judged(panel, names.definitions.get((panel.source, panel.series))) for panel in read]
    fresh = [one for one in judged if one.panel.is_fresh.any()]
    for one in fresh:
        yield from judge_slices(one)
        yield from judge_copied_periods(one)
    if fresh:
        yield from judge_copied_series(every)
    by_place: dict[tuple[str, ...], Judged] = {(*one.panel.place, one.panel.sex): one for one in judged}
    for one in judged:
        men = by_place.get((*one.panel.place, "M")) if one.panel.sex == "F" else None
        yield from judge_areas(one)
        yield from judge_sexes(one, men) if men else ()
    for one in fresh:
        yield from judge_cells(one)
    for one in judged:
        yield from _judge_together(one, by_place, ledger)
        yield from judge_gone(one.panel, _gone(one.panel, reading), has_faults=reading.is_faulty(one.panel))
        regions = _regions_of(one, by_place)
        if regions is not None:
            lost = _gone(regions.panel, reading)
            yield from judge_gone_beside(one.panel, _gone(one.panel, reading), regions.panel, lost)


def _gone(panel: Panel, reading: _Reading) -> Truths:
    """The values that are gone; where only changes were asked for, those that were read as missing."""
    absent = np.isfinite(panel.held) & (panel.row < 0)
    found: Truths = panel.is_gone if reading.is_whole else panel.is_gone & ~absent
    return found


def _regions_of(one: Judged, by_place: Mapping[tuple[str, ...], Judged]) -> Judged | None:
    """The regions of a panel that is the nation's."""
    source, series, group, frequency, level = one.panel.place
    return by_place.get((source, series, group, frequency, "region", one.panel.sex)) if level == "nation" else None


def _judge_together(one: Judged, by_place: Mapping[tuple[str, ...], Judged], ledger: Ledger) -> Iterator[Finding]:
    """All with women and men, the nation with the regions: each group once."""
    if one.panel.sex == "F":
        men, total = (by_place.get((*one.panel.place, sex)) for sex in ("M", "T"))
        if men is not None and total is not None:
            yield from judge_total(total, one, men, ledger)
    regions = _regions_of(one, by_place)
    if regions is not None and one.panel.is_fresh.any():
        yield from judge_nation(one, regions, ledger)


def _release(rows: pd.DataFrame, before: pd.DataFrame, ledger: Ledger, is_formed: Truths, released: Released) -> None:
    """Take back the reasons of values that somebody has vouched for. What is wrong by itself cannot be vouched for."""
    if not released:
        return
    values = rows["value"].to_numpy(dtype=np.float64)
    for row in np.flatnonzero(is_formed & (ledger.codes != "")).tolist():
        if _name(rows, row, float(values[row])) in released:
            ledger.codes[row] = ""
    for old in [old for old in ledger.kept if _name(before, old, np.nan) in released]:
        del ledger.kept[old]


def _name(table: pd.DataFrame, row: int, value: float) -> Named:
    source, key, area, period, sex = (str(table[column].iat[row]) for column in NAMED)
    return name_of((source, key, area, period, sex), value)


def _checked(rows: pd.DataFrame, before: pd.DataFrame, ledger: Ledger, reading: _Reading) -> Checked:
    held_back = np.flatnonzero(ledger.codes != "")
    accepted = rows[ledger.codes == ""].reset_index(drop=True)
    codes = [(str(ledger.codes[row]), ledger.facts[int(row)]) for row in held_back]
    bad = _with_reasons(rows.iloc[held_back], codes, before)
    absent = _absent(before, rows, reading)
    kept = np.array([row for row in absent if int(row) in ledger.kept], dtype=np.int64)
    stays = before.iloc[kept].assign(value=np.nan, status="not-reported")
    missing = _with_reasons(stays, [ledger.kept[int(row)] for row in kept], before)
    withdrawn = before.iloc[np.setdiff1d(absent, kept)].reset_index(drop=True)
    parts = [part for part in (bad, missing) if len(part)]
    return Checked(accepted, pd.concat(parts, ignore_index=True) if parts else bad, withdrawn)


def _with_reasons(rows: pd.DataFrame, reasons: Sequence[tuple[str, Facts]], before: pd.DataFrame) -> pd.DataFrame:
    told = rows.assign(
        reason=[code for code, _ in reasons], facts=[orjson.dumps(facts).decode() for _, facts in reasons]
    )
    if not len(told):
        return told.assign(held=pd.Series(dtype=float)).reset_index(drop=True)[list(JUDGED)]
    held = before[[*KEY, "value"]].drop_duplicates(KEY).rename(columns={"value": "held"})
    return told.merge(held, on=KEY, how="left")[list(JUDGED)]


def _absent(before: pd.DataFrame, rows: pd.DataFrame, reading: _Reading) -> Places:
    """The held rows of the series that were read whole, which were not read again in any form."""
    if not reading.is_whole or before.empty:
        return np.zeros(0, dtype=np.int64)
    of_read = pd.MultiIndex.from_frame(before[PAIR]).isin(list(reading.pairs))
    places = np.flatnonzero(of_read)
    absent: Places = places[~_is_among(before.iloc[places][KEY], rows[KEY])]
    return absent


def _is_among(keys: pd.DataFrame, others: pd.DataFrame) -> Truths:
    """Which of some keys are among others."""
    if keys.empty or others.empty:
        return np.zeros(len(keys), dtype=bool)
    both = pd.concat([keys, others], ignore_index=True)
    numbers = both.groupby(KEY, sort=False, dropna=False).ngroup().to_numpy()
    found: Truths = np.isin(numbers[: len(keys)], numbers[len(keys) :])
    return found
