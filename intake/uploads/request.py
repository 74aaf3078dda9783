"""What the reading process is told, and what it answers: plain data that goes through a pipe."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from indicators.catalogue import Catalogue
from indicators.definition import Definition
from indicators.units.row import SMALLEST_COUNT
from intake.uploads.columns import GivenRow
from intake.uploads.findings import UploadFinding

# How a value follows from numerator and denominator; a unit of measure that is not here has no such rule.
SCALES = {"percent": 100.0, "rate": 100_000.0, "per-1000": 1_000.0, "per-100": 100.0, "per-100-beds": 100.0}


@dataclass(frozen=True, slots=True)
class Measure:
    """What the judge needs of an indicator: the words it is known by, its range, and how its value comes about."""

    id: str
    names: tuple[str, ...]
    is_share: bool
    scale: float | None
    low: float | None
    high: float | None
    only_sex: str | None
    is_background: bool


@dataclass(frozen=True, slots=True)
class Request:
    """One file to read: where it lies, what its owner calls it, and what it is judged by."""

    path: Path
    name: str
    today: dt.date
    measures: tuple[Measure, ...]
    smallest: int = SMALLEST_COUNT

    def dump(self) -> dict[str, Any]:
        """Return the request as plain data."""
        return {**asdict(self), "path": str(self.path), "today": self.today.isoformat()}

    @classmethod
    def load(cls, raw: dict[str, Any]) -> "Request":
        """Return the request from plain data."""
        measures = tuple(Measure(**{**item, "names": tuple(item["names"])}) for item in raw["measures"])
        return cls(Path(raw["path"]), raw["name"], dt.date.fromisoformat(raw["today"]), measures, raw["smallest"])


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file holds: its findings (the first ones, and all counted), and how many rows it has and hides."""

    findings: tuple[UploadFinding, ...]
    counts: dict[str, int]
    form: str = ""
    example: bool = False
    read: int = 0
    rows: int = 0
    small: int = 0
    joined: int = 0

    @property
    def is_stopped(self) -> bool:
        """Whether anything in the file keeps it from being published."""
        return self.counts.get("stop", 0) > 0 or not self.rows

    def dump(self) -> dict[str, Any]:
        """Return the reading as plain data."""
        return asdict(self)

    @classmethod
    def load(cls, raw: dict[str, Any]) -> "Reading":
        """Return the reading from plain data. Raises TypeError or KeyError when it is none."""
        return cls(**{**raw, "findings": tuple(UploadFinding(**item) for item in raw["findings"])})


def stopped(*findings: UploadFinding) -> Reading:
    """Return the reading of a file that could not be read."""
    return Reading(findings, {"stop": len(findings)})


def measures(catalogue: Catalogue) -> tuple[Measure, ...]:
    """Return what the judge needs of every indicator; a twin's series answers for its indicator."""
    return tuple(_measure(catalogue, definition) for definition in _main_first(catalogue))


def _main_first(catalogue: Catalogue) -> Iterable[Definition]:
    return sorted(catalogue.definitions, key=lambda definition: definition.twin is not None)


def _measure(catalogue: Catalogue, definition: Definition) -> Measure:
    keys = [key.key for key in definition.series]
    names = (definition.name, definition.short_name)
    return Measure(
        catalogue.main_id(definition.id),
        (definition.id, *(text for name in names for text in (name.sv, name.en)), *keys),
        definition.unit == "percent",
        SCALES.get(definition.unit),
        definition.plausible.low,
        definition.plausible.high,
        definition.only_sex,
        definition.is_context,
    )


def as_lines(rows: Iterable[GivenRow]) -> Iterable[list[Any]]:
    """Yield rows as plain lists, a line each in the answer."""
    return (list(row) for row in rows)
