"""Verdicts' reasons, and values with their units, said in one language."""

from functools import lru_cache
from pathlib import Path
from string import Formatter
from typing import Any

import tomli

from indicators.assessment.judgement import Reason
from indicators.definition import Definition
from indicators.numbers import format_number, is_one
from indicators.text import Language, Text
from indicators.vocabulary import UNITS

NO_BREAK = "\u00a0"
PERCENTAGE_POINT = Text(sv="procentenhet", en="percentage point")
PERCENTAGE_POINTS = Text(sv="procentenheter", en="percentage points")
INDEX_POINT = Text(sv="indexenhet", en="index point")
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
    # English writes the per cent sign close to its number, Swedish apart from it.
    space = "" if language == "en" and definition.unit == "percent" else NO_BREAK
    return f"{number}{space}{UNITS[definition.unit].beside(number).in_(language)}"


def difference_text(value: float, definition: Definition, language: Language, *, signed: bool = False) -> str:
    """Return a difference with its unit; of percentages, in percentage points."""
    number = format_number(value, max(definition.decimals, _decimals_needed(value)), language, signed=signed)
    return f"{number}{NO_BREAK}{_difference_unit(definition, number).in_(language)}"


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


class _Sentence(Formatter):
    """Fills a sentence; the form of each fact stands after its colon."""

    def __init__(self, definition: Definition, language: Language) -> None:
        self._definition = definition
        self._language: Language = language

    def format_field(self, value: Any, format_spec: str) -> str:
        if value is None:
            return "–"
        match format_spec:
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
                return str(value)
