"""Verdicts' reasons, and values with their units, said in one language."""

from functools import lru_cache
from pathlib import Path
from string import Formatter
from typing import Any

import tomli

from indicators.assessment.judgement import Reason
from indicators.definition import Definition
from indicators.numbers import FormattedNumber, format_number, is_one
from indicators.periods import Period
from indicators.series_cuts import cut_text
from indicators.text import Language, Text
from indicators.vocabulary import UNITS

NO_BREAK = "\u00a0"
PERCENTAGE_POINT = Text(sv="procentenhet", en="percentage point")
PERCENTAGE_POINTS = Text(sv="procentenheter", en="percentage points")
INDEX_POINT = Text(sv="indexenhet", en="index point")
SAME_YEAR = Text(sv="Måttet jämförs bara inom samma år.", en="The indicator is compared only within the same year.")
INDEX_POINTS = Text(sv="indexenheter", en="index points")


@lru_cache(maxsize=1)
def sentences() -> dict[str, Text]:
    """Return every reason by key, from indicators/sentences.toml."""
    raw = tomli.loads(Path(__file__).with_name("sentences.toml").read_text(encoding="utf-8"))
    return {key: Text.model_validate(text) for key, text in raw.items()}


def say(reason: Reason, definition: Definition, language: Language) -> str:
    """Return a reason as a sentence, its numbers in the indicator's unit and the language's format."""
    template = sentences()[reason.key].in_(language)
    return _Sentence(definition, language).vformat(template, (), reason.params)


def value_text(value: float, definition: Definition, language: Language) -> str:
    """Return a value with its unit, e.g. «83,8 %»."""
    number = format_number(value, definition.decimals, language)
    if definition.unit == "index":
        return number
    return with_unit(number, UNITS[definition.unit].beside(number).in_(language), language)


def with_unit(number: str, unit: str, language: Language) -> str:
    """Return a number as it is written with its unit: «83,8 %», in English «83.8%»; without one the number alone."""
    if not (number and unit):
        return number or unit
    # English writes the per cent sign close to its number, Swedish apart from it.
    space = "" if language == "en" and unit.startswith("%") else NO_BREAK
    return number.beside(space + unit) if isinstance(number, FormattedNumber) else f"{number}{space}{unit}"


def difference_text(value: float, definition: Definition, language: Language, *, signed: bool = False) -> str:
    """Return a difference with its unit; of percentages, in percentage points."""
    number = format_number(value, max(definition.decimals, _decimals_needed(value)), language, signed=signed)
    return number.beside(NO_BREAK + _difference_unit(definition, number).in_(language))


def _difference_unit(definition: Definition, number: str) -> Text:
    one = is_one(number)
    match definition.unit:
        case "percent":
            return PERCENTAGE_POINT if one else PERCENTAGE_POINTS
        case "index":
            return INDEX_POINT if one else INDEX_POINTS
        case _:
            return UNITS[definition.unit].beside(number)


def _decimals_needed(value: float) -> int:
    """One decimal for a difference that would otherwise be read as nothing."""
    return 1 if 0 < abs(value) < 1 else 0


def period_span(period: str, definition: Definition) -> str:
    """Return the years of a mean of several years as a span, «2021–2024»; other periods as they are."""
    width = definition.period.years
    return Period.years_to(Period.parse(period).year, width).label("sv") if width and period else period


class _Sentence(Formatter):
    """Fills a sentence; the form of each fact stands after its colon."""

    def __init__(self, definition: Definition, language: Language) -> None:
        self._definition = definition
        self._language: Language = language

    def format_field(self, value: Any, format_spec: str) -> str:
        if value is None:
            return "–"
        number = self._numbers(value, format_spec)
        return number if number is not None else self._words(value, format_spec)

    def _numbers(self, value: Any, form: str) -> str | None:
        match form:
            case "value":
                return value_text(value, self._definition, self._language)
            case "number":
                return format_number(value, max(self._definition.decimals, 1), self._language)
            case "points":
                return difference_text(value, self._definition, self._language)
            case "signed":
                return difference_text(value, self._definition, self._language, signed=True)
            case "count":
                return format_number(value, 0, self._language)
            case _:
                return None

    def _words(self, value: Any, form: str) -> str:
        match form:
            case "span" | "spans":
                return ", ".join(period_span(part, self._definition) for part in str(value).split(", "))
            case "break" | "area" | "keeper":
                text = cut_text(self._definition, form, str(value))
                return text.in_(self._language) if text else ""
            case "over-time":
                return self._over_time()
            case _:
                return str(value)

    def _over_time(self) -> str:
        signals = self._definition.signals
        reason = signals.over_time_reason if signals else None
        return (reason or SAME_YEAR).in_(self._language)
