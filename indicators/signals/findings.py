"""Every signal that the figures of one region hold, before places and subjects are given out."""

from dataclasses import dataclass, replace

from indicators.areas import NATION
from indicators.signals import rules
from indicators.signals.change import Moved, change_of, fell, told_change
from indicators.signals.checks import checks_in
from indicators.signals.evidence import Evidence, Standing, age_factor
from indicators.signals.measures import Measure, reaches
from indicators.signals.objections import objections
from indicators.signals.records import Change, Factors, Group, Kind, Signal

GROUPS: dict[Kind, Group] = {"improving": "improving", "strength": "strengths"}
"""Where signals of a kind are told; all others are deviations."""


@dataclass(frozen=True)
class Findings:
    """The signals of one region by what they say, one per question, and where it stands in each measure."""

    area: str
    standings: dict[str, Standing]
    deviating: tuple[Signal, ...]
    checks: tuple[Signal, ...]
    improving: tuple[Signal, ...]
    strengths: tuple[Signal, ...]


def findings_of(evidence: Evidence, area: str) -> Findings:
    """Return what one region's figures hold."""
    standings = {m.indicator: s for m in evidence.figures.measures if (s := evidence.standing(m, area)) is not None}
    deviating: list[Signal] = []
    improving: list[Signal] = []
    strengths: list[Signal] = []
    for standing in standings.values():
        for found, signals in (
            (deviation(evidence, standing), deviating),
            (improvement(evidence, standing), improving),
            (strength(evidence, standing), strengths),
        ):
            if found is not None:
                signals.append(found)
    better = one_per_question(evidence, improving)
    told = {evidence.measures[signal.indicator].question for signal in better}
    steady = [signal for signal in strengths if evidence.measures[signal.indicator].question not in told]
    return Findings(
        area,
        standings,
        one_per_question(evidence, deviating),
        checks_in(evidence, area, standings),
        better,
        one_per_question(evidence, steady),
    )


def heaviest_first(signal: Signal) -> tuple[float, float, str]:
    """Return what signals are put in order by: their points, then the distance that the points are capped from."""
    return -(signal.points or 0.0), -abs(float(signal.facts.get("size") or 0.0)), signal.indicator


def one_per_question(evidence: Evidence, signals: list[Signal] | tuple[Signal, ...]) -> tuple[Signal, ...]:
    """Return the strongest signal of each question, heaviest first."""
    found: dict[str, Signal] = {}
    for signal in sorted(signals, key=heaviest_first):
        found.setdefault(evidence.measures[signal.indicator].question, signal)
    return tuple(found.values())


def deviation(evidence: Evidence, standing: Standing) -> Signal | None:
    """Return what is worse in one measure: a gap, else a worsening, a fall of one year, or a missed level."""
    moved = change_of(evidence, standing.measure, standing.area) if _is_newest(standing) else None
    worsening = moved if moved is not None and moved.is_worse else None
    dropped = fell(evidence, standing.measure, standing.area) if _is_newest(standing) else None
    if is_gap(evidence, standing):
        return _gap(evidence, standing, worsening, dropped)
    if standing.in_best:
        return None
    if worsening is not None:
        return _worse(evidence, standing, worsening, "worsening")
    if dropped is not None:
        return _worse(evidence, standing, dropped, "fell")
    return _missed_level(evidence, standing)


def _is_newest(standing: Standing) -> bool:
    return standing.period == standing.measure.headline


def is_gap(evidence: Evidence, standing: Standing) -> bool:
    """Return whether a region is worse than the nation by what matters, beyond chance, and among the worst."""
    measure = standing.measure
    if (
        not reaches(standing.counted, standing.threshold)
        or not standing.in_worst
        or measure.fields.influence == "inherited"
    ):
        return False
    if measure.fields.compare == "peers" and standing.peers_alike:
        return False
    return standing.z >= needed(evidence, standing)


def needed(evidence: Evidence, standing: Standing) -> float:
    """Return the standard errors that a region's distance needs."""
    if standing.field.alike:
        return rules.K_ALIKE
    always = not rules.ALWAYS_CLEAR.isdisjoint(standing.measure.definition.caveats)
    return rules.K_HELD if not always and _was_there(evidence, standing) else rules.K_GAP


def _was_there(evidence: Evidence, standing: Standing) -> bool:
    """Whether the distance reached what matters in one of the two periods before that share no year with it."""
    measure, area = standing.measure, standing.area
    before = [p for p, _ in measure.points[area] if p < standing.period and not measure.shares_year(p, standing.period)]
    return any(
        not evidence.is_suspect(measure, area, period)
        and reaches(_gap_at(measure, area, period), measure.threshold(period))
        for period in before[-2:]
    )


def _gap_at(measure: Measure, area: str, period: str) -> float:
    nation = measure.nation(period)
    return 0.0 if nation is None else measure.sign * (measure.values[area][period] - nation)


def _gap(evidence: Evidence, standing: Standing, worsening: Moved | None, dropped: Moved | None) -> Signal:
    change = told_change(evidence, worsening, "worsening") if worsening is not None else None
    if change is None and dropped is not None:
        change = told_change(evidence, dropped, "fell")
    peers = rules.PEER_SAME if standing.peers_alike else 1.0
    return _signal(evidence, standing, "gap", abs(standing.size), peers=peers, change=change)


def _worse(evidence: Evidence, standing: Standing, moved: Moved, kind: Kind) -> Signal:
    size = moved.beyond / standing.field.spread
    change = told_change(evidence, moved, kind)
    return _signal(evidence, standing, kind, size, part=rules.CLAUSE, change=change)


def _missed_level(evidence: Evidence, standing: Standing) -> Signal | None:
    """A level in force that many regions reach and this one misses."""
    level = evidence.level(standing.measure)
    if level is None or level.kind == "statutory" or standing.measure.fields.influence == "inherited":
        return None
    values = [value * standing.measure.sign for value in standing.field.values.values()]
    reach = sum(level.is_met(value) for value in values)
    missed = abs(standing.value - level.value)
    error = evidence.error(standing.measure, standing.area) or 0.0
    is_missed = not level.is_met(standing.value) and reaches(missed, max(standing.threshold, rules.K_HELD * error))
    if not is_missed or reach < rules.TARGET_REACH * len(values) or standing.gap <= 0:
        return None
    facts = {"level": level.value, "operator": level.operator, "reach": reach, "regions": len(values)}
    size = missed / standing.field.spread
    return replace(_signal(evidence, standing, "target", size, part=rules.TARGET), facts=facts)


def improvement(evidence: Evidence, standing: Standing) -> Signal | None:
    """Return a change for the better that may be told, halved where the region stays in the worst quarter."""
    measure = standing.measure
    moved = change_of(evidence, measure, standing.area) if _is_newest(standing) else None
    if moved is None or moved.is_worse or _began_to_be_recorded(moved):
        return None
    change = told_change(evidence, moved, "improving", stays_worst=standing.in_worst)
    part = rules.STAYS_WORST if standing.in_worst else 1.0
    size = -moved.beyond / standing.field.spread
    return _signal(evidence, standing, "improving", size, part=part, change=change)


def _began_to_be_recorded(moved: Moved) -> bool:
    measure = moved.measure
    is_registered = measure.definition.kind == "process" and measure.source_kind == "register"
    return is_registered and moved.before(moved.area) < rules.LOW_START * moved.before(NATION)


def strength(evidence: Evidence, standing: Standing) -> Signal | None:
    """Return what is better than the nation year after year, in the best quarter."""
    measure, area = standing.measure, standing.area
    if not _is_newest(standing) or not is_clearly_better(standing) or measure.fields.influence == "inherited":
        return None
    newest = [p for p, _ in measure.points[area]][-rules.STABLE_YEARS :]
    better = [reaches(-_gap_at(measure, area, period), measure.threshold(period)) for period in newest]
    if not all(better[-2:]) or sum(better) < len(better) - 1 or _is_falling(evidence, standing):
        return None
    return _signal(evidence, standing, "strength", abs(standing.size))


def is_clearly_better(standing: Standing) -> bool:
    """Return whether a region is in the best quarter, and better than the nation by what matters and beyond chance."""
    least = rules.K_ALIKE if standing.field.alike else rules.K_HELD
    return standing.in_best and reaches(-standing.counted, standing.threshold) and -standing.z >= least


def _is_falling(evidence: Evidence, standing: Standing) -> bool:
    moved = change_of(evidence, standing.measure, standing.area)
    is_worse = moved is not None and moved.is_worse
    return is_worse or fell(evidence, standing.measure, standing.area) is not None


def _signal(
    evidence: Evidence,
    standing: Standing,
    kind: Kind,
    size: float,
    *,
    part: float = 1.0,
    peers: float = 1.0,
    change: Change | None = None,
) -> Signal:
    """A signal with its points: weight, times size, age and peers. `part` is what its kind counts."""
    weight = standing.measure.fields.weight * part
    factors = Factors(weight, min(rules.CAP, size), age_factor(standing.age), peers, standing.z)
    points = factors.weight * factors.size * factors.age * factors.peers
    plain = plain_signal(evidence, standing, GROUPS.get(kind, "other"), kind)
    return replace(plain, change=change, points=points, factors=factors)


def plain_signal(evidence: Evidence, standing: Standing, group: Group, kind: Kind) -> Signal:
    """Return a region's value beside the nation as a signal without points."""
    measure, period = standing.measure, standing.period
    people = evidence.figures.population
    return Signal(
        group=group,
        kind=kind,
        theme=measure.fields.theme,
        indicator=measure.indicator,
        series=measure.definition.id,
        area=standing.area,
        period=period,
        value=standing.value,
        nation=measure.nation(period),
        nation_is_middle=not measure.publishes_nation(period),
        best_quarter=standing.best_quarter,
        factors=Factors(measure.fields.weight, 0.0, age_factor(standing.age), 1.0, standing.z),
        objections=objections(measure, standing.area, people, peers_alike=standing.peers_alike, age=standing.age),
        facts={"size": standing.size},
    )
