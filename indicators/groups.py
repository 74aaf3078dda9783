"""The groupings that figures may be divided by: their groups in order, with their words."""

import re
from typing import Annotated, Any, Self

from pydantic import Field, model_validator

from indicators.refdata import read_toml
from indicators.text import LANGUAGES, Language, Strict, Text

FILE = "groups.toml"
WHOLE = ""
"""The group of everybody: what an observation is of unless it says otherwise."""
SEX = "sex"
CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
Code = Annotated[str, Field(pattern=rf"^{CODE.pattern}$")]


class Group(Strict):
    """One group: `name` heads a column, `people` is who they are inside a sentence."""

    code: Code
    name: Text
    people: Text


class Grouping(Strict):
    """One way to divide people. The groups of an ordered one stand from the one with least to the one with most."""

    name: Text
    ordered: bool
    groups: Annotated[tuple[Group, ...], Field(min_length=2)]

    @model_validator(mode="after")
    def _each_group_once(self) -> Self:
        if len({group.code for group in self.groups}) != len(self.groups):
            raise ValueError("each group may stand once")
        return self


def read_groupings(raw: dict[str, Any] | None = None) -> dict[str, Grouping]:
    """Return the groupings by code. Raises ValueError when one is not whole."""
    found = read_toml(FILE) if raw is None else raw
    return {code: Grouping.model_validate(item) for code, item in found.items()}


GROUPINGS = read_groupings()
GROUPS: dict[str, Group] = {
    f"{code}:{group.code}": group for code, grouping in GROUPINGS.items() for group in grouping.groups
}
"""Every group by how it is written, like education:low, in its grouping's order."""
PEOPLE: tuple[str, ...] = tuple(group for group in GROUPS if group.partition(":")[0] not in (SEX, "municipality"))
"""The groups that observations and units may be of: sexes and municipalities have columns of their own."""
OBSERVED = (WHOLE, *PEOPLE)


def group_words() -> dict[str, str]:
    """Return every group by what it may be written as in an upload, in small letters: its code, or its two names.

    A name that two groups share is left out on its own; with its grouping's name before it there is no doubt.
    """
    found: dict[str, str] = {}
    bare: dict[str, list[str]] = {}
    for written in PEOPLE:
        found[written] = written
        for language in LANGUAGES:
            name = GROUPS[written].name.in_(language).casefold()
            found[f"{GROUPINGS[grouping_of(written)].name.in_(language).casefold()}: {name}"] = written
            bare.setdefault(name, []).append(written)
    return found | {name: groups[0] for name, groups in bare.items() if len(set(groups)) == 1}


def group_text(group: str, language: Language) -> str:
    """Return a group with its grouping, as it is listed.

    >>> group_text("education:low", "en")
    'Education: Short education'
    """
    return f"{GROUPINGS[grouping_of(group)].name.in_(language)}: {GROUPS[group].name.in_(language)}"


def grouping_of(group: str) -> str:
    """Return the code of the grouping that a group belongs to.

    >>> grouping_of("education:low")
    'education'
    """
    return group.partition(":")[0]
