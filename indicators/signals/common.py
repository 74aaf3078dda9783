"""What a region shares with the whole country: levels in force that both miss, and where it waits less than others."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from indicators.signals import rules
from indicators.signals.evidence import Evidence, Standing
from indicators.signals.findings import Findings, is_clearly_better
from indicators.signals.measures import Measure, reaches
from indicators.signals.objections import objections
from indicators.signals.records import Fact, Signal, Subject
from indicators.signals.themes import ThemeFindings

WAITS = frozenset(
    {
        "primary-care-3-days",
        "first-contact-90d",
        "waiting-first-contact-90d",
        "treatment-90d",
        "waiting-treatment-90d",
        "psychiatry-first-visit-90d",
        "cancer-pathway-lead-time",
    }
)
"""Waits with a level in force of which a region with a short one has something to share. The telephone is no wait."""


@dataclass(frozen=True)
class Missed:
    """A level in force that the nation and a region both miss, where the region is worse; `beyond` is how far."""

    measure: Measure
    value: float
    beyond: float
    is_right: bool


def joint_of(evidence: Evidence, area: str, themes: Iterable[ThemeFindings]) -> list[Subject]:
    """Return the themes with a level that nation and region both miss, where the region is worse; farthest first."""
    found: list[tuple[float, Subject]] = []
    for theme in themes:
        missed = [] if theme.is_among_best else _missed(evidence, area, theme.theme)
        if missed:
            speaks = max(missed, key=lambda item: item.beyond)
            found.append((speaks.beyond, _joint(evidence, area, theme, speaks)))
    return [subject for _, subject in sorted(found, key=lambda pair: -pair[0])]


def _missed(evidence: Evidence, area: str, theme: str) -> list[Missed]:
    measures = [m for m in evidence.figures.measures if m.fields.theme == theme]
    return [found for measure in measures if (found := _missed_by_both(evidence, measure, area)) is not None]


def _missed_by_both(evidence: Evidence, measure: Measure, area: str) -> Missed | None:
    """The newest value is asked for: a level is missed whether or not enough regions remain for a quarter."""
    level, period = evidence.level(measure), measure.headline
    value, nation = measure.values[area].get(period), measure.nation(period)
    is_usable = not evidence.is_suspect(measure, area, period) and evidence.age(period) <= rules.OLD
    if level is None or value is None or nation is None or not is_usable:
        return None
    threshold, sign = measure.threshold(period), measure.sign
    beyond = sign * (value - level.value)
    least = min(beyond, sign * (nation - level.value), sign * (value - nation))
    return Missed(measure, value, beyond, level.kind == "statutory") if reaches(least, threshold) else None


def _joint(evidence: Evidence, area: str, theme: ThemeFindings, missed: Missed) -> Subject:
    measure, level = missed.measure, evidence.level(missed.measure)
    period, age = measure.headline, evidence.age(measure.headline)
    standing = evidence.standing(measure, area)
    alike = standing is not None and standing.peers_alike
    facts: dict[str, Fact] = {}
    if level is not None and not missed.is_right:
        facts = {"level": level.value, "operator": level.operator}
    signal = Signal(
        group="focus",
        kind="right" if missed.is_right else "joint",
        theme=theme.theme,
        indicator=measure.indicator,
        series=measure.definition.id,
        area=area,
        period=period,
        value=missed.value,
        nation=measure.nation(period),
        nation_is_middle=not measure.publishes_nation(period),
        objections=objections(measure, area, evidence.figures.population, peers_alike=alike, age=age),
        facts=facts,
    )
    counts = (theme.worst, theme.judged, theme.clear)
    return Subject(theme.theme, 0, "joint", None, *counts, (signal,), signal.objections)


def ahead_of(evidence: Evidence, findings: Findings, themes: dict[str, ThemeFindings]) -> Iterator[Standing]:
    """Yield the waits in which the region is among those with the shortest, though the level is missed there too."""
    for standing in findings.standings.values():
        is_newest = standing.period == standing.measure.headline
        if is_newest and standing.measure.indicator in WAITS and _is_ahead(evidence, findings, standing, themes):
            yield standing


def _is_ahead(evidence: Evidence, findings: Findings, standing: Standing, themes: dict[str, ThemeFindings]) -> bool:
    level, measure = evidence.level(standing.measure), standing.measure
    if level is None or level.is_met(standing.value) or not is_clearly_better(standing):
        return False
    beside = [s for s in findings.standings.values() if s.measure.question == measure.question]
    if any(other.gap > 0 for other in beside):
        return False
    theme = themes[measure.fields.theme]
    return theme.is_among_best or not any(other.gap > 0 and _misses_level(evidence, other) for other in theme.standings)


def _misses_level(evidence: Evidence, standing: Standing) -> bool:
    level = evidence.level(standing.measure)
    return level is not None and not level.is_met(standing.value)
