"""Frozen editions: open and verify one, and what it holds."""

import datetime as dt
import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

import orjson

from indicators.analysis.records import Analysis
from indicators.analysis.store import ANALYSIS, load_analysis
from indicators.assessment.records import Countries
from indicators.earlier_signals.store import SIGNALS
from indicators.editions.changes import CHANGES, Changes, load_changes
from indicators.editions.history import (
    Quarantined,
    Revisions,
    SourceReading,
    load_quarantine,
    load_readings,
    load_revisions,
)
from indicators.refdata import REFDATA
from indicators.scorecard import Scorecard, load_scorecard
from indicators.series import SeriesStore
from indicators.units.form import TABLE as UNITS
from indicators.units.store import UnitStore

EMBEDDED = REFDATA / "editions"
FORMAT = 2
MANIFEST, CURRENT = "manifest.json", "current.json"
OBSERVATIONS, INTERNATIONAL, SCORECARD = "observations.parquet", "international.json", "scorecard.json.gz"
QUARANTINE, REVISIONS, READINGS = "quarantine.parquet", "revisions.parquet", "readings.json"
FILES = (OBSERVATIONS, INTERNATIONAL, SCORECARD, QUARANTINE, REVISIONS, READINGS)
NUMBER = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,39}")
FACTS = ("format", "number", "published", "program", "previous", "counts", "sources", "changes")
SEAL = "seal"


class EditionDamagedError(Exception):
    """An edition cannot be used. The message names the file and what is wrong with it."""


@dataclass(frozen=True)
class Edition:
    """One verified edition. `fallback` says why an older edition than the current one is shown, else None."""

    folder: Path
    manifest: dict[str, Any]
    fallback: str | None = None

    @property
    def number(self) -> str:
        """The edition's number, printed on every picture."""
        return str(self.manifest["number"])

    @property
    def year(self) -> int:
        """The year it was published in."""
        return dt.date.fromisoformat(self.manifest["published"]).year

    @cached_property
    def store(self) -> SeriesStore:
        """The observations, by series."""
        return SeriesStore(self.folder / OBSERVATIONS)

    @cached_property
    def countries(self) -> dict[str, Countries]:
        """The international figures by name."""
        raw = orjson.loads((self.folder / INTERNATIONAL).read_bytes())
        return {name: Countries(**{**item, "years": tuple(item["years"])}) for name, item in raw.items()}

    @cached_property
    def quarantine(self) -> tuple[Quarantined, ...]:
        """The values that were read and held back."""
        return load_quarantine(self.folder / QUARANTINE) if self.manifest["counts"]["quarantined"] else ()

    @cached_property
    def revisions(self) -> Revisions:
        """The published values that their publishers changed afterwards."""
        return load_revisions(self.folder / REVISIONS) if self.manifest["counts"]["revisions"] else Revisions()

    @cached_property
    def readings(self) -> tuple[SourceReading, ...]:
        """What was read of which source for this edition; empty when it was built from a folder of figures."""
        return load_readings(self.folder / READINGS)

    @cached_property
    def units(self) -> UnitStore:
        """The regions' own units as they were when the edition was published; empty when none had any."""
        return UnitStore(self.folder if UNITS in self.manifest.get("files", {}) else None)

    @cached_property
    def analysis(self) -> Analysis | None:
        """What variation and equality show, as made with the edition; None in editions from before it was."""
        if ANALYSIS not in self.manifest.get("files", {}):
            return None
        return load_analysis((self.folder / ANALYSIS).read_bytes())

    @property
    def signals(self) -> bytes | None:
        """What deserves attention, as stored with the edition; None in editions from before it was."""
        return (self.folder / SIGNALS).read_bytes() if SIGNALS in self.manifest.get("files", {}) else None

    @cached_property
    def changes(self) -> Changes | None:
        """What differs from the edition before; None in the first, and in editions from before it was kept."""
        if CHANGES not in self.manifest.get("files", {}):
            return None
        return load_changes((self.folder / CHANGES).read_bytes())

    @property
    def years(self) -> tuple[str, ...]:
        """The earlier years the edition was assessed for, newest first."""
        return tuple(self.manifest["assessed_years"])

    def scorecard(self, as_of: str | None = None) -> Scorecard:
        """Return the stored scorecard: the newest figures, or not after one of `years`."""
        name = SCORECARD if as_of is None else scorecard_of(as_of)
        return load_scorecard((self.folder / name).read_bytes())

    def standing_in(self, faults: str) -> "Edition":
        """Return the same edition, shown in place of another because of some faults."""
        return replace(self, fallback=faults)


def scorecard_of(year: str) -> str:
    """Return the name of the file with the verdicts of an earlier year."""
    return f"scorecard-{year}.json.gz"


def order(number: str) -> tuple[tuple[int, int, str], ...]:
    """Return what numbers of editions sort by: 2026-11.10 comes after 2026-11.9, and 2026-12 after both."""
    parts = re.findall(r"\d+|\D+", number)
    return tuple((1, int(part), "") if part.isdigit() else (0, 0, part) for part in parts)


def seal(manifest: Mapping[str, Any]) -> dict[str, Any]:
    """Return a manifest with its own digest, which tells when one of its facts is not as it was written."""
    facts = {name: fact for name, fact in manifest.items() if name != SEAL}
    return {**facts, SEAL: hashlib.sha256(orjson.dumps(facts, option=orjson.OPT_SORT_KEYS)).hexdigest()}


def sha256(path: Path) -> str:
    """Return a file's digest."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def open_edition(folder: Path) -> Edition:
    """Verify every file of an edition by its manifest and return it. Raises EditionDamagedError naming the file."""
    manifest = _read_manifest(folder)
    for name, facts in manifest["files"].items():
        _verify(folder / name, facts["sha256"])
    return Edition(folder, manifest)


def _read_manifest(folder: Path) -> dict[str, Any]:
    where = f"{folder.name}/{MANIFEST}"
    try:
        manifest: dict[str, Any] = orjson.loads((folder / MANIFEST).read_bytes())
        digests = {name: facts["sha256"] for name, facts in manifest["files"].items()}
        needed = {*FILES, *map(scorecard_of, manifest["assessed_years"])}
        absent = [fact for fact in FACTS if fact not in manifest]
        is_sealed = SEAL not in manifest or seal(manifest) == manifest
    except FileNotFoundError as error:
        raise EditionDamagedError(f"{where}: the file is missing") from error
    except OSError as error:
        raise EditionDamagedError(f"{where}: cannot be read ({error.strerror})") from error
    except (orjson.JSONDecodeError, AttributeError, KeyError, TypeError) as error:
        raise EditionDamagedError(f"{where}: not a manifest ({error})") from error
    absent += sorted(needed - set(digests))
    if absent:
        raise EditionDamagedError(f"{where}: does not tell of {', '.join(absent)}")
    if manifest["format"] != FORMAT:
        raise EditionDamagedError(f"{where}: form {manifest['format']!r:.20}, but this program reads form {FORMAT}")
    if manifest["number"] != folder.name:
        raise EditionDamagedError(f"{where}: tells of edition {manifest['number']!r:.42}")
    if not is_sealed:
        raise EditionDamagedError(f"{where}: is not as it was written")
    return manifest


def _verify(path: Path, wanted: str) -> None:
    where = f"{path.parent.name}/{path.name}"
    try:
        found = sha256(path)
    except FileNotFoundError as error:
        raise EditionDamagedError(f"{where}: the file is missing") from error
    except OSError as error:
        raise EditionDamagedError(f"{where}: cannot be read ({error.strerror})") from error
    if found != wanted:
        raise EditionDamagedError(f"{where}: sha256 is {found}, the manifest says {wanted}")
