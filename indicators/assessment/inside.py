"""The spread of a region's municipalities beside the spread of the regions."""

from indicators.areas import AREAS
from indicators.assessment.judgement import Judgement, Reason, not_assessed
from indicators.assessment.records import Comparison, InsideSpread
from indicators.assessment.rules import ENOUGH_UNITS
from indicators.definition import Definition, Sex
from indicators.series import SeriesValues
from indicators.statistics.results import Spread
from indicators.statistics.spread import summarise


def inside_spread(
    definition: Definition, sex: Sex, region: str, series: SeriesValues, comparison: Comparison
) -> InsideSpread:
    """Return the spread of a region's municipalities at their newest period, not after the headline period."""
    if not any("municipality" in key.levels and sex in key.sexes for key in definition.series):
        return InsideSpread(None, {}, None, not_assessed("inside.unpublished"))
    period = _newest(sex, region, series, comparison.headline)
    if period is None:
        return InsideSpread(None, {}, None, not_assessed("inside.missing"))
    found = [(series.at(sex, code, period), code) for code in AREAS.inside[region]]
    # A value that cannot be right would be the end of the range: it is left out and counts as not reported.
    sound = sorted((v, c) for v, c in found if v is not None and definition.is_sound(c, period, v))
    values = {code: value for value, code in sound}
    spread = summarise(list(values.values())) if values else None
    verdict = _judge(definition, spread, region, period, comparison) if spread else not_assessed("inside.missing")
    return InsideSpread(period, values, spread, verdict)


def _newest(sex: Sex, region: str, series: SeriesValues, headline: str | None) -> str | None:
    latest = [series.latest(sex, code, headline or "9999") for code in AREAS.inside[region]]
    return max((point[0] for point in latest if point), default=None)


def _judge(definition: Definition, inside: Spread, region: str, period: str, comparison: Comparison) -> Judgement:
    members = len(AREAS.inside[region])
    if inside.n < ENOUGH_UNITS:
        return not_assessed("inside.few", n=inside.n, members=members, enough=ENOUGH_UNITS)
    regions = _yardsticks(definition, period, comparison)
    if not regions:
        return not_assessed("inside.alone", period=period)
    between = summarise(regions)
    facts = {
        "n": inside.n,
        "members": members,
        "q1": inside.q1,
        "q3": inside.q3,
        "width": inside.q3 - inside.q1,
        "between": between.q3 - between.q1,
    }
    verdict = "larger" if facts["width"] > facts["between"] else "smaller"
    return Judgement(verdict, Reason(f"inside.{verdict}", dict(facts)))


def _yardsticks(definition: Definition, period: str, comparison: Comparison) -> list[float]:
    """The regions' own values at the municipalities' period, without those that cannot be right."""
    found = [(code, dict(comparison.points[code]).get(period)) for code in AREAS.region_codes]
    return [value for code, value in found if value is not None and definition.is_sound(code, period, value)]
