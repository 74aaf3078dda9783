"""Variation, few units and funnels once more, slow and obvious, in plain Python and exact fractions."""

import math
from fractions import Fraction
from itertools import combinations
from statistics import pvariance


def by_region(values, regions):
    """{region: [value, …]} of the regions with five units or more."""
    found = {}
    for value, region in zip(values, regions, strict=True):
        found.setdefault(region, []).append(value)
    return {region: units for region, units in sorted(found.items()) if len(units) >= 5}


def within_between(values, regions):
    groups = by_region([Fraction(value) for value in values], regions)
    within = sum(pvariance(units) for units in groups.values()) / len(groups)
    return within, pvariance([sum(units) / len(units) for units in groups.values()])


def chance(numerators, denominators, regions, model):
    """The expected sampling parts of (within, between), as shares of 1 squared."""
    each = []
    for x, n in zip(map(Fraction, numerators), map(Fraction, denominators), strict=True):
        each.append(x / n * (1 - x / n) / (n - 1) if model == "binomial" else x / n**2)
    groups = by_region(each, regions)
    k = len(groups)
    within = sum(Fraction(len(v) - 1, len(v)) * sum(v) / len(v) for v in groups.values()) / k
    between = sum(sum(v) / len(v) ** 2 for v in groups.values()) / k * Fraction(k - 1, k)
    return within, between


def fewest_carrying(excess, share):
    """How few units can carry a share of the whole: by trying every choice of one, of two, …"""
    excess = [Fraction(each) for each in excess]
    for n in range(len(excess) + 1):
        if any(sum(chosen) >= Fraction(share) * sum(excess) for chosen in combinations(excess, n)):
            return n
    raise AssertionError("all of them carry all of it")


def binomial_at_most(x, n, p):
    # As it is written: 0.9 and not the binary number beside it.
    p = Fraction(str(p))
    return sum(math.comb(n, k) * p**k * (1 - p) ** (n - k) for k in range(x + 1))


def binomial_place(x, n, p):
    """A unit's place by its exact tails alone: no limit is made."""
    low, high = binomial_at_most(x, n, p), 1 - (binomial_at_most(x - 1, n, p) if x > 0 else 0)
    for tail, word in ((Fraction(1, 1000), "99.8"), (Fraction(25, 1000), "95")):
        if low < tail:
            return f"below-{word}"
        if high < tail:
            return f"above-{word}"
    return "inside"


def poisson_at_most(x, mean):
    return math.fsum(math.exp(k * math.log(mean) - mean - math.lgamma(k + 1)) for k in range(x + 1))


def poisson_place(x, mean):
    low = poisson_at_most(x, mean)
    high = math.fsum(math.exp(k * math.log(mean) - mean - math.lgamma(k + 1)) for k in range(x, x + int(9 * mean) + 60))
    for tail, word in ((0.001, "99.8"), (0.025, "95")):
        if low < tail:
            return f"below-{word}"
        if high < tail:
            return f"above-{word}"
    return "inside"


def winsorised_dispersion(z):
    """Mean square of z with its outer tenths drawn in to the quantiles at 1 + (n - 1) p."""
    ordered = sorted(z)

    def quantile(share):
        place = (len(ordered) - 1) * share
        low = math.floor(place)
        high = min(low + 1, len(ordered) - 1)
        return ordered[low] + (place - low) * (ordered[high] - ordered[low])

    low, high = quantile(0.1), quantile(0.9)
    return sum(min(max(each, low), high) ** 2 for each in z) / len(z)
