"""XmR charts once more, point by point, in exact fractions."""

from fractions import Fraction
from itertools import pairwise

WIDTH, SCREEN = Fraction("2.66"), Fraction("3.267")


def limits(values):
    """(centre, lower, upper, screened) of months without gaps."""
    values = [Fraction(value) for value in values]
    ranges = [abs(later - earlier) for earlier, later in pairwise(values)]
    mean = sum(ranges) / len(ranges)
    kept = [each for each in ranges if each <= SCREEN * mean]
    if any(kept):
        mean = sum(kept) / len(kept)
    screened = len(ranges) - len(kept) if any(kept) else 0
    centre = sum(values) / len(values)
    return centre, centre - WIDTH * mean, centre + WIDTH * mean, screened


def flagged(values, one_side=7, trend=7, outer=2, outer_of=3):
    """{rule: the positions any signal of it touches}, by looking at every stretch of every length asked for."""
    centre, lower, upper, _ = limits(values)
    values = [Fraction(value) for value in values]
    n = len(values)
    third_low, third_high = centre - (centre - lower) * 2 / 3, centre + (upper - centre) * 2 / 3
    found = {"outside": {i for i in range(n) if not lower <= values[i] <= upper}}
    found["one-side"] = stretches(n, one_side, lambda s: all(values[i] > centre for i in s))
    found["one-side"] |= stretches(n, one_side, lambda s: all(values[i] < centre for i in s))
    found["trend"] = stretches(n, trend, lambda s: all(values[i] < values[i + 1] for i in s[:-1]))
    found["trend"] |= stretches(n, trend, lambda s: all(values[i] > values[i + 1] for i in s[:-1]))
    found["outer-third"] = set()
    for zone in (
        [third_high < value <= upper for value in values],
        [lower <= value < third_low for value in values],
    ):
        touched = stretches(n, outer_of, lambda s, zone=zone: sum(zone[i] for i in s) >= outer)
        found["outer-third"] |= {i for i in touched if zone[i]}
    return found


def stretches(n, length, holds):
    found = set()
    for start in range(n - length + 1):
        stretch = range(start, start + length)
        if holds(stretch):
            found |= set(stretch)
    return found
