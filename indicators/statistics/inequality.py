"""Differences between groups: two of them, or the two ends of several. In plain Python: pages ask for them.

Whether a difference is unwarranted or grave is judged by people and recorded; nothing here decides it.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from indicators.statistics.errors import (
    CountsDisagreeError,
    DenominatorError,
    NotFiniteError,
    NumeratorError,
    SettingError,
    TooFewPointsError,
    UnequalLengthsError,
    UnknownChoiceError,
    ZeroReferenceError,
)
from indicators.statistics.intervals import Z_95, count_limits, wilson

GroupKind = Literal["share", "rate", "value"]
KINDS: tuple[GroupKind, ...] = ("share", "rate", "value")
FEWEST_ANSWERS, FEWEST_EVENTS = 30, 10
# A value may be rounded to a whole number and its counts not; further apart they do not tell of one another.
ROUNDING = 0.51


@dataclass(frozen=True, slots=True)
class GroupFigure:
    """One group's value in the indicator's unit, and the counts it is made of where they are known."""

    value: float
    numerator: float | None = None
    denominator: float | None = None


@dataclass(frozen=True, slots=True)
class Gap:
    """One group against another: first − second in the values' unit, and first / second.

    The limits are at 95 % (or the z given), None where no counts exist. `ratio` is None when the second is 0; its
    limits also when a group has no events, or all shares are whole. The methods name how limits were made.
    """

    difference: float
    lower: float | None
    upper: float | None
    difference_method: Literal["newcombe", "square-and-add"] | None
    ratio: float | None
    ratio_lower: float | None
    ratio_upper: float | None
    ratio_method: Literal["log"] | None


def two_groups(
    first: GroupFigure, second: GroupFigure, kind: GroupKind = "value", *, per: float = 100.0, z: float = Z_95
) -> Gap:
    """Return how the first group differs from the second, with limits where both have counts.

    Parameters
    ----------
    first, second
        The groups. With counts their values are taken from these, unrounded.
    kind
        "share" (people of people), "rate" (events of people or years), or "value": never with limits.
    per
        What values are per: 100 for per cent, 100 000 for rates per 100 000.
    z
        The standard normal quantile; 1.96 gives 95 %.

    Raises
    ------
    UnknownChoiceError, SettingError
        The kind is another, or per or z is not above 0.
    NotFiniteError, DenominatorError, NumeratorError, CountsDisagreeError
        A value is missing, counts are not ones a share or rate can be made of, or they make another value.

    Notes
    -----
    Difference of shares: Newcombe's hybrid score interval, without continuity correction (his method 10): squared
    distances to each group's Wilson limits are added. Difference of rates: the same with each count's limits (Byar,
    exact under 10). Ratio: limits on the log scale, variance 1/x − 1/n + 1/x − 1/n for shares and 1/x + 1/x for rates.

    References
    ----------
    Newcombe RG. Interval estimation for the difference between independent proportions: comparison of eleven methods.
    Stat Med 1998;17:873-890.
    Zou GY, Donner A. Construction of confidence limits about effect measures: a general approach. Stat Med
    2008;27:1693-1702.
    Katz D, Baptista J, Azen SP, Pike MC. Obtaining confidence intervals for the risk ratio in cohort studies.
    Biometrics 1978;34:469-474.
    """
    if kind not in KINDS:
        raise UnknownChoiceError("kind", found=kind, allowed=KINDS)
    for name, setting in (("per", per), ("z", z)):
        if not (math.isfinite(setting) and setting > 0):
            raise SettingError(name, found=setting, allowed="must be above 0")
    groups = (first, second)
    for place, group in enumerate(groups):
        if not math.isfinite(group.value):
            raise NotFiniteError("groups", found=group.value, position=place)
    counts = [_counts(group, place, kind, per) for place, group in enumerate(groups)]
    if counts[0] is None or counts[1] is None:
        return _plain(first.value, second.value)
    return _counted(counts[0], counts[1], kind, per, z)


def ends(groups: Sequence[GroupFigure], kind: GroupKind = "value", *, per: float = 100.0, z: float = Z_95) -> Gap:
    """Return how the first of ordered groups differs from the last: `two_groups` between the ends.

    Parameters
    ----------
    groups
        At least two, from one end to the other (least to most education, say).
    kind, per, z
        As `two_groups`.

    Raises
    ------
    TooFewPointsError
        There are fewer than two groups.
    UnknownChoiceError, SettingError, NotFiniteError, DenominatorError, NumeratorError, CountsDisagreeError
        As `two_groups`.
    """
    if len(groups) < 2:
        raise TooFewPointsError(found=len(groups), allowed=2)
    return two_groups(groups[0], groups[-1], kind, per=per, z=z)


def attributable_fraction(
    values: Sequence[float], populations: Sequence[float], *, higher: bool, reference: int = -1
) -> float:
    """Return by which part of itself the whole population's value would improve, had all the reference group's.

    Parameters
    ----------
    values
        One to each group, at least two, any unit with a true zero.
    populations
        The groups' people (or shares of them), above 0.
    higher
        Whether a higher value is a better one.
    reference
        The position of the group that others are held against; the last by default, as the most favoured of ordered
        groups.

    Raises
    ------
    TooFewPointsError, UnequalLengthsError, NotFiniteError, DenominatorError, SettingError
        There are fewer than two groups, the rows do not pair up, a number is missing, a population is not above 0, or
        there is no such reference.
    ZeroReferenceError
        The population's own value is 0.

    Notes
    -----
    (population's value − reference) / population's value when lower is better, the other way round when higher is; the
    population's value is the groups' mean weighted by population. Negative when the reference group is worse off than
    the population. With two groups and a lower value better it is Levin's p (RR − 1) / (1 + p (RR − 1)).

    References
    ----------
    Levin ML. The occurrence of lung cancer in man. Acta Unio Int Contra Cancrum 1953;9:531-541.
    WHO. Handbook on health inequality monitoring. Geneva: World Health Organization; 2013.
    """
    if len(values) != len(populations):
        raise UnequalLengthsError(first=len(values), second=len(populations))
    if len(values) < 2:
        raise TooFewPointsError(found=len(values), allowed=2)
    if not -len(values) <= reference < len(values):
        raise SettingError("reference", found=reference, allowed="must be the position of a group")
    for place, (value, people) in enumerate(zip(values, populations, strict=True)):
        if not math.isfinite(value):
            raise NotFiniteError("values", found=value, position=place)
        if not (math.isfinite(people) and people > 0):
            raise DenominatorError(found=people, position=place, allowed="must be above 0")
    whole = math.fsum(v * n for v, n in zip(values, populations, strict=True)) / math.fsum(populations)
    if whole == 0:
        raise ZeroReferenceError
    better = values[reference] - whole
    return (better if higher else -better) / whole


def is_too_few(numerator: float | None, denominator: float | None) -> bool:
    """Return whether a group is too small to be shown by region: under 30 answers, or under 10 events.

    What is not known is not too few.
    """
    few_answers = denominator is not None and denominator < FEWEST_ANSWERS
    return few_answers or (numerator is not None and numerator < FEWEST_EVENTS)


def _counts(group: GroupFigure, place: int, kind: GroupKind, per: float) -> tuple[float, float] | None:
    events, people = group.numerator, group.denominator
    if events is None or people is None or kind == "value":
        return None
    if not (math.isfinite(people) and people > 0):
        raise DenominatorError(found=people, position=place, allowed="must be above 0")
    if not 0 <= events <= (people if kind == "share" else math.inf) or math.isinf(events):
        allowed = f"must be from 0 to {people:.10g}" if kind == "share" else "must be 0 or more"
        raise NumeratorError(found=events, position=place, allowed=allowed)
    if abs(events / people * per - group.value) > ROUNDING:
        raise CountsDisagreeError(value=group.value, counted=events / people * per)
    return events, people


def _plain(first: float, second: float) -> Gap:
    ratio = first / second if second != 0 else None
    return Gap(first - second, None, None, None, ratio, None, None, None)


def _counted(first: tuple[float, float], second: tuple[float, float], kind: GroupKind, per: float, z: float) -> Gap:
    (x1, n1), (x2, n2) = first, second
    a, b = x1 / n1, x2 / n2
    (low1, high1), (low2, high2) = (_limits(x, n, kind, z) for x, n in (first, second))
    ratio = a / b if b > 0 else None
    ratio_lower, ratio_upper = _ratio_limits(first, second, kind, z)
    return Gap(
        difference=(a - b) * per,
        lower=(a - b - math.hypot(a - low1, high2 - b)) * per,
        upper=(a - b + math.hypot(high1 - a, b - low2)) * per,
        difference_method="newcombe" if kind == "share" else "square-and-add",
        ratio=ratio,
        ratio_lower=ratio_lower,
        ratio_upper=ratio_upper,
        ratio_method="log" if ratio_lower is not None else None,
    )


def _limits(x: float, n: float, kind: GroupKind, z: float) -> tuple[float, float]:
    if kind == "share":
        return wilson(x, n, z)
    lower, upper = count_limits(x, z)
    return lower / n, upper / n


def _ratio_limits(
    first: tuple[float, float], second: tuple[float, float], kind: GroupKind, z: float
) -> tuple[float, float] | tuple[None, None]:
    (x1, n1), (x2, n2) = first, second
    if x1 == 0 or x2 == 0:
        return None, None
    all_people = 1 / n1 + 1 / n2 if kind == "share" else 0.0
    variance = 1 / x1 + 1 / x2 - all_people
    # Everybody in both groups: the log method would call the ratio 1 certain.
    if variance <= 0:
        return None, None
    ratio, factor = x1 / n1 / (x2 / n2), math.exp(z * math.sqrt(variance))
    return ratio / factor, ratio * factor
