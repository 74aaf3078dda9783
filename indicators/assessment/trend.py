"""The trend of the last years: judged only where the series allows it, and only when the change matters."""

from indicators.assessment.judgement import NOT_ASSESSED, Judgement, Param, Reason, not_assessed
from indicators.assessment.rules import FEWEST_YEARS, LEVEL, MOST_YEARS
from indicators.definition import Definition
from indicators.series import Points

PUBLISHED = 9
"""Decimals that differences keep: more than any source publishes, so that 81.6 − 81.3 is 0.3 and not a little less."""


def judge_trend(definition: Definition, area: str, points: Points, nation: float | None) -> Judgement:
    """Return improving, unchanged or worsening (without direction: increasing, decreasing), or why it is not judged.

    `points` are (year, value) pairs up to the headline period, oldest first; `nation` is the nation's headline value.
    """
    if definition.period.kind == "month":
        return not_assessed("trend.none.month")
    if definition.period.overlaps:
        return not_assessed("trend.none.overlap", years=definition.period.years)
    if points and not definition.is_sound(area, *points[-1]):
        return not_assessed("trend.none.doubtful")
    window = _window(definition, area, points)
    if len(window) < FEWEST_YEARS:
        return not_assessed("trend.none.short", n=len(window), fewest=FEWEST_YEARS)
    return _judge(definition, window, nation)


def _window(definition: Definition, area: str, points: Points) -> Points:
    """The last ten sound values after the latest break in the series."""
    start = max((brk.period for brk in definition.breaks if points and brk.period <= points[-1][0]), default="")
    sound = [point for point in points if point[0] >= start and definition.is_sound(area, *point)]
    return tuple(sound[-MOST_YEARS:])


def _judge(definition: Definition, window: Points, nation: float | None) -> Judgement:
    # scipy takes a second to import: only the building of an edition pays for it.
    from indicators.statistics.trend import mann_kendall

    result = mann_kendall([int(period) for period, _ in window], [value for _, value in window])
    threshold = definition.relevance.threshold(nation)
    facts = _facts(window, threshold)
    if threshold is None:
        return not_assessed("trend.none.threshold")
    steady = result.p_value < LEVEL and result.holds_without_each_point
    leap = facts["leap"]
    # A last step wider than all the years before it says more than the years do, unless they already moved that way.
    if leap is not None and not (steady and _same_way(float(leap), result.change)):
        return Judgement(NOT_ASSESSED, Reason("trend.none.leap", facts))
    if not steady:
        unclear = "unsteady" if result.p_value >= LEVEL else "fragile"
        return Judgement("unchanged", Reason(f"trend.unchanged.{unclear}", facts))
    return _size(definition, result.change, window, facts)


def _facts(window: Points, threshold: float | None) -> dict[str, Param]:
    """The published ends of the window; the test's own slope orders nothing and is never shown as a change."""
    (first, start), (last, end) = window[0], window[-1]
    return {
        "first": first,
        "last": last,
        "from": start,
        "to": end,
        "before": window[-2][1],
        "change": round(end - start, PUBLISHED),
        "n": len(window),
        "threshold": threshold,
        "leap": _leap(window, threshold),
    }


def _leap(window: Points, threshold: float | None) -> float | None:
    """The step of the last year when it is wider than the range of all years before, and wide enough to matter."""
    (year, before), (last, value) = window[-2], window[-1]
    earlier = [point[1] for point in window[:-1]]
    step, width = round(value - before, PUBLISHED), round(max(earlier) - min(earlier), PUBLISHED)
    if int(last) - int(year) > 1 or abs(step) <= width or abs(step) < (threshold or 0):
        return None
    return step


def _size(definition: Definition, slope: float, window: Points, facts: dict[str, Param]) -> Judgement:
    change, threshold = float(facts["change"] or 0), float(facts["threshold"] or 0)
    if not _same_way(change, slope):
        return Judgement("unchanged", Reason("trend.unchanged.fragile", facts))
    if abs(change) < threshold:
        return Judgement("unchanged", Reason("trend.unchanged.small", facts))
    if round(abs(slope), PUBLISHED) < threshold:
        return Judgement("unchanged", Reason("trend.unchanged.uneven", facts))
    turned = (window[-1][1] - window[-2][1]) * slope < 0
    key = f"trend.steady.{'up' if slope > 0 else 'down'}{'.turned' if turned else ''}"
    return Judgement(direction_word(definition, slope), Reason(key, facts))


def _same_way(one: float, other: float) -> bool:
    return one * other > 0


def direction_word(definition: Definition, change: float) -> str:
    """Return what a change is called: improving or worsening, without a direction increasing or decreasing."""
    if definition.direction == "none":
        return "increasing" if change > 0 else "decreasing"
    return "improving" if (change > 0) == (definition.direction == "higher") else "worsening"
