"""Every finding of every region, one a question: what deviates, improves, is strong, or must be checked first."""

from dataclasses import dataclass, replace

from tests.recompute import changes, levels, noise, suspicion
from tests.recompute.figures import REGIONS

OLDEST, OLDEST_CHECK, CLAUSE, STAYS_WORST, RISE_TOLD = 4, 3, 0.75, 0.5, 10
DEVIATING = ("gap", "worsening", "fell", "target")


@dataclass(frozen=True)
class Found:
    """One finding; `before` is what it is counted from. A check's points order it: falls, weight, then z."""

    area: str
    kind: str
    theme: str
    indicator: str
    series: str
    period: str
    value: float
    nation: float
    points: float | None = None
    z: float | None = None
    size: float | None = None
    best_quarter: float | None = None
    before: float | None = None
    change: changes.Change | None = None
    reasons: tuple = ()
    group: str = ""
    rank: int = 0
    basis: str = ""
    is_joined: bool = False


@dataclass(frozen=True)
class World:
    """All measures that may be judged, with their noise and what is suspected in them."""

    figures: object
    judged: dict
    suspects: dict
    reader: dict
    question: dict

    def spoken(self):
        """(reader's id, judged) of one series of each pair of twins, in the order of the files."""
        return [(self.reader[key], one) for key, one in self.judged.items() if key in self.reader]

    def asked(self, indicator):
        return self.question.get(indicator, indicator)


def _readers(measures):
    """{the series that speaks: the reader's id}: of twins the one with the newest headline."""
    found = {key: key for key in measures}
    for key, measure in measures.items():
        main = measure.item.get("twin", {}).get("of")
        if main:
            newer = (measure.headline or "") > (measures[main].headline or "")
            del found[main if newer else key]
            if newer:
                found[key] = main
    return found


def read_world(figures):
    measures = {key: one for key, one in figures.measures.items() if one.headline is not None}
    sigmas = {key: noise.sigmas(one, figures.population) for key, one in measures.items()}
    steps = [
        step
        for key, one in measures.items()
        for step in suspicion.steps_of(one, sigmas[key], figures.sources[one.signals["source"]])
    ]
    suspects = suspicion.suspects(steps, {key: one.signals.get("keeper_change") for key, one in measures.items()})
    judged = {
        key: levels.Judged(one, sigmas[key], _of(suspects, key), figures.peers, figures.year)
        for key, one in measures.items()
        if sigmas[key] is not None
    }
    question = {one: group[0] for group in figures.same for one in group}
    # Trust in health centres has its own question: signals.md, section 1.
    question.pop("trust-in-health-centres", None)
    return World(figures, judged, suspects, _readers(measures), question)


def _of(suspects, key):
    return {(area, period): why for (measure, area, period), why in suspects.items() if measure == key}


def may_speak(one):
    """Whether a measure can give signals at all."""
    signals = one.measure.signals
    return signals["weight"] > 0 and one.measure.sign != 0 and signals["influence"] != "society"


def can_tell(one, area, period):
    """Whether the region's value of that period may be held against the others'."""
    return period is not None and one.edition_year - noise.year_of(period) <= OLDEST and one.can_judge(area, period)


def made(indicator, one, area, kind, period, **more):
    nation = one.measure.nation(period)[0]
    facts = {"z": one.z(area, period), "size": one.size(area, period), "best_quarter": one.best_quarter(period)}
    value = one.measure.at(area, period)
    theme = one.measure.signals["theme"]
    return Found(area, kind, theme, indicator, one.measure.id, period, value, nation, **{**facts, **more})


def _deviation(indicator, one, area, period, change):
    worse = change if change and change.move > 0 else None
    inherited = one.measure.signals["influence"] == "inherited"
    fallen = changes.fell(one, area, period)
    if not inherited and levels.has_gap(one, area, period):
        before = worse.before if worse else fallen[1] if fallen else None
        points = levels.gap_points(one, area, period)
        return made(indicator, one, area, "gap", period, points=points, change=worse, before=before)
    if one.quarter(area, period) == 1:
        return None
    if worse:
        points = _moved(one, period, worse.beyond) * CLAUSE
        return made(indicator, one, area, "worsening", period, points=points, change=worse, before=worse.before)
    if fallen:
        points = _moved(one, period, fallen[2]) * CLAUSE
        return made(indicator, one, area, "fell", period, points=points, before=fallen[1])
    return None


def _moved(one, period, beyond):
    return one.measure.signals["weight"] * min(levels.CAP, beyond / one.spread(period)) * one.age(period)


def _improvement(indicator, one, area, period, change):
    if change is None or change.move >= 0:
        return None
    is_register = one.measure.item["kind"] == "process"
    if is_register and change.before < changes.LOW_START * change.nation_before and one.measure.sign < 0:
        return None
    points = _moved(one, period, -change.beyond) * (STAYS_WORST if one.quarter(area, period) < 0 else 1)
    return made(indicator, one, area, "improving", period, points=points, change=change, before=change.before)


def _strength(indicator, one, area, period):
    if one.measure.signals["influence"] == "inherited" or not levels.has_strength(one, area, period):
        return None
    return made(indicator, one, area, "strength", period, points=levels.strength_points(one, area, period))


def _check(indicator, one, area):
    period = one.measure.headline
    step, reasons = one.suspects.get((area, period), (None, ()))
    if step is None or -RISE_TOLD < step.k < 0 or one.edition_year - noise.year_of(period) > OLDEST_CHECK:
        return None
    before = float(one.measure.regions.loc[area].dropna().loc[:period].iloc[-2])
    value, nation = one.measure.at(area, period), one.measure.nation(period)[0]
    theme = one.measure.signals["theme"]
    points = (step.k > 0) * 10_000 + one.measure.signals["weight"] * 1000 + abs(step.z)
    return Found(
        area, "check", theme, indicator, one.measure.id, period, value, nation,
        points=points, z=step.z, before=before, reasons=reasons,
    )  # fmt: skip


def of_region(world, area):
    """All findings of one region, strongest first within a kind, one a question and kind."""
    found = []
    for indicator, one in world.spoken():
        if not may_speak(one):
            continue
        found.append(_check(indicator, one, area))
        period = one.period_of(area)
        if not can_tell(one, area, period):
            continue
        change = changes.change_of(one, area, period) if period == one.measure.headline else None
        found.append(_deviation(indicator, one, area, period, change))
        if period == one.measure.headline:
            found.append(_strength(indicator, one, area, period))
            found.append(_improvement(indicator, one, area, period, change))
    return _one_a_question(world, [one for one in found if one and one.points])


def _class(found):
    return "deviating" if found.kind in DEVIATING else found.kind


def _one_a_question(world, found):
    kept = {}
    for one in sorted(found, key=lambda one: -abs(one.points)):
        key = (one.kind, one.indicator) if one.kind == "check" else (_class(one), world.asked(one.indicator))
        kept.setdefault(key, one)
    return list(kept.values())


def of_all(world):
    return {area: of_region(world, area) for area in REGIONS}


def placed(found, **where):
    return replace(found, **where)
