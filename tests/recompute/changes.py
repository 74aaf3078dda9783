"""What has changed against a region's own earlier level, beyond the nation (signals.md, 6.2 and 6.4)."""

from dataclasses import dataclass

import numpy as np

from tests.recompute.levels import PUBLISHED
from tests.recompute.noise import year_of

OLDEST_BASE, K_CHANGE, K_STEP, LOW_START = 5, 2.5, 3, 0.6
PANDEMIC = ("2020", "2021")
OF_THE_MEDIAN = {2: 0.5, 3: 0.449}


@dataclass(frozen=True)
class Change:
    """Worse is positive: the region's move, and its move beyond the nation's."""

    before: float
    after: float
    base: tuple
    new: tuple
    move: float
    beyond: float
    nation_before: float
    nation_after: float


def windows(measure, has, period):
    """The two newest periods and the up to three before that a change is counted between; None where there are none."""
    usable = [one for one in has if one <= period and measure.same_side(one, period)]
    if measure.width > 1:
        earlier = [one for one in usable if year_of(period) - year_of(one) >= measure.width]
        return ((period,), (earlier[-1],)) if earlier and usable[-1] == period else None
    if not measure.is_yearly or len(usable) < 2 or usable[-1] != period:
        return None
    new = tuple(usable[-2:])
    skip = PANDEMIC if "pandemic" in measure.item["caveats"] else ()
    oldest = year_of(period) - OLDEST_BASE
    base = [one for one in usable[:-2] if year_of(one) >= oldest and one not in skip][-3:]
    return (new, tuple(base)) if len(base) >= 2 else None


def _level(values, periods, how):
    return float(how([values[one] for one in periods]))


def count(sign, own, nation, new, base):
    before, after = _level(own, base, np.median), _level(own, new, np.mean)
    nation_before, nation_after = _level(nation, base, np.median), _level(nation, new, np.mean)
    move = round(sign * (after - before), PUBLISHED)
    beyond = round(move - sign * (nation_after - nation_before), PUBLISHED)
    return Change(before, after, base, new, move, beyond, nation_before, nation_after)


def change_of(judged, area, period):
    """The region's change up to a period, whichever way, if it may be told; else None."""
    measure = judged.measure
    if measure.signals["over_time"] != "judge" or area not in measure.regions.index:
        return None
    own = measure.regions.loc[area].dropna()
    found = windows(measure, list(own.index), period)
    if found is None or any((area, one) in judged.suspects for part in found for one in part):
        return None
    new, base = found
    nation = {one: measure.nation(one)[0] for one in (*new, *base)}
    change = count(measure.sign, own, nation, new, base)
    return change if _may_be_told(judged, area, period, own, nation, change) else None


def _may_be_told(judged, area, period, own, nation, change):
    way = 1 if change.move > 0 else -1
    least = judged.threshold(period) + judged.rounding(period, of_mean=True)
    if not _reaches(change, way, least) or not one_side(judged, own, change, way):
        return False
    if abs(change.beyond) / _error(judged, area, change) < K_CHANGE:
        return False
    if len(change.new) == 1:
        return True
    if way < 0 and judged.worse(own[change.new[-1]], own[change.new[-2]]) > judged.threshold(period):
        return False
    return all(_reaches(left, way, least) for left in each_left_out(judged.measure.sign, own, nation, change))


def _reaches(change, way, least):
    return way * change.move >= least and way * change.beyond >= least


def one_side(judged, own, change, way):
    return all(way * judged.measure.sign * (own[one] - change.before) > 0 for one in change.new)


def _error(judged, area, change):
    if len(change.new) == 1:
        return judged.sigma[area] * np.sqrt(2)
    return judged.sigma[area] * np.sqrt(0.5 + OF_THE_MEDIAN[len(change.base)])


def each_left_out(sign, own, nation, change):
    for out in (*change.new, *change.base):
        new = tuple(one for one in change.new if one != out)
        base = tuple(one for one in change.base if one != out)
        yield count(sign, own, nation, new, base)


def fell(judged, area, period):
    """The year and value that a region fell from in the last year alone, and by how much; None where it did not."""
    measure = judged.measure
    if measure.signals["over_time"] != "judge" or not measure.is_yearly or (area, period) in judged.suspects:
        return None
    own = measure.regions.loc[area].dropna()
    own = own[[one for one in own.index if one <= period]]
    before = [one for one in own.index if year_of(period) - 4 <= year_of(one) < year_of(period)]
    if len(before) < 4 or own.index[-1] != period or not all(measure.same_side(one, period) for one in before):
        return None
    last = before[-1]
    if (area, last) in judged.suspects or not all(judged.worse(own[period], own[one]) > 0 for one in before):
        return None
    move = judged.worse(own[period], own[last])
    beyond = move - judged.worse(measure.nation(period)[0], measure.nation(last)[0])
    least = judged.threshold(period) + judged.rounding(period)
    if min(move, beyond) < least or beyond / (judged.sigma[area] * np.sqrt(2)) < K_STEP:
        return None
    return last, float(own[last]), beyond


def has_recovered(judged, area, period, change):
    """Whether the improvement only brings back what was there before the window."""
    own = judged.measure.regions.loc[area].dropna()
    earlier = [one for one in own.index if one < change.base[0] and judged.measure.same_side(one, period)]
    return any(judged.worse(own[period], own[one]) >= 0 for one in earlier)
