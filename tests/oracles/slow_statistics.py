"""The statistics once more, slow and obvious, in plain Python: what the fast ones are compared with."""

import math
from collections import Counter
from fractions import Fraction
from functools import cache
from itertools import combinations, permutations
from statistics import fmean, median


def sign(number):
    return (number > 0) - (number < 0)


def s(values):
    return sum(sign(later - earlier) for earlier, later in combinations(values, 2))


def slope(periods, values):
    pairs = combinations(zip(periods, values, strict=True), 2)
    return median((v2 - v1) / (t2 - t1) for (t1, v1), (t2, v2) in pairs)


def holds_without_each_point(periods, values):
    whole = sign(slope(periods, values))
    without = [sign(slope(periods[:i] + periods[i + 1 :], values[:i] + values[i + 1 :])) for i in range(len(values))]
    return whole != 0 and all(each == whole for each in without)


def exact_p(values):
    """Count the orders whose S is at least as far from 0: all n! of them."""
    orders = [abs(s(order)) for order in permutations(values)]
    return sum(each >= abs(s(values)) for each in orders) / len(orders)


@cache
def s_counts(ties):
    """Return how often each S comes up among the orders of values, ties[0] of the smallest, ties[1] of the next, …"""
    if not any(ties):
        return Counter({0: 1})
    counts = Counter()
    for place, times in enumerate(ties):
        if times:
            added = sum(ties[:place]) - sum(ties[place + 1 :])
            for before, count in s_counts((*ties[:place], times - 1, *ties[place + 1 :])).items():
                counts[before + added] += count
    return counts


def exact_p_of_ties(ties, reached):
    counts = s_counts(ties)
    return Fraction(sum(count for each, count in counts.items() if abs(each) >= abs(reached)), counts.total())


def tied_z(values):
    """Return z corrected for ties and for continuity."""
    terms = [t * (t - 1) * (2 * t + 5) for t in (len(values), *Counter(values).values())]
    return max(abs(s(values)) - 1, 0) / math.sqrt((terms[0] - sum(terms[1:])) / 18)


def two_sided(z):
    return math.erfc(z / math.sqrt(2))


def quarter(values, own):
    below = sum(each < own for each in values)
    tied = sum(each == own for each in values)
    place = (below + Fraction(tied, 2)) / len(values)
    return "low" if place <= Fraction(1, 4) else "high" if place >= Fraction(3, 4) else "middle"


def quantile(values, share):
    ordered = [Fraction(each) for each in sorted(values)]
    place = Fraction(share) * (len(ordered) - 1)
    low = math.floor(place)
    high = min(low + 1, len(ordered) - 1)
    return float(ordered[low] + (place - low) * (ordered[high] - ordered[low]))


def best_mean(values, n, *, higher):
    return fmean(sorted(values, reverse=higher)[:n])
