"""What values are held against: target levels, and which international figure may stand beside which indicator."""

import datetime as dt
from typing import Annotated, Any, Literal

from pydantic import StringConstraints, ValidationError, model_validator

from indicators.faults import Fault, FaultError, from_pydantic, shown
from indicators.refdata import read_toml
from indicators.text import Strict, Text, Words

Operator = Literal[">=", ">", "<=", "<"]
Match = Literal["same", "similar", "indicative", "reference"]
Grade = Literal["same", "similar", "indicative", "none"]
Month = Annotated[str, StringConstraints(pattern=r"^\d{4}-(0[1-9]|1[0-2])$")]


class Review(Strict):
    """Who judged an entry, in which month, and the month by which somebody should look at it again."""

    by: Text
    judged: Month
    due: Month

    @model_validator(mode="after")
    def _in_order(self) -> "Review":
        if self.due <= self.judged:
            raise ValueError("due must be later than judged")
        return self

    def is_overdue(self, today: dt.date) -> bool:
        """Return whether the month it was due in has passed."""
        return self.due < today.isoformat()[: len(self.due)]


EVERYONE = 100.0
"""Per cent: where the line of a right stands on an axis of shares. No law says it; it is what «everyone» means."""
IN_FORCE_FIRST = ("current", "expired", "proposed", "superseded")
"""Of several levels of one indicator the first of these is the one it is held against; the others are its history."""


class TargetLevel(Strict):
    """One target level. `level` 'moderate' is the lower step of a two-step target.

    `kind` 'statutory' is a right of every patient and no level. `match` 'reference' is a limit for each patient beside
    a statistic of them all: a line to compare with. `last_year` is the last year the goal was set for; `status`
    'expired' is what a current one becomes after it (`Reference.in_year`).
    """

    indicator: str
    level: Literal["target", "high", "moderate"]
    operator: Operator
    value: float
    unit: str
    kind: Literal["statutory", "national", "register", "agreement", "threshold", "civil-society", "proposed"]
    issuer: Text
    edition: Words
    last_year: int | None = None
    status: Literal["current", "superseded", "proposed", "expired"]
    match: Match
    note: Text
    source: Words
    review: Review | None = None

    def is_met(self, value: float) -> bool:
        """Return whether a value in the indicator's unit reaches the level."""
        match self.operator:
            case ">=":
                return value >= self.value
            case ">":
                return value > self.value
            case "<=":
                return value <= self.value
            case "<":
                return value < self.value

    @property
    def is_right(self) -> bool:
        """Whether it is a right of every patient by law: it covers everyone, and no share of them is its fulfilment."""
        return self.kind == "statutory"

    @property
    def covers_everyone(self) -> bool:
        """Whether it is said of every patient and not of a share of them: a right, or one that is proposed."""
        return self.is_right or (self.kind == "proposed" and self.unit == "percent" and self.value == EVERYONE)

    @property
    def is_binding(self) -> bool:
        """Whether the level counts when targets are counted: in force, for what is measured, and no right."""
        return self.status == "current" and self.match == "same" and not self.is_right

    def in_year(self, year: int) -> "TargetLevel":
        """Return the level as it stands in a year: expired when the last year it was set for has passed."""
        has_passed = self.status == "current" and self.last_year is not None and self.last_year < year
        return self.model_copy(update={"status": "expired"}) if has_passed else self


class ComparisonAbroad(Strict):
    """Which international figure stands beside an indicator. `one_scale`: whether they may share an axis."""

    indicator: str
    international: str | None = None
    grade: Grade
    one_scale: bool
    reason: Text
    review: Review | None = None


class Reference(Strict):
    """All target levels and comparisons."""

    targets: tuple[TargetLevel, ...]
    comparisons: tuple[ComparisonAbroad, ...]

    def overdue(self, today: dt.date) -> tuple[TargetLevel | ComparisonAbroad, ...]:
        """Return the entries that should have been looked at again before this month."""
        entries: tuple[TargetLevel | ComparisonAbroad, ...] = (*self.targets, *self.comparisons)
        return tuple(item for item in entries if item.review is not None and item.review.is_overdue(today))

    def in_year(self, year: int) -> "Reference":
        """Return the reference as it stands for an edition published in a year: goals whose year has passed expire."""
        return self.model_copy(update={"targets": tuple(target.in_year(year) for target in self.targets)})

    def target(self, indicator: str) -> TargetLevel | None:
        """Return the level an indicator is held against: its single target, or the higher of two steps.

        Of several, the one in force; where none is, the first.
        """
        found = (t for t in self.targets if t.indicator == indicator and t.level != "moderate")
        return min(found, key=lambda level: IN_FORCE_FIRST.index(level.status), default=None)

    def moderate(self, indicator: str) -> TargetLevel | None:
        """Return the lower step of a two-step target, when there is one, of the same edition as the higher."""
        high = self.target(indicator)
        of_same = (t for t in self.targets if t.indicator == indicator and high and t.edition == high.edition)
        return next((t for t in of_same if t.level == "moderate"), None)

    def comparison(self, indicator: str) -> ComparisonAbroad | None:
        """Return how an indicator may be compared with other countries; None when nobody has judged it."""
        return next((c for c in self.comparisons if c.indicator == indicator), None)


def read_reference() -> Reference:
    """Read targets and comparisons. Raises FaultError with every fault."""
    raw = {**read_toml("targets.toml"), **read_toml("comparability.toml")}
    return check_reference(raw)


def check_reference(raw: dict[str, Any], indicators: dict[str, str] | None = None) -> Reference:
    """Return raw reference data validated; with `indicators` (id -> unit) also that each id and unit is known.

    Raises FaultError with every fault.
    """
    try:
        reference = Reference.model_validate(raw)
    except ValidationError as error:
        raise FaultError(from_pydantic("targets.toml, comparability.toml", error)) from error
    faults = [] if indicators is None else _link_faults(reference, indicators)
    if faults:
        raise FaultError(faults)
    return reference


def _link_faults(reference: Reference, units: dict[str, str]) -> list[Fault]:
    unknown = [
        Fault(name, "indicator", shown(item.indicator), "no definition has this id")
        for name, items in (("targets.toml", reference.targets), ("comparability.toml", reference.comparisons))
        for item in items
        if item.indicator not in units
    ]
    wrong_unit = [
        Fault("targets.toml", f"{t.indicator}.unit", shown(t.unit), f"the indicator's unit is {units[t.indicator]}")
        for t in reference.targets
        if units.get(t.indicator, t.unit) != t.unit
    ]
    return unknown + wrong_unit
