"""Whether what was told of one year stands at the next value that shares no year with it."""

from dataclasses import dataclass

from indicators.signals.measures import reaches
from indicators.statistics.spread import quantile


@dataclass(frozen=True)
class Outcome:
    """What became of a finding: whether it holds, and whether the region is in the worst quarter."""

    holds: bool
    worst: bool


def stand(evidence, told):
    """Return what became of a finding; None where no later value of the same side is known."""
    measure = evidence.measures.get(told.indicator)
    if measure is None or measure.definition.id != told.series:
        return None
    after = _next(measure, told)
    if after is None or measure.nation(after) is None:
        return None
    gap = measure.sign * (measure.values[told.area][after] - measure.nation(after))
    ordered = sorted(measure.sign * value for value in measure.at[after].values())
    is_worst = reaches(measure.sign * measure.values[told.area][after], quantile(ordered, 0.75))
    return Outcome(_holds(measure, told, after, gap), is_worst)


def _next(measure, told):
    """The first later sound period of the region that shares no year with the one told, before any break."""
    side = measure.side(told.area, told.period)
    later = [
        period
        for period, _ in measure.points[told.area]
        if period > told.period and not measure.shares_year(told.period, period)
    ]
    return next((period for period in later if measure.side(told.area, period) == side), None)


def _holds(measure, told, after, gap):
    threshold = measure.threshold(after)
    if told.kind == "gap":
        return reaches(gap, threshold)
    if told.kind == "lead":
        return reaches(-gap, threshold)
    level, periods = told.base
    own = measure.sign * (measure.values[told.area][after] - level)
    if told.kind == "loss":
        return reaches(own, threshold)
    nation = [measure.nation(period) for period in periods if measure.nation(period) is not None]
    if not nation:
        return reaches(-own, threshold)
    usual = measure.sign * (measure.nation(after) - sorted(nation)[len(nation) // 2])
    return reaches(-(own - usual), threshold)
