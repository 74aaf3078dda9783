"""What reaching a yardstick would mean in people a year. In plain Python: pages ask for it."""

import math
from dataclasses import dataclass
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal

from indicators.statistics.errors import DenominatorError, MissingDenominatorError, NotFiniteError, SettingError
from indicators.statistics.rows import check_scale

PER_CENT, PER_100_000 = 100.0, 100_000.0
DIGITS = 2
BINARY = 6


@dataclass(frozen=True, slots=True)
class Potential:
    """People (or events) a year by which a region would be better off at the yardstick.

    `people` and its limits are rounded to two significant digits, and to whole people; `exact` is not. Below 0 the
    region is already better than the yardstick by as many. The limits are None when the value has none; they tell of
    the value's uncertainty and not of the yardstick's.
    """

    people: float
    lower: float | None
    upper: float | None
    exact: float


def potential(
    value: float,
    yardstick: float,
    denominator: float | None,
    *,
    higher: bool,
    per: float,
    limits: tuple[float, float] | None = None,
    is_least: bool = False,
) -> Potential:
    """Return how many people a year it would be if the region reached a yardstick.

    Parameters
    ----------
    value, yardstick
        In the indicator's unit.
    denominator
        The people (or years) the value is about. Never guessed.
    higher
        Whether a higher value is a better one.
    per
        What values are per: PER_CENT for a share, PER_100_000 for a rate per 100 000.
    limits
        The value's own lower and upper limit.
    is_least
        Whether the denominator is the least there can be: people are then rounded down.

    Raises
    ------
    MissingDenominatorError
        Nobody knows the denominator.
    DenominatorError, SettingError, NotFiniteError
        The denominator or per is not above 0, the limits are the wrong way round, or a number is missing.

    Notes
    -----
    (yardstick − value) · denominator / per when higher is better, (value − yardstick) · denominator / per when lower
    is: better is always above 0. Sums over different yardsticks mean nothing.
    """
    if denominator is None:
        raise MissingDenominatorError
    if not (math.isfinite(denominator) and denominator > 0):
        raise DenominatorError(found=denominator, position=0, allowed="must be above 0")
    check_scale(per)
    for place, number in enumerate((value, yardstick, *(limits or ()))):
        if not math.isfinite(number):
            raise NotFiniteError("value, yardstick, limits", found=number, position=place)
    if limits is not None and limits[0] > limits[1]:
        raise SettingError("limits", found=limits[0], allowed=f"the lower must be at most the upper, {limits[1]:.10g}")
    sign = 1 if higher else -1
    exact, *around = (sign * (yardstick - each) * denominator / per for each in (value, *(limits or ())))
    lower, upper = (round_people(each) for each in sorted(around)) if around else (None, None)
    # What is 320 on paper must not be rounded down to 310 for its last binary digit.
    people = round_people(round(exact, BINARY), ROUND_FLOOR) if is_least else round_people(exact)
    return Potential(people, lower, upper, exact)


def round_people(number: float, rounding: str = ROUND_HALF_UP) -> float:
    """Return a number of people with two significant digits, and never a part of a person.

    `rounding` is decimal's: half away from 0, or down.

    Raises
    ------
    NotFiniteError
        The number is missing or infinite.
    """
    if not math.isfinite(number):
        raise NotFiniteError("people", found=number, position=0)
    shown = Decimal(repr(float(number)))
    step = Decimal(1).scaleb(max(shown.adjusted() - DIGITS + 1, 0)) if shown else Decimal(1)
    # Adding 0 turns -0 into 0.
    return float((shown / step).quantize(Decimal(1), rounding) * step) + 0.0
