"""The forms the tables of a page can be taken home in: one module a form, found by scanning: NAME, MIME, write().

SUFFIX is what a file's name ends with: that of the address, but for an archive.
"""

from collections.abc import Callable, Iterator
from importlib import import_module
from pkgutil import iter_modules
from typing import Protocol, cast

from dashboard.viewmodels.exported.page_tables import PageTables


class Form(Protocol):
    """What a module of this folder has. `write` yields the file's bytes in pieces."""

    NAME: str
    MIME: str
    SUFFIX: str
    write: Callable[[PageTables], Iterator[bytes]]


def _scan() -> dict[str, Form]:
    # A module that begins with an underscore is shared by forms, and is none.
    names = (item.name for item in iter_modules(__path__) if not item.name.startswith("_"))
    modules = (cast(Form, import_module(f"{__name__}.{name}")) for name in sorted(names))
    return {module.NAME: module for module in modules}


FORMS: dict[str, Form] = _scan()
