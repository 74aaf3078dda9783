"""Steps that may be a change of recording: each region value that should be checked before it is told, and why."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import sqrt

from indicators.signals import rules
from indicators.signals.measures import Measure, last_year, reaches
from indicators.signals.records import CheckReason

Point = tuple[str, float]
Place = tuple[str, str, str]
"""Indicator, area and period."""
ORDER: tuple[CheckReason, ...] = ("keeper", "several-registers", "same-register", "many-regions", "big-step")


@dataclass(frozen=True)
class Step:
    """One region's change from one year to the next beyond the middle region's.

    `k` is in thresholds of what matters and `z` in standard errors; both are positive for the worse. `before` and
    `value` are what it goes from and to.
    """

    measure: Measure
    area: str
    period: str
    k: float
    z: float
    before: Point
    value: float

    @property
    def place(self) -> Place:
        """Where the step ends."""
        return self.measure.indicator, self.area, self.period

    @property
    def is_large(self) -> bool:
        """Whether it counts when several registers or several regions move at once."""
        return reaches(abs(self.k), rules.LARGE_STEP) and abs(self.z) >= rules.LARGE_Z

    @property
    def falls(self) -> bool:
        """Whether it is for the worse."""
        return self.k > 0


Suspects = Mapping[Place, tuple[CheckReason, ...]]


def find_steps(measure: Measure, errors: Mapping[str, float]) -> list[Step]:
    """Return every step between two years of one side; none where noise is unknown or nothing is recorded."""
    if not measure.is_recorded:
        return []
    pairs = (
        (area, before, after)
        for area in errors
        for before, after in zip(measure.points[area], measure.points[area][1:], strict=False)
    )
    return _steps(measure, pairs, errors)


def find_doubted_steps(measure: Measure, errors: Mapping[str, float]) -> list[Step]:
    """Return the newest steps that end in a doubtful value, from the last sound one."""
    if not measure.is_recorded:
        return []
    known = ((area, value) for area, value in measure.doubted.items() if area in errors and measure.points[area])
    pairs = ((area, measure.points[area][-1], (measure.headline, value)) for area, value in known)
    return _steps(measure, pairs, errors)


def _steps(measure: Measure, pairs: Iterable[tuple[str, Point, Point]], errors: Mapping[str, float]) -> list[Step]:
    found = []
    for area, before, after in pairs:
        moved, threshold = _beyond_middle(measure, area, before, after), measure.threshold(after[0])
        if moved is not None and errors[area] > 0 and threshold > 0:
            step = Step(measure, area, after[0], moved / threshold, moved / (errors[area] * sqrt(2)), before, after[1])
            found.append(step)
    return found


def _beyond_middle(measure: Measure, area: str, before: Point, after: Point) -> float | None:
    then, now = measure.known_middle(before[0]), measure.known_middle(after[0])
    is_next = last_year(after[0]) - last_year(before[0]) == 1
    if then is None or now is None or not is_next or measure.side(area, before[0]) != measure.side(area, after[0]):
        return None
    return measure.sign * ((after[1] - before[1]) - (now - then))


def find_suspects(steps: Iterable[Step]) -> Suspects:
    """Return the reasons of every suspect value, the most telling first."""
    steps = list(steps)
    found: dict[Place, set[CheckReason]] = defaultdict(set)
    for step in steps:
        if _is_keeper(step):
            found[step.place].add("keeper")
        if any(reaches(abs(step.k), k) and abs(step.z) >= z for k, z in rules.BIG_STEPS):
            found[step.place].add("big-step")
    _add_several(steps, found)
    _add_many(steps, found)
    _add_pairs(steps, found)
    return {place: _told(reasons) for place, reasons in found.items()}


def _told(reasons: set[CheckReason]) -> tuple[CheckReason, ...]:
    """The size of the step is no reason of its own where another explains it."""
    ordered = tuple(reason for reason in ORDER if reason in reasons)
    return ordered if len(ordered) == 1 else tuple(reason for reason in ordered if reason != "big-step")


def _is_keeper(step: Step) -> bool:
    is_year = step.measure.fields.keeper_change == step.period
    return is_year and reaches(abs(step.k), rules.KEEPER_STEP) and abs(step.z) >= rules.KEEPER_Z


def _add_several(steps: list[Step], found: dict[Place, set[CheckReason]]) -> None:
    """Measures of several registers fall at once in one region, as when the record system is changed."""
    falling: dict[tuple[str, str], list[Step]] = defaultdict(list)
    for step in steps:
        if step.is_large and step.falls:
            falling[step.area, step.period].append(step)
    for group in falling.values():
        sources = {step.measure.fields.source for step in group}
        if len(group) >= rules.FALLING_MEASURES and len(sources) >= rules.FALLING_SOURCES:
            for step in group:
                found[step.place].add("several-registers")


def _add_many(steps: list[Step], found: dict[Place, set[CheckReason]]) -> None:
    """Several regions take an unusually large step in one measure, year and direction."""
    moved: dict[tuple[str, str, bool], list[Step]] = defaultdict(list)
    for step in steps:
        if step.is_large:
            moved[step.measure.indicator, step.period, step.falls].append(step)
    for group in moved.values():
        if len(group) >= rules.MANY:
            for step in group:
                found[step.place].add("many-regions")


def _add_pairs(steps: list[Step], found: dict[Place, set[CheckReason]]) -> None:
    """Two measures of the same patients move the same way; what is suspect already may draw the other with it."""
    groups: dict[tuple[str, str, str, str, bool], list[Step]] = defaultdict(list)
    for step in steps:
        is_register = step.measure.source_kind == "register"
        if is_register and reaches(abs(step.k), rules.PAIR_STEP) and abs(step.z) >= rules.COMPANION_Z:
            fields = step.measure.fields
            groups[fields.source, fields.theme, step.area, step.period, step.falls].append(step)
    before = set(found)
    for group in groups.values():
        leads = [step for step in group if abs(step.z) >= rules.PAIR_Z or step.place in before]
        if len(group) > 1 and leads:
            for step in group:
                found[step.place].add("same-register")
