"""The forms of a folder, found by scanning: one module a form, so that a new one is one new file."""

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from pkgutil import iter_modules
from typing import Any, Protocol, TypeVar

Written = TypeVar("Written")


class Form(Protocol[Written]):
    """What a module of such a folder has. `write` yields the file's bytes in pieces."""

    NAME: str
    MIME: str
    write: Callable[[Written], Iterator[bytes]]


def scan(package: str, path: Iterable[str]) -> dict[str, Any]:
    """Return the modules of a package by their NAME, in the order of their files."""
    # A module that begins with an underscore is shared by forms, and is none; a folder has its own list of forms.
    found = (item.name for item in iter_modules(path) if not item.ispkg and not item.name.startswith("_"))
    modules = [import_module(f"{package}.{name}") for name in sorted(found)]
    return {module.NAME: module for module in modules}
