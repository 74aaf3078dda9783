"""What a row says of one measure in one area: quarter, trend, and what its change is counted from, with plain loops."""

from itertools import combinations
from math import erfc, sqrt
from statistics import median

from tests.recompute.figures import REFDATA, is_sound, toml
from tests.recompute.levels import PUBLISHED

FEWEST_FOR_QUARTERS, FEWEST_YEARS, MOST_YEARS, LEVEL = 8, 5, 10, 0.05
COARSE, BEGUN = 0.5, 0.6
MOVES = toml(REFDATA / "series_cuts.toml")["moves"]


def position(measure, area):
    """The region's quarter by its place among the sound values: those below it and half of those equal."""
    values = measure.regions[measure.headline].dropna()
    if area not in values.index or len(values) < FEWEST_FOR_QUARTERS:
        return "not-assessed"
    own = values[area]
    place = (2 * (values < own).sum() + (values == own).sum()) / (2 * len(values))
    quarter = "low" if place <= 0.25 else "high" if place >= 0.75 else "middle"
    if quarter == "middle":
        return "middle"
    if measure.sign == 0:
        return {"low": "lowest-quarter", "high": "highest-quarter"}[quarter]
    return "best-quarter" if (quarter == "low") == (measure.sign > 0) else "worst-quarter"


def cuts(measure, area):
    """The first periods after each break, move of a municipality, and change of keeper, oldest first."""
    found = [start["period"] for start in measure.item.get("breaks", [])]
    found += [str(move["year"]) for move in MOVES if area in (move["from"], move["to"])]
    keeper = measure.signals.get("keeper_change")
    return sorted([*found, *([keeper] if keeper else [])])


def published(measure, area):
    """All published values up to the headline, oldest first, and those that are sound."""
    if area not in measure.raw.index:
        return [], []
    every = [(when, float(value)) for when, value in measure.raw.loc[area].dropna().items() if when <= measure.headline]
    return every, [point for point in every if is_sound(measure.item, area, *point)]


def has_begun(measure, value, nation):
    return "recording-start" not in measure.item["caveats"] or nation is None or value >= BEGUN * nation


def change(measure, area):
    """(period, value) that the headline value is counted from; None where nothing is counted."""
    every, sound = published(measure, area)
    if not every or measure.signals["over_time"] != "judge" or every[-1] not in sound:
        return None
    last = every[-1][0]
    apart = [point for point in sound[:-1] if measure.width == 1 or int(last) - int(point[0]) >= measure.width]
    if not apart:
        return None
    base = apart[-1]
    if any(base[0] < cut <= last for cut in cuts(measure, area)):
        return None
    return base if has_begun(measure, base[1], measure.at("00", measure.headline)) else None


def _signs(values):
    return [(later > earlier) - (later < earlier) for earlier, later in combinations(values, 2)]


def _orders(n):
    """How many orders of n different values have each count of pairs in the wrong order."""
    counts = [1]
    for size in range(2, n + 1):
        counts = [sum(counts[max(0, i - size + 1) : i + 1]) for i in range(len(counts) + size - 1)]
    return counts


def p_value(values):
    """Two-sided probability of a movement this steady by chance: exact without ties, else by the normal curve."""
    n, s = len(values), sum(_signs(values))
    groups = [values.count(one) for one in set(values)]
    if max(groups) == 1:
        counts, pairs = _orders(n), n * (n - 1) // 2
        wide = sum(count for wrong, count in enumerate(counts) if abs(pairs - 2 * wrong) >= abs(s))
        return wide / sum(counts)
    variance = (n * (n - 1) * (2 * n + 5) - sum(t * (t - 1) * (2 * t + 5) for t in groups)) / 18
    return 1.0 if variance <= 0 or s == 0 else erfc((abs(s) - 1) / sqrt(variance) / sqrt(2))


def slope(points):
    return median((later[1] - one[1]) / (int(later[0]) - int(one[0])) for one, later in combinations(points, 2))


def direction(points):
    """The move by the middle slope, and whether it is steady: by chance's measure and with each year left out."""
    found = slope(points)
    moved = found * (int(points[-1][0]) - int(points[0][0]))
    holds = all(found * slope(points[:i] + points[i + 1 :]) > 0 for i in range(len(points)))
    return moved, p_value([value for _, value in points]) < LEVEL and holds


def _window(measure, area):
    every, sound = published(measure, area)
    seen = [cut for cut in cuts(measure, area) if every and every[0][0] < cut <= every[-1][0]]
    kept = [point for point in sound if not seen or point[0] >= seen[-1]]
    nation = measure.at("00", measure.headline)
    begun = max((i + 1 for i, point in enumerate(kept) if not has_begun(measure, point[1], nation)), default=0)
    return kept[begun:][-MOST_YEARS:]


def trend(measure, area):
    """Improving, worsening, unchanged, turned (without a direction increasing, decreasing), or not-assessed."""
    every, sound = published(measure, area)
    if not measure.is_yearly or measure.signals["over_time"] != "judge" or (every and every[-1] not in sound):
        return "not-assessed"
    points, nation = _window(measure, area), measure.at_raw("00", measure.headline)
    if len(points) < FEWEST_YEARS or (nation is None and measure.item["relevance"]["basis"] != "unit"):
        return "not-assessed"
    matters = measure.threshold(nation)
    least = round(matters + measure.unit_step, PUBLISHED) if measure.unit_step >= COARSE * matters else matters
    return _told(measure, points, matters, least)


def _told(measure, points, matters, least):
    moved, steady = direction(points)
    step = round(points[-1][1] - points[-2][1], PUBLISHED)
    if _leaps(points, step, least) and not (steady and step * moved > 0):
        return "not-assessed"
    if _turns(points, moved if steady else 0.0, step, matters, least):
        return "turned"
    ends = round(points[-1][1] - points[0][1], PUBLISHED)
    if not steady or ends * moved <= 0 or abs(ends) < least or round(abs(moved), PUBLISHED) < least:
        return "unchanged"
    if measure.sign == 0:
        return "increasing" if moved > 0 else "decreasing"
    return "worsening" if (moved > 0) == (measure.sign > 0) else "improving"


def _leaps(points, step, least):
    """Whether the last year's step is wider than all the years before it."""
    earlier = [value for _, value in points[:-1]]
    next_year = int(points[-1][0]) - int(points[-2][0]) == 1
    return next_year and abs(step) > round(max(earlier) - min(earlier), PUBLISHED) and abs(step) >= least


def _turns(points, moved, step, matters, least):
    """Whether the last step goes against a steady direction by more than matters."""
    if abs(step) <= matters:
        return False
    until = points[:-1]
    if len(until) >= FEWEST_YEARS:
        found, steady = direction(until)
        moved = found if steady else moved
    gone = round(until[-1][1] - until[0][1], PUBLISHED)
    return step * moved < 0 < gone * moved and min(abs(gone), abs(moved)) >= least
