"""What rows of units must be before they are stored: every fault at once, with the value found.

An upload has been judged cell by cell before it comes here (see intake.uploads); this is the last door, which lets
nothing in that a reader could be misled by, wherever it came from.
"""

import re
from collections.abc import Callable, Iterator

import pyarrow as pa
import pyarrow.compute as pc

from indicators.areas import AREAS
from indicators.faults import Fault, shown
from indicators.groups import OBSERVED
from indicators.observation import PERIODS, STATUSES
from indicators.units.row import FLAG, HIDDEN, NUMBERS, UNIT_COLUMNS, UNIT_KINDS

DATE = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")
PERIOD = re.compile("|".join(PERIODS.values()))
IDENTIFIER = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LONGEST_NAME = 200
MOST_SHOWN = 5


def _one_of(*allowed: str) -> tuple[Callable[[str], bool], str]:
    return set(allowed).__contains__, f"must be one of {', '.join(allowed)}"


def _like(pattern: re.Pattern[str], words: str) -> tuple[Callable[[str], bool], str]:
    return lambda text: pattern.fullmatch(text) is not None, f"must be {words}"


RULES: dict[str, tuple[Callable[[str], bool], str]] = {
    "indicator": _like(IDENTIFIER, "an indicator's id"),
    "region": _one_of(*AREAS.region_codes),
    "unit": (lambda text: 0 < len(text.strip()) <= LONGEST_NAME, f"must be a name of 1 to {LONGEST_NAME} letters"),
    "kind": _one_of(*UNIT_KINDS),
    "period": _like(PERIOD, "a year, a month as 2025-03 or a week as 2025-W07"),
    "frequency": _one_of(*PERIODS),
    "sex": _one_of("T", "F", "M"),
    "status": _one_of(*STATUSES),
    "group": _one_of(*OBSERVED),
    "vintage": _like(DATE, "a date as 2026-11-21"),
}


def check_units(table: pa.Table) -> list[Fault]:
    """Return every fault in rows of UNIT_COLUMNS whose texts are coded: each text is judged once, not once a row."""
    return [*_texts(table), *_missing(table), *_numbers(table)]


def _texts(table: pa.Table) -> Iterator[Fault]:
    for name, (is_right, allowed) in RULES.items():
        wrong = [text for text in table[name].combine_chunks().dictionary.to_pylist() if not is_right(text)]
        for text in wrong[:MOST_SHOWN]:
            yield Fault("units", name, shown(text), allowed)
        if len(wrong) > MOST_SHOWN:
            yield Fault("units", name, f"{len(wrong) - MOST_SHOWN} more texts", allowed)


def _missing(table: pa.Table) -> Iterator[Fault]:
    for name in UNIT_COLUMNS:
        absent = table[name].null_count
        if absent and name not in NUMBERS:
            what = "must be yes or no" if name == FLAG else "must have a text"
            yield Fault("units", name, f"nothing in {absent} rows", what)


def _numbers(table: pa.Table) -> Iterator[Fault]:
    statuses = table["status"].combine_chunks().dictionary_decode()
    hidden = pc.fill_null(pc.is_in(statuses, value_set=pa.array(HIDDEN)), False)
    for name in NUMBERS:
        numbers = table[name].combine_chunks()
        infinite = pc.sum(pc.fill_null(pc.is_inf(numbers), False)).as_py()
        if infinite:
            yield Fault("units", name, f"an infinite number in {infinite} rows", "must be a finite number or nothing")
        leaked = pc.sum(pc.and_(hidden, pc.is_valid(numbers))).as_py()
        if leaked:
            allowed = f"a row that is {' or '.join(HIDDEN)} has no number"
            yield Fault("units", name, f"a number in {leaked} hidden rows", allowed)
