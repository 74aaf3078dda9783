"""Themes, the subjects to raise, and what else stands on a region's first page (signals.md, 6.6 to 6.8)."""

from dataclasses import dataclass, replace

from tests.recompute.findings import DEVIATING, can_tell, made, may_speak, of_region, placed
from tests.recompute.levels import K_ALIKE, K_HELD
from tests.recompute.targets import in_force

LEAST, ALONE, SINGLE, LEAST_TOLD, MOST, STRONGEST, FRESH = 5, 4.5, 3, 1, 3, 3, 3
ON_ONE, SUPPORTED = 2 / 3, 1 / 3
WAITS = {
    "primary-care-3-days", "first-contact-90d", "treatment-90d", "waiting-first-contact-90d", "waiting-treatment-90d",
    "psychiatry-first-visit-90d", "cancer-pathway-lead-time",
}  # fmt: skip


@dataclass(frozen=True)
class Subject:
    theme: str
    basis: str
    points: float
    members: tuple
    worst: int = 0
    judged: int = 0
    clear: int = 0
    joined: object = None
    rank: int = 0


def _standings(world, area, theme):
    """{question: (its best quarter, its worst)} of a theme's questions with figures at most three years old."""
    found = {}
    for indicator, one in world.spoken():
        signals, period = one.measure.signals, one.period_of(area)
        if signals["theme"] != theme or not may_speak(one) or signals["influence"] == "inherited":
            continue
        if can_tell(one, area, period) and one.edition_year - int(period[:4]) <= FRESH:
            found.setdefault(world.asked(indicator), []).append(one.quarter(area, period))
    return found


def _theme(world, area, theme, members):
    standings = _standings(world, area, theme)
    points = sum(one.points for one in members[:STRONGEST])
    worst = sum(-1 in quarters for quarters in standings.values())
    clear = sum(one.kind == "gap" and one.z is not None for one in members)
    return Subject(theme, "", points, tuple(members), worst, len(standings), clear)


def _weight(world, found):
    return world.judged[found.series].measure.signals["weight"]


def _influence(world, found):
    return world.judged[found.series].measure.signals["influence"]


def _is_own(world, subject):
    alone = any(_weight(world, one) == 3 and one.points >= ALONE for one in subject.members)
    return subject.points >= LEAST and (len(subject.members) >= 2 or alone)


def _has_region(world, subject):
    return any(_influence(world, one) == "region" for one in subject.members)


def _is_shared(world, subject):
    heavy = any(_weight(world, one) == 3 and one.points >= SINGLE for one in subject.members)
    return not _has_region(world, subject) and (_is_own(world, subject) or heavy)


def _survey_share(world, subject, source=None):
    """The survey most of a subject's points rest on, and its share."""
    shares = {}
    for one in subject.members:
        code = world.judged[one.series].measure.signals["source"]
        if world.figures.sources[code] == "survey":
            shares[code] = shares.get(code, 0) + one.points
    total = sum(one.points for one in subject.members)
    if source is not None:
        return source, shares.get(source, 0) / total
    return max(((code, share / total) for code, share in shares.items()), key=lambda pair: pair[1], default=("", 0))


def _paired(world, own):
    """Own subjects, where one that rests on one survey is told with one that other figures support too."""
    resting = {one.theme: _survey_share(world, one) for one in own}
    alone = [one for one in own if resting[one.theme][1] >= ON_ONE]
    others = {one.theme: one for one in own if one not in alone}
    left = []
    for one in alone:
        source = resting[one.theme][0]
        fit = [
            two for two in others.values() if two.joined is None and _survey_share(world, two, source)[1] >= SUPPORTED
        ]
        if fit:
            with_one = max(fit, key=lambda two: two.points)
            others[with_one.theme] = replace(with_one, joined=one)
        else:
            left.append(one)

    def heavier(one):
        return max(one.points, one.joined.points if one.joined else 0)

    return sorted([*others.values(), *left], key=heavier, reverse=True)


def is_best_of(world, area, theme):
    standings = list(_standings(world, area, theme).values())
    best = sum(1 in quarters and -1 not in quarters for quarters in standings)
    return bool(standings) and best * 2 >= len(standings) and not any(-1 in quarters for quarters in standings)


def _single(world, area, subject):
    speaks = [one for one in subject.members if _weight(world, one) == 3 and one.points >= SINGLE]
    if not speaks or not _has_region(world, subject) or is_best_of(world, area, subject.theme):
        return None
    return subject if any(world.judged[one.series].gap(one.area, one.period) > 0 for one in speaks) else None


def _missed(world, area):
    """(distance from the level, theme, …) of each agreed or statutory level that the nation and the region miss."""
    for indicator, one in world.spoken():
        period, level = one.measure.headline, in_force(world.figures, one.measure.id)
        if level is None or not may_speak(one) or area not in one.values(period).index:
            continue
        if one.edition_year - int(period[:4]) > FRESH:
            continue
        value, nation, least = one.measure.at(area, period), one.measure.nation(period)[0], one.threshold(period)
        if min(one.worse(value, level["value"]), one.worse(nation, level["value"]), one.gap(area, period)) >= least:
            yield one.worse(value, level["value"]), one.measure.signals["theme"], indicator, one, period


def _joints(world, area, taken):
    best = {}
    for distance, theme, indicator, one, period in _missed(world, area):
        if theme not in taken and not is_best_of(world, area, theme):
            best[theme] = max(
                best.get(theme, (0,)), (distance, theme, indicator, one, period), key=lambda found: found[0]
            )
    for _distance, theme, indicator, one, period in sorted(best.values(), key=lambda found: -found[0]):
        level = in_force(world.figures, one.measure.id)
        kind = "right" if level["kind"] == "statutory" else "joint"
        yield Subject(theme, "joint", 0.0, (made(indicator, one, area, kind, period),))


def _subjects(world, area, deviating):
    themes = {}
    for one in deviating:
        themes.setdefault(one.theme, []).append(one)
    weighed = [_theme(world, area, theme, members) for theme, members in themes.items()]
    own = [replace(one, basis="own") for one in weighed if _is_own(world, one) and _has_region(world, one)]
    chosen = _paired(world, own)[:MOST]
    told = {one.theme for one in chosen} | {one.joined.theme for one in chosen if one.joined}
    rest = sorted((one for one in weighed if one.theme not in told), key=lambda one: -one.points)
    singles = [replace(one, basis="single") for one in rest if _single(world, area, one)]
    chosen = [*chosen, *singles][:MOST]
    shared = sorted(
        (replace(one, basis="shared") for one in rest if _is_shared(world, one)), key=lambda one: -one.points
    )
    told |= {one.theme for one in (*chosen, *shared)}
    chosen = [*chosen, *_joints(world, area, told)][:MOST]
    return _ranked(chosen), _ranked(shared)


def _ranked(subjects):
    return [replace(one, rank=rank) for rank, one in enumerate(subjects, 1)]


def _members(subject, group):
    yield from (placed(one, group=group, rank=subject.rank, basis=subject.basis) for one in subject.members)
    if subject.joined:
        for one in subject.joined.members:
            yield placed(one, group=group, rank=subject.rank, basis=subject.basis, is_joined=True)


def _first_of_each_theme(found):
    kept = {}
    for one in found:
        kept.setdefault(one.theme, one)
    return list(kept.values())


@dataclass(frozen=True)
class Page:
    """What a region's first page tells: subjects, shared themes, and signals by group, in order."""

    subjects: list
    shared: list
    signals: list


def page_of(world, area):
    found = of_region(world, area)
    deviating = [one for one in found if one.kind in DEVIATING]
    subjects, shared = _subjects(world, area, deviating)
    told = [one for subject in subjects for one in _members(subject, "focus")]
    told += [one for subject in shared for one in _members(subject, "shared")]
    taken = {one.indicator for one in told}
    improving = [one for one in found if one.kind == "improving" and one.points >= LEAST_TOLD][:2]
    groups = {
        "check": [one for one in found if one.kind == "check"][:3],
        "improving": improving,
        "strengths": _strengths(world, area, found, {world.asked(one.indicator) for one in improving}),
        "other": [one for one in deviating if one.indicator not in taken and one.points >= LEAST_TOLD][:3],
    }
    for group, chosen in groups.items():
        told += [placed(one, group=group, rank=rank) for rank, one in enumerate(chosen, 1)]
    return Page(subjects, shared, told)


def _strengths(world, area, found, improving):
    """The strongest of three themes, and beside them the short waits of others."""
    strong = [one for one in found if one.kind == "strength" and one.points >= LEAST_TOLD]
    chosen = _first_of_each_theme([one for one in strong if world.asked(one.indicator) not in improving])[:MOST]
    told = {one.theme for one in chosen}
    return [*chosen, *(one for one in shortest_waits(world, area) if one.theme not in told)]


def shortest_waits(world, area):
    """The wait of each theme where the region is among those with the shortest, clearest first."""
    short = [
        made(indicator, one, area, "ahead", one.measure.headline)
        for indicator, one in world.spoken()
        if may_speak(one) and can_tell(one, area, one.period_of(area)) and is_ahead(world, area, indicator, one)
    ]
    return _first_of_each_theme(sorted(short, key=lambda one: one.size))


def is_ahead(world, area, indicator, one):
    """Whether a wait the region also misses is among the shortest, by every measure of its theme."""
    level, period = in_force(world.figures, one.measure.id), one.period_of(area)
    if one.measure.id not in WAITS or level is None or period != one.measure.headline:
        return False
    if one.quarter(area, period) != 1:
        return False
    needed = K_ALIKE if one.is_noisy(period) else K_HELD
    gap = -one.gap(area, period)
    if gap < one.threshold(period) or gap / one.sigma[area] < needed:
        return False
    if one.worse(one.measure.at(area, period), level["value"]) < one.threshold(period):
        return False
    return not _anything_worse(world, area, indicator, one)


def _anything_worse(world, area, indicator, one):
    theme = one.measure.signals["theme"]
    for other, two in world.spoken():
        period = two.period_of(area)
        if other == indicator or not can_tell(two, area, period) or two.gap(area, period) <= 0:
            continue
        if world.asked(other) == world.asked(indicator):
            return True
        level = in_force(world.figures, two.measure.id) if two.measure.signals["theme"] == theme else None
        is_missed = level is not None and two.worse(two.measure.at(area, period), level["value"]) > 0
        if is_missed and not is_best_of(world, area, theme):
            return True
    return False
