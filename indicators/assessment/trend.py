"""The trend of the last years, and the step of the last one: judged only where the series allows it."""

from indicators.assessment.change import is_recorded
from indicators.assessment.judgement import NOT_ASSESSED, Judgement, Param, Reason, not_assessed
from indicators.assessment.rounding import beyond_rounding
from indicators.assessment.rules import FEWEST_YEARS, LEVEL, MOST_YEARS, PUBLISHED
from indicators.definition import Definition
from indicators.series import Points
from indicators.series_cuts import Cut, cuts_of, is_told_over_time
from indicators.statistics.mann_kendall import mann_kendall

TURNED = "turned"


def judge_trend(
    definition: Definition, area: str, points: Points, nation: float | None, rounding: float = 0.0
) -> Judgement:
    """Return improving, unchanged, worsening (without direction: increasing, decreasing) or turned, or why it is none.

    `points` are (year, value) pairs up to the headline period, oldest first; `nation` is the nation's headline value
    and `rounding` the unit that the source rounds to. Turned is a steady direction that the last year went against by
    more than what matters.
    """
    if definition.period.kind == "month":
        return not_assessed("trend.none.month")
    if definition.period.overlaps:
        return not_assessed("trend.none.overlap", years=definition.period.years)
    if not is_told_over_time(definition):
        return not_assessed("trend.none.same-year", since=points[-1][0] if points else "")
    if points and not definition.is_sound(area, *points[-1]):
        return not_assessed("trend.none.doubtful")
    cut = _latest_cut(definition, area, points)
    window = _window(definition, area, points, cut, nation)
    if len(window) < FEWEST_YEARS:
        return _too_short(len(window), cut)
    return _judge(definition, window, nation, rounding)


def _latest_cut(definition: Definition, area: str, points: Points) -> Cut | None:
    """The cut that the newest values begin at, when there are values before it."""
    found = [cut for cut in cuts_of(definition, area) if points and points[0][0] < cut.period <= points[-1][0]]
    return found[-1] if found else None


def _window(definition: Definition, area: str, points: Points, cut: Cut | None, nation: float | None) -> Points:
    """The last ten sound values after the latest cut in the series, and after its recording had begun."""
    start = cut.period if cut else ""
    sound = [point for point in points if point[0] >= start and definition.is_sound(area, *point)]
    begun = max((i + 1 for i, point in enumerate(sound) if not is_recorded(definition, point[1], nation)), default=0)
    return tuple(sound[begun:][-MOST_YEARS:])


def _too_short(n: int, cut: Cut | None) -> Judgement:
    if cut is None:
        return not_assessed("trend.none.short", n=n, fewest=FEWEST_YEARS)
    return not_assessed(f"trend.none.{cut.kind}", n=n, fewest=FEWEST_YEARS, at=cut.period, cut=cut.event)


def _judge(definition: Definition, window: Points, nation: float | None, rounding: float) -> Judgement:
    relevance = definition.relevance.threshold(nation)
    if relevance is None:
        return not_assessed("trend.none.threshold")
    threshold = beyond_rounding(relevance, rounding)
    facts = _facts(window, threshold, relevance)
    slope, steady = _direction(window)
    leap = facts["leap"]
    # A last step wider than all the years before it says more than the years do, unless they already moved that way.
    if leap is not None and not (steady and _same_way(float(leap), slope)):
        return Judgement(NOT_ASSESSED, Reason(f"trend.none.leap.{'up' if float(leap) > 0 else 'down'}", facts))
    turned = _turned(definition, window, slope if steady else 0.0, facts)
    if turned is not None:
        return turned
    if steady is None:
        return Judgement("unchanged", Reason("trend.unchanged.unsteady", facts))
    if not steady:
        return Judgement("unchanged", Reason("trend.unchanged.fragile", facts))
    return _size(definition, slope, window, facts)


def _direction(window: Points) -> tuple[float, bool | None]:
    """The change by the test's own slope, and whether it is steady: None where chance may be all of it."""
    result = mann_kendall([int(period) for period, _ in window], [value for _, value in window])
    return result.change, result.holds_without_each_point if result.p_value < LEVEL else None


def _facts(window: Points, threshold: float, relevance: float) -> dict[str, Param]:
    """The published ends of the window; the test's own slope orders nothing and is never shown as a change."""
    (first, start), (prior, before), (last, end) = window[0], window[-2], window[-1]
    return {
        "first": first,
        "last": last,
        "from": start,
        "to": end,
        "prior": prior,
        "before": before,
        "step": round(end - before, PUBLISHED),
        "change": round(end - start, PUBLISHED),
        "n": len(window),
        "relevance": relevance,
        "threshold": threshold,
        "leap": _leap(window, threshold),
    }


def _leap(window: Points, threshold: float) -> float | None:
    """The step of the last year when it is wider than the range of all years before, and wide enough to matter."""
    (year, before), (last, value) = window[-2], window[-1]
    earlier = [point[1] for point in window[:-1]]
    step, width = round(value - before, PUBLISHED), round(max(earlier) - min(earlier), PUBLISHED)
    if int(last) - int(year) > 1 or abs(step) <= width or abs(step) < threshold:
        return None
    return step


def _turned(definition: Definition, window: Points, slope: float, facts: dict[str, Param]) -> Judgement | None:
    """A steady direction to the year before, or to this one, that the last step went against by more than matters."""
    step, threshold, until = float(facts["step"] or 0), float(facts["threshold"] or 0), window[:-1]
    if abs(step) <= float(facts["relevance"] or 0):
        return None
    if len(until) >= FEWEST_YEARS:
        found, steady = _direction(until)
        slope = found if steady else slope
    moved = round(until[-1][1] - until[0][1], PUBLISHED)
    if _same_way(step, slope) or not _same_way(moved, slope) or min(abs(moved), abs(slope)) < threshold:
        return None
    return Judgement(
        TURNED, Reason(f"trend.turned.{direction_word(definition, slope)}.{'up' if step > 0 else 'down'}", facts)
    )


def _size(definition: Definition, slope: float, window: Points, facts: dict[str, Param]) -> Judgement:
    change, threshold = float(facts["change"] or 0), float(facts["threshold"] or 0)
    if not _same_way(change, slope):
        return Judgement("unchanged", Reason("trend.unchanged.fragile", facts))
    if abs(change) < threshold:
        within = abs(change) >= float(facts["relevance"] or 0)
        return Judgement("unchanged", Reason(f"trend.unchanged.{'rounding' if within else 'small'}", facts))
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
