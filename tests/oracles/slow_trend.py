"""Standardised rates and lines through sure and unsure values once more: slow, obvious, by other ways."""

import math
from fractions import Fraction


def byar(count, z):
    low = count * (1 - 1 / (9 * count) - z / (3 * math.sqrt(count))) ** 3
    more = count + 1
    return low, more * (1 - 1 / (9 * more) + z / (3 * math.sqrt(more))) ** 3


def standardised(events, people, weights, per=100_000, z=1.959963984540054):
    """Age by age: what the standard population would have of events, and the spread of that."""
    whole = sum(map(Fraction, weights))
    expected = sum(Fraction(w) * Fraction(x) / Fraction(n) for x, n, w in zip(events, people, weights, strict=True))
    spread = sum(
        (Fraction(w) / Fraction(n)) ** 2 * Fraction(x) for x, n, w in zip(events, people, weights, strict=True)
    )
    rate, count = float(expected / whole), sum(events)
    each = math.sqrt(float(spread / whole**2) / count)
    return tuple(per * one for one in (rate, *(rate + each * (limit - count) for limit in byar(count, z))))


def weighted(periods, values, lower, upper):
    """Slope, strength and change from the normal equations of the whole model, in exact fractions."""
    weights = [(Fraction("3.92") / (Fraction(b) - Fraction(a))) ** 2 for a, b in zip(lower, upper, strict=True)]
    xs, ys = list(map(Fraction, periods)), list(map(Fraction, values))
    s0, s1, s2 = (sum(w * x**k for w, x in zip(weights, xs, strict=True)) for k in (0, 1, 2))
    t0, t1 = (sum(w * x**k * y for w, x, y in zip(weights, xs, ys, strict=True)) for k in (0, 1))
    whole = s0 * s2 - s1 * s1
    slope = (s0 * t1 - s1 * t0) / whole
    return slope, slope * slope * whole / s0, slope * (max(xs) - min(xs))


def zero(function, low, high):
    """Where a falling function crosses 0, by halving."""
    for _ in range(64):
        middle = (low + high) / 2
        low, high = (middle, high) if function(middle) > 0 else (low, middle)
    return (low + high) / 2


def share(odds):
    return 1 / (1 + math.exp(-odds)) if odds > -700 else 0.0


def logistic(periods, numerators, denominators, per=100):
    """Slope, strength and change: the two score equations by halving inside halving, no derivative of them used."""
    centre = sum(periods) / len(periods)
    rows = [(t - centre, x, n) for t, x, n in zip(periods, numerators, denominators, strict=True)]

    def level(slope):
        return zero(lambda a: sum(x - n * share(a + slope * t) for t, x, n in rows), -60, 60)

    slope = zero(lambda b: sum(t * (x - n * share(level(b) + b * t)) for t, x, n in rows), -20, 20)
    a = level(slope)
    weights = [n * share(a + slope * t) * (1 - share(a + slope * t)) for t, _, n in rows]
    middle = sum(w * t for w, (t, _, _) in zip(weights, rows, strict=True)) / sum(weights)
    information = sum(w * (t - middle) ** 2 for w, (t, _, _) in zip(weights, rows, strict=True))
    ends = [share(a + slope * (end - centre)) for end in (min(periods), max(periods))]
    return slope, slope**2 * information, (ends[1] - ends[0]) * per
