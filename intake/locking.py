"""One writer at a time: who comes second is told who is at work, and leaves everything as it was."""

import datetime as dt
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import orjson
from filelock import FileLock, Timeout

from indicators.data_folder import DataFolder
from indicators.durable import sweep


class BusyError(Exception):
    """Another run is writing. Says what it does, its process and since when."""


@contextmanager
def hold(folder: DataFolder, doing: str) -> Iterator[None]:
    """Hold the folder while writing, after clearing what crashes left half made. Raises BusyError and OSError."""
    folder.make()
    lock = FileLock(folder.lock_file)
    try:
        lock.acquire(timeout=0)
    except Timeout as error:
        raise BusyError(_sentence(_note(folder))) from error
    try:
        # First of all: a note that a killed run left must not speak for this one.
        _note(folder).write_bytes(orjson.dumps({"doing": doing, "pid": os.getpid(), "since": _now()}))
        _sweep(folder)
        yield
    finally:
        # A note that cannot be removed does no harm: only who finds the lock taken reads it.
        with suppress(OSError):
            _note(folder).unlink(missing_ok=True)
        lock.release()


def _sweep(folder: DataFolder) -> None:
    uploads = [path for path in folder.uploads.iterdir() if path.is_dir()]
    for place in (folder.root, folder.editions, folder.intake, folder.uploads, *uploads):
        sweep(place)


def _note(folder: DataFolder) -> Path:
    """Beside the lock, not in it: the lock itself must never be replaced."""
    return folder.lock_file.with_name(".lock-holder.json")


def _sentence(note: Path) -> str:
    try:
        told = orjson.loads(note.read_bytes())
        who = f"{told['doing']} (process {told['pid']}, since {told['since']})"
    except (OSError, orjson.JSONDecodeError, KeyError, TypeError):
        who = "another run"
    return f"{who} is writing to the data folder; nothing was changed: wait for it to end and run this again"


def _now() -> str:
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
