"""The standard error of one region's value, from how the series moves (signals.md, section 4)."""

from itertools import pairwise

import numpy as np
import pandas as pd

from tests.recompute.figures import REGIONS

MOST_POINTS, FEWEST_IN_PERIOD, MIN_RANGES, PRIOR, MIDDLE_POPULATION = 11, 10, 12, 4, 285_000
TO_SIGMA = 0.6745


def year_of(period):
    return int(period[:4])


def _apart(measure, one, other):
    return max(1, year_of(other) - year_of(one)) if measure.item["period"]["kind"] != "month" else 1


def ranges(measure):
    """Moves between successive sound periods on one side of every break, beside the middle region's: one row each.

    In a period that few regions report, the middle follows who reports: no move to or from it is counted.
    """
    table = measure.regions.loc[:, : measure.headline]
    apart = table - table.median()
    known = set(table.columns[table.notna().sum() >= FEWEST_IN_PERIOD])
    found = []
    for area in REGIONS:
        points = list(apart.loc[area].dropna().iloc[-MOST_POINTS:].items())
        for (one, before), (other, after) in pairwise(points):
            if measure.same_side(one, other) and {one, other} <= known:
                years = min(_apart(measure, one, other), measure.width)
                found.append((area, abs(after - before) * np.sqrt(max(1, measure.width / years) / 2)))
    return pd.DataFrame(found, columns=["area", "move"])


def _by_size(moves, population):
    """The noise of a region by its size alone: a power of its population between that of a count and none."""
    size = np.log(moves["area"].map(population) / MIDDLE_POPULATION)
    least = 0.05 * moves["move"].median() / TO_SIGMA
    slope = np.polyfit(size, np.log(moves["move"].clip(lower=max(least, 1e-9))), 1)[0]
    slope = float(np.clip(slope, -0.5, 0))
    level = (moves["move"] / np.exp(slope * size)).median() / TO_SIGMA
    return level * (population / MIDDLE_POPULATION) ** slope


def sigmas(measure, population):
    """{region: standard error}; None where the figures are too few to tell."""
    if measure.headline is None:
        return None
    moves = ranges(measure)
    if len(moves) < MIN_RANGES:
        return None
    newest = population.iloc[:, -1]
    model = _by_size(moves, newest).clip(lower=measure.unit_step / np.sqrt(12))
    found = {}
    for area in REGIONS:
        own = moves.loc[moves["area"] == area, "move"]
        mine = own.median() / TO_SIGMA if len(own) else 0.0
        sigma = np.sqrt((len(own) * mine**2 + PRIOR * model[area] ** 2) / (len(own) + PRIOR))
        found[area] = max(sigma, measure.unit_step / np.sqrt(12), _of_a_count(measure, area, newest[area]))
    return found


def _of_a_count(measure, area, population):
    """A rate is never surer than if every resident were counted."""
    value = measure.at(area, measure.headline)
    if measure.item["unit"] != "rate" or not value:
        return 0.0
    return value / np.sqrt(value * population / 1e5 * measure.width)
