"""Whether results follow municipalities' economic standard inside the regions (signals.md, section 9)."""

import numpy as np

from tests.recompute.figures import REFDATA, is_sound, rows

RANKING, LIKE_IT = "persistent-low-income", ("persistent-low-income", "child-low-income")
FEWEST, GROUPS, AGREE = 5, 5, 0.75
REGION_OF = {row["code"]: row["region"] for row in rows(REFDATA / "municipalities.csv")}


def municipalities(figures, item):
    """(period, {municipality: value}) of the newest sound totals, not after the headline of the regions."""
    key = next((one for one in item["series"] if "municipality" in one["levels"] and "T" in one["sexes"]), None)
    if key is None:
        return None, {}
    found = figures.observations
    found = found[(found["source"] == key["provider"]) & (found["source_key"] == key["key"]) & (found["sex"] == "T")]
    found = found[found["level"] == "municipality"]
    if found.empty:
        return None, {}
    newest = found["period"].max()
    latest = found[found["period"] == newest]
    pairs = zip(latest["area"], latest["value"], strict=True)
    return newest, {area: float(value) for area, value in pairs if is_sound(item, area, newest, value)}


def _end_means(order, values):
    """The means of the first and last fifth; those with one order stay together, where the middle of them falls."""
    levels, counts = np.unique(order, return_counts=True)
    middle = (np.cumsum(counts) - counts / 2) / len(order)
    group = dict(zip(levels, np.ceil(middle * GROUPS).astype(int), strict=True))
    groups = np.array([group[one] for one in order])
    return values[groups == 1].mean(), values[groups == GROUPS].mean()


def _slope(x, y):
    return float((x * y).sum() / (x * x).sum())


def inside(figures, item):
    """The crude distance between the end fifths, the one inside the regions, the part that agree, and if it is told."""
    period, values = municipalities(figures, item)
    _, ranking = municipalities(figures, figures.measures[RANKING].item)
    both = [code for code in ranking if code in values]
    if item["direction"] == "none" or item["id"] in LIKE_IT or len(both) < GROUPS:
        return None
    x, y = np.array([ranking[code] for code in both]), np.array([values[code] for code in both])
    region = np.array([REGION_OF[code] for code in both])
    large = [one for one in np.unique(region) if (region == one).sum() >= FEWEST]
    if len(large) < 2:
        return None
    around = {
        one: (x[region == one] - x[region == one].mean(), y[region == one] - y[region == one].mean()) for one in large
    }
    first, last = _end_means(x, y)
    low, high = _end_means(x, x)
    return _judged(figures.measures[item["id"]], period, around, last - first, high - low)


def _judged(measure, period, around, crude, apart):
    def of(areas):
        chosen = list(areas)
        return _slope(*(np.concatenate([around[one][i] for one in chosen]) for i in (0, 1))) * apart

    whole = of(around)
    agree = np.mean([of([one]) * whole > 0 for one in around])
    holds = all(of(one for one in around if one != out) * whole > 0 for out in around)
    nation = measure.at_raw("00", period)
    threshold = measure.threshold(measure.at_raw("00", measure.headline) if nation is None else nation)
    told = crude * whole > 0 and holds and abs(whole) >= threshold and agree >= AGREE
    return crude, whole, float(agree), bool(told)
