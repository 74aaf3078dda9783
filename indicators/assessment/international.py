"""Sweden beside other countries: the gap to the average and to the best three, where the figures are comparable."""

from indicators.assessment.abroad import against
from indicators.assessment.judgement import Judgement, Reason, not_assessed
from indicators.assessment.records import Countries, InternationalGap
from indicators.assessment.rules import BEST_COUNTRIES, OLDEST_ABROAD
from indicators.definition import Definition
from indicators.periods import Period
from indicators.reference import ComparisonAbroad
from indicators.statistics.spread import best_mean


def judge_international(
    definition: Definition,
    comparison: ComparisonAbroad | None,
    countries: Countries | None,
    headline: str | None,
    as_of: str | None = None,
) -> InternationalGap:
    """Return the gap for grades same and similar; for other grades, or figures after `as_of`, why there is none."""
    if comparison is None or countries is None or comparison.grade == "none":
        return _nothing(not_assessed("international.none" if comparison is None else "international.not-comparable"))
    year = countries.last_year
    if as_of is not None and (year is None or year > int(as_of)):
        return _nothing(not_assessed("international.later", year=countries.year))
    best = _best(definition, comparison, countries)
    judgement = _judge(definition, comparison, countries, best)
    on_axis = _shares_axis(comparison, countries, headline)
    return InternationalGap(
        comparison.grade,
        countries.year,
        countries.average,
        countries.sweden,
        best,
        len(countries.values),
        on_axis,
        judgement,
    )


def _nothing(judgement: Judgement) -> InternationalGap:
    return InternationalGap("none", None, None, None, None, 0, on_axis=False, judgement=judgement)


def _best(definition: Definition, comparison: ComparisonAbroad, countries: Countries) -> float | None:
    """The mean of the best countries; an indicative figure may count the opposite, so that its best is not known."""
    if comparison.grade == "indicative" or definition.direction == "none" or len(countries.values) < BEST_COUNTRIES:
        return None
    return best_mean(list(countries.values.values()), n=BEST_COUNTRIES, higher=definition.direction == "higher")


def _shares_axis(comparison: ComparisonAbroad, countries: Countries, headline: str | None) -> bool:
    graded = comparison.grade in ("same", "similar") and comparison.one_scale
    year = countries.last_year
    fresh = headline is not None and year is not None and Period.parse(headline).year - year <= OLDEST_ABROAD
    return graded and fresh and countries.average is not None


def _judge(definition: Definition, comparison: ComparisonAbroad, countries: Countries, best: float | None) -> Judgement:
    if comparison.grade == "indicative":
        return not_assessed("international.indicative", year=countries.year)
    if countries.sweden is None or countries.average is None:
        return not_assessed("international.no-sweden")
    facts = {
        "sweden": countries.sweden,
        "average": countries.average,
        "best": best,
        "year": countries.year,
        "n": len(countries.values),
    }
    return Judgement(
        against(definition.direction, countries.sweden, countries.average), Reason("international.gap", dict(facts))
    )
