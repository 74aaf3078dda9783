"""Municipalities that lie further apart in the long run in one region than in the others."""

from collections.abc import Mapping
from statistics import fmean, median

from indicators.analysis.difference_records import LastingSpread
from indicators.analysis.rules import APART, ENOUGH_LASTING, WIDER
from indicators.analysis.windows import earlier_window, errors_of
from indicators.areas import AREAS, NATION
from indicators.assessment.records import Comparison
from indicators.assessment.rules import ENOUGH_UNITS
from indicators.definition import Definition, Sex
from indicators.series import Points, SeriesValues
from indicators.statistics.lasting import lasting_deviation

Sound = Mapping[str, Points]


def analyse_lasting(
    definition: Definition, sex: Sex, series: SeriesValues, comparison: Comparison
) -> dict[str, LastingSpread]:
    """Return the lasting spread of every region with five municipalities or more; empty where it cannot be known.

    Two periods that share no year are needed, of fifteen regions or more. Without a direction nobody is worse off, and
    nothing is asked.
    """
    sound = sound_points(definition, sex, series, comparison.headline)
    periods = sorted({when for own in sound.values() for when, _ in own})
    earlier = earlier_window(definition, periods[:-1], periods[-1]) if periods else None
    if definition.direction == "none" or earlier is None:
        return {}
    nation = dict(comparison.points.get(NATION, ())).get(periods[-1], comparison.nation)
    threshold = definition.relevance.threshold(nation)
    both = {code: pairs for code in AREAS.region_codes if (pairs := _pairs(sound, code, earlier, periods[-1]))}
    if threshold is None or len(both) < ENOUGH_LASTING:
        return {}
    spreads = {code: lasting_deviation(*zip(*pairs.values(), strict=True)) for code, pairs in both.items()}
    errors, middle = errors_of(definition, sound), median(spreads.values())
    return {
        code: LastingSpread(
            period=periods[-1],
            earlier=earlier,
            units=len(pairs),
            lasting=spreads[code],
            middle=middle,
            regions=len(both),
            threshold=threshold,
            mean=fmean(now for _, now in pairs.values()),
            apart=_apart({unit: now for unit, (_, now) in pairs.items()}, errors),
            is_told=spreads[code] >= WIDER * middle and spreads[code] - middle >= threshold,
        )
        for code, pairs in both.items()
    }


def sound_points(definition: Definition, sex: Sex, series: SeriesValues, headline: str | None) -> dict[str, Points]:
    """Return each municipality's (period, value) pairs that can be right, not after the headline period."""
    found = {}
    for area in AREAS.municipalities:
        points = series.points.get((sex, area.code), ())
        kept = tuple(p for p in points if (headline is None or p[0] <= headline) and definition.is_sound(area.code, *p))
        if kept:
            found[area.code] = kept
    return found


def _pairs(sound: Sound, region: str, earlier: str, period: str) -> dict[str, tuple[float, float]]:
    """The earlier and the newest value of a region's municipalities that have both; none when they are too few."""
    points = {code: dict(sound[code]) for code in AREAS.inside[region] if code in sound}
    pairs = {code: (own[earlier], own[period]) for code, own in points.items() if earlier in own and period in own}
    return pairs if len(pairs) >= ENOUGH_UNITS else {}


def _apart(values: Mapping[str, float], errors: Mapping[str, float]) -> tuple[tuple[str, float], ...]:
    mean = fmean(values.values())
    far = [(value, code) for code, value in values.items() if code in errors and _is_far(value - mean, errors[code])]
    return tuple((code, value) for value, code in sorted(far))


def _is_far(distance: float, error: float) -> bool:
    return error > 0 and abs(distance) >= APART * error
