"""The door of the plain statistics: rows of finite numbers, or an error that names what was wrong.

`arrays` is the same door for those that compute on arrays.
"""

import math
from collections.abc import Sequence

from indicators.statistics.errors import (
    DenominatorError,
    NotFiniteError,
    NumeratorError,
    SettingError,
    TooFewPointsError,
    UnequalLengthsError,
)


def as_row(values: Sequence[float], name: str, *, minimum: int = 1) -> list[float]:
    """Return the numbers as floats.

    Parameters
    ----------
    values
        n numbers, any unit.
    name
        What an error calls them.
    minimum
        The fewest allowed.

    Raises
    ------
    NotFiniteError
        One is missing or infinite.
    TooFewPointsError
        They are fewer than `minimum`.
    """
    numbers = [float(value) for value in values]
    for position, number in enumerate(numbers):
        if not math.isfinite(number):
            raise NotFiniteError(name, found=number, position=position)
    if len(numbers) < minimum:
        raise TooFewPointsError(found=len(numbers), allowed=minimum)
    return numbers


def as_pairs(values: Sequence[float], denominators: Sequence[float], name: str) -> tuple[list[float], list[float]]:
    """Return numbers, which errors call `name`, and the people each is about.

    Parameters
    ----------
    values, denominators
        n numbers each, any unit, and people, above 0.
    name
        What an error calls the values.

    Raises
    ------
    DenominatorError
        A denominator is not above 0.
    UnequalLengthsError, NotFiniteError, TooFewPointsError
        The rows do not pair up, or are not finite numbers, or there are none.
    """
    numbers, people = as_row(values, name), as_row(denominators, "denominators")
    if len(numbers) != len(people):
        raise UnequalLengthsError(first=len(numbers), second=len(people))
    for position, number in enumerate(people):
        if number <= 0:
            raise DenominatorError(found=number, position=position, allowed="must be above 0")
    return numbers, people


def as_counts(
    numerators: Sequence[float], denominators: Sequence[float], *, is_share: bool
) -> tuple[list[float], list[float]]:
    """Return how many of how many: events, and the people they are of.

    Parameters
    ----------
    numerators, denominators
        n numbers each, events of 0 or more, and people, above 0.
    is_share
        Whether the events are some of the people, so that there are never more of them.

    Raises
    ------
    NumeratorError
        A numerator is below 0, or above its denominator in a share.
    DenominatorError, UnequalLengthsError, NotFiniteError, TooFewPointsError
        As `as_pairs`.
    """
    events, people = as_pairs(numerators, denominators, "numerators")
    for position, (found, of) in enumerate(zip(events, people, strict=True)):
        if found < 0 or (is_share and found > of):
            allowed = f"must be from 0 to {of:.10g}" if is_share else "must be 0 or more"
            raise NumeratorError(found=found, position=position, allowed=allowed)
    return events, people


def check_scale(per: float) -> None:
    """Refuse what values cannot be per, as 100 for per cent, with a SettingError."""
    if not (math.isfinite(per) and per > 0):
        raise SettingError("per", found=per, allowed="must be above 0")
