"""Files that are whole or not there: written aside, synced to the disk, and put in place in one step."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

# Nothing but what is half made begins so: what is left of it after a crash may be removed by whoever holds the lock.
PARTIAL = ".partial-"
# A temporary name is closed to others; what it becomes is to be read by whoever serves it.
FILE_MODE, FOLDER_MODE = 0o644, 0o755


def write_bytes(path: Path, content: bytes) -> None:
    """Put a file in place in one step. A reader sees the old one or the new one.

    Raises OSError. When only the folder's sync fails the new one is in place, but may be gone after a loss of power.
    """
    handle, name = tempfile.mkstemp(prefix=PARTIAL, dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).chmod(FILE_MODE)
        Path(name).replace(path)
    except BaseException:
        # Why it failed is what counts; what cannot be removed now is swept up later.
        with suppress(OSError):
            Path(name).unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


@contextmanager
def new_folder(path: Path) -> Iterator[Path]:
    """Give an empty folder to fill; it becomes `path`, whole, at the end, or leaves nothing behind.

    Raises OSError, and FileExistsError when `path` is there already.
    """
    if path.exists():
        raise FileExistsError(path)
    partial = Path(tempfile.mkdtemp(prefix=PARTIAL, dir=path.parent))
    try:
        partial.chmod(FOLDER_MODE)
        yield partial
        for file in partial.iterdir():
            sync_file(file)
        sync_folder(partial)
        partial.rename(path)
    except BaseException:
        shutil.rmtree(partial, ignore_errors=True)
        raise
    try:
        sync_folder(path.parent)
    except BaseException:
        discard(path)
        raise


def discard(folder: Path) -> None:
    """Take a folder away in one step, so that no reader sees half of it. What cannot be taken away stays whole."""
    gone = folder.with_name(f"{PARTIAL}{os.getpid()}-{folder.name}")
    with suppress(OSError):
        folder.rename(gone)
    shutil.rmtree(gone, ignore_errors=True)


def sync_file(path: Path) -> None:
    """Wait until a file's content is on the disk. Raises OSError."""
    with path.open("rb") as stream:
        os.fsync(stream.fileno())


def sync_folder(path: Path) -> None:
    """Wait until a folder's names are on the disk. Raises OSError."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sweep(folder: Path) -> int:
    """Remove what crashes left half made in a folder, and return how many. Only for the holder of the lock."""
    if not folder.is_dir():
        return 0
    stale = sorted(folder.glob(f"{PARTIAL}*"))
    for path in stale:
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)
    return len(stale)
