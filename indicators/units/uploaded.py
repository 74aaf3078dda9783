"""The units that regions have confirmed, and taken back, since the edition was frozen: what the data folder has now."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from hashlib import file_digest
from pathlib import Path
from typing import Any

import orjson

from indicators.areas import AREAS
from indicators.units.form import OFFSETS, TABLE, UnitsDamagedError
from indicators.units.store import UnitStore

POINTER, MANIFEST = "current.json", "manifest.json"
# Every region's own and a few of those before them.
KEPT_OPEN = 48
log = logging.getLogger(__name__)

Stamp = tuple[int, int]
"""What a pointer's file changes by: its time and its place on the disk."""


@dataclass(frozen=True, slots=True)
class Upload:
    """What a region shows now: its units, none when all was taken back; and since which day."""

    units: UnitStore
    since: str


class UploadedUnits:
    """The uploads of a data folder, looked up anew each time: a confirm or an undo shows at once."""

    def __init__(self, uploads: Path) -> None:
        """Remember the folder of uploads, which need not be there."""
        self._uploads = uploads
        self._upload = lru_cache(maxsize=KEPT_OPEN)(_upload)

    def now(self) -> dict[str, Upload]:
        """Return what each region shows that has confirmed anything; what is damaged is left out, and logged."""
        found = {region: self._upload(self._uploads / region, stamp) for region, stamp in self._stamps()}
        return {region: upload for region, upload in found.items() if upload is not None}

    def version(self) -> str:
        """Return what changes when any region confirms or undoes an upload."""
        return ",".join(f"{region}:{changed}-{place}" for region, (changed, place) in self._stamps())

    def _stamps(self) -> Iterator[tuple[str, Stamp]]:
        for region in AREAS.region_codes:
            try:
                facts = (self._uploads / region / POINTER).stat()
            except OSError:
                continue
            yield region, (facts.st_mtime_ns, facts.st_ino)


def _upload(folder: Path, _: Stamp) -> Upload | None:
    """What a region's pointer names; the stamp only tells one pointer from the next."""
    try:
        told: dict[str, Any] = orjson.loads((folder / POINTER).read_bytes())
        number, since = told["version"], str(told["since"])[: len("2026-11-21")]
    except (OSError, orjson.JSONDecodeError, KeyError, TypeError) as error:
        log.warning("uploads of region %s are left out: %s cannot be read (%s)", folder.name, POINTER, error)
        return None
    if number is None:
        return Upload(UnitStore(), since)
    store = next(_whole(folder, str(number)), None)
    return Upload(store, since) if store else None


def _whole(folder: Path, number: str) -> Iterator[UnitStore]:
    """The version a pointer names, then those before it: of these the first whole one answers."""
    earlier = [path.name for path in folder.iterdir() if path.name.isdigit() and path.name < number]
    for name in [number, *sorted(earlier, reverse=True)]:
        try:
            _verify(folder / name)
        except (OSError, UnitsDamagedError, orjson.JSONDecodeError, KeyError, TypeError) as error:
            log.warning("an upload is left out: region %s, version %s: %s", folder.name, name, error)
        else:
            yield UnitStore(folder / name)


def _verify(version: Path) -> None:
    """Hold a version against its manifest. Raises UnitsDamagedError, OSError and what reading a manifest raises."""
    files = orjson.loads((version / MANIFEST).read_bytes())["files"]
    for name in (TABLE, OFFSETS):
        with (version / name).open("rb") as stream:
            if file_digest(stream, "sha256").hexdigest() != files[name]:
                raise UnitsDamagedError(f"{version.name}/{name}: is not what was published")
