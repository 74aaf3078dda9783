"""Municipalities inside regions: the spread year by year, how much of it lies inside, and who carries half the gap."""

from collections import Counter
from collections.abc import Mapping
from statistics import median

from indicators.analysis.records import FewUnitsFound, Inside, WithinShare, YearInside
from indicators.analysis.rules import PER
from indicators.analysis.shared import basis_of, yardstick_of
from indicators.analysis.windows import earlier_window
from indicators.areas import AREAS
from indicators.assessment.records import Comparison
from indicators.assessment.rules import ENOUGH_UNITS
from indicators.definition import Definition, Sex
from indicators.denominator import RESIDENTS
from indicators.reference import Reference
from indicators.series import SeriesValues
from indicators.series_cuts import members_at
from indicators.statistics.errors import TooFewGroupsError
from indicators.statistics.lasting import lasting_variation
from indicators.statistics.outcomes import Spread
from indicators.statistics.spread import summarise
from indicators.statistics.variation import few_units

ByRegion = dict[str, dict[str, float]]
HALF = 0.5


def analyse_inside(
    definition: Definition,
    sex: Sex,
    series: SeriesValues,
    comparison: Comparison,
    reference: Reference,
    population: Mapping[str, float],
) -> Inside | None:
    """Return municipalities over the years, not after the headline period; None when none are published.

    `population` is residents by municipality, empty when nobody knows.
    """
    periods = _periods(sex, series, comparison.headline)
    years = tuple(
        YearInside(
            period,
            *_year(values),
            _share(definition, sex, series, periods, period),
            _between(definition, comparison, period),
        )
        for period in periods
        if (values := by_region(definition, sex, series, period))
    )
    if not years:
        return None
    newest = by_region(definition, sex, series, years[-1].period)
    few = {code: _few(definition, values, comparison, reference, population) for code, values in newest.items()}
    return Inside(years, few)


def by_region(definition: Definition, sex: Sex, series: SeriesValues, period: str) -> ByRegion:
    """Return municipalities' values at one period by region, without those that cannot be right."""
    found: ByRegion = {}
    for region in AREAS.region_codes:
        known = [(code, series.at(sex, code, period)) for code in members_at(region, period)]
        sound = {c: v for c, v in known if v is not None and definition.is_sound(c, period, v)}
        if sound:
            found[region] = sound
    return found


def _periods(sex: Sex, series: SeriesValues, headline: str | None) -> list[str]:
    found = {
        period
        for area in AREAS.municipalities
        for period, _ in series.points.get((sex, area.code), ())
        if headline is None or period <= headline
    }
    return sorted(found)


def _year(values: ByRegion) -> tuple[dict[str, Spread], float | None]:
    """The spread of each region that has municipalities enough, and the middle one's width."""
    spreads = {code: summarise(list(own.values())) for code, own in values.items() if len(own) >= ENOUGH_UNITS}
    widths = [spread.q3 - spread.q1 for spread in spreads.values()]
    return spreads, median(widths) if widths else None


def _between(definition: Definition, comparison: Comparison, period: str) -> Spread | None:
    """The spread of the regions' own values, without those that cannot be right."""
    found = [(code, dict(comparison.points.get(code, ())).get(period)) for code in AREAS.region_codes]
    sound = [value for code, value in found if value is not None and definition.is_sound(code, period, value)]
    return summarise(sound) if sound else None


def _share(definition: Definition, sex: Sex, series: SeriesValues, periods: list[str], period: str) -> WithinShare:
    """What lasts of the variation: a value alone cannot tell it from chance, since no counts are published."""
    earlier = earlier_window(definition, (one for one in periods if one < period), period)
    if earlier is None:
        return WithinShare(period, "one-window", None, None, None, 0, 0)
    now, before = (by_region(definition, sex, series, when) for when in (period, earlier))
    both = [
        (value, before[region][code], region)
        for region, own in now.items()
        for code, value in own.items()
        if code in before.get(region, {})
    ]
    try:
        found = lasting_variation(*zip(*both, strict=True)) if len(both) > 1 else None
    except TooFewGroupsError:
        found = None
    if found is None:
        large = [n for n in Counter(region for _, _, region in both).values() if n >= ENOUGH_UNITS]
        return WithinShare(period, "few-regions", None, None, None, len(large), sum(large), earlier)
    parts = (found.share, found.within, found.between, found.regions, found.units)
    return WithinShare(period, basis_of(found.share), *parts, earlier)


def _few(
    definition: Definition,
    values: dict[str, float],
    comparison: Comparison,
    reference: Reference,
    population: Mapping[str, float],
) -> FewUnitsFound:
    """Half the gap of one region. Needs to know how many people each municipality's value is about."""
    if definition.direction == "none":
        return FewUnitsFound("no-direction")
    if definition.people.denominator != RESIDENTS:
        return FewUnitsFound("other-denominator")
    codes = tuple(code for code in values if code in population)
    if not codes:
        return FewUnitsFound("no-population")
    if len(codes) < ENOUGH_UNITS:
        return FewUnitsFound("few-units")
    yardstick, kind = yardstick_of(definition, comparison, reference)
    if yardstick is None:
        return FewUnitsFound("no-yardstick")
    found = few_units(
        [values[code] for code in codes],
        [population[code] for code in codes],
        yardstick,
        higher=definition.direction == "higher",
        per=PER[definition.unit],
        share=HALF,
    )
    return FewUnitsFound(None if found.units else "no-excess", yardstick, kind, codes, found)
