"""A region's published uploads: numbered folders that are never changed, and one pointer to the one that is shown.

<data>/uploads/<region>/current.json points at <region>/<version>/, which holds the file as it came, its units (Parquet
for whoever wants them, and the form that pages read), and a manifest with every file's sha256.
"""

import hashlib
import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import orjson

from indicators.areas import AREAS
from indicators.data_folder import DataFolder
from indicators.durable import write_bytes
from intake.uploads.columns import GivenRow

if TYPE_CHECKING:
    import pyarrow as pa

POINTER, MANIFEST, PARQUET = "current.json", "manifest.json", "units.parquet"
NUMBER = re.compile(r"\d{4,}")
log = logging.getLogger(__name__)


class UploadDamagedError(Exception):
    """A published upload cannot be used. The message names the file and what is wrong with it."""


@dataclass(frozen=True, slots=True)
class UploadVersion:
    """One published upload: whose, which, when, by whom, from which file, and what it holds."""

    region: str
    number: str
    made: str
    by: str
    program: str
    file: str
    sha256: str
    answer_sha256: str
    rows: int
    units: int
    indicators: int
    hidden: int
    held: int
    example: bool
    previous: str | None
    files: dict[str, str]

    @property
    def vintage(self) -> str:
        """The day it was confirmed."""
        return self.made[:10]


def region_folder(folder: DataFolder, region: str) -> Path:
    """Return where a region's uploads lie. Raises ValueError for what is no region's code."""
    if region not in AREAS.region_codes:
        raise ValueError(f"region: found {region!r}; must be one of {', '.join(AREAS.region_codes)}")
    return folder.uploads / region


def confirmed_regions(folder: DataFolder) -> tuple[str, ...]:
    """Return the regions that have a published upload, in official order."""
    return tuple(region for region in AREAS.region_codes if pointed_at(folder, region))


def pointed_at(folder: DataFolder, region: str) -> str | None:
    """Return the number of the version a region's pointer names; None when there is none."""
    try:
        number = orjson.loads((region_folder(folder, region) / POINTER).read_bytes())["version"]
    except (OSError, orjson.JSONDecodeError, KeyError, TypeError):
        return None
    return number if isinstance(number, str) and NUMBER.fullmatch(number) else None


@dataclass(frozen=True, slots=True)
class UploadUndo:
    """What was taken back last, when and by whom."""

    number: str
    when: str
    by: str


def last_undo(folder: DataFolder, region: str) -> UploadUndo | None:
    """Return what a region took back, when that was the last thing it did."""
    try:
        told = orjson.loads((region_folder(folder, region) / POINTER).read_bytes())
        return UploadUndo(str(told["undone"]), str(told["since"]), str(told["by"]))
    except (OSError, orjson.JSONDecodeError, KeyError, TypeError):
        return None


def point_at(folder: DataFolder, region: str, number: str | None, facts: dict[str, str]) -> None:
    """Swap a region's pointer in one step. Raises OSError."""
    content = orjson.dumps({"version": number, **facts}, option=orjson.OPT_INDENT_2)
    write_bytes(region_folder(folder, region) / POINTER, content)


def read_version(folder: DataFolder, region: str, number: str) -> UploadVersion:
    """Return a version by its manifest. Raises UploadDamagedError."""
    path = region_folder(folder, region) / number / MANIFEST
    try:
        return UploadVersion(**orjson.loads(path.read_bytes()))
    except (OSError, orjson.JSONDecodeError, TypeError) as error:
        raise UploadDamagedError(f"{region}/{number}/{MANIFEST}: cannot be read ({error})") from error


def current_upload(folder: DataFolder, region: str) -> UploadVersion | None:
    """Return the version that is shown: the pointer's, or, when its manifest is damaged, the newest whole before it."""
    return next(_usable(folder, region), None)


def _usable(folder: DataFolder, region: str) -> Iterator[UploadVersion]:
    """The pointer's version, then those before it as long as their manifests can be read."""
    number: str | None = pointed_at(folder, region)
    for one in [number, *reversed(_before(folder, region, number))] if number else []:
        try:
            yield read_version(folder, region, one)
        except UploadDamagedError as error:
            log.warning("an upload is left out: %s", error)


def _before(folder: DataFolder, region: str, number: str) -> list[str]:
    return [one for one in version_numbers(folder, region) if int(one) < int(number)]


def version_numbers(folder: DataFolder, region: str) -> tuple[str, ...]:
    """Return the numbers of all of a region's versions, oldest first; undone ones too."""
    place = region_folder(folder, region)
    found = [path.name for path in place.iterdir() if NUMBER.fullmatch(path.name)] if place.is_dir() else []
    return tuple(sorted(found, key=int))


def current_units(folder: DataFolder, region: str) -> "pa.Table | None":
    """Return a region's published units (UNIT_COLUMNS); None when it has none.

    A damaged version is left out, with a line in the log, and the newest whole one before it answers.
    """
    import pyarrow.parquet as pq

    for version in _usable(folder, region):
        path = region_folder(folder, region) / version.number / PARQUET
        try:
            content = path.read_bytes()
        except OSError as error:
            log.warning("an upload is left out: %s/%s: %s", region, version.number, error)
            continue
        if hashlib.sha256(content).hexdigest() == version.files.get(PARQUET):
            return pq.read_table(path)
        log.warning("an upload is left out: %s/%s: %s is not what was published", region, version.number, PARQUET)
    return None


def published_rows(folder: DataFolder, region: str) -> dict[tuple[str, str, str, str, str], GivenRow]:
    """Return a region's published rows by what they belong to, to hold a new file against."""
    table = current_units(folder, region)
    if table is None:
        return {}
    # What was published before groups were kept has no column of them.
    named = [name for name in GivenRow._fields if name in table.column_names]
    columns: list[list[Any]] = [table.column(name).to_pylist() for name in named]
    rows = (GivenRow(*values) for values in zip(*columns, strict=True))
    return {row.key: row for row in rows}
