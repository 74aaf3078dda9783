"""Sweden beside other countries: the gap to the average and to the best three, where the figures are comparable."""

from indicators.assessment.judgement import Judgement, Reason, not_assessed
from indicators.assessment.records import Countries, InternationalGap
from indicators.assessment.rules import BEST_COUNTRIES, OLDEST_ABROAD
from indicators.definition import Definition
from indicators.reference import Comparison
from indicators.statistics.gaps import best_mean


def judge_international(
    definition: Definition, comparison: Comparison | None, countries: Countries | None, headline: str | None
) -> InternationalGap:
    """Return the gap for grades same and similar; for other grades the reason why there is none."""
    if comparison is None or countries is None or comparison.grade == "none":
        key = "international.none" if comparison is None else "international.not-comparable"
        return InternationalGap("none", None, None, None, None, 0, on_axis=False, judgement=not_assessed(key))
    best = None if definition.direction == "none" else _best(definition, countries)
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


def _best(definition: Definition, countries: Countries) -> float:
    return best_mean(list(countries.values.values()), n=BEST_COUNTRIES, higher=definition.direction == "higher")


def _shares_axis(comparison: Comparison, countries: Countries, headline: str | None) -> bool:
    graded = comparison.grade in ("same", "similar") and comparison.one_scale
    fresh = headline is not None and int(headline[:4]) - int(countries.year) <= OLDEST_ABROAD
    return graded and fresh and countries.average is not None


def _judge(definition: Definition, comparison: Comparison, countries: Countries, best: float | None) -> Judgement:
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
    return Judgement(_word(definition, countries.sweden, countries.average), Reason("international.gap", dict(facts)))


def _word(definition: Definition, sweden: float, average: float) -> str:
    if sweden == average:
        return "same"
    above = sweden > average
    if definition.direction == "none":
        return "above" if above else "below"
    return "better" if above == (definition.direction == "higher") else "worse"
