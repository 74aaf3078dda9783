"""What lasts of a spread, and how much series swing by themselves, once more: slow and obvious, from the words."""

import math
from statistics import fmean, median


def covariance(pairs, less=0):
    first, second = fmean(a for a, _ in pairs), fmean(b for _, b in pairs)
    return sum((a - first) * (b - second) for a, b in pairs) / (len(pairs) - less)


def deviation(first, second):
    return math.sqrt(max(covariance(list(zip(first, second, strict=True)), less=1), 0))


def share(first, second, regions):
    pairs = {}
    for a, b, region in zip(first, second, regions, strict=True):
        pairs.setdefault(region, []).append((a, b))
    large = [own for own in pairs.values() if len(own) >= 5]
    within = max(fmean(covariance(own) for own in large), 0)
    between = max(covariance([(fmean(a for a, _ in own), fmean(b for _, b in own)) for own in large]), 0)
    return within / (within + between) if within + between else None


def errors(series, width=1, breaks=(), sizes=None):
    """{area: error} by the rule's words; ranges are found by looking every year up in every area."""
    last = {area: dict(points[-11:]) for area, points in series.items()}
    years = sorted({year for points in last.values() for year in points})
    middle = {year: median(points[year] for points in last.values() if year in points) for year in years}
    ranges = {area: [] for area in series}
    for area, points in last.items():
        own = sorted(points)
        for place in range(1, len(own)):
            before, after = own[place - 1], own[place]
            if [start for start in breaks if before < start and start <= after]:
                continue
            gap = after - before
            factor = max(1, width / min(gap, width)) / 2
            moved = (points[after] - middle[after]) - (points[before] - middle[before])
            ranges[area].append(abs(moved) * factor**0.5)
    if sum(len(own) for own in ranges.values()) < 12:
        return {}
    people = sizes or dict.fromkeys(series, 1)
    logs = [(math.log(people[area]), math.log(one)) for area in ranges for one in ranges[area] if one]
    power = 0
    if len({x for x, _ in logs}) > 1:
        power = covariance(logs) / covariance([(x, x) for x, _ in logs])
    power = min(0, max(-0.5, power))
    level = median(one / people[area] ** power for area in ranges for one in ranges[area])
    found = {}
    for area, own in ranges.items():
        mine, model = (median(own) if own else 0) / 0.6745, level * people[area] ** power / 0.6745
        found[area] = math.sqrt((len(own) * mine**2 + 4 * model**2) / (len(own) + 4))
    return found
