"""The trend of the last years: judged only where the series allows it, and only when the change matters."""

from indicators.assessment.judgement import Judgement, Param, Reason, not_assessed
from indicators.assessment.rules import FEWEST_YEARS, LEVEL, MOST_YEARS
from indicators.definition import Definition
from indicators.series import Points


def judge_trend(definition: Definition, area: str, points: Points, nation: float | None) -> Judgement:
    """Return improving, unchanged or worsening (without direction: increasing, decreasing), or why it is not judged.

    `points` are (year, value) pairs up to the headline period, oldest first; `nation` is the nation's headline value.
    """
    if definition.period.kind == "month":
        return not_assessed("trend.none.month")
    if definition.period.overlaps:
        return not_assessed("trend.none.overlap", years=definition.period.years)
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
    facts: dict[str, Param] = {
        "first": window[0][0],
        "last": window[-1][0],
        "n": result.points,
        "change": result.change,
        "p": result.p_value,
        "threshold": threshold,
    }
    if result.p_value >= LEVEL:
        return Judgement("unchanged", Reason("trend.unchanged.unsteady", facts))
    if not result.holds_without_each_point:
        return Judgement("unchanged", Reason("trend.unchanged.fragile", facts))
    if threshold is None:
        return not_assessed("trend.none.threshold")
    if abs(result.change) < threshold:
        return Judgement("unchanged", Reason("trend.unchanged.small", facts))
    return Judgement(_word(definition, result.change), Reason("trend.steady", facts))


def _word(definition: Definition, change: float) -> str:
    if definition.direction == "none":
        return "increasing" if change > 0 else "decreasing"
    return "improving" if (change > 0) == (definition.direction == "higher") else "worsening"
