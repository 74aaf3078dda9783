"""Other countries' figures as they are shown: name, unit and direction of each, the average, and the best three.

No numpy: pages are served with this.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any, Literal

from pydantic import Field, ValidationError

from indicators.assessment.records import Countries
from indicators.assessment.rules import BEST_COUNTRIES
from indicators.faults import Fault, FaultError, from_pydantic, shown
from indicators.framework import FRAMEWORK
from indicators.periods import years_in
from indicators.refdata import read_toml
from indicators.text import Strict, Text, Words

FILE = "abroad.toml"
Side = Literal["better", "worse", "above", "below", "same"]
OWN_MEAN = "unweighted mean of the countries compared"
"""The label, in an edition, of an average that is ours and not the publisher's."""
OLD_AFTER = 5
"""Figures more years old than this are marked as old: much may have changed in every country since."""
ENOUGH_COUNTRIES = 5
"""Fewer countries have no mean of ours: one of them would decide it."""


class FigureAbroad(Strict):
    """One figure: `code` in addresses, `figure` its name in editions, and how its values are read and written."""

    code: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    figure: Words
    dimension: str
    direction: Literal["higher", "lower", "none"]
    decimals: int = Field(ge=0, le=3)
    name: Text
    unit: Text


class FiguresAbroad(Strict):
    """Every figure there are facts about, in reading order."""

    figures: tuple[FigureAbroad, ...]

    @cached_property
    def by_code(self) -> dict[str, FigureAbroad]:
        """The figures by their code in addresses."""
        return {item.code: item for item in self.figures}

    @cached_property
    def by_figure(self) -> dict[str, FigureAbroad]:
        """The figures by their name in editions."""
        return {item.figure: item for item in self.figures}


@dataclass(frozen=True, slots=True)
class Average:
    """What Sweden is held against: as the publisher printed it, or our own unweighted mean of `n` countries."""

    value: float
    is_own: bool
    n: int
    label: str


@dataclass(frozen=True, slots=True)
class Best:
    """The best countries with their values, the best first; `ties` more are just as good as the last of them."""

    countries: tuple[tuple[str, float], ...]
    ties: int


def check_figures(raw: dict[str, Any]) -> FiguresAbroad:
    """Return raw facts about figures validated. Raises FaultError with every fault."""
    try:
        found = FiguresAbroad.model_validate(raw)
    except ValidationError as error:
        raise FaultError(from_pydantic(FILE, error)) from error
    faults = [*_repeated(found, "code"), *_repeated(found, "figure"), *_unknown(found)]
    if faults:
        raise FaultError(faults)
    return found


def _repeated(found: FiguresAbroad, field: str) -> list[Fault]:
    values = [getattr(item, field) for item in found.figures]
    twice = dict.fromkeys(value for value in values if values.count(value) > 1)
    return [Fault(FILE, field, shown(value), "another figure has it already") for value in twice]


def _unknown(found: FiguresAbroad) -> list[Fault]:
    known = FRAMEWORK.by_code
    return [
        Fault(FILE, f"{item.code}.dimension", shown(item.dimension), f"must be one of {', '.join(known)}")
        for item in found.figures
        if item.dimension not in known
    ]


@lru_cache(maxsize=1)
def read_figures() -> FiguresAbroad:
    """Read the facts about figures, once. Raises FaultError with every fault."""
    return check_figures(read_toml(FILE))


def own_mean(values: Mapping[str, float]) -> float | None:
    """Return the unweighted mean of the countries' values, Sweden's among them; None when they are too few."""
    return math.fsum(values.values()) / len(values) if len(values) >= ENOUGH_COUNTRIES else None


def average_of(figure: Countries) -> Average | None:
    """Return the average as printed, else our own; None when there is neither."""
    n = len(figure.values)
    if figure.average is not None:
        return Average(figure.average, figure.average_label == OWN_MEAN, n, figure.average_label)
    mean = own_mean(figure.values)
    return None if mean is None else Average(mean, True, n, OWN_MEAN)


def best_of(figure: Countries, direction: str) -> Best | None:
    """Return the best three countries; None without a direction, or where three are no choice among few."""
    if direction == "none" or len(figure.values) < ENOUGH_COUNTRIES:
        return None
    sign = -1 if direction == "higher" else 1
    ordered = sorted(figure.values.items(), key=lambda item: (sign * item[1], item[0]))
    chosen, rest = ordered[:BEST_COUNTRIES], ordered[BEST_COUNTRIES:]
    return Best(tuple(chosen), sum(value == chosen[-1][1] for _, value in rest))


def age_of(figure: Countries, year: int) -> int | None:
    """Return how many years before a year a figure's newest values are of; None where no year is stated."""
    years = [part for text in (*figure.years, figure.year) for part in years_in(text)]
    return max(0, year - max(years)) if years else None


def against(direction: str, sweden: float, average: float) -> Side:
    """Return on which side of the average Sweden stands; without a direction only above or below."""
    if sweden == average:
        return "same"
    above = sweden > average
    if direction == "none":
        return "above" if above else "below"
    return "better" if above == (direction == "higher") else "worse"
