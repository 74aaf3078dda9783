"""The spread of a region's municipalities, as it is published."""

from indicators.areas import AREAS
from indicators.assessment.judgement import Judgement, Reason, not_assessed
from indicators.assessment.records import Comparison, InsideSpread
from indicators.assessment.rules import ENOUGH_UNITS
from indicators.definition import Definition, Sex
from indicators.series import SeriesValues
from indicators.statistics.outcomes import Spread
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
    verdict = _judge(spread, region) if spread else not_assessed("inside.missing")
    return InsideSpread(period, values, spread, verdict)


def _newest(sex: Sex, region: str, series: SeriesValues, headline: str | None) -> str | None:
    latest = [series.latest(sex, code, headline or "9999") for code in AREAS.inside[region]]
    return max((point[0] for point in latest if point), default=None)


def _judge(spread: Spread, region: str) -> Judgement:
    """What is there, and no more: whether municipalities lie far apart is asked of two periods (analysis.lasting)."""
    members = len(AREAS.inside[region])
    if spread.n < ENOUGH_UNITS:
        return not_assessed("inside.few", n=spread.n, members=members, enough=ENOUGH_UNITS)
    return Judgement("shown", Reason("inside.shown", {"n": spread.n, "members": members}))
