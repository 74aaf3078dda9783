"""Which indicators stand on the one-page region sheet when nobody has chosen others."""

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from indicators.faults import Fault, FaultError, from_pydantic, shown
from indicators.framework import FRAMEWORK
from indicators.refdata import read_toml
from indicators.text import Strict, Text, Words

FILE = "sheet.toml"
MOST_ON_SHEET = 28


class SheetEntry(Strict):
    """One indicator of the sheet, and why it was chosen."""

    id: Words
    reason: Text


class SheetChoice(Strict):
    """The default choice, in the sheet's order."""

    indicators: tuple[SheetEntry, ...]

    @property
    def ids(self) -> tuple[str, ...]:
        """The chosen indicators."""
        return tuple(item.id for item in self.indicators)


def read_sheet() -> SheetChoice:
    """Read the default choice. Raises FaultError when its form is wrong."""
    return _checked(read_toml(FILE))


def check_sheet(raw: Mapping[str, Any], dimensions: Mapping[str, str]) -> SheetChoice:
    """Return a choice validated against the indicators there are (id -> dimension). Raises FaultError with all faults.

    At most `MOST_ON_SHEET`, each known and named once, and every dimension of the framework among them.
    """
    choice = _checked(raw)
    faults = [*_entry_faults(choice, dimensions), *_whole_faults(choice, dimensions)]
    if faults:
        raise FaultError(faults)
    return choice


def _checked(raw: Mapping[str, Any]) -> SheetChoice:
    try:
        return SheetChoice.model_validate(raw)
    except ValidationError as error:
        raise FaultError(from_pydantic(FILE, error)) from error


def _entry_faults(choice: SheetChoice, dimensions: Mapping[str, str]) -> Iterator[Fault]:
    for place, code in enumerate(choice.ids):
        if code not in dimensions:
            yield Fault(FILE, f"indicators.{place}.id", shown(code), "no indicator has this id")
        elif code in choice.ids[:place]:
            yield Fault(FILE, f"indicators.{place}.id", shown(code), "stands on the sheet already")


def _whole_faults(choice: SheetChoice, dimensions: Mapping[str, str]) -> Iterator[Fault]:
    if len(choice.ids) > MOST_ON_SHEET:
        yield Fault(FILE, "indicators", str(len(choice.ids)), f"must be at most {MOST_ON_SHEET}")
    held = {dimensions.get(code) for code in choice.ids}
    for dimension in FRAMEWORK.dimensions:
        if dimension.code not in held:
            yield Fault(FILE, "indicators", "none", f"must hold an indicator of {dimension.code}")
