"""The shape of a body, judged field by field: a field that is missing, new or of another kind is named."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, NoReturn

from indicators.faults import shown
from intake.http.body import Body
from intake.http.refusals import ContractError

FIRST_YEAR, LAST_YEAR = 1900, 2100


@dataclass(frozen=True, slots=True)
class Shape:
    """Judges the fields of one body. Every method returns the value it was given, or raises ContractError."""

    body: Body

    def refuse(self, where: str, found: Any, allowed: str) -> NoReturn:
        """Raise ContractError: where, what was found, what is allowed."""
        raise ContractError(self.body.source, self.body.address, f"{where}: found {shown(found)}; {allowed}")

    def object(self, value: Any, where: str, needed: Collection[str], also: Collection[str] = ()) -> dict[str, Any]:
        """Judge an object: it has the fields that are needed, and none but those and `also`."""
        if not isinstance(value, dict):
            self.refuse(where, value, "must be an object")
        if value.keys() == needed:
            # The common case, where `needed` is a set.
            return value
        missing = sorted(name for name in needed if name not in value)
        if missing:
            self.refuse(where, sorted(value), f"the field {missing[0]!r} is missing")
        new = [name for name in value if name not in needed and name not in also]
        if new:
            self.refuse(where, new[0], "the field is new: someone must see what it means")
        return value

    def items(self, value: Any, where: str) -> list[Any]:
        """Judge a list."""
        if not isinstance(value, list):
            self.refuse(where, value, "must be a list")
        return value

    def text(self, value: Any, where: str) -> str:
        """Judge a text."""
        if not isinstance(value, str):
            self.refuse(where, value, "must be a text")
        return value

    def one_of(self, value: Any, where: str, allowed: Collection[str]) -> str:
        """Judge a text with few values."""
        if not isinstance(value, str) or value not in allowed:
            some = ", ".join(sorted(allowed)[:10])
            self.refuse(where, value, f"must be one of {some}")
        return value

    def whole(self, value: Any, where: str) -> int:
        """Judge a whole number."""
        if isinstance(value, bool) or not isinstance(value, int):
            self.refuse(where, value, "must be a whole number")
        return value

    def number(self, value: Any, where: str) -> float | None:
        """Judge a number, or null for none. A text that looks like a number is not one."""
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float):
            self.refuse(where, value, "must be a number or null")
        return float(value)

    def truth(self, value: Any, where: str) -> bool:
        """Judge a yes or no."""
        if not isinstance(value, bool):
            self.refuse(where, value, "must be true or false")
        return value

    def year(self, value: int, where: str) -> str:
        """Judge a year, and return it as a period."""
        if not FIRST_YEAR <= value <= LAST_YEAR:
            self.refuse(where, value, f"must be a year from {FIRST_YEAR} to {LAST_YEAR}")
        return str(value)
