"""Potential in people: worked by hand, each yardstick by itself, its laws, and what is missing where nobody knows."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from indicators import LACKS, NATION, in_people
from indicators.denominator import ADULTS, PER, POPULATION, RESIDENTS, People
from indicators.people import Yardstick, people_near, reach, residents_near
from tests.builders import EVERYBODY, countries, definition, graded, make_picture, regions, series, target, text

VALUES = regions(50.0, 60.0, 70.0, 80.0, 90.0, nation=65.0)
STOCKHOLM, UPPSALA, SKANE = "01", "03", "12"
ADDS_UP = 0.002
"""How far the regions' values, weighted by population, may lie from the nation's where all residents are counted."""


def known(**changes):
    return definition(people=EVERYBODY, **changes)


def residents(**changes):
    found = {code: {"2023": 1000.0, "2024": 2000.0} for code in VALUES}
    context = {"dimension": "context", "area": "context", "kind": "context", "unit": "count", "direction": "none"}
    return definition(id=POPULATION, **context), series({**found, **changes})


def told(item=None, values=VALUES, area=STOCKHOLM, sex="T", people=None, peers=(UPPSALA, "04", "05"), **more):
    picture = make_picture((item or known(), series(values)), people or residents(), **more)
    return in_people(picture, "sample", sex, area, peers)


def by_kind(found):
    return {item.yardstick.kind: item for item in found.reached}


def test_each_yardstick_is_worked_by_hand():
    # 50 % of 2 000 residents, higher is better: to 90 it is 40 · 2 000 / 100 = 800; to the quartile 80 it is 600; to
    # the best of the three compared (60, 70, 80) 600; to the mean of 84, 82 and 80 abroad it is 640.
    found = told(held=[target(), graded()], foreign={"Sample": countries()})
    assert (found.lack, found.residents) == (None, ("2024", 2000.0))
    reached = by_kind(found)
    assert list(reached) == ["target", "best-quarter", "best-peer", "best-three"]
    assert [item.yardstick.value for item in reached.values()] == [90.0, 80.0, 80.0, 82.0]
    assert [item.people.people for item in reached.values()] == [800.0, 600.0, 600.0, 640.0]
    assert reached["best-peer"].yardstick.areas == ("05",)


def test_a_rate_where_lower_is_better():
    # 90 less 60, per 100 000, of 2 000 000 residents: 600.
    item = known(unit="rate", direction="lower")
    people = residents(**{"06": {"2025": 2_000_000.0}})
    found = by_kind(told(item, area="06", people=people))
    assert found["best-quarter"].yardstick.value == 60.0
    assert found["best-quarter"].people.people == 600.0


def test_who_is_as_good_already_gets_no_number():
    found = by_kind(told(area="06", held=[target()]))
    assert {kind: item.people for kind, item in found.items()} == {
        "target": None,
        "best-quarter": None,
        "best-peer": None,
    }


@pytest.mark.parametrize(
    "changes", [{"status": "superseded"}, {"status": "proposed"}, {"match": "similar"}, {"match": "indicative"}]
)
def test_only_a_target_in_force_for_just_this_is_a_yardstick(changes):
    assert "target" not in by_kind(told(held=[target(**changes)]))


@pytest.mark.parametrize("changes", [{"grade": "similar"}, {"grade": "indicative"}, {"one_scale": False}])
def test_only_countries_of_the_same_definition_are_a_yardstick(changes):
    assert "best-three" not in by_kind(told(held=[graded(**changes)], foreign={"Sample": countries()}))


def test_too_few_regions_have_no_best_quarter_and_a_lone_one_no_yardstick():
    assert list(by_kind(told(values=regions(50.0, 60.0)))) == ["best-peer"]
    assert told(values=regions(50.0)).lack == "no-yardstick"


def test_those_compared_are_koladas_seven_unless_others_are_named_and_never_the_region_itself():
    values = regions(*range(50, 71))
    picture = make_picture((known(), series(values)), residents(**{code: {"2024": 1000.0} for code in values}))
    best = max(picture.areas.like("13"), key=lambda code: values[code])
    assert by_kind(in_people(picture, "sample", "T", "13"))["best-peer"].yardstick.areas == (best,)
    assert "best-peer" not in by_kind(in_people(picture, "sample", "T", "13", ["13"]))


def test_those_with_the_same_best_value_are_all_named():
    found = told(values={**VALUES, "04": 80.0})
    assert by_kind(found)["best-peer"].yardstick.areas == ("04", "05")


@pytest.mark.parametrize(
    ("item", "more", "lack"),
    [
        (definition(direction="none"), {}, "no-direction"),
        (definition(people={"missing": "respondents"}), {}, "respondents"),
        (definition(), {}, "unstated"),
        (known(), {"area": "25"}, "no-value"),
        (known(doubts=[{"periods": ["2025"], "areas": ["01"], "reason": text()}]), {}, "doubtful"),
        (known(), {"people": (residents()[0], series({"03": 5.0}))}, "no-population"),
        (known(), {"people": residents(**{"01": 0.0})}, "no-population"),
    ],
)
def test_what_is_missing_has_its_code_and_no_number(item, more, lack):
    found = told(item, **more)
    assert (found.lack, found.reached) == (lack, ())
    assert lack in LACKS


def test_women_and_men_are_not_told_with_everybodys_number():
    picture = make_picture((known(), series(VALUES, women=VALUES, men=VALUES)), residents())
    assert in_people(picture, "sample", "F", STOCKHOLM).lack == "sex"


@pytest.mark.parametrize(
    ("period", "year"), [("2010", "2020"), ("2021", "2020"), ("2022", "2022"), ("2023-11", "2022"), ("2031", "2024")]
)
def test_residents_are_of_the_nearest_year_the_earlier_of_two(period, year):
    people = residents(**{"01": {"2020": 1.0, "2022": 2.0, "2024": 3.0}})
    picture = make_picture((known(), series(VALUES)), people)
    assert residents_near(picture.scorecard(), "01", period)[0] == year


def test_the_values_own_interval_goes_along():
    picture = make_picture((known(), series(VALUES)), residents())
    found = by_kind(in_people(picture, "sample", "T", STOCKHOLM, limits=(45.0, 55.0)))["best-quarter"].people
    assert (found.lower, found.people, found.upper) == (500.0, 600.0, 700.0)


def test_the_nation_has_yardsticks_but_no_peers():
    picture = make_picture((known(), series(VALUES)), residents())
    assert list(by_kind(in_people(picture, "sample", "T", NATION))) == ["best-quarter"]


numbers = st.floats(0, 100, allow_nan=False)


@given(numbers, numbers, st.floats(1, 1e7))
def test_laws_mirrored_direction_and_scale(value, level, people):
    yardstick = Yardstick("best-quarter", level)
    higher, lower = known(), known(direction="lower")
    there, back = reach(higher, value, yardstick, people), reach(lower, value, yardstick, people)
    # One of the two directions has a way to go, and not the other, unless the value is as good as the yardstick.
    assert there.people is None or back.people is None
    if abs(value - level) > 1e-9:
        assert (there.people is None) == (value > level) and (back.people is None) == (value < level)
    mirrored = reach(lower, 100 - value, Yardstick("best-quarter", 100 - level), people)
    if there.people and mirrored.people:
        assert math.isclose(there.people.exact, mirrored.people.exact, rel_tol=1e-6, abs_tol=1e-6 * people)
        doubled = reach(higher, value, yardstick, 2 * people)
        assert math.isclose(doubled.people.exact, 2 * there.people.exact, rel_tol=1e-9)


@pytest.mark.parametrize(
    "raw",
    [
        {},
        {"denominator": "residents"},
        {**EVERYBODY, "missing": "respondents"},
        {"missing": "respondents", "counts": EVERYBODY["counts"]},
        {"missing": "nobody-knows"},
        {k: v for k, v in EVERYBODY.items() if k != "why"},
    ],
)
def test_a_block_that_says_half_is_refused(raw):
    with pytest.raises(ValidationError):
        People.model_validate(raw)


@pytest.mark.parametrize("changes", [{"unit": "days"}, {"unit": "sek"}, {"direction": "none"}])
def test_a_denominator_belongs_to_shares_and_rates_with_a_direction(changes):
    with pytest.raises(ValidationError, match="a denominator needs"):
        known(**changes)


def test_every_definition_says_what_it_is_of_or_what_is_missing(picture):
    assert [item.id for item in picture.catalogue.definitions if item.people.missing == "unstated"] == []
    assert {item.people.missing for item in picture.catalogue.definitions} <= {*LACKS, None}
    assert any(item.people.denominator for item in picture.catalogue.definitions)


def weighted(picture, series, period):
    """The regions' values at a period weighted by their residents, against the nation's; None where one is lacking."""
    scorecard = picture.scorecard()
    points = scorecard.comparisons[series, "T"].points
    values = {code: dict(points[code]).get(period) for code in (NATION, *picture.areas.region_codes)}
    if None in values.values() or not picture.catalogue.by_id[series].is_sound(NATION, period, values[NATION]):
        return None
    weights = {code: residents_near(scorecard, code, period)[1] for code in picture.areas.region_codes}
    mean = math.fsum(values[code] * n for code, n in weights.items()) / math.fsum(weights.values())
    return mean / values[NATION]


def test_where_all_residents_are_the_denominator_the_regions_make_the_nation(picture):
    periods = [str(year) for year in range(2011, 2026)]
    for item in picture.catalogue.definitions:
        if item.people.denominator == RESIDENTS and item.unit in PER:
            found = [share for period in periods if (share := weighted(picture, item.id, period)) is not None]
            assert found
            assert all(abs(share - 1) < ADDS_UP for share in found), (item.id, found)


def test_where_adults_are_the_denominator_the_regions_weighted_by_them_make_the_nation(picture):
    scorecard, tried = picture.scorecard(), 0
    for item in picture.catalogue.definitions:
        found = scorecard.comparisons[item.id, "T"]
        if item.people.denominator == ADULTS and found.nation is not None:
            near = {code: people_near(item, scorecard, code, found.headline) for code in found.yardsticks}
            weights = {code: n[1] for code, n in near.items()}
            mean = math.fsum(found.values[code] * n for code, n in weights.items()) / math.fsum(weights.values())
            assert abs(mean / found.nation - 1) < 0.025, item.id
            tried += 1
    assert tried >= 20


def test_a_survey_is_told_in_people_only_where_the_difference_matters():
    people = {**EVERYBODY, "denominator": "adults"}
    item = definition(people=people, relevance={"basis": "unit", "value": 1.0})
    small, large = (reach(item, 80.0, Yardstick("best-quarter", level), 20_000) for level in (80.9, 81.6))
    assert (small.people, small.is_small) == (None, True)
    assert (large.people.people, large.is_small) == (320.0, False)
    assert reach(item, 80.0, Yardstick("best-quarter", 81.68), 20_000).people.people == 330.0, "336 rounded down"
    assert not reach(item, 82.0, Yardstick("best-quarter", 81.0), 20_000).is_small


def test_that_check_finds_a_denominator_of_others(picture):
    for series_id in ("ami-incidence-local", "ami-incidence", "cancer-incidence"):
        assert abs(weighted(picture, series_id, "2022") - 1) > ADDS_UP


def test_the_embedded_edition_is_worked_by_hand(picture):
    # Sörmland 2022: 1 154.7 per 100 000 of 302 566 residents; the quartile of the regions is 1 100.3.
    found = in_people(picture, "inpatient-injuries", "T", "04")
    first = by_kind(found)["best-quarter"]
    assert found.residents == ("2022", 302566.0)
    assert first.people.exact == pytest.approx((1154.7 - 1100.3) * 302_566 / 100_000)
    assert first.people.people == 160.0
