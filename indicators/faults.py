"""Faults in data the program is given: every fault at once, each with where, what, found and allowed."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

SHOWN_LENGTH = 80


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: the file, the field in it, what was found and what is allowed."""

    file: str
    field: str
    found: str
    allowed: str

    def __str__(self) -> str:
        """Return the fault on one line: where, what, found, allowed."""
        return f"{self.file}: {self.field}: found {self.found}; {self.allowed}"


class FaultError(Exception):
    """The data cannot be used. Carries every fault, and says them one on a line."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        """Take every fault; their lines are the message."""
        self.faults = tuple(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))


def shown(value: Any) -> str:
    """Return a value as it may stand in a message: quoted, and cut when long."""
    text = repr(value)
    return text if len(text) <= SHOWN_LENGTH else text[: SHOWN_LENGTH - 1] + "…"


def from_pydantic(file: str, error: ValidationError) -> list[Fault]:
    """Return pydantic's errors as faults, with the value found and what is allowed."""
    items = error.errors(include_url=False)
    return [_fault(file, item) for item in items if not _is_echo(item, items)]


def _is_echo(item: Any, items: list[Any]) -> bool:
    """Whether a list is called too short only because pydantic left out the members whose faults are said already."""
    place = item["loc"]
    inner = (other["loc"] for other in items if len(other["loc"]) > len(place))
    return item["type"] == "too_short" and any(loc[: len(place)] == place for loc in inner)


def _fault(file: str, item: Any) -> Fault:
    field = ".".join(str(part) for part in item["loc"]) or "(file)"
    match item["type"]:
        case "missing":
            return Fault(file, field, "nothing", "the field is required")
        case "extra_forbidden":
            return Fault(file, field, shown(item["input"]), "the field is unknown: remove it or correct its name")
        case "string_too_short":
            return Fault(file, field, shown(item["input"]), "the text may not be empty")
        case "too_short":
            return Fault(file, field, shown(item["input"]), "must have at least one member")
        case _:
            return Fault(file, field, shown(item["input"]), item["msg"].removeprefix("Value error, "))
