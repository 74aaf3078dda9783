"""The figures of one row: value, numerator and denominator, each by itself and against each other."""

from typing import NamedTuple

from intake.uploads.cells import Number, read_number
from intake.uploads.columns import NOT_REPORTED, SUPPLIED
from intake.uploads.line import Line
from intake.uploads.request import Measure

# A value may be rounded as its writer likes, but not beyond half of its last decimal (and the computer's own error).
HALF, ERROR = 0.5, 1e-9
# Rates are often standardised for age: then numerator and denominator give another value, which is only worth saying.
STRICT_UNITS = frozenset((100.0,))


class Figures(NamedTuple):
    """A row's figures and their status."""

    value: float | None
    numerator: float | None
    denominator: float | None
    status: str


def judge_value(line: Line, measure: Measure) -> Figures | None:
    """Return a row's figures; None when they cannot be used, or are held aside: the findings say why."""
    numbers = {name: _read(line, name, measure) for name in ("value", "numerator", "denominator")}
    if any(number is None for number in numbers.values()):
        return None
    value, numerator, denominator = (number for number in numbers.values() if number is not None)
    if not _counts_right(line, measure, numerator, denominator):
        return None
    if value.missing:
        line.find("marked-missing", "value")
        return Figures(None, numerator.value, denominator.value, value.missing)
    if value.value is None:
        return _worked_out(line, measure, numerator, denominator)
    return _checked(line, measure, value, numerator, denominator)


def _read(line: Line, name: str, measure: Measure) -> Number | None:
    is_share = name == "value" and measure.is_share
    number: Number | None = line.take(name, lambda cell: read_number(cell, line.decimal, is_share=is_share))
    if number is None:
        return None
    if number.cleaned:
        line.find("number-cleaned", name)
    if line.is_formula(name):
        line.find("formula-values" if number.value is not None else "formula-empty", name)
        return number if number.value is not None else None
    return number


def _counts_right(line: Line, measure: Measure, numerator: Number, denominator: Number) -> bool:
    above, below = numerator.value, denominator.value
    if above is not None and above < 0:
        line.find("count-negative", "numerator")
    elif below is not None and below <= 0:
        line.find("denominator-zero", "denominator")
    elif above is not None and below is not None and measure.is_share and above > below:
        line.find("numerator-above", "numerator", denominator=below)
    else:
        return True
    return False


def _worked_out(line: Line, measure: Measure, numerator: Number, denominator: Number) -> Figures | None:
    """An empty value: a share follows from its counts; anything else must be written, or said to be missing."""
    above, below = numerator.value, denominator.value
    if measure.is_share and above is not None and below is not None:
        line.find("value-computed", "value")
        return Figures(100 * above / below, above, below, SUPPLIED)
    if numerator.missing or denominator.missing:
        return Figures(None, above, below, numerator.missing or denominator.missing or NOT_REPORTED)
    line.find("value-blank", "value")
    return None


def _checked(line: Line, measure: Measure, value: Number, numerator: Number, denominator: Number) -> Figures | None:
    number = value.value or 0.0
    if (measure.low is not None and number < measure.low) or (measure.high is not None and number > measure.high):
        line.find("out-of-range", "value", low=measure.low, high=measure.high)
        return None
    if not _agrees(line, measure, value, numerator, denominator):
        return None
    status = SUPPLIED
    # «<5» for a count says that the count is small: the value made of it is hidden with it.
    for count in (numerator, denominator):
        if count.missing and count.missing != NOT_REPORTED:
            status = count.missing
    return Figures(number, numerator.value, denominator.value, status)


def _agrees(line: Line, measure: Measure, value: Number, numerator: Number, denominator: Number) -> bool:
    if measure.scale is None or numerator.value is None or denominator.value is None:
        return True
    expected = measure.scale * numerator.value / denominator.value
    allowed = HALF * 10.0**-value.decimals + ERROR * max(abs(expected), 1.0)
    if abs(expected - (value.value or 0.0)) <= allowed:
        return True
    is_held = measure.scale in STRICT_UNITS
    line.find("value-mismatch" if is_held else "value-differs", "value", expected=expected)
    return not is_held
