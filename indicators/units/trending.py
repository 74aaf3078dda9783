"""Whether one of a region's own units has become better or worse, by its counts or limits. Plain Python for pages."""

from collections.abc import Sequence
from dataclasses import dataclass

from indicators.assessment.judgement import NOT_ASSESSED, Judgement, Param, Reason, not_assessed
from indicators.assessment.rules import FEWEST_YEARS, PUBLISHED
from indicators.assessment.trend import direction_word
from indicators.definition import Definition
from indicators.series_cuts import comparable_from, is_told_over_time
from indicators.statistics.errors import NoFiniteSlopeError, ZeroWidthError
from indicators.statistics.trend import CountedTrend, logistic_trend, weighted_trend
from indicators.units.row import UnitRow
from indicators.units.summing import UnitCounts, unit_counts, unit_interval


@dataclass(frozen=True, slots=True)
class _Year:
    """One year of a unit, with what says how sure it is."""

    row: UnitRow
    value: float
    counts: UnitCounts | None
    limits: tuple[float, float] | None


def unit_trend(definition: Definition, rows: Sequence[UnitRow], nation: float | None) -> Judgement:
    """Return improving, unchanged or worsening (without direction: increasing, decreasing), or why it is not judged.

    `rows` are one unit's of one sex, oldest first, up to the period shown; the last five yearly values after any cut
    are judged. `nation` is the nation's headline value: the change must reach the indicator's threshold.
    """
    if definition.period.overlaps:
        return not_assessed("trend.none.overlap", years=definition.period.years)
    if not is_told_over_time(definition):
        return not_assessed("trend.none.same-year", since=rows[-1].period if rows else "")
    years = _years(definition, rows)
    if len(years) < FEWEST_YEARS:
        return not_assessed("trend.none.short", n=len(years), fewest=FEWEST_YEARS)
    window, threshold = years[-FEWEST_YEARS:], definition.relevance.threshold(nation)
    if threshold is None:
        return not_assessed("trend.none.threshold")
    try:
        found = _trend(window)
    except (NoFiniteSlopeError, ZeroWidthError):
        found = None
    facts = _facts(window, threshold)
    if found is None:
        return Judgement(NOT_ASSESSED, Reason("unit.trend.none", facts))
    return _judge(definition, found, facts, threshold)


def _years(definition: Definition, rows: Sequence[UnitRow]) -> list[_Year]:
    start = comparable_from(definition, "", rows[-1].period) if rows else ""
    kept = [row for row in rows if row.frequency == "year" and row.period >= start]
    return [_year(definition, row, row.value) for row in kept if row.value is not None]


def _year(definition: Definition, row: UnitRow, value: float) -> _Year:
    limits = unit_interval(row, definition.unit)
    return _Year(row, value, unit_counts(row, definition.unit), (limits.lower, limits.upper) if limits else None)


def _trend(window: Sequence[_Year]) -> CountedTrend | None:
    """By counts of a share where every year has them, else by limits; None where some year has neither."""
    periods = [int(year.row.period) for year in window]
    counts = [year.counts for year in window if year.counts is not None and year.counts.kind == "proportion"]
    if len(counts) == len(window):
        numbers = ([one.numerator for one in counts], [one.denominator for one in counts])
        return logistic_trend(periods, *numbers, per=counts[0].per)
    limits = [year.limits for year in window if year.limits is not None]
    if len(limits) < len(window):
        return None
    return weighted_trend(periods, [year.value for year in window], *zip(*limits, strict=True))


def _facts(window: Sequence[_Year], threshold: float) -> dict[str, Param]:
    first, last = window[0], window[-1]
    return {
        "first": first.row.period,
        "last": last.row.period,
        "from": first.value,
        "to": last.value,
        "change": round(last.value - first.value, PUBLISHED),
        "n": len(window),
        "threshold": threshold,
    }


def _judge(definition: Definition, found: CountedTrend, facts: dict[str, Param], threshold: float) -> Judgement:
    if not found.is_sure:
        return Judgement("unchanged", Reason("unit.trend.unsure", facts))
    if not found.holds_without_each_point or float(facts["change"] or 0) * found.change <= 0:
        return Judgement("unchanged", Reason("unit.trend.fragile", facts))
    if abs(found.change) < threshold:
        return Judgement("unchanged", Reason("unit.trend.small", facts))
    way = "up" if found.change > 0 else "down"
    return Judgement(direction_word(definition, found.change), Reason(f"unit.trend.{way}", facts))
