"""Differences between groups, graded by people: unwarranted and grave, each with a reason, an author and a date."""

import datetime as dt
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field, ValidationError

from indicators.definition import Identifier
from indicators.faults import Fault, FaultError, from_pydantic, shown
from indicators.groups import GROUPS, grouping_of
from indicators.refdata import REFDATA, read_toml
from indicators.text import Strict, Text, Words

FILE = "graded_differences.toml"
Grade = Literal["yes", "partly", "no", "unclear"]
GRADES: tuple[Grade, ...] = ("yes", "partly", "no", "unclear")
Group = Annotated[str, Field(pattern=r"^[a-z0-9-]+:[a-z0-9-]+$")]


class Graded(Strict):
    """One grade and why."""

    grade: Grade
    reason: Text


class GradedDifference(Strict):
    """One indicator and pair of groups, as somebody has judged it.

    `unwarranted`: cannot be explained by medical preconditions or need. `grave`: large, and with serious consequences.
    `example` marks what only shows the form and is nobody's judgement.
    """

    indicator: Identifier
    first: Group
    second: Group
    unwarranted: Graded
    grave: Graded
    author: Words
    date: dt.date
    example: bool = False


class GradedDifferences(Strict):
    """All judgements."""

    differences: tuple[GradedDifference, ...] = ()

    def of(self, indicator: str) -> tuple[GradedDifference, ...]:
        """Return the judgements of one indicator."""
        return tuple(item for item in self.differences if item.indicator == indicator)


@lru_cache(maxsize=1)
def read_graded(folder: Path = REFDATA) -> GradedDifferences:
    """Read what has been judged. Raises FaultError with every fault."""
    return check_graded(read_toml(FILE, folder))


def check_graded(raw: dict[str, Any], indicators: set[str] | None = None) -> GradedDifferences:
    """Return raw judgements validated; with `indicators` also that each is known.

    Raises FaultError with every fault.
    """
    try:
        found = GradedDifferences.model_validate(raw)
    except ValidationError as error:
        raise FaultError(from_pydantic(FILE, error)) from error
    faults = list(_faults(found, indicators))
    if faults:
        raise FaultError(faults)
    return found


def _faults(found: GradedDifferences, indicators: set[str] | None) -> list[Fault]:
    faults: list[Fault] = []
    taken: set[tuple[str, frozenset[str]]] = set()
    for place, item in enumerate(found.differences):
        where = f"differences.{place}"
        pair = (item.indicator, frozenset((item.first, item.second)))
        if indicators is not None and item.indicator not in indicators:
            faults.append(Fault(FILE, f"{where}.indicator", shown(item.indicator), "no definition has this id"))
        faults += _group_faults(where, item)
        if pair in taken:
            faults.append(Fault(FILE, where, shown(item.indicator), "this pair of groups has been judged already"))
        taken.add(pair)
    return faults


def _group_faults(where: str, item: GradedDifference) -> Iterator[Fault]:
    for name, group in (("first", item.first), ("second", item.second)):
        if group not in GROUPS:
            yield Fault(FILE, f"{where}.{name}", shown(group), f"must be one of {', '.join(GROUPS)}")
    if item.first == item.second:
        yield Fault(FILE, f"{where}.second", shown(item.second), "must be another group than first")
    if grouping_of(item.first) != grouping_of(item.second):
        yield Fault(FILE, f"{where}.second", shown(item.second), "must be of the same kind as first")
