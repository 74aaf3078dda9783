"""The forms of a picture: one module a form, found by scanning: NAME (the ending), MIME, write(picture)."""

from collections.abc import Callable, Iterator
from importlib import import_module
from pkgutil import iter_modules
from typing import Protocol, cast

from dashboard.viewmodels.exported.picture import RowPicture


class Form(Protocol):
    """What a module of this folder has. `write` yields the file's bytes in pieces."""

    NAME: str
    MIME: str
    write: Callable[[RowPicture], Iterator[bytes]]


def _scan() -> dict[str, Form]:
    # A module that begins with an underscore is shared by forms, and is none.
    names = (item.name for item in iter_modules(__path__) if not item.name.startswith("_"))
    modules = (cast(Form, import_module(f"{__name__}.{name}")) for name in sorted(names))
    return {module.NAME: module for module in modules}


FORMS: dict[str, Form] = _scan()
