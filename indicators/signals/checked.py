"""What is being checked in one year's figures, laid over what was assessed: shown, but neither judged nor a yardstick.

A value whose step may stem from the recording is no region's place and nobody's yardstick; a change of the nation that
several such steps make up is not told. Every view reads its rows through this one look-up.
"""

from collections import ChainMap
from collections.abc import Hashable, Iterable, Iterator, Mapping, MutableMapping
from dataclasses import dataclass, field, replace
from typing import TypeVar, cast

from indicators.areas import AREAS, NATION
from indicators.assessment.judgement import NOT_ASSESSED, Judgement, not_assessed
from indicators.assessment.records import Comparison
from indicators.catalogue import Catalogue
from indicators.definition import Definition, Sex
from indicators.scorecard import AssessedRow, Scorecard
from indicators.signals.evidence import Evidence
from indicators.signals.records import AreaSignals, CheckReason, Suspected
from indicators.statistics.spread import summarise

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")
HELD_BACK = "held-back"
HELD_AGAINST = ("met", "near", "not-met", "right")
"""Verdicts that a value was held against its level for; the others say something of the level alone."""


@dataclass(frozen=True)
class Checks:
    """The values under suspicion, by series and region, and the series whose change in the nation is not told."""

    suspected: Mapping[tuple[str, str], Suspected] = field(default_factory=dict)
    held_back: frozenset[str] = frozenset()

    def reasons(self, series: str, area: str, period: str) -> tuple[CheckReason, ...]:
        """Return why a value is to be checked, the most telling reason first; nothing where it is not."""
        found = self.suspected.get((series, area))
        return found.reasons if found is not None and found.period == period else ()


NO_CHECKS = Checks()


def checks_in_signals(signals: Mapping[str, AreaSignals]) -> Checks:
    """Return what is being checked, from what was chosen of the nation and each region."""
    suspected = {(item.series, area): item for area, own in signals.items() for item in own.suspected}
    return Checks(suspected, frozenset(signal.series for signal in signals[NATION].of_group("check")))


def checks_in_evidence(evidence: Evidence) -> Checks:
    """Return what is being checked, from the figures that signals are chosen among."""
    suspected = {(item.series, area): item for area in AREAS.region_codes for item in suspected_in(evidence, area)}
    return Checks(suspected, frozenset(evidence.measures[name].definition.id for name in evidence.held_back))


def suspected_in(evidence: Evidence, area: str) -> tuple[Suspected, ...]:
    """Return the newest values of a region that should be checked before they are used, told or not."""
    steps = (step for step in evidence.newest_steps.values() if step.area == area and step.place in evidence.suspects)
    return tuple(
        Suspected(step.measure.definition.id, step.period, evidence.suspects[step.place])
        for step in sorted(steps, key=lambda step: step.measure.indicator)
    )


def with_checks(assessed: Scorecard, checks: Checks, catalogue: Catalogue) -> Scorecard:
    """Return assessed rows with what is being checked laid over them; the same where nothing is."""
    series = {*(name for name, _ in checks.suspected), *checks.held_back}
    comparisons: dict[tuple[str, Sex], Comparison] = {}
    rows: dict[tuple[str, Sex, str], AssessedRow] = {}
    for name, sex in (key for key in assessed.comparisons if key[0] in series):
        definition, plain = catalogue.by_id[name], assessed.comparisons[name, sex]
        comparison = comparisons[name, sex] = _without_suspects(plain, checks)
        own = [assessed.rows[name, sex, area] for area in (NATION, *AREAS.region_codes)]
        rows.update({(name, sex, row.area): row for row in _rows(own, definition, comparison, checks)})
    if not series:
        return assessed
    return replace(
        assessed,
        comparisons=_over(comparisons, assessed.comparisons),
        rows=_over(rows, assessed.rows),
        known_headlines=assessed.headlines,
    )


def _over(changed: dict[Key, Value], plain: Mapping[Key, Value]) -> Mapping[Key, Value]:
    # A chain writes to its first map only: the plain one need not be one that can be written to.
    return ChainMap(changed, cast("MutableMapping[Key, Value]", plain))


def _without_suspects(comparison: Comparison, checks: Checks) -> Comparison:
    period = comparison.headline or ""
    suspects = [code for code in comparison.values if checks.reasons(comparison.indicator, code, period)]
    doubtful = (*comparison.doubtful, *(code for code in suspects if code not in comparison.doubtful))
    sound = [value for code, value in comparison.values.items() if code not in doubtful]
    return replace(comparison, doubtful=doubtful, spread=summarise(sound) if sound else None)


def _rows(
    rows: Iterable[AssessedRow], definition: Definition, comparison: Comparison, checks: Checks
) -> Iterator[AssessedRow]:
    from indicators.assessment.position import judge_positions

    positions = judge_positions(definition, comparison)
    for row in rows:
        reasons = checks.reasons(definition.id, row.area, row.period or "") if row.value is not None else ()
        if reasons:
            yield _checked(row, not_assessed(f"suspected.{reasons[0]}", value=row.value))
        elif row.area == NATION and definition.id in checks.held_back:
            yield _still(row, not_assessed(HELD_BACK))
        else:
            yield replace(row, position=positions.get(row.area, row.position))


def _checked(row: AssessedRow, why: Judgement) -> AssessedRow:
    target = why if row.target.verdict in HELD_AGAINST else row.target
    return replace(_still(row, why), position=why, target=target)


def _still(row: AssessedRow, why: Judgement) -> AssessedRow:
    """A row that tells no development; where it told none before it keeps its own reason."""
    trend, change = (why if own.verdict != NOT_ASSESSED else own for own in (row.trend, row.change))
    return replace(row, trend=trend, change=change, previous=None)
