"""One series and sex over all regions: the headline period, who reports it, and the regions' spread."""

from indicators.areas import AREAS, NATION
from indicators.assessment.records import Comparison
from indicators.assessment.rules import ENOUGH_REGIONS
from indicators.definition import Definition, Sex
from indicators.series import Points, SeriesValues
from indicators.statistics.spread import summarise


def compare(definition: Definition, sex: Sex, series: SeriesValues) -> Comparison:
    """Return the comparison of all regions for one series and sex."""
    points = {code: series.points.get((sex, code), ()) for code in (NATION, *AREAS.region_codes)}
    headline, newer = _headline(points)
    values = {code: value for code in AREAS.region_codes if (value := _at(points[code], headline)) is not None}
    doubtful = tuple(code for code, value in values.items() if not definition.is_sound(code, headline or "", value))
    sound = [value for code, value in values.items() if code not in doubtful]
    spread = summarise(sound) if sound else None
    nation = _at(points[NATION], headline)
    return Comparison(definition.id, sex, headline, values, nation, doubtful, spread, newer, points)


def _at(points: Points, period: str | None) -> float | None:
    return next((value for when, value in points if when == period), None)


def _headline(points: dict[str, Points]) -> tuple[str | None, tuple[str, int] | None]:
    counts: dict[str, int] = {}
    for code in AREAS.region_codes:
        for period, _ in points[code]:
            counts[period] = counts.get(period, 0) + 1
    if not counts:
        return None, None
    enough = [period for period, n in counts.items() if n >= ENOUGH_REGIONS]
    most = max(counts.values())
    headline = max(enough) if enough else max(period for period, n in counts.items() if n == most)
    newest = max(counts)
    return headline, (newest, counts[newest]) if newest > headline else None
