"""What is told of the nation: rights in one line, levels missed, its own changes, and how far apart the regions lie."""

from collections.abc import Iterator
from dataclasses import replace
from statistics import fmean, pvariance

from indicators.areas import NATION
from indicators.signals import rules
from indicators.signals.change import Moved, compared, lasts, told_change
from indicators.signals.evidence import IQR_OF_NORMAL, Evidence, Field, age_factor
from indicators.signals.measures import Measure, reaches
from indicators.signals.records import AreaSignals, Fact, Factors, Group, Kind, Signal
from indicators.statistics.spread import quantile


def nation_signals(evidence: Evidence) -> AreaSignals:
    """Return what is told of the nation."""
    told = [measure for measure in evidence.figures.measures if evidence.age(measure.headline) <= rules.OLD]
    groups = (
        _rights(evidence, told),
        _goals(evidence, told),
        _changes(evidence, told, "worsening"),
        _changes(evidence, told, "improving"),
        _spreads(evidence, told),
        (_check(evidence, evidence.measures[indicator]) for indicator in sorted(evidence.held_back)),
    )
    signals = tuple(signal for group in groups for signal in group)
    return AreaSignals(NATION, evidence.figures.as_of, (), (), signals)


def _signal(measure: Measure, group: Group, kind: Kind) -> Signal:
    return Signal(
        group=group,
        kind=kind,
        theme=measure.fields.theme,
        indicator=measure.indicator,
        series=measure.definition.id,
        area=NATION,
        period=measure.headline,
        value=measure.nation(measure.headline) or 0.0,
        nation_is_middle=not measure.publishes_nation(measure.headline),
    )


def _rights(evidence: Evidence, measures: list[Measure]) -> Iterator[Signal]:
    """All statutory rights as one line: the measures with the lowest and the highest share in the nation."""
    rights = [m for m in measures if (level := evidence.level(m)) is not None and level.kind == "statutory"]
    if not rights:
        return
    low = min(rights, key=_headline_value)
    high = max(rights, key=_headline_value)
    facts: dict[str, Fact] = {
        "of": len(rights),
        "low_indicator": low.indicator,
        "low_value": _headline_value(low),
        "low_period": low.headline,
        "high_indicator": high.indicator,
        "high_value": _headline_value(high),
        "high_period": high.headline,
    }
    yield replace(_signal(low, "rights", "rights"), theme="", indicator="", series="", period="", facts=facts)


def _headline_value(measure: Measure) -> float:
    return measure.nation(measure.headline) or 0.0


def _goals(evidence: Evidence, measures: list[Measure]) -> Iterator[Signal]:
    """Agreed levels in force that the nation misses by what matters, and how many regions reach them."""
    for measure in measures:
        level, value = evidence.level(measure), _headline_value(measure)
        if level is None or level.kind == "statutory" or level.is_met(value):
            continue
        if reaches(abs(value - level.value), measure.threshold(measure.headline)):
            known = measure.at[measure.headline].values()
            reach = sum(level.is_met(own) for own in known)
            facts = {"level": level.value, "operator": level.operator, "reach": reach, "regions": len(known)}
            yield replace(_signal(measure, "goals", "goal"), facts=facts)


def _changes(evidence: Evidence, measures: list[Measure], kind: Group) -> tuple[Signal, ...]:
    found = []
    for measure in measures:
        moved = _moved(evidence, measure)
        if moved is not None and moved.is_worse == (kind == "worsening"):
            found.append(_change(evidence, moved))
    ordered = sorted(found, key=lambda signal: -(signal.points or 0.0))
    return tuple(ordered[: rules.MOST_OF_NATION[kind]])


def _moved(evidence: Evidence, measure: Measure) -> Moved | None:
    if measure.fields.weight < rules.NATION_WEIGHT or measure.indicator in evidence.held_back:
        return None
    moved = compared(evidence, measure, NATION) if measure.publishes_nation(measure.headline) else None
    return moved if moved is not None and lasts(moved) and _is_shared(evidence, moved) else None


def _is_shared(evidence: Evidence, moved: Moved) -> bool:
    same, of = _same_way(evidence, moved)
    return of >= rules.MIN_REGIONS and same >= rules.NATION_SAME_WAY * of


def _same_way(evidence: Evidence, moved: Moved) -> tuple[int, int]:
    """How many regions moved the nation's way in the same periods, of those with a value in all of them."""
    measure, periods = moved.measure, {*moved.old, *moved.new}
    regions = [area for area in measure.regions if periods <= measure.values[area].keys()]
    own = [replace(moved, area=area).own for area in regions]
    way = 1 if moved.is_worse else -1
    return sum(way * change > 0 for change in own), len(own)


def _change(evidence: Evidence, moved: Moved) -> Signal:
    measure, (same, of) = moved.measure, _same_way(evidence, moved)
    group: Group = "worsening" if moved.is_worse else "improving"
    kind: Kind = "nation-worsening" if moved.is_worse else "nation-improving"
    field = evidence.field(measure, measure.headline)
    size = min(rules.CAP, abs(moved.own) / _apart(field)) if field is not None else 0.0
    factors = Factors(measure.fields.weight, size, age_factor(evidence.age(measure.headline)), 1.0, None)
    return replace(
        _signal(measure, group, kind),
        change=told_change(evidence, moved, group),
        points=factors.weight * factors.size * factors.age,
        factors=factors,
        facts={"regions": same, "of": of},
    )


def _apart(field: Field) -> float:
    """How far apart the regions lie: the nation's own change is not weighed against one region's noise."""
    return max((field.worst - field.best) / IQR_OF_NORMAL, field.measure.threshold(field.period) / 2)


def _spreads(evidence: Evidence, measures: list[Measure]) -> tuple[Signal, ...]:
    """Where the regions lie much further apart than chance: the widest of each theme."""
    found = [signal for measure in measures if (signal := _spread(evidence, measure)) is not None]
    first: dict[str, Signal] = {}
    for signal in sorted(found, key=lambda s: -(s.points or 0.0)):
        first.setdefault(signal.theme, signal)
    return tuple(first.values())[: rules.MOST_OF_NATION["spread"]]


def _spread(evidence: Evidence, measure: Measure) -> Signal | None:
    field = evidence.field(measure, measure.headline)
    if field is None or measure.fields.influence == "inherited":
        return None
    values = sorted(value * measure.sign for value in field.values.values())
    ratio = _beyond_chance(evidence, field)
    if ratio < rules.REAL_SPREAD:
        return None
    apart = quantile(values, 0.9) - quantile(values, 0.1)
    points = measure.fields.weight * apart / measure.threshold(measure.headline)
    facts = {"low": values[0], "high": values[-1], "n": len(values), "ratio": ratio}
    told = None if measure.indicator in evidence.held_back else measure.nation(measure.headline)
    return replace(_signal(measure, "spread", "nation-spread"), nation=told, points=points, facts=facts)


def _beyond_chance(evidence: Evidence, field: Field) -> float:
    """The regions' variance in that of chance."""
    errors = evidence.errors[field.measure.indicator]
    noise = fmean(errors[area] ** 2 for area in field.values if area in errors)
    return pvariance(field.values.values()) / noise if noise > 0 else 0.0


def _check(evidence: Evidence, measure: Measure) -> Signal:
    regions = evidence.suspected[measure.indicator]
    return replace(_signal(measure, "check", "nation-check"), facts={"regions": regions})
