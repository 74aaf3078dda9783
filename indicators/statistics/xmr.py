"""Months and weeks: what is only the usual up and down, and what has a cause of its own (XmR charts)."""

import operator as compare
from collections.abc import Callable, Sequence
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from indicators.periods import Period, is_period
from indicators.statistics.arrays import Vector, as_vector
from indicators.statistics.errors import (
    PeriodsError,
    RebaseError,
    TooFewPointsError,
    UnequalLengthsError,
    UnknownOperatorError,
)
from indicators.statistics.xmr_records import (
    FEWEST_MONTHS,
    Assurance,
    Rebase,
    Towards,
    XmrChart,
    XmrLimits,
    XmrSegment,
    XmrSettings,
    XmrSignal,
)

FEWEST = FEWEST_MONTHS
FEWEST_RANGES = 6
WIDTH = 2.66
"""Limits from the mean moving range: 3 / 1.128."""
SCREEN = 3.267
"""Upper limit of a moving range, in mean moving ranges."""
SAME = 1e-9
"""Differences below this part of the largest value are rounding, or equal values would stand beside their own mean."""

Operator = Literal[">=", ">", "<=", "<"]
OPERATORS: dict[str, Callable[[float, float], bool]] = {
    ">=": compare.ge,
    ">": compare.gt,
    "<=": compare.le,
    "<": compare.lt,
}

Codes = NDArray[np.int64]
Flags = NDArray[np.bool_]


def xmr(
    periods: Sequence[str],
    values: ArrayLike,
    *,
    settings: XmrSettings | None = None,
    rebases: Sequence[Rebase] = (),
    target: tuple[Operator, float] | None = None,
    bounds: tuple[float | None, float | None] = (None, None),
) -> XmrChart:
    """Return a series' limits, segment by segment, the points that show a special cause, and its assurance.

    Parameters
    ----------
    periods
        n months as 2025-07 or n weeks as 2025-W27, rising; months or weeks may be missing between them.
    values
        Shape (n,), n at least 12, any unit.
    settings
        Run lengths; 7 in a row on one side, 7 in a row rising or falling, and 2 of 3 in the outer third.
    rebases
        Documented decisions to start new limits, each from a period of the series that is not its first.
    target
        How a value must stand to which level, as (">=", 90.0).
    bounds
        The lowest and highest value there can be (0 for days): limits are drawn no further.

    Raises
    ------
    PeriodsError, RebaseError, UnknownOperatorError
        The periods are no months or weeks in order, a re-base starts nowhere in them, or the operator is unknown.
    TooFewPointsError, UnequalLengthsError, NotAVectorError, NotFiniteError
        There are fewer than twelve points, or the rows do not pair up or are not finite numbers.

    Notes
    -----
    Centre = mean; limits = centre ± 2.66 times the mean moving range |x_t − x_{t−1}|, without the moving ranges above
    3.267 times the mean of all (screened once, unless that leaves only zeros). A moving range is taken, and a run runs
    on, only from one month (week) to the next within a segment. A segment with fewer than twelve points, or fewer than
    six moving ranges between its gaps, has no limits and no signals.

    Rules: outside the limits; a run on one side of the centre (a point on the centre ends it); a run of points each
    above, or each below, the one before; so many of so many next to each other in the outer third on one side (beyond
    two thirds of the way from centre to limit, and not outside). A run that is longer than asked is one signal.

    Assurance: "always-met" when both of the last segment's limits meet the target, "always-missed" when neither does.

    References
    ----------
    Wheeler DJ. Understanding variation. 2nd ed. Knoxville: SPC Press; 2000.
    Montgomery DC. Introduction to statistical quality control. 6th ed. New York: Wiley; 2009, section 6.4.
    NHS England. Making data count: strengthening your decisions. London; 2019.
    """
    times, numbers = _ordinals(periods), as_vector(values, "values")
    if times.size != numbers.size:
        raise UnequalLengthsError(first=times.size, second=numbers.size)
    if numbers.size < FEWEST:
        raise TooFewPointsError(found=numbers.size, allowed=FEWEST)
    if target is not None and target[0] not in OPERATORS:
        raise UnknownOperatorError(found=target[0], allowed=OPERATORS)
    joined = np.diff(times) == 1
    segments: list[XmrSegment] = []
    signals: list[XmrSignal] = []
    for first, last, rebase in _cuts(periods, rebases):
        part, links = numbers[first : last + 1], joined[first:last]
        enough = part.size >= FEWEST and links.sum() >= FEWEST_RANGES
        limits = _limits(part, links, bounds) if enough else None
        segments.append(XmrSegment(first, last, limits, rebase))
        signals.extend(_signals(part, links, limits, settings or XmrSettings(), first) if limits else ())
    ranges = _moving_ranges(numbers, joined, [segment.first for segment in segments])
    return XmrChart(
        periods=tuple(periods),
        values=tuple(numbers.tolist()),
        moving_ranges=ranges,
        segments=tuple(segments),
        signals=tuple(signals),
        assurance=_assurance(segments[-1].limits, target),
    )


def _ordinals(periods: Sequence[str]) -> NDArray[np.int64]:
    if len({"W" in period for period in periods}) > 1:
        raise PeriodsError(found=next(p for p in periods if "W" in p), allowed="either months or weeks, not both")
    ordinals = np.array([_ordinal(period) for period in periods], dtype=np.int64)
    back = np.flatnonzero(np.diff(ordinals) <= 0)
    if back.size:
        raise PeriodsError(found=periods[int(back[0]) + 1], allowed="each period once, in order of time")
    return ordinals


def _ordinal(period: str) -> int:
    if not is_period(period) or (found := Period.parse(period)).frequency not in ("month", "week"):
        raise PeriodsError(found=period, allowed="a month as 2025-07 or a week as 2025-W27")
    return found.ordinal


def _cuts(periods: Sequence[str], rebases: Sequence[Rebase]) -> list[tuple[int, int, Rebase | None]]:
    """First and last position of each segment, and the decision that started it."""
    starts: dict[int, Rebase | None] = {0: None}
    for rebase in rebases:
        if rebase.start not in periods[1:]:
            raise RebaseError(found=rebase.start, allowed="must start at a period of the series after its first")
        place = list(periods).index(rebase.start)
        if place in starts:
            raise RebaseError(found=rebase.start, allowed="only one may start at a period")
        starts[place] = rebase
    firsts = sorted(starts)
    lasts = [*(first - 1 for first in firsts[1:]), len(periods) - 1]
    return [(first, last, starts[first]) for first, last in zip(firsts, lasts, strict=True)]


def _limits(part: Vector, links: Flags, bounds: tuple[float | None, float | None]) -> XmrLimits:
    ranges = np.abs(np.diff(part))[links]
    wide = ranges > SCREEN * ranges.mean()
    # One step between two flat stretches: without it there is no width at all, and every point would be outside.
    wide &= bool(ranges[~wide].any())
    mean = float(ranges[~wide].mean())
    centre = float(part.mean())
    low, high = (bound if bound is not None else end for bound, end in zip(bounds, (-np.inf, np.inf), strict=True))
    lower, upper = max(centre - WIDTH * mean, low), min(centre + WIDTH * mean, high)
    return XmrLimits(centre, float(lower), float(upper), mean, int(wide.sum()))


def _moving_ranges(numbers: Vector, joined: Flags, firsts: list[int]) -> tuple[float | None, ...]:
    counts = np.concatenate([[False], joined])
    counts[firsts] = False
    ranges = np.concatenate([[0.0], np.abs(np.diff(numbers))])
    return tuple(each if real else None for each, real in zip(ranges.tolist(), counts, strict=True))


def _signals(part: Vector, links: Flags, limits: XmrLimits, settings: XmrSettings, first: int) -> list[XmrSignal]:
    slack = SAME * float(np.abs(part).max())
    away = part - limits.centre
    outside = _sign(part - limits.upper, slack).clip(0) + _sign(part - limits.lower, slack).clip(None, 0)
    outer = _sign(np.abs(away) - WIDTH * limits.moving_range * 2 / 3, slack).clip(0) * _sign(away, slack)
    steps = _sign(np.diff(part), slack) * links
    found = [
        *(XmrSignal("outside", _side(outside[place]), (place,)) for place in np.flatnonzero(outside).tolist()),
        *(
            XmrSignal("one-side", _side(code), tuple(run))
            for code, run in _runs(_sign(away, slack), links, settings.one_side)
        ),
        *(
            XmrSignal("trend", "rising" if code > 0 else "falling", (*run, run[-1] + 1))
            for code, run in _runs(steps, np.ones(max(steps.size - 1, 0), dtype=np.bool_), settings.trend - 1)
        ),
        *_outer_thirds(np.where(outside == 0, outer, 0), links, settings),
    ]
    return [XmrSignal(each.rule, each.towards, tuple(first + place for place in each.points)) for each in found]


def _sign(numbers: Vector, slack: float) -> Codes:
    signs: Codes = np.where(np.abs(numbers) <= slack, 0, np.sign(numbers)).astype(np.int64)
    return signs


def _side(code: int) -> Towards:
    return "high" if code > 0 else "low"


def _runs(codes: Codes, links: Flags, fewest: int) -> list[tuple[int, list[int]]]:
    """Positions in a row with one code other than 0, at least `fewest`."""
    ends = np.flatnonzero((codes[1:] != codes[:-1]) | ~links) + 1
    runs = np.split(np.arange(codes.size), ends)
    return [(int(codes[run[0]]), run.tolist()) for run in runs if run.size >= fewest and codes[run[0]] != 0]


def _outer_thirds(outer: Codes, links: Flags, settings: XmrSettings) -> list[XmrSignal]:
    found: list[XmrSignal] = []
    if outer.size < settings.outer_of:
        return found
    for code in (1, -1):
        windows = np.lib.stride_tricks.sliding_window_view(outer == code, settings.outer_of)
        whole = np.lib.stride_tricks.sliding_window_view(np.append(links, True), settings.outer_of)[:, :-1].all(axis=1)
        starts = np.flatnonzero((windows.sum(axis=1) >= settings.outer) & whole)
        # Windows that overlap tell of one and the same stretch.
        for group in np.split(starts, np.flatnonzero(np.diff(starts) >= settings.outer_of) + 1):
            if group.size:
                stretch = np.arange(group[0], group[-1] + settings.outer_of)
                found.append(XmrSignal("outer-third", _side(code), tuple(stretch[outer[stretch] == code].tolist())))
    return found


def _assurance(limits: XmrLimits | None, target: tuple[Operator, float] | None) -> Assurance | None:
    if limits is None or target is None:
        return None
    operator, level = target
    met = [OPERATORS[operator](end, level) for end in (limits.lower, limits.upper)]
    return "always-met" if all(met) else "by-chance" if any(met) else "always-missed"
