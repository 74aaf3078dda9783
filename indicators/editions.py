"""Frozen editions: open, verify, list, and fall back to the one before when the newest is damaged."""

import hashlib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import orjson

from indicators.assessment.records import Countries
from indicators.refdata import REFDATA
from indicators.scorecard import Scorecard, load_scorecard
from indicators.series import SeriesStore

EMBEDDED = REFDATA / "editions"
MANIFEST, CURRENT = "manifest.json", "current.json"
OBSERVATIONS, INTERNATIONAL, SCORECARD = "observations.parquet", "international.json", "scorecard.json.gz"


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

    @cached_property
    def store(self) -> SeriesStore:
        """The observations, by series."""
        return SeriesStore(self.folder / OBSERVATIONS)

    @cached_property
    def countries(self) -> dict[str, Countries]:
        """The international figures by name."""
        raw = orjson.loads((self.folder / INTERNATIONAL).read_bytes())
        return {name: Countries(**{**item, "years": tuple(item["years"])}) for name, item in raw.items()}

    @property
    def years(self) -> tuple[str, ...]:
        """The earlier years the edition was assessed for, newest first."""
        return tuple(self.manifest["assessed_years"])

    def scorecard(self, as_of: str | None = None) -> Scorecard:
        """Return the stored scorecard: the newest figures, or not after one of `years`."""
        name = SCORECARD if as_of is None else _scorecard_of(as_of)
        return load_scorecard((self.folder / name).read_bytes())


def _scorecard_of(year: str) -> str:
    return f"scorecard-{year}.json.gz"


def sha256(path: Path) -> str:
    """Return a file's digest."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


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
        needed = {OBSERVATIONS, INTERNATIONAL, SCORECARD, *map(_scorecard_of, manifest["assessed_years"])}
        absent = [fact for fact in ("number", "published", "counts", "sources") if fact not in manifest]
    except FileNotFoundError as error:
        raise EditionDamagedError(f"{where}: the file is missing") from error
    except (orjson.JSONDecodeError, AttributeError, KeyError, TypeError) as error:
        raise EditionDamagedError(f"{where}: not a manifest ({error})") from error
    absent += sorted(needed - set(digests))
    if absent:
        raise EditionDamagedError(f"{where}: does not tell of {', '.join(absent)}")
    return manifest


def _verify(path: Path, wanted: str) -> None:
    where = f"{path.parent.name}/{path.name}"
    if not path.is_file():
        raise EditionDamagedError(f"{where}: the file is missing")
    found = sha256(path)
    if found != wanted:
        raise EditionDamagedError(f"{where}: sha256 is {found}, the manifest says {wanted}")


def list_editions(store: Path = EMBEDDED) -> tuple[str, ...]:
    """Return the numbers of the editions in a store, newest first; whole or not."""
    if not store.is_dir():
        return ()
    return tuple(sorted((path.parent.name for path in store.glob(f"*/{MANIFEST}")), reverse=True))


def open_current(store: Path = EMBEDDED) -> Edition:
    """Return the current edition; when it is damaged the newest whole one before it, with `fallback` saying so.

    Raises EditionDamagedError with every fault when no edition is whole.
    """
    faults: list[str] = []
    for number in _candidates(store, faults):
        try:
            edition = open_edition(store / number)
        except EditionDamagedError as error:
            faults.append(str(error))
            continue
        return Edition(edition.folder, edition.manifest, "; ".join(faults) or None)
    raise EditionDamagedError("; ".join(faults) or f"{store.name}: there is no edition")


def _candidates(store: Path, faults: list[str]) -> list[str]:
    """The current edition first, then those before it, newest first; with a damaged pointer, all of them."""
    known = list(list_editions(store))
    try:
        current = str(orjson.loads((store / CURRENT).read_bytes())["number"])
    except FileNotFoundError:
        faults.append(f"{store.name}/{CURRENT}: the file is missing")
        return known
    except (orjson.JSONDecodeError, KeyError, TypeError):
        faults.append(f"{store.name}/{CURRENT}: not a pointer to an edition")
        return known
    return [current, *(number for number in known if number < current)]
