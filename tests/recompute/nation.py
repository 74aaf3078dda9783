"""The nation: what is held back, changes, goals, the care guarantee and spread (signals.md, section 7)."""

from dataclasses import dataclass

import numpy as np

from tests.recompute import changes
from tests.recompute.figures import REGIONS
from tests.recompute.findings import may_speak
from tests.recompute.levels import CAP
from tests.recompute.noise import year_of
from tests.recompute.targets import in_force

MANY, KEEPER_REGIONS, SAME_WAY, FEWEST, WEIGHT, REAL, OLDEST = 4, 2, 0.75, 15, 2, 4, 3


@dataclass(frozen=True)
class OfNation:
    """One line about the nation; `n` is what its kind counts, `low` and `high` what it lies between."""

    group: str
    kind: str
    theme: str
    indicator: str
    series: str
    period: str
    value: float
    points: float | None = None
    before: float | None = None
    n: int | None = None
    of: int | None = None
    low: float | None = None
    high: float | None = None


def is_held_back(one):
    """Whether so many regions' steps are under suspicion that the nation's change is not told."""
    period = one.measure.headline
    steps = [step for (_, when), (step, _) in one.suspects.items() if when == period]
    if one.measure.signals.get("keeper_change") == period and len(steps) >= KEEPER_REGIONS:
        return True
    return sum(step.k > 0 for step in steps) >= MANY


def _line(group, kind, indicator, one, **more):
    period = one.measure.headline
    value = one.measure.at("00", period)
    value = one.measure.nation(period)[0] if value is None else value
    theme = one.measure.signals["theme"]
    return OfNation(group, kind, theme, indicator, one.measure.id, period, value, **more)


def _is_fresh(one):
    return one.edition_year - year_of(one.measure.headline) <= OLDEST


def checks(world):
    found = [
        _line("check", "nation-check", indicator, one, n=sum(when == one.measure.headline for _, when in one.suspects))
        for indicator, one in world.spoken()
        if may_speak(one) and is_held_back(one)
    ]
    return sorted(found, key=lambda line: line.indicator)


def _nation_change(one):
    measure = one.measure
    own = measure.sound.loc["00"].dropna() if "00" in measure.sound.index else None
    if own is None or measure.signals["over_time"] != "judge" or measure.headline not in own.index:
        return None
    windows = changes.windows(measure, list(own.index), measure.headline)
    if windows is None:
        return None
    new, base = windows
    zero = dict.fromkeys((*new, *base), 0.0)
    change = changes.count(measure.sign, own, zero, new, base)
    return change if _holds(one, own, change) else None


def _holds(one, own, change):
    """The nation has no chance to be told from: size, direction and no reversal decide."""
    way = 1 if change.move > 0 else -1
    least = one.threshold(one.measure.headline) + one.rounding(one.measure.headline, of_mean=True)
    if way * change.move < least or not changes.one_side(one, own, change, way):
        return False
    last = one.worse(own[change.new[-1]], own[change.new[-2]]) if len(change.new) == 2 else 0
    return way * last >= -one.threshold(one.measure.headline)


def _moving_along(one, change):
    """How many regions move the same way between the same periods, and how many can be told."""
    table, way = one.plain, 1 if change.move > 0 else -1
    needed = [*change.new, *change.base]
    told = [area for area in REGIONS if table.loc[area, needed].notna().all()]
    moves = [
        one.measure.sign * (table.loc[area, list(change.new)].mean() - table.loc[area, list(change.base)].median())
        for area in told
    ]
    return sum(way * move > 0 for move in moves), len(told)


def movements(world):
    found = {}
    for indicator, one in world.spoken():
        if not may_speak(one) or one.measure.signals["weight"] < WEIGHT or not _is_fresh(one) or is_held_back(one):
            continue
        change = _nation_change(one)
        if change is None:
            continue
        n, of = _moving_along(one, change)
        if of < FEWEST or n < SAME_WAY * of:
            continue
        period = one.measure.headline
        size = min(CAP, abs(change.move) / max(one.scale(period), one.threshold(period) / 2))
        points = one.measure.signals["weight"] * size * one.age(period)
        group = "worsening" if change.move > 0 else "improving"
        line = _line(group, f"nation-{group}", indicator, one, points=points, before=change.before, n=n, of=of)
        question = (group, world.asked(indicator))
        if question not in found or found[question].points < points:
            found[question] = line
    return sorted(found.values(), key=lambda line: -line.points)


def _is_right(world, one):
    level = in_force(world.figures, one.measure.id)
    return level is not None and level["kind"] == "statutory"


def rights(world):
    """(how many measures, the lowest, the highest) of the care guarantee in the nation."""
    found = [_line("rights", "rights", indicator, one) for indicator, one in world.spoken() if _is_right(world, one)]
    return len(found), min(found, key=lambda line: line.value), max(found, key=lambda line: line.value)


def goals(world):
    for indicator, one in world.spoken():
        level = in_force(world.figures, one.measure.id)
        if level is None or level["kind"] == "statutory" or not may_speak(one) or not _is_fresh(one):
            continue
        period = one.measure.headline
        if one.worse(one.measure.nation(period)[0], level["value"]) >= one.threshold(period):
            reached = sum(one.worse(value, level["value"]) <= 0 for value in one.values(period))
            yield _line("goals", "goal", indicator, one, n=reached, of=len(one.values(period)))


def spreads(world):
    found = {}
    for indicator, one in world.spoken():
        period = one.measure.headline
        values = one.values(period)
        if not may_speak(one) or not _is_fresh(one) or len(values) < FEWEST:
            continue
        if one.measure.signals["influence"] == "inherited":
            continue
        noise = np.mean([one.sigma[area] ** 2 for area in values.index])
        if values.var(ddof=0) / noise < REAL:
            continue
        low, high = np.percentile(values, [10, 90])
        points = one.measure.signals["weight"] * (high - low) / one.threshold(period)
        line = _line(
            "spread", "nation-spread", indicator, one,
            points=points, low=float(values.min()), high=float(values.max()), n=len(values),
        )  # fmt: skip
        if line.theme not in found or found[line.theme].points < points:
            found[line.theme] = line
    return sorted(found.values(), key=lambda line: -line.points)
