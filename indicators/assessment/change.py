"""What a headline value is counted from: the last value before it that it may be held against, or why there is none."""

from indicators.assessment.judgement import Judgement, Param, Reason, not_assessed
from indicators.assessment.rules import PUBLISHED, RECORDED, RECORDING
from indicators.definition import Definition
from indicators.series import Points
from indicators.series_cuts import comparable_from, cut_between, is_told_over_time

COUNTED = "counted"
Point = tuple[str, float]


def judge_change(definition: Definition, area: str, points: Points, nation: float | None = None) -> Judgement:
    """Return counted, with the period and value that the last of `points` is counted from, or why nothing is.

    `points` are (period, value) pairs up to the headline period, oldest first. The base is the last value that is not
    doubted, shares no year with the headline, and lies on the same side of every cut in the series. `nation` is the
    nation's headline value, which tells whether recording had begun.
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
    return _from(definition, area, sound[-1], last, nation) or _counted(sound[-1], apart, value)


def comparable_points(definition: Definition, area: str, points: Points) -> Points:
    """Return the sound values that the newest sound one may be told together with, itself last, oldest first.

    They lie on the same side of every cut and share no year with it; of an indicator that is compared within one year
    there is the newest alone. Those between may share years with each other.
    """
    sound = [point for point in points if definition.is_sound(area, *point)]
    if not sound:
        return ()
    last = sound[-1]
    start = comparable_from(definition, area, last[0])
    before = [point for point in sound[:-1] if point[0] >= start and is_apart(definition, point[0], last[0])]
    return (*before, last) if is_told_over_time(definition) else (last,)


def is_recorded(definition: Definition, value: float, nation: float | None) -> bool:
    """Return whether an indicator's recording had begun when a value came to be; of most indicators it always had."""
    return RECORDING not in definition.caveats or nation is None or value >= RECORDED * nation


def _from(definition: Definition, area: str, base: Point, last: str, nation: float | None) -> Judgement | None:
    """Why nothing may be counted from the nearest sound value; None when it may."""
    if cut := cut_between(definition, area, base[0], last):
        return not_assessed(f"change.none.{cut.kind}", at=cut.period, cut=cut.event)
    if not is_recorded(definition, base[1], nation):
        return not_assessed("change.none.recording", at=base[0], before=base[1])
    return None


def is_apart(definition: Definition, earlier: str, later: str) -> bool:
    """Return whether two periods of a series share no year: single years never do, means of several years may."""
    return definition.period.years is None or int(later) - int(earlier) >= definition.period.years


def _counted(base: Point, apart: Points, value: float) -> Judgement:
    period, before = base
    skipped = [when for when, _ in apart if when > period]
    facts: dict[str, Param] = {"since": period, "before": before, "change": round(value - before, PUBLISHED)}
    if skipped:
        return Judgement(COUNTED, Reason("change.skipped", {**facts, "skipped": ", ".join(skipped)}))
    return Judgement(COUNTED, Reason("change.counted", facts))
