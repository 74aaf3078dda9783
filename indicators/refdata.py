"""Where the reference data lie, and how they are read."""

import csv
from pathlib import Path
from typing import Any

import tomli

from indicators.faults import Fault, FaultError

REFDATA = Path(__file__).resolve().parent.parent / "refdata"


def read_toml(name: str, folder: Path = REFDATA) -> dict[str, Any]:
    """Read one TOML file of the reference data. Raises FaultError naming the file."""
    path = folder / name
    try:
        return tomli.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise FaultError([Fault(name, "(file)", "nothing", "the file is missing from refdata")]) from error
    except (tomli.TOMLDecodeError, UnicodeDecodeError) as error:
        raise FaultError([Fault(name, "(file)", str(error), "the file must be TOML in UTF-8")]) from error


def read_csv(name: str, folder: Path = REFDATA) -> list[dict[str, str]]:
    """Read one CSV file of the reference data, a dict a row. Raises FaultError naming the file."""
    path = folder / name
    try:
        with path.open(encoding="utf-8", newline="") as stream:
            return list(csv.DictReader(stream))
    except FileNotFoundError as error:
        raise FaultError([Fault(name, "(file)", "nothing", "the file is missing from refdata")]) from error
