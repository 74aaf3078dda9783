"""Reading the sources, a thread each: batch by batch, so that a refusal names few series and costs no other."""

import datetime as dt
import logging
import threading
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

import pandas as pd

from intake.formats.frame import frame
from intake.formats.wanted import Wanted
from intake.http.client import Client
from intake.http.refusals import (
    EmptyAnswerError,
    RefusedError,
    StatusError,
    TooLateError,
    UnreachableError,
    WaitTooLongError,
)
from intake.http.retries import AGAIN_STATUSES
from intake.sources import SOURCES, Reading, Taken, read_source
from intake.sync.plan import FOLDER, SourcePlan, pair

logger = logging.getLogger(__name__)

# A publisher that answers so asks to be left alone.
PEACE_STATUSES = (429, 503)
# One series may be what makes a publisher fail; two that are asked alone, one after the other, are not.
FAILURES_IN_A_ROW = 2


class SyncListener(Protocol):
    """Who is told how a sync goes. Called from several threads."""

    def begins(self, source: str, series: int) -> None:
        """A source is about to be read: so many series."""

    def asks(self, source: str, indicators: Sequence[str]) -> None:
        """A source is asked for some indicators."""

    def has_read(self, source: str, series: int, rows: int) -> None:
        """So many more series are done, with so many rows; refused ones count as done."""

    def ends(self, source: str) -> None:
        """A source is read, or left in peace."""

    def says(self, sentence: str) -> None:
        """Something that concerns no source."""


class Silent:
    """A listener that tells nobody."""

    def begins(self, source: str, series: int) -> None:
        """Tell nobody."""

    def asks(self, source: str, indicators: Sequence[str]) -> None:
        """Tell nobody."""

    def has_read(self, source: str, series: int, rows: int) -> None:
        """Tell nobody."""

    def ends(self, source: str) -> None:
        """Tell nobody."""

    def says(self, sentence: str) -> None:
        """Tell nobody."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Series that were not taken, and why. `is_left` when they were not asked for, to leave the publisher in peace."""

    wanted: tuple[Wanted, ...]
    error: RefusedError
    is_left: bool = False


@dataclass(slots=True)
class Harvest:
    """What one source gave: rows by batch with the columns of the schema, which series they are, and refusals."""

    source: str
    address: str
    began: dt.datetime
    frames: list[pd.DataFrame] = field(default_factory=list)
    read: list[Wanted] = field(default_factory=list)
    taken: list[Taken] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)
    is_reached: bool = False

    @property
    def asked(self) -> tuple[Wanted, ...]:
        """Every series that was to be read."""
        return (*self.read, *(item for refusal in self.refusals for item in refusal.wanted))

    @property
    def rows(self) -> int:
        """How many rows were read."""
        return sum(map(len, self.frames))

    def refuse_afterwards(self, item: Wanted, error: RefusedError) -> None:
        """Count a series that was read as refused."""
        if item in self.read:
            self.read.remove(item)
            self.refusals.append(Refusal((item,), error))


def read_all(client: Client, plans: Iterable[SourcePlan], listener: SyncListener) -> tuple[Harvest, ...]:
    """Read every source at once, each in a thread of its own; the client keeps to each publisher's pace."""
    readers = [_Reader(client, plan, listener) for plan in plans]
    # They only read, and what they have read is used when all are done: an interrupted run need not wait for them.
    threads = [threading.Thread(target=reader.run, name=reader.harvest.source, daemon=True) for reader in readers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return tuple(reader.harvest for reader in readers)


class _Stopped(Exception):  # noqa: N818 - no fault: the rest of a source is left in peace
    def __init__(self, error: RefusedError) -> None:
        self.error = error


class _Reader:
    """Reads one source."""

    def __init__(self, client: Client, plan: SourcePlan, listener: SyncListener) -> None:
        self._client, self._plan, self._listener = client, plan, listener
        address = FOLDER if plan.source == FOLDER else client.addresses.of(SOURCES[plan.source].SITES[0].name)
        self.harvest = Harvest(plan.source, address, client.manners.clock.wall())
        self._failures = 0

    def run(self) -> None:
        """Read batch after batch, until the publisher cannot be reached or asks to be left alone."""
        source, left = self._plan.source, list(self._plan.batches)
        self._listener.begins(source, len(self._plan.wanted))
        try:
            while left:
                self._read(left.pop(0))
        except _Stopped as stop:
            rest = tuple(item for batch in left for item in batch)
            if rest:
                self._refuse(rest, stop.error, is_left=True)
        self._listener.ends(source)

    def _read(self, wanted: tuple[Wanted, ...]) -> None:
        """Read some series; when their answer is refused for what it holds, each half by itself."""
        self._listener.asks(self._plan.source, [item.indicator for item in wanted])
        reading = self._reading(wanted)
        error = reading.refused
        if error is None:
            self._failures = 0
            self._take(reading)
        elif _is_down(error):
            self._refuse(wanted, error)
            raise _Stopped(error)
        elif len(wanted) > 1:
            half = len(wanted) // 2
            self._read_halves(wanted[:half], wanted[half:])
        else:
            self._refuse_one(wanted, error)

    def _read_halves(self, first: tuple[Wanted, ...], second: tuple[Wanted, ...]) -> None:
        try:
            self._read(first)
        except _Stopped as stop:
            self._refuse(second, stop.error, is_left=True)
            raise
        self._read(second)

    def _reading(self, wanted: tuple[Wanted, ...]) -> Reading:
        try:
            return read_source(self._plan.source, self._client, wanted)
        except Exception as error:
            logger.exception("%s: the program failed", self._plan.source)
            reason = f"the program failed ({type(error).__name__}: {str(error)[:200]})"
            return Reading(self._plan.source, wanted, refused=RefusedError(self._plan.source, "", reason))

    def _take(self, reading: Reading) -> None:
        """Keep the rows. A series that is read whole has some, or was not answered."""
        self.harvest.is_reached = True
        rows = frame(reading.rows)
        present = {(found.source, found.source_key) for found in reading.rows}
        empty = tuple(item for item in reading.wanted if item.since is None and pair(item) not in present)
        done = [item for item in reading.wanted if item not in empty]
        self.harvest.read.extend(done)
        self.harvest.taken.extend(reading.taken)
        self.harvest.frames.append(rows)
        self._listener.has_read(self._plan.source, len(done), len(rows))
        for item in empty:
            address = reading.taken[0].address if reading.taken else self.harvest.address
            self._refuse((item,), EmptyAnswerError(self._plan.source, address, f"nothing for {item.key}"))

    def _refuse_one(self, wanted: tuple[Wanted, ...], error: RefusedError) -> None:
        self._refuse(wanted, error)
        self._failures = self._failures + 1 if _is_failing(error) else 0
        if self._failures == FAILURES_IN_A_ROW:
            raise _Stopped(error)

    def _refuse(self, wanted: tuple[Wanted, ...], error: RefusedError, *, is_left: bool = False) -> None:
        self.harvest.is_reached |= not isinstance(error, UnreachableError)
        self.harvest.refusals.append(Refusal(wanted, error, is_left))
        self._listener.has_read(self._plan.source, len(wanted), 0)


def _is_down(error: RefusedError) -> bool:
    """Whether the publisher cannot be reached, does not answer in time, or asks to be left alone."""
    if isinstance(error, StatusError):
        return error.status in PEACE_STATUSES
    return isinstance(error, (UnreachableError, TooLateError, WaitTooLongError))


def _is_failing(error: RefusedError) -> bool:
    return isinstance(error, StatusError) and error.status in AGAIN_STATUSES
