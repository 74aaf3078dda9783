"""What was read and checked and is not published yet: one folder, whole, put in place by one pointer.

`<data>/intake/<n>/` holds rows.parquet, quarantine.parquet, international.json, readings.json and origins.json;
`current.json` names the folder and the digest of each file. A run that is killed leaves the old staging or the new one.
"""

import shutil
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import orjson
import pandas as pd
import pyarrow as pa

from indicators.assessment.records import Countries
from indicators.data_folder import DataFolder
from indicators.durable import PARTIAL, new_folder, sync_folder, write_bytes
from indicators.editions.edition import sha256
from indicators.editions.history import SourceReading, reading_of
from indicators.faults import Fault, FaultError
from indicators.observation import COLUMNS
from intake.frames import QUARANTINED, QUICK, empty, write_table
from intake.sync.plan import Pair

FOLDER, POINTER = "intake", "current.json"
ROWS, QUARANTINE, ORIGINS = "rows.parquet", "quarantine.parquet", "origins.json"
INTERNATIONAL, READINGS = "international.json", "readings.json"


class StagingError(FaultError):
    """What is staged cannot be read. Says which file, what is wrong and what to do."""


@dataclass(frozen=True)
class Staged:
    """What is staged: whole series, in place of the edition's; values held back; figures of other countries by name.

    `origins` says which source gave a series, by publisher and key.
    """

    rows: pd.DataFrame = field(default_factory=lambda: empty(COLUMNS))
    quarantined: pd.DataFrame = field(default_factory=lambda: empty(QUARANTINED))
    international: Mapping[str, Countries] = field(default_factory=dict)
    readings: tuple[SourceReading, ...] = ()
    origins: Mapping[Pair, str] = field(default_factory=dict)


def read_staged(folder: DataFolder) -> Staged:
    """Return what is staged; nothing when nothing is. Raises StagingError."""
    pointer = folder.intake / POINTER
    try:
        told = orjson.loads(pointer.read_bytes())
        place = folder.intake / str(told["folder"])
        for name, digest in told["files"].items():
            _verify(place / name, digest)
        return _load(place)
    except FileNotFoundError as error:
        if Path(error.filename or "") == pointer:
            return Staged()
        raise _damaged(Path(error.filename or pointer).name, "nothing") from error
    except (OSError, pa.ArrowInvalid, orjson.JSONDecodeError, KeyError, TypeError, AttributeError) as error:
        raise _damaged(POINTER, str(error)) from error


def write_staged(folder: DataFolder, staged: Staged) -> None:
    """Put a staging in place of the one there is, in one step. Only for the holder of the lock. Raises OSError."""
    place = _next(folder.intake)
    with new_folder(place) as partial:
        write_table(staged.rows[list(COLUMNS)], partial / ROWS, QUICK)
        write_table(staged.quarantined[list(QUARANTINED)], partial / QUARANTINE, QUICK)
        _write_json(partial / INTERNATIONAL, dict(staged.international))
        _write_json(partial / READINGS, [asdict(item) for item in staged.readings])
        _write_json(partial / ORIGINS, [[*pair, source] for pair, source in sorted(staged.origins.items())])
    files = {path.name: sha256(path) for path in sorted(place.iterdir())}
    # Should this fail, the pointer may name either folder: both stay, and the next run removes the one it does not.
    write_bytes(folder.intake / POINTER, orjson.dumps({"folder": place.name, "files": files}))
    _remove_others(folder.intake, place.name)


def clear_staged(folder: DataFolder) -> None:
    """Empty the staging, in one step. Only for the holder of the lock. Raises OSError."""
    if not folder.intake.is_dir():
        return
    (folder.intake / POINTER).unlink(missing_ok=True)
    sync_folder(folder.intake)
    _remove_others(folder.intake, "")


def _next(intake: Path) -> Path:
    taken = [int(path.name) for path in intake.iterdir() if path.name.isdigit()]
    return intake / f"{max(taken, default=0) + 1:06}"


def _remove_others(intake: Path, kept: str) -> None:
    """Stagings that nothing points at: replaced just now, or left by a run that was killed before it could point."""
    for path in intake.iterdir():
        if path.is_dir() and path.name != kept and not path.name.startswith(PARTIAL):
            shutil.rmtree(path, ignore_errors=True)


def _load(place: Path) -> Staged:
    countries = orjson.loads((place / INTERNATIONAL).read_bytes())
    return Staged(
        rows=pd.read_parquet(place / ROWS),
        quarantined=pd.read_parquet(place / QUARANTINE),
        international={name: Countries(**{**raw, "years": tuple(raw["years"])}) for name, raw in countries.items()},
        readings=tuple(reading_of(raw) for raw in orjson.loads((place / READINGS).read_bytes())),
        origins={(provider, key): source for provider, key, source in orjson.loads((place / ORIGINS).read_bytes())},
    )


def _verify(path: Path, digest: str) -> None:
    found = sha256(path)
    if found != digest:
        raise _damaged(path.name, f"sha256 {found}, and was {digest} when it was written")


def _damaged(name: str, found: str) -> StagingError:
    allowed = "what was read cannot be used: run halsodialog sync to read it again"
    return StagingError([Fault(f"{FOLDER}/{name}", "(file)", found, allowed)])


def _write_json(path: Path, content: Any) -> None:
    path.write_bytes(orjson.dumps(content, option=orjson.OPT_INDENT_2))
