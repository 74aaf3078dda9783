"""What an edition tells of its own making: values held back, values that were revised, and what was read where."""

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import orjson


@dataclass(frozen=True, slots=True)
class Quarantined:
    """A value that was read and not published: why, by which numbers, and which value stays in its place, if any."""

    indicator: str
    source: str
    source_key: str
    area: str
    level: str
    period: str
    sex: str
    value: float | None
    held: float | None
    reason: str
    facts: dict[str, Any]
    read_on: str


@dataclass(frozen=True, slots=True)
class Revision:
    """A published value that its publisher changed afterwards: the old, the new, when it was read, and from when on.

    `new` is None when the publisher withdrew the value. `edition` is the first one with the new value.
    """

    indicator: str
    source: str
    source_key: str
    area: str
    level: str
    period: str
    sex: str
    old: float
    new: float | None
    date: str
    edition: str


Place = tuple[str, str, str]


@dataclass(frozen=True)
class Revisions:
    """Every revision that led to an edition, oldest first."""

    all: tuple[Revision, ...] = ()

    def of(self, source: str, source_key: str) -> dict[Place, Revision]:
        """Return the last revision of each (sex, area, period) of a series."""
        return self._by_series.get((source, source_key), {})

    @cached_property
    def _by_series(self) -> dict[tuple[str, str], dict[Place, Revision]]:
        found: dict[tuple[str, str], dict[Place, Revision]] = {}
        for item in self.all:
            found.setdefault((item.source, item.source_key), {})[item.sex, item.area, item.period] = item
        return found


@dataclass(frozen=True, slots=True)
class SourceRefusal:
    """Series that a source did not give, and why; their earlier rows stay."""

    series: tuple[str, ...]
    code: str
    sentence: str
    address: str


@dataclass(frozen=True, slots=True)
class SourceReading:
    """One reading of one source: when, from where, and what came of it.

    `status` is read, partly, refused, unreachable or not-asked. `bodies` are the answers: address, sha256 and bytes.
    """

    module: str
    address: str
    read_at: str
    status: str
    series: int = 0
    rows: int = 0
    new: int = 0
    changed: int = 0
    withdrawn: int = 0
    quarantined: int = 0
    refused: tuple[SourceRefusal, ...] = ()
    bodies: tuple[dict[str, Any], ...] = field(default=(), repr=False)


def reading_of(raw: dict[str, Any]) -> SourceReading:
    """Return a reading as it was stored. Raises TypeError when a field is missing or unknown."""
    refused = tuple(SourceRefusal(**{**item, "series": tuple(item["series"])}) for item in raw.get("refused", ()))
    return SourceReading(**{**raw, "refused": refused, "bodies": tuple(raw.get("bodies", ()))})


def load_quarantine(path: Path) -> tuple[Quarantined, ...]:
    """Return the values held back, from an edition's file."""
    return tuple(
        Quarantined(**{**row, "facts": orjson.loads(row["facts"] or "{}")})
        for row in _rows(path, tuple(Quarantined.__slots__))
    )


def load_revisions(path: Path) -> Revisions:
    """Return the revisions, from an edition's file."""
    return Revisions(tuple(Revision(**row) for row in _rows(path, tuple(Revision.__slots__))))


def load_readings(path: Path) -> tuple[SourceReading, ...]:
    """Return what was read where, from an edition's file."""
    return tuple(reading_of(raw) for raw in orjson.loads(path.read_bytes()))


def _rows(path: Path, columns: tuple[str, ...]) -> list[dict[str, Any]]:
    # pyarrow takes a tenth of a second to import: only who asks for these rows pays for it.
    import pyarrow.parquet

    rows: list[dict[str, Any]] = pyarrow.parquet.read_table(path, columns=list(columns)).to_pylist()
    return rows
