"""One module for each format: NAME, MIME, write(). Found by scanning; each writes what it is given as pieces of bytes.

`csv` and `parquet` take an Arrow table, `zip` takes names with their pieces, the others a catalogue's description.
"""

from collections.abc import Callable, Iterator
from importlib import import_module
from pkgutil import iter_modules
from typing import Any, Protocol, cast


class Format(Protocol):
    """What a module of this folder has."""

    NAME: str
    MIME: str
    write: Callable[[Any], Iterator[bytes]]


def _scan() -> dict[str, Format]:
    # A module that begins with an underscore is shared by formats, and is none; a folder has its own list of forms.
    found = (item for item in iter_modules(__path__) if not item.ispkg)
    names = (item.name for item in found if not item.name.startswith("_"))
    modules = (cast(Format, import_module(f"{__name__}.{name}")) for name in sorted(names))
    return {module.NAME: module for module in modules}


FORMATS: dict[str, Format] = _scan()
