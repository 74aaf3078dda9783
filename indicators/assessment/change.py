"""What a headline value is counted from: the last value before it that it may be held against, or why there is none."""

from indicators.assessment.judgement import Judgement, Param, Reason, not_assessed
from indicators.assessment.rules import PUBLISHED
from indicators.definition import Definition
from indicators.series import Points
from indicators.series_cuts import Cut, cut_between, is_told_over_time

COUNTED = "counted"


def judge_change(definition: Definition, area: str, points: Points) -> Judgement:
    """Return counted, with the period and value that the last of `points` is counted from, or why nothing is.

    `points` are (period, value) pairs up to the headline period, oldest first. The base is the last value that is not
    doubted, shares no year with the headline, and lies on the same side of every cut in the series.
    """
    if not points:
        return not_assessed("change.none.first")
    (last, value), before = points[-1], points[:-1]
    if not is_told_over_time(definition):
        return not_assessed("change.none.same-year", since=last)
    if not definition.is_sound(area, last, value):
        return not_assessed("change.none.doubtful")
    if not before:
        return not_assessed("change.none.first")
    apart = tuple(point for point in before if is_apart(definition, point[0], last))
    if not apart:
        return not_assessed("change.none.overlap", years=definition.period.years)
    sound = [point for point in apart if definition.is_sound(area, *point)]
    if not sound:
        return not_assessed("change.none.doubted")
    cut = cut_between(definition, area, sound[-1][0], last)
    return _across(cut) if cut else _counted(sound[-1], apart, value)


def is_apart(definition: Definition, earlier: str, later: str) -> bool:
    """Return whether two periods of a series share no year: single years never do, means of several years may."""
    return definition.period.years is None or int(later) - int(earlier) >= definition.period.years


def _across(cut: Cut) -> Judgement:
    return not_assessed(f"change.none.{cut.kind}", at=cut.period, cut=cut.event)


def _counted(base: tuple[str, float], apart: Points, value: float) -> Judgement:
    period, before = base
    skipped = [when for when, _ in apart if when > period]
    facts: dict[str, Param] = {"since": period, "before": before, "change": round(value - before, PUBLISHED)}
    if skipped:
        return Judgement(COUNTED, Reason("change.skipped", {**facts, "skipped": ", ".join(skipped)}))
    return Judgement(COUNTED, Reason("change.counted", facts))
