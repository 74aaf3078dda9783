"""Periods that share no year, on the same side of every cut: what two measurements of the same thing need."""

from collections.abc import Iterable, Mapping, Sequence

from indicators.analysis.rules import PER
from indicators.definition import Definition
from indicators.denominator import POPULATION
from indicators.periods import Period
from indicators.scorecard import Scorecard
from indicators.series import Points
from indicators.series_cuts import comparable_from, cuts_of
from indicators.statistics.moving_range import moving_range_errors


def earlier_window(definition: Definition, periods: Iterable[str], period: str) -> str | None:
    """Return the newest of some periods that shares no year with one and has no cut between; None without any."""
    newest = Period.parse(period).year - (definition.period.years or 1)
    start = comparable_from(definition, "", period)
    found = [one for one in periods if Period.parse(one).year <= newest and one >= start]
    return max(found, default=None)


def errors_of(
    definition: Definition, points: Mapping[str, Points], sizes: Mapping[str, float] | None = None
) -> dict[str, float]:
    """Return the standard error of one value of each area, from the series itself; empty where it is too short.

    `points` are sound (period, value) pairs by area, oldest first; `sizes` are the areas' residents.
    """
    by_year = {area: [(Period.parse(when).year, value) for when, value in own] for area, own in points.items()}
    cuts = [Period.parse(cut.period).year for cut in cuts_of(definition)]
    return moving_range_errors(by_year, width=definition.period.years or 1, breaks=cuts, sizes=sizes)


def least_error(definition: Definition, values: Sequence[float], residents: float | None) -> float:
    """Return what the error of a sum or difference of rates cannot be under: that of a count of all residents.

    0 for what is no rate, and where nobody knows the residents.
    """
    per = PER.get(definition.unit)
    if definition.unit != "rate" or per is None or not residents:
        return 0.0
    years = definition.period.years or 1
    return float((sum(map(abs, values)) * per / (residents * years)) ** 0.5)


def residents_of(scorecard: Scorecard, areas: Iterable[str]) -> dict[str, float]:
    """Return each area's residents in the newest year; areas without are left out."""
    found = scorecard.comparisons.get((POPULATION, "T"))
    points = {area: found.points.get(area, ()) for area in areas} if found is not None else {}
    return {area: own[-1][1] for area, own in points.items() if own and own[-1][1] > 0}
