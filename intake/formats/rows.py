"""One row as the project keeps it, from what a publisher said."""

import math
from typing import NamedTuple

from indicators.periods import Period
from intake.formats.places import Place
from intake.formats.wanted import Wanted
from intake.http.body import Body

VALUED = ("final", "preliminary", "revised")
WITHOUT = "not-reported"


class Row(NamedTuple):
    """One observation in the project's long form; the fields are the columns of `intake.checking.rows`.

    A value that is missing is not a number, and its status says why; it is never zero.
    """

    indicator: str
    area: str
    level: str
    period: str
    frequency: str
    sex: str
    group: str
    value: float
    lower: float
    upper: float
    numerator: float
    denominator: float
    status: str
    source: str
    source_key: str
    vintage: str


class Said(NamedTuple):
    """What a publisher said of one cell: the value, or none, with what its flag means."""

    period: str
    value: float | None
    status: str = "final"
    sex: str = "T"


def row(wanted: Wanted, body: Body, place: Place, said: Said, vintage: str = "") -> Row:
    """Return the row of a cell. A missing value keeps a status that says why; without one it was not reported.

    Its vintage is the day the body was read, unless the publisher states another.
    """
    missing = said.value is None
    status = WITHOUT if missing and said.status in VALUED else said.status
    return Row(
        indicator=wanted.indicator,
        area=place.code,
        level=place.level,
        period=said.period,
        frequency=Period.parse(said.period).frequency,
        sex=said.sex,
        group="",
        value=math.nan if said.value is None else said.value,
        lower=math.nan,
        upper=math.nan,
        numerator=math.nan,
        denominator=math.nan,
        status=status,
        source=wanted.provider,
        source_key=wanted.key,
        vintage=vintage or body.read_on.isoformat(),
    )
