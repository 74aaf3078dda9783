"""Whether anybody knows how many people an indicator's values are about: what potential in people needs."""

from typing import Literal, Self

from pydantic import model_validator

from indicators.refdata import read_toml
from indicators.text import Strict, Text

PER = {"percent": 100.0, "per-1000": 1000.0, "rate": 100_000.0}
"""What values are per, by unit. No other unit can be told in people."""
RESIDENTS = "residents"
"""The whole population of the area: `POPULATION` says how many."""
ADULTS = "adults"
"""Residents aged 20 to 64, of the population and `DEPENDENCY`: all of them are asked by a survey of adults."""
DEPENDENCY = "context-dependency-ratio"
"""The series of residents under 20 and over 64 for every 100 between, in whole numbers."""
DEPENDENCY_ROUNDING = 0.5
POPULATION = "context-population"
"""The series of residents, of the nation and the regions and where an edition holds them the municipalities."""

Denominator = Literal["residents", "adults"]
Missing = Literal[
    "respondents", "patients", "events", "age-group", "statistics", "standardised", "not-people", "average", "unstated"
]


class Counted(Strict):
    """What the values count, in the words that stand after a number: `one` after 1, `many` after every other."""

    one: Text
    many: Text


class People(Strict):
    """The denominator where it is known, with what is counted; else the code of what is missing.

    `why` says on what grounds: why the residents are the denominator, or why the words of the code are not enough.
    """

    denominator: Denominator | None = None
    counts: Counted | None = None
    missing: Missing | None = None
    why: Text | None = None

    @property
    def is_least(self) -> bool:
        """Whether the denominator is only a part of those the values are about: a number made of it is the least."""
        return self.denominator == ADULTS

    @model_validator(mode="after")
    def _one_or_the_other(self) -> Self:
        if (self.denominator is None) == (self.missing is None):
            raise ValueError("either 'denominator' or 'missing' must be given, and not both")
        known = self.denominator is not None
        if known != (self.counts is not None) or (known and self.why is None):
            raise ValueError("a denominator needs 'counts' and 'why'; what is missing has no 'counts'")
        return self


UNSTATED = People(missing="unstated")
LACKS: dict[str, Text] = {code: Text.model_validate(raw) for code, raw in read_toml("denominators.toml").items()}
"""What is missing, by code: those of the definitions, and those that follow from the figures."""
