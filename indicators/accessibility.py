"""The statement of accessibility: what the law asks a public body to tell, as data."""

import datetime as dt
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Annotated, Any, Literal, get_args

from pydantic import Field, StringConstraints, ValidationError

from indicators.faults import Fault, FaultError, from_pydantic, shown
from indicators.refdata import read_toml
from indicators.text import Strict, Text

FILE = "accessibility.toml"
# The law asks for a new look each year.
ASSESSMENT_LASTS = dt.timedelta(days=365)

Compliance = Literal["fully", "partly", "not"]
# The functional performance statements of EN 301 549, clause 4.2, that a web site meets.
Situation = Literal[
    "no-sight",
    "limited-sight",
    "no-colour",
    "no-hearing",
    "limited-hearing",
    "no-voice",
    "limited-manipulation",
    "limited-reach",
    "photosensitive",
    "limited-cognition",
]
SITUATIONS: tuple[Situation, ...] = get_args(Situation)
Code = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
Criterion = Annotated[str, StringConstraints(pattern=r"^\d{1,2}(\.\d{1,2}){1,3}$")]


class Shortcoming(Strict):
    """One known fault: for whom, which criteria it fails, what it is, why it is there, and what to do meanwhile."""

    code: Code
    situations: tuple[Situation, ...] = Field(min_length=1)
    criteria: tuple[Criterion, ...] = Field(min_length=1)
    what: Text
    reason: Text
    instead: Text


class Statement(Strict):
    """What is told in the statement, but for who answers, which the settings say.

    `method` is how it was tested and `unknown` what has not been; `undue_burden` and `out_of_scope` are what is
    excepted (12 and 9 §§ of the act), empty when nothing is.
    """

    service: Text
    covers: Text
    compliance: Compliance
    assessed: dt.date
    updated: dt.date
    method: tuple[Text, ...] = Field(min_length=1)
    unknown: tuple[Text, ...]
    faults: tuple[Shortcoming, ...]
    undue_burden: tuple[Text, ...]
    out_of_scope: tuple[Text, ...]
    complaint: Annotated[str, StringConstraints(pattern=r"^https://www\.digg\.se/")]

    @property
    def due(self) -> dt.date:
        """The day by which it must be assessed again."""
        return self.assessed + ASSESSMENT_LASTS

    def is_overdue(self, day: dt.date) -> bool:
        """Return whether the assessment is too old on a day."""
        return day > self.due


@cache
def read_statement() -> Statement:
    """Read the statement. Raises FaultError with all faults."""
    return check_statement(read_toml(FILE))


def check_statement(raw: Mapping[str, Any]) -> Statement:
    """Return a statement in which nothing is left out and nothing speaks against itself. Raises FaultError."""
    try:
        found = Statement.model_validate(raw)
    except ValidationError as error:
        raise FaultError(from_pydantic(FILE, error)) from error
    faults = list(_faults(found))
    if faults:
        raise FaultError(faults)
    return found


def _faults(found: Statement) -> Iterator[Fault]:
    if found.updated < found.assessed:
        yield Fault(FILE, "updated", shown(str(found.updated)), f"must not be before assessed ({found.assessed})")
    if (found.compliance == "fully") != (not found.faults):
        rule = "must be fully when there are no faults, and partly or not when there are"
        yield Fault(FILE, "compliance", shown(found.compliance), rule)
    codes = [item.code for item in found.faults]
    for place, code in enumerate(codes):
        if code in codes[:place]:
            yield Fault(FILE, f"faults.{place}.code", shown(code), "stands in the statement already")
