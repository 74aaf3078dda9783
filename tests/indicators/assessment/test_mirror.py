"""All values negated and the direction flipped: the verdicts are the same words."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from indicators import AREAS
from indicators.assessment.international import judge_international
from tests.builders import (
    REGIONS,
    YEARS,
    assess,
    countries,
    definition,
    graded,
    percent_of_nation,
    series,
    target,
)
from tests.tiers import examples

MEMBERS = AREAS.inside["10"]
MIRROR = {">=": "<=", ">": "<", "<=": ">=", "<": ">"}
# Quarters, so that sums and differences are exact and equal values come often.
numbers = st.integers(-400, 400).map(lambda quarter: quarter / 4)
# Whole tables come from a seed: hypothesis takes seconds to draw a thousand numbers one by one.
chances = st.integers(0, 2**32).map(Random)
a_few = examples(40)


def negated(points):
    return {area: {year: -value for year, value in found.items()} for area, found in points.items()}


def number(chance):
    return chance.randint(-400, 400) / 4


def drawn(chance, areas):
    """{area: {year: number}} with gaps, around a slope so that trends come often."""
    slope, share = chance.choice([-9, -3, 0, 3, 9]), chance.uniform(0.3, 1.2)
    return {
        area: {year: number(chance) / 4 + slope * (int(year) - 2020) for year in YEARS if chance.random() < share}
        for area in areas
    }


def verdicts(rows):
    return {
        area: tuple(each.verdict for each in (row.target, row.position, row.trend, row.sexes, row.inside.judgement))
        for area, row in rows.items()
    }


@a_few
@given(chances, st.sampled_from(sorted(MIRROR)), st.sampled_from([0.5, 1.0, 20.0]))
def test_mirrored_regions(chance, operator, threshold):
    areas = ("00", *REGIONS, *MEMBERS)
    total, women, men = (drawn(chance, areas) for _ in range(3))
    known = [value for found in total.values() for value in found.values()] or [0.0]
    level, low = chance.choice(known), sorted(known)[len(known) // 50]
    relevance = chance.choice([{"basis": "unit", "value": threshold}, percent_of_nation(threshold)])
    plain = definition(relevance=relevance, plausible={"low": low})
    mirrored = definition(relevance=relevance, plausible={"high": -low}, direction="lower")
    seen = assess(series(total, women=women, men=men), plain, held=[target(operator=operator, value=level)])
    turned = assess(
        series(negated(total), women=negated(women), men=negated(men)),
        mirrored,
        held=[target(operator=MIRROR[operator], value=-level)],
    )
    assert verdicts(turned) == verdicts(seen)


WORDS = {
    "lowest-quarter": "highest-quarter",
    "increasing": "decreasing",
    "women-higher": "men-higher",
    "above": "below",
}
TURNED = {**WORDS, **{second: first for first, second in WORDS.items()}}


@a_few
@given(chances)
def test_without_direction_the_words_change_places(chance):
    areas = ("00", *REGIONS)
    total, women, men = (drawn(chance, areas) for _ in range(3))
    item = definition(direction="none")
    seen = verdicts(assess(series(total, women=women, men=men), item))
    turned = verdicts(assess(series(negated(total), women=negated(women), men=negated(men)), item))
    assert turned == {area: tuple(TURNED.get(word, word) for word in words) for area, words in seen.items()}


@given(st.lists(numbers, min_size=3, max_size=12), numbers)
def test_mirrored_countries(values, average):
    named = {f"Land {place}": value for place, value in enumerate(values)}
    turned = {name: -value for name, value in named.items()}
    plain = countries(values=named, sweden=values[0], average=average)
    mirrored = countries(values=turned, sweden=-values[0], average=-average)
    seen = judge_international(definition(), graded(), plain, "2025")
    other = judge_international(definition(direction="lower"), graded(), mirrored, "2025")
    assert other.judgement.verdict == seen.judgement.verdict
    assert other.best == -seen.best
