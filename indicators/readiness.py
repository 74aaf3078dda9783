"""Whether what is shown can be shown: the open edition's files are there, and the stores can be read."""

import os
from dataclasses import dataclass
from typing import Literal

from indicators.editions.edition import Edition, EditionDamagedError
from indicators.editions.open_editions import Pictures

Fault = Literal["no-edition", "edition-files", "store"]


@dataclass(frozen=True, slots=True)
class Unready:
    """One reason why requests should go to another server: its code, and what was found, for whoever mends it."""

    code: Fault
    found: str


def unready(pictures: Pictures) -> tuple[Unready, ...]:
    """Return every reason why the program cannot answer as it should; none when it can.

    An older edition that stands in for a damaged one is no reason: it is whole, and the pages say so.
    """
    try:
        edition = pictures.current().edition
    except (EditionDamagedError, OSError) as error:
        return (Unready("no-edition", str(error)),)
    return (*_files(edition), *_stores(pictures))


def _files(edition: Edition) -> tuple[Unready, ...]:
    """Files are read when they are first asked for: one that is gone fails a page long after the edition was opened."""
    found = [_file(edition, name, facts["bytes"]) for name, facts in edition.manifest["files"].items()]
    return tuple(Unready("edition-files", text) for text in found if text)


def _file(edition: Edition, name: str, size: int) -> str:
    where = f"{edition.number}/{name}"
    try:
        actual = (edition.folder / name).stat().st_size
    except OSError as error:
        return f"{where}: cannot be read ({error.strerror})"
    return "" if actual == size else f"{where}: is {actual} bytes, the manifest says {size}"


def _stores(pictures: Pictures) -> tuple[Unready, ...]:
    found = []
    for store in pictures.library.stores:
        try:
            with os.scandir(store) as entries:
                next(entries, None)
        except FileNotFoundError:
            # Nothing has been published here yet: the edition that comes with the program is shown.
            continue
        except OSError as error:
            found.append(Unready("store", f"{store.name}: cannot be read ({error.strerror})"))
    return tuple(found)
