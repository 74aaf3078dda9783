"""Gaps, slopes and equal groups once more, slow and obvious, in plain Python and exact fractions."""

from fractions import Fraction


def normal_equations(x, y, weights):
    """(intercept, slope) of the weighted least squares line, by Cramer's rule on the normal equations."""
    sw = sum(weights)
    sx = sum(w * a for w, a in zip(weights, x, strict=True))
    sy = sum(w * b for w, b in zip(weights, y, strict=True))
    sxx = sum(w * a * a for w, a in zip(weights, x, strict=True))
    sxy = sum(w * a * b for w, a, b in zip(weights, x, y, strict=True))
    determinant = sw * sxx - sx * sx
    return (sy * sxx - sx * sxy) / determinant, (sw * sxy - sx * sy) / determinant


def slope_ends(values, populations, variant):
    """The line's value at rank 0 and at rank 1."""
    values, populations = [Fraction(v) for v in values], [Fraction(n) for n in populations]
    k = len(values)
    below, ranks = Fraction(0), []
    for people in populations:
        ranks.append((below + people / 2) / sum(populations))
        below += people
    if variant == "linear":
        ranks = [Fraction(2 * i + 1, 2 * k) for i in range(k)]
    weights = populations if variant == "weighted" else [Fraction(1)] * k
    intercept, slope = normal_equations(ranks, values, weights)
    return intercept, intercept + slope


def equal_groups(ranking, populations, groups):
    """Each unit's group, 1 …, by the people below it and half of those it ties with, itself included."""
    populations = [Fraction(n) for n in populations]
    found = []
    for own in ranking:
        below = sum(n for value, n in zip(ranking, populations, strict=True) if value < own)
        tied = sum(n for value, n in zip(ranking, populations, strict=True) if value == own)
        middle = (below + tied / 2) / sum(populations) * groups
        group = 1
        while middle > group or (middle == group and middle < Fraction(groups, 2)):
            group += 1
        found.append(group)
    return found
