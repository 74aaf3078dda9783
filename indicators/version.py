"""Which version of the program this is."""

from importlib.metadata import version
from pathlib import Path

import tomli

PYPROJECT = Path(__file__).resolve().parent.parent / "pyproject.toml"


def program_version() -> str:
    """Return the version: of the source tree the program runs from, else of the installed package."""
    if PYPROJECT.is_file():
        return str(tomli.loads(PYPROJECT.read_text(encoding="utf-8"))["project"]["version"])
    return version("halsodialog")
