"""What is known of every measure before anything is chosen: noise, suspicion, and where each region stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from statistics import median

from indicators.areas import AREAS
from indicators.reference import TargetLevel
from indicators.signals import rules
from indicators.signals.figures import Figures
from indicators.signals.measures import Measure, last_year, reaches
from indicators.signals.noise import standard_errors
from indicators.signals.records import CheckReason
from indicators.signals.suspicion import Step, Suspects, find_doubted_steps, find_steps, find_suspects
from indicators.statistics.spread import quantile

COMPARABLE = ("same", "similar")
"""How well a level must match what is measured for a signal to name it."""
IQR_OF_NORMAL = 1.349
"""The distance between the quartiles of a standard normal variable."""


@dataclass(frozen=True)
class Field:
    """The unsuspected regions of one measure in one period, as distances for the worse (sign times value).

    `best` and `worst` are where those quarters begin. `spread` is what a distance is counted in, `alike` whether the
    regions lie no further apart than chance.
    """

    measure: Measure
    period: str
    values: Mapping[str, float]
    best: float
    worst: float
    spread: float
    alike: bool


@dataclass(frozen=True)
class Standing:
    """One region's value in one measure beside the nation. `gap` is positive for the worse.

    `size` is the distance in spreads and `z` in standard errors. `peers_alike`: it is not worse than comparable
    regions by what matters.
    """

    field: Field
    area: str
    value: float
    gap: float
    size: float
    z: float
    threshold: float
    in_worst: bool
    in_best: bool
    peers_alike: bool
    age: int

    @property
    def measure(self) -> Measure:
        """The measure it stands in."""
        return self.field.measure

    @property
    def period(self) -> str:
        """The period judged."""
        return self.field.period

    @property
    def counted(self) -> float:
        """The distance for the worse without what rounding may have added."""
        return _without(self.gap, self.measure.lost(self.period))

    @property
    def best_quarter(self) -> float:
        """Where the best quarter begins, in the unit."""
        return self.field.best * self.measure.sign


class Evidence:
    """The figures with what they are weighed by. Nothing in it changes."""

    def __init__(self, figures: Figures) -> None:
        """Estimate the noise of every measure and find what is suspect."""
        self.figures = figures
        self.measures = {measure.indicator: measure for measure in figures.measures}
        self.errors = {m.indicator: standard_errors(m, figures.population) for m in figures.measures}
        self.steps = [step for m in figures.measures for step in find_steps(m, self.errors[m.indicator])]
        self.suspects: Suspects = find_suspects(self.steps)
        self.doubted = self._doubted()
        self._fields: dict[tuple[str, str], Field | None] = {}

    def _doubted(self) -> tuple[tuple[Step, tuple[CheckReason, ...]], ...]:
        """The newest steps that end in a doubtful value and would be suspect as well, with why.

        What is doubted raises no suspicion against what is not.
        """
        steps = [step for m in self.figures.measures for step in find_doubted_steps(m, self.errors[m.indicator])]
        found = find_suspects([*self.steps, *steps]) if steps else {}
        return tuple((step, ("doubted", *found[step.place])) for step in steps if step.place in found)

    @cached_property
    def newest_steps(self) -> Mapping[tuple[str, str], Step]:
        """Each step that ends in its measure's headline period, by indicator and area."""
        ended = (step for step in self.steps if step.period == step.measure.headline)
        return {(step.measure.indicator, step.area): step for step in ended}

    def is_suspect(self, measure: Measure, area: str, period: str) -> bool:
        """Return whether a value should be checked before it is used."""
        return (measure.indicator, area, period) in self.suspects

    def error(self, measure: Measure, area: str) -> float | None:
        """Return a region's standard error; None where noise is unknown."""
        return self.errors[measure.indicator].get(area)

    def level(self, measure: Measure) -> TargetLevel | None:
        """Return the level in force for a measure, of what is the same or alike; None without one."""
        level = self.figures.reference.target(measure.definition.id)
        is_in_force = level is not None and level.status == "current" and level.match in COMPARABLE
        return level if is_in_force else None

    def age(self, period: str) -> int:
        """Return the years from a period's last year to the year signals are told in."""
        return self.figures.year - last_year(period)

    @cached_property
    def held_back(self) -> frozenset[str]:
        """The indicators whose change in the nation is not told: too many regions' newest steps are suspect."""
        return frozenset(name for name, n in self.falling.items() if n >= _enough(self.measures[name]))

    @cached_property
    def suspected(self) -> dict[str, int]:
        """How many regions' newest values are suspect, by indicator."""
        found = dict.fromkeys(self.measures, 0)
        for step in self.newest_steps.values():
            found[step.measure.indicator] += step.place in self.suspects
        return found

    @cached_property
    def falling(self) -> dict[str, int]:
        """How many regions' newest values are suspect by indicator: for the worse, under a new keeper either way."""
        found = dict.fromkeys(self.measures, 0)
        for step in self.newest_steps.values():
            is_counted = step.falls or _has_new_keeper(step.measure)
            found[step.measure.indicator] += is_counted and step.place in self.suspects
        return found

    def field(self, measure: Measure, period: str) -> Field | None:
        """Return the regions of one period; None where too few are unsuspected or noise is unknown."""
        key = measure.indicator, period
        if key not in self._fields:
            self._fields[key] = self._field(measure, period)
        return self._fields[key]

    def _field(self, measure: Measure, period: str) -> Field | None:
        known = measure.at.get(period, {})
        values = {a: measure.sign * v for a, v in known.items() if not self.is_suspect(measure, a, period)}
        errors = self.errors[measure.indicator]
        if len(values) < rules.MIN_REGIONS or not errors:
            return None
        ordered = sorted(values.values())
        best, worst = quantile(ordered, 0.25), quantile(ordered, 0.75)
        apart, noise = (worst - best) / IQR_OF_NORMAL, rules.NOISY_SPREAD * median(errors.values())
        spread = max(apart, measure.threshold(period) / 2, noise)
        return Field(measure, period, values, best, worst, spread, apart < noise)

    def standing(self, measure: Measure, area: str) -> Standing | None:
        """Return where a region stands in the headline period, or in the one before where that is suspect.

        None where it has no value there, noise is unknown, too few regions remain, or the figure is too old.
        """
        period = self._judged_period(measure, area)
        field = self.field(measure, period) if period is not None else None
        error = self.error(measure, area)
        if period is None or field is None or not error or self.age(period) > rules.OLD or area not in field.values:
            return None
        return self._standing(field, area, error)

    def _judged_period(self, measure: Measure, area: str) -> str | None:
        periods = [period for period, _ in measure.points[area]]
        if not periods or periods[-1] != measure.headline:
            return None
        if not self.is_suspect(measure, area, measure.headline):
            return measure.headline
        return periods[-2] if len(periods) > 1 else None

    def _standing(self, field: Field, area: str, error: float) -> Standing | None:
        measure, period, own = field.measure, field.period, field.values[area]
        nation = measure.nation(period)
        if nation is None:
            return None
        gap, threshold = own - measure.sign * nation, measure.threshold(period)
        others = [value for code, value in field.values.items() if code != area]
        better = sum(value < own for value in others) / len(others)
        return Standing(
            field=field,
            area=area,
            value=measure.values[area][period],
            gap=gap,
            size=_without(gap, measure.lost(period)) / field.spread,
            z=gap / error,
            threshold=threshold,
            in_worst=reaches(own, field.worst) and better >= rules.OTHERS_BETTER,
            in_best=reaches(-own, -field.best),
            peers_alike=self._peers_alike(field, area, threshold),
            age=self.age(period),
        )

    @staticmethod
    def _peers_alike(field: Field, area: str, threshold: float) -> bool:
        peers = [field.values[code] for code in AREAS.like(area) if code in field.values]
        return bool(peers) and not reaches(field.values[area] - median(peers), threshold)


def _has_new_keeper(measure: Measure) -> bool:
    return measure.fields.keeper_change == measure.headline


def _enough(measure: Measure) -> int:
    """Suspect regions from which the nation's change is not told."""
    return rules.KEEPER_REGIONS if _has_new_keeper(measure) else rules.MANY


def _without(distance: float, lost: float) -> float:
    """A distance made smaller by what rounding may have added, never turned round."""
    smaller = max(0.0, abs(distance) - lost)
    return smaller if distance > 0 else -smaller


def age_factor(age: int) -> float:
    """Return what a figure of an age in years counts."""
    return 1.0 if age <= rules.FULL_AGE else rules.AGE_FACTORS.get(age, 0.0)
