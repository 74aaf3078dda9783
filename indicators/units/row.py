"""One value of one unit, and the words a row of units may hold."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

UNIT_COLUMNS = (
    "indicator", "region", "unit", "kind", "period", "frequency", "sex", "value", "lower", "upper",
    "numerator", "denominator", "status", "example", "vintage", "group",
)  # fmt: skip
NUMBERS = ("value", "lower", "upper", "numerator", "denominator")
FLAG = "example"
GROUP = "group"
UnitKind = Literal["hospital", "health-centre", "clinic"]
UNIT_KINDS: tuple[UnitKind, ...] = ("hospital", "health-centre", "clinic")
# A row with one of these stands for a number that may not be seen: it holds none.
HIDDEN = ("too-few", "suppressed")
# Counts below this are hidden unless a setting says otherwise.
SMALLEST_COUNT = 10


class UnitRow(NamedTuple):
    """One unit at one period: UNIT_COLUMNS as fields.

    `value`, `lower` and `upper` are in the indicator's unit, `numerator` and `denominator` are counts; None where
    missing. `example` marks what was made for trying out. `vintage` is the ISO date the region confirmed it. `group` is
    of whom the value is, like education:low; empty for everybody.
    """

    indicator: str
    region: str
    unit: str
    kind: UnitKind
    period: str
    frequency: str
    sex: str
    value: float | None
    lower: float | None
    upper: float | None
    numerator: float | None
    denominator: float | None
    status: str
    example: bool
    vintage: str
    group: str = ""

    @property
    def is_hidden(self) -> bool:
        """Whether the number is kept from sight because it stands for few people."""
        return self.status in HIDDEN


@dataclass(frozen=True, slots=True)
class RegionUnits:
    """What is known of all that one region tells: the newest date it was confirmed, and whether any is made up."""

    vintage: str
    example: bool
