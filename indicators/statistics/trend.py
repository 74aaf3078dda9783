"""Whether values that say how sure they are rise or fall: weighted and logistic lines.

Values without limits or counts are judged by `mann_kendall`.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from indicators.statistics.errors import (
    DuplicatePeriodsError,
    NoFiniteSlopeError,
    NotFiniteError,
    TooFewPointsError,
    UnequalLengthsError,
    ZeroWidthError,
)
from indicators.statistics.rows import as_counts

FEWEST = 5
SURE = 9.549536
"""(slope / error)² that chance reaches once in 500: chi-square with one degree of freedom, 99.8 %."""
WIDTH = 3.92
"""A 95 % interval's width in standard errors."""
STEPS, CLOSE = 100, 1e-12


@dataclass(frozen=True, slots=True)
class CountedTrend:
    """What a series with intervals or counts says of its direction.

    `slope` is a year's step: in the values' unit (weighted) or in log odds (logistic). `strength` is (slope / error)².
    `change` is between the line's ends, in the values' unit. `holds_without_each_point`: the slope is not 0 and keeps
    its sign when each point is left out in turn.
    """

    points: int
    slope: float
    strength: float
    change: float
    holds_without_each_point: bool

    @property
    def is_sure(self) -> bool:
        """Whether the slope is more than chance explains, at 99.8 %."""
        return self.strength > SURE


def weighted_trend(
    periods: Sequence[float], values: Sequence[float], lower: Sequence[float], upper: Sequence[float]
) -> CountedTrend:
    """Return the line through values with 95 % limits, each weighted by how sure it is.

    Parameters
    ----------
    periods
        n numbers, each once, n at least 5: years.
    values, lower, upper
        n numbers each, any unit.

    Raises
    ------
    ZeroWidthError
        Limits are equal or the wrong way round, as rounded ones can be: the value's error cannot be known.
    TooFewPointsError, UnequalLengthsError, DuplicatePeriodsError, NotFiniteError
        There are under five points, or the rows do not pair up, or a period stands twice, or something is no number.

    Notes
    -----
    Weights 1/se², se = (upper − lower)/3.92. The errors are known, so that the slope's is 1/√Σw(x − x̄)².

    References
    ----------
    Draper NR, Smith H. Applied regression analysis. 3rd ed. New York: Wiley; 1998, chapter 9.
    """
    _check(periods, values, lower, upper)
    for place, (low, high) in enumerate(zip(lower, upper, strict=True)):
        if not high > low:
            raise ZeroWidthError(lower=low, upper=high, position=place)
    rows = [(x, y, (WIDTH / (high - low)) ** 2) for x, y, low, high in zip(periods, values, lower, upper, strict=True)]
    slope, squares = _line(rows)
    without = [_line(rows[:place] + rows[place + 1 :])[0] for place in range(len(rows))]
    return CountedTrend(
        points=len(rows),
        slope=slope,
        strength=slope * slope * squares,
        change=slope * (max(periods) - min(periods)),
        holds_without_each_point=_holds(slope, without),
    )


def _line(rows: Sequence[tuple[float, float, float]]) -> tuple[float, float]:
    """The slope, and the weighted squares around the mean period."""
    whole = math.fsum(w for _, _, w in rows)
    centre = math.fsum(w * x for x, _, w in rows) / whole
    squares = math.fsum(w * (x - centre) ** 2 for x, _, w in rows)
    # Measured from the first value: equal values then have exactly no slope.
    start = rows[0][1]
    return math.fsum(w * (x - centre) * (y - start) for x, y, w in rows) / squares, squares


def logistic_trend(
    periods: Sequence[float], numerators: Sequence[float], denominators: Sequence[float], *, per: float = 100.0
) -> CountedTrend:
    """Return the logistic line through shares, made from their counts.

    Parameters
    ----------
    periods
        n numbers, each once, n at least 5: years.
    numerators, denominators
        n numbers each: how many of how many, denominators above 0 and numerators from 0 to them.
    per
        What `change` is per: 100 for per cent.

    Raises
    ------
    NoFiniteSlopeError
        The periods part those with none from those with all, so that no line is the best.
    TooFewPointsError, UnequalLengthsError, DuplicatePeriodsError, NotFiniteError, NumeratorError, DenominatorError
        There are under five points, or the rows do not pair up, a period stands twice, or a count cannot be.

    Notes
    -----
    Maximum likelihood by Newton's method, the slope's error from the information. The likelihood is concave, so that
    the slope has the sign of its score at 0, Σ(x − x̄)(events − n p̄), means weighted by n: points are left out by it.

    References
    ----------
    Hosmer DW, Lemeshow S, Sturdivant RX. Applied logistic regression. 3rd ed. Hoboken: Wiley; 2013, chapter 1.
    """
    _check(periods, numerators, denominators)
    events, people = as_counts(numerators, denominators, is_share=True)
    rows = list(zip(periods, events, people, strict=True))
    score = _score(rows)
    if score == 0:
        return CountedTrend(len(rows), 0.0, 0.0, 0.0, holds_without_each_point=False)
    if _is_parted(rows):
        raise NoFiniteSlopeError
    level, slope, information = _fit(rows)
    centre = math.fsum(periods) / len(rows)
    ends = [_share(level + slope * (end - centre)) for end in (min(periods), max(periods))]
    without = [_score(rows[:place] + rows[place + 1 :]) for place in range(len(rows))]
    return CountedTrend(
        points=len(rows),
        slope=slope,
        strength=slope * slope * information,
        change=(ends[1] - ends[0]) * per,
        holds_without_each_point=_holds(score, without),
    )


Counts = Sequence[tuple[float, float, float]]


def _score(rows: Counts) -> float:
    """The sign of the slope, without fitting it; exactly 0 where no events or nothing else is counted."""
    whole, events = math.fsum(n for _, _, n in rows), math.fsum(x for _, x, _ in rows)
    if events in (0, whole):
        return 0.0
    centre = math.fsum(t * n for t, _, n in rows) / whole
    score = math.fsum((t - centre) * (x - n * events / whole) for t, x, n in rows)
    size = math.fsum(abs(t - centre) * n for t, _, n in rows)
    return 0.0 if abs(score) <= CLOSE * size else score


def _is_parted(rows: Counts) -> bool:
    """Whether all with the event come before or after all without it, but for one period at most."""
    having, lacking = [t for t, x, _ in rows if x > 0], [t for t, x, n in rows if x < n]
    return max(having) <= min(lacking) or max(lacking) <= min(having)


def _fit(rows: Counts) -> tuple[float, float, float]:
    """The log odds at the middle of the periods, the slope, and the slope's information (1 / variance)."""
    centre = math.fsum(t for t, _, _ in rows) / len(rows)
    whole, events = math.fsum(n for _, _, n in rows), math.fsum(x for _, x, _ in rows)
    level, slope, height = math.log(events / (whole - events)), 0.0, -math.inf
    for _ in range(STEPS):
        step, information = _newton(rows, centre, level, slope)
        # A step too far is halved: the likelihood must never fall.
        while (found := _likelihood(rows, centre, level + step[0], slope + step[1])) < height - CLOSE * abs(height):
            step = (step[0] / 2, step[1] / 2)
        level, slope, height = level + step[0], slope + step[1], found
        if max(map(abs, step)) <= CLOSE * (1 + abs(slope)):
            break
    return level, slope, information


def _newton(rows: Counts, centre: float, level: float, slope: float) -> tuple[tuple[float, float], float]:
    parts = [(t - centre, x - n * (p := _share(level + slope * (t - centre))), n * p * (1 - p)) for t, x, n in rows]
    a, b, c = (math.fsum(w * t**power for t, _, w in parts) for power in (0, 1, 2))
    u, v = math.fsum(left for _, left, _ in parts), math.fsum(t * left for t, left, _ in parts)
    whole = a * c - b * b
    return ((c * u - b * v) / whole, (a * v - b * u) / whole), whole / a


def _likelihood(rows: Counts, centre: float, level: float, slope: float) -> float:
    odds = [(level + slope * (t - centre), x, n) for t, x, n in rows]
    return math.fsum(x * one - n * (max(one, 0.0) + math.log1p(math.exp(-abs(one)))) for one, x, n in odds)


def _share(odds: float) -> float:
    return 1 / (1 + math.exp(-odds)) if odds >= 0 else (even := math.exp(odds)) / (1 + even)


def _holds(slope: float, without: Sequence[float]) -> bool:
    return slope != 0 and all(one * slope > 0 for one in without)


def _check(periods: Sequence[float], *rows: Sequence[float]) -> None:
    for row in rows:
        if len(row) != len(periods):
            raise UnequalLengthsError(first=len(periods), second=len(row))
    if len(periods) < FEWEST:
        raise TooFewPointsError(found=len(periods), allowed=FEWEST)
    for row in (periods, *rows):
        for place, number in enumerate(row):
            if not math.isfinite(number):
                raise NotFiniteError("periods, values", found=number, position=place)
    repeated = [period for place, period in enumerate(periods) if period in periods[:place]]
    if repeated:
        raise DuplicatePeriodsError(found=repeated[0])
