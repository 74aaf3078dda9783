"""When a difference, a change or a strength is told of one region: each condition, met and just missed."""

import pytest

from indicators.areas import AREAS, NATION
from indicators.signals.evidence import age_factor
from indicators.signals.findings import findings_of
from tests.builders import definition, text
from tests.indicators.signals.made import AREA, EVEN, OTHERS, beside, evidence, measure

POINT = {"caveats": ["point-measurement"]}


def told(*measures, **asked):
    return findings_of(evidence(*measures, **asked), AREA)


def gaps(*measures, **asked):
    return [(signal.indicator, signal.kind) for signal in told(*measures, **asked).deviating]


def test_a_gap_is_told_with_its_points():
    """The quarters begin at 80.8 and 82.8 of the values with 70: 2.0 / 1.349 is the spread, 12 is capped."""
    signal = told(measure("m", beside(70.0))).deviating[0]
    assert (signal.kind, signal.value, signal.nation, signal.best_quarter) == ("gap", 70.0, 82.0, pytest.approx(82.8))
    assert signal.facts["size"] == pytest.approx(12 / (2.0 / 1.349))
    assert (signal.factors.weight, signal.factors.size, signal.factors.age, signal.factors.peers) == (2, 3, 1, 1)
    assert signal.points == pytest.approx(6.0)


def test_a_difference_smaller_than_what_matters_is_silent():
    item = definition(relevance={"basis": "unit", "value": 3.0})
    assert gaps(measure("m", beside(79.0), definition_=item)) == [("m", "gap")]
    assert gaps(measure("m", beside(79.1), definition_=item)) == []


def test_whole_numbers_need_twice_what_matters():
    """Whole per cent and a threshold of one: a difference of one may be rounding alone."""
    whole = {code: float(round(value)) for code, value in EVEN.items()}
    assert gaps(measure("m", beside(80.0, others=whole))) == [("m", "gap")]
    near = whole | dict.fromkeys(OTHERS[:9], 84.0)
    assert gaps(measure("m", beside(81.0, others=dict.fromkeys(near, 84.0)))) == []
    coarse = definition(relevance={"basis": "unit", "value": 3.0})
    item = measure("m", beside(79.0, others=dict.fromkeys(OTHERS, 84.0)), definition_=coarse)
    assert item.lost("2025") == 0
    assert gaps(item) == [("m", "gap")]


def test_the_worst_quarter_is_no_worst_quarter_when_it_is_half_of_the_regions():
    """Of twenty others 7 are equal and 13 better: 65 per cent. With 9 equal it is 55, and nobody is told."""

    def tied(n):
        return beside(78.0, others=dict.fromkeys(OTHERS[:n], 78.0) | dict.fromkeys(OTHERS[n:], 83.0))

    assert gaps(measure("m", tied(7))) == [("m", "gap")]
    assert gaps(measure("m", tied(9))) == []


def swinging(low, high, before=None):
    """A region that goes up and down, ending low; `before` takes the place of the two years before the last."""
    years = {str(year): (high, low)[year % 2] for year in range(2016, 2026)}
    return years | ({} if before is None else {"2023": before, "2024": before})


def test_a_gap_alone_needs_three_standard_errors_and_one_that_was_there_two():
    """Moves of 3: e = 2.12, σ = 2.64 of eight years. The distance of 6.5 is two and a half of them."""
    was_there = measure("m", beside(swinging(75.5, 78.5)))
    standing = evidence(was_there).standing(was_there, AREA)
    assert 2 < standing.z < 3
    assert gaps(was_there) == [("m", "gap")]
    assert gaps(measure("m", beside(swinging(75.5, 78.5, before=82.0)))) == []


def test_one_day_a_year_always_needs_three():
    item = definition(**POINT)
    assert gaps(measure("m", beside(swinging(75.5, 78.5)), definition_=item)) == []


def shaken(low):
    """Regions that swing by far more than they differ, and one that swings alike and ends low."""
    others = {
        code: {str(y): round(EVEN[code] + 3 * (-1) ** (y + place), 1) for y in range(2016, 2025)} | {"2025": EVEN[code]}
        for place, code in enumerate(OTHERS)
    }
    own = {str(y): 80.0 + 3 * (-1) ** y for y in range(2016, 2025)} | {"2025": low}
    return measure("m", beside(own, others=others), kind="survey")


def test_what_lies_alike_needs_more():
    """Three standard errors and a tenth are not enough there; three and a half are."""
    near, far = shaken(70.3), shaken(68.8)
    standings = [evidence(item).standing(item, AREA) for item in (near, far)]
    assert all(standing.field.alike for standing in standings)
    assert 3.0 < standings[0].z < 3.3 < standings[1].z
    assert (gaps(near), gaps(far)) == ([], [("m", "gap")])


@pytest.mark.parametrize(("age", "factor"), [(0, 1.0), (1, 1.0), (2, 1.0), (3, 0.75), (4, 0.0), (5, 0.0)])
def test_old_figures_count_less(age, factor):
    assert age_factor(age) == factor


def test_a_figure_of_three_years_is_told_for_less_and_one_of_four_not():
    item = measure("m", beside(70.0))
    assert told(item, year=2028).deviating[0].points == pytest.approx(4.5)
    assert "old" in told(item, year=2028).deviating[0].objections
    assert gaps(item, year=2029) == []


def test_what_the_region_does_not_decide_is_no_gap():
    assert gaps(measure("m", beside(70.0), influence="inherited")) == []


def test_where_comparable_regions_lie_alike_it_counts_three_quarters_or_nothing():
    """Västernorrland's seven peers lie as low: 0.75 of the points; where peers are the yardstick, silence."""
    low = EVEN | dict.fromkeys(AREAS.like(AREA)[:4], 70.0)
    values = beside(70.0, others=low)
    assert told(measure("m", values)).deviating[0].factors.peers == 0.75
    assert gaps(measure("m", values, compare="peers")) == []
    assert gaps(measure("m", beside(70.0), compare="peers")) == [("m", "gap")]


def worse(*last):
    """A region of the middle half that was better: neither among the worst now nor among the best."""
    lower = {code: value - 1.5 for code, value in EVEN.items()}
    falling = {**{str(y): 82.0 for y in range(2016, 2024)}, "2024": last[0], "2025": last[1]}
    return beside(falling, nation=80.5, others=lower)


def test_a_worsening_is_told_where_there_is_no_gap():
    """From 82.0 to 81.0 while the nation stands still: 0.75 of the weight."""
    item = measure("m", worse(81.0, 81.0))
    signal = told(item).deviating[0]
    assert (signal.kind, signal.change.before.value, signal.change.after.value) == ("worsening", 82.0, 81.0)
    assert signal.change.before.periods == ("2021", "2022", "2023")
    assert signal.factors.weight == pytest.approx(1.5)


def test_a_change_that_rests_on_one_year_is_told_as_a_fall_of_one_year():
    (signal,) = told(measure("m", worse(81.9, 80.0), kind="survey")).deviating
    assert (signal.kind, signal.change.before.value, signal.change.before.periods) == ("fell", 81.9, ("2024",))
    assert gaps(measure("m", worse(82.0, 81.1), kind="survey")) == []


def test_incidence_is_never_a_change():
    assert gaps(measure("m", worse(81.0, 81.0), over_time="same-year-only", over_time_reason=text())) == []


def better(*numbers):
    return {str(2026 - len(numbers) + place): number for place, number in enumerate(numbers)}


def test_an_improvement_and_when_it_is_none():
    risen = better(78.0, 78.0, 78.0, 81.9, 82.0)
    found = told(measure("m", beside(risen)))
    assert [(s.kind, s.change.before.value) for s in found.improving] == [("improving", 78.0)]
    turned = better(78.0, 78.0, 78.0, 83.9, 82.0)
    assert told(measure("m", beside(turned))).improving == ()
    with_nation = {**beside(risen), NATION: better(78.0, 78.0, 78.0, 81.9, 82.0)}
    assert told(measure("m", with_nation)).improving == ()


def test_a_change_within_chance_is_not_told():
    """The same rise, of a region that has swung by eight from year to year before."""
    shaky = {str(year): 74.0 + 8 * (year % 2) for year in range(2010, 2021)}
    risen = better(78.0, 78.0, 78.0, 80.0, 80.1)
    assert told(measure("m", beside(risen))).improving
    assert told(measure("m", beside(shaky | risen), kind="survey")).improving == ()


def test_the_start_of_a_register_is_no_improvement():
    process = definition(kind="process")
    risen = better(40.0, 40.0, 40.0, 60.0, 62.0)
    assert told(measure("m", beside(risen), definition_=process)).improving == ()
    assert [s.kind for s in told(measure("m", beside(risen), definition_=process, kind="survey")).improving] == [
        "improving"
    ]


def test_a_strength_holds_year_after_year():
    steady = told(measure("m", beside(86.0))).strengths
    assert [(s.kind, s.group) for s in steady] == [("strength", "strengths")]
    assert told(measure("m", beside({**better(82.0, 82.0, 82.0, 86.0, 86.0)}), kind="survey")).strengths == ()


def test_a_suspect_fall_is_judged_on_the_year_before():
    values = beside({**{str(y): 78.0 for y in range(2018, 2025)}, "2025": 40.0})
    found = told(measure("m", values))
    assert [(s.value, s.previous, s.reasons, s.was_worst) for s in found.checks] == [
        (40.0, ("2024", 78.0), ("big-step",), True)
    ]
    assert [(s.kind, s.period, s.value) for s in found.deviating] == [("gap", "2024", 78.0)]


def test_two_measures_of_one_question_are_told_once():
    twice = (measure("a", beside(70.0), question="q"), measure("b", beside(69.0), question="q"))
    assert gaps(*twice) == [("b", "gap")]
