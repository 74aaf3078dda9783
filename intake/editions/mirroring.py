"""Editions from an object store: fetched once to a folder of one's own, verified, and then opened as any others.

A store of editions is the same everywhere: `current.json` names the current one, and each has a folder with a manifest
that tells every file's sha256. What cannot be reached, is missing or is not what the manifest says is told in the
folder's `.fetched.json`, and nothing of it is put in place: what was fetched before stays what is shown.

A process of its own, `python -m intake.editions.mirroring ADDRESS FOLDER`: a worker never loads what fetching needs.
"""

import datetime as dt
import hashlib
import os
import re
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import orjson
from filelock import FileLock, Timeout

from indicators.durable import PARTIAL, sweep, sync_file, sync_folder, write_bytes
from indicators.editions.edition import CURRENT, MANIFEST, NUMBER, EditionDamagedError, open_edition, order
from indicators.editions.mirrored import FETCHED, LOCK, read_fetched

if TYPE_CHECKING:
    from pyarrow.fs import FileSystem

PIECE = 1 << 20
LARGEST_MANIFEST = 8 << 20
FILE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")
REFUSED = 2


class MirrorError(Exception):
    """An edition cannot be fetched. Names the file and what is wrong."""

    def __init__(self, told: str, *, is_store: bool = False) -> None:
        """Tell what is wrong; `is_store` when the store itself is the fault, and no edition in it."""
        super().__init__(told)
        self.is_store = is_store


def fetch(address: str, store: Path) -> tuple[str, ...]:
    """Fetch what an address has and a folder lacks, point at what is current there, and return what was fetched.

    Raises MirrorError, and OSError when the folder cannot be written. Where another process is at it, nothing is done.
    """
    store.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(store / LOCK, timeout=0):
            sweep(store)
            try:
                found = fetch_from(*_system(address), store)
            except MirrorError as error:
                _tell(store, str(error), is_store=error.is_store)
                raise
            _tell(store, "", is_store=False)
            return found
    except Timeout:
        return ()


def _system(address: str) -> "tuple[FileSystem, str]":
    from pyarrow.fs import FileSystem

    with _reaching("the address"):
        system, root = FileSystem.from_uri(address)
    return system, root


def fetch_from(system: "FileSystem", root: str, store: Path) -> tuple[str, ...]:
    """Fetch from a file system of pyarrow's: the current edition first, then those before it. Raises MirrorError."""
    current = _current(system, root)
    fetched = [current] if _fetch_edition(system, root, current, store) else []
    write_bytes(store / CURRENT, orjson.dumps({"number": current}))
    others = sorted((number for number in _numbers(system, root) if number != current), key=order, reverse=True)
    # An earlier edition that is damaged in the store is told, after the others have been fetched.
    faults: list[MirrorError] = []
    for number in others:
        try:
            fetched += [number] if _fetch_edition(system, root, number, store) else []
        except MirrorError as error:
            faults.append(error)
    if faults:
        raise MirrorError("; ".join(map(str, faults)), is_store=True)
    return tuple(fetched)


def _current(system: "FileSystem", root: str) -> str:
    content = _read(system, f"{root}/{CURRENT}", CURRENT, LARGEST_MANIFEST)
    try:
        number = orjson.loads(content)["number"]
    except (orjson.JSONDecodeError, KeyError, TypeError) as error:
        raise MirrorError(f"{CURRENT}: not a pointer to an edition") from error
    if not isinstance(number, str) or not NUMBER.fullmatch(number):
        raise MirrorError(f"{CURRENT}: not a pointer to an edition")
    return number


def _numbers(system: "FileSystem", root: str) -> list[str]:
    from pyarrow.fs import FileSelector, FileType

    with _reaching(root):
        found = system.get_file_info(FileSelector(root))
        folders = [item.base_name for item in found if item.type == FileType.Directory]
        named = [name for name in folders if NUMBER.fullmatch(name)]
        told = system.get_file_info([f"{root}/{name}/{MANIFEST}" for name in named]) if named else []
    return [name for name, item in zip(named, told, strict=True) if item.type == FileType.File]


def _fetch_edition(system: "FileSystem", root: str, number: str, store: Path) -> bool:
    """Put an edition in place, whole and verified; return whether it was not there already."""
    if (store / number / MANIFEST).is_file():
        return False
    content = _read(system, f"{root}/{number}/{MANIFEST}", f"{number}/{MANIFEST}", LARGEST_MANIFEST)
    files = _files(content, number)
    with tempfile.TemporaryDirectory(prefix=PARTIAL, dir=store, ignore_cleanup_errors=True) as aside:
        folder = Path(aside) / number
        folder.mkdir()
        for name, digest in files.items():
            _copy(system, f"{root}/{number}/{name}", folder / name, digest)
        (folder / MANIFEST).write_bytes(content)
        try:
            open_edition(folder)
        except EditionDamagedError as error:
            raise MirrorError(str(error)) from error
        _put(folder, store / number)
    return True


def _put(folder: Path, place: Path) -> None:
    for file in folder.iterdir():
        sync_file(file)
    sync_folder(folder)
    folder.rename(place)
    sync_folder(place.parent)


def _files(content: bytes, number: str) -> dict[str, str]:
    """Every file's digest by its name. A name is a plain one: it becomes a path here."""
    where = f"{number}/{MANIFEST}"
    try:
        manifest: dict[str, Any] = orjson.loads(content)
        files = {str(name): str(facts["sha256"]) for name, facts in manifest["files"].items()}
    except (orjson.JSONDecodeError, AttributeError, KeyError, TypeError) as error:
        raise MirrorError(f"{where}: not a manifest ({error})") from error
    odd = next((name for name in files if not FILE_NAME.fullmatch(name)), None)
    if odd is not None:
        raise MirrorError(f"{where}: tells of {odd[:60]!r}, which is no file's name")
    return files


def _read(system: "FileSystem", path: str, where: str, most: int) -> bytes:
    with _reaching(where), system.open_input_stream(path, compression=None) as stream:
        content: bytes = stream.read(most + 1)
    if len(content) > most:
        raise MirrorError(f"{where}: is larger than {most} bytes")
    return content


def _copy(system: "FileSystem", path: str, place: Path, wanted: str) -> None:
    where, digest = f"{place.parent.name}/{place.name}", hashlib.sha256()
    with place.open("wb") as copy:
        for piece in _pieces(system, path, where):
            digest.update(piece)
            copy.write(piece)
    if digest.hexdigest() != wanted:
        raise MirrorError(f"{where}: sha256 is {digest.hexdigest()}, the manifest says {wanted}")


# Files are taken as they lie: pyarrow would unpack one by its name.
def _pieces(system: "FileSystem", path: str, where: str) -> Iterator[bytes]:
    with _reaching(where), system.open_input_stream(path, compression=None) as stream:
        while piece := stream.read(PIECE):
            yield piece


@contextmanager
def _reaching(where: str) -> Iterator[None]:
    """What pyarrow says of a store may hold whole addresses: only its kind is told on."""
    try:
        yield
    except FileNotFoundError as error:
        raise MirrorError(f"{where}: the file is missing from the store") from error
    except OSError as error:
        raise MirrorError(f"{where}: the store cannot be reached ({type(error).__name__})", is_store=True) from error


def _tell(store: Path, fault: str, *, is_store: bool) -> None:
    """Write what came of it, keeping since when the same fault has stood. Raises OSError."""
    now, before = dt.datetime.now(dt.UTC).isoformat(timespec="seconds"), read_fetched(store)
    since = before.since if before is not None and before.fault == fault else now
    told = {"at": now, "since": since, "fault": fault, "is_store": is_store}
    write_bytes(store / FETCHED, orjson.dumps(told))


def main(arguments: list[str]) -> int:
    """Fetch once; return 0 when what is current there is here, 2 with the reason on stderr."""
    address, folder = arguments
    try:
        fetch(address, Path(folder))
    except (MirrorError, OSError) as error:
        print(f"editions: {error}", file=sys.stderr)  # noqa: T201 - a process of its own: this is how it tells
        return REFUSED
    return os.EX_OK


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
