"""Potential in people as it is read: forms after a number, each yardstick by name, what is missing, never a sum."""

import re
from dataclasses import replace

import pytest

from dashboard.components.people import people_section
from dashboard.i18n import words
from dashboard.query import Question
from dashboard.viewmodels.compare.rows import compare_view
from dashboard.viewmodels.indicator.people import people_view
from dashboard.viewmodels.people.region import region_people
from dashboard.viewmodels.people.told import change_text, people_told
from dashboard.viewmodels.rows import make_row
from dashboard.viewmodels.subject import subject
from indicators import LACKS, LANGUAGES, Reached, Yardstick
from indicators.denominator import POPULATION
from indicators.statistics.potential import Potential
from tests.builders import EVERYBODY, countries, definition, graded, make_picture, regions, series, target

KNOWN, SORMLAND = "inpatient-injuries", "04"
COUNTS = {
    "one": {"sv": "person med bot", "en": "person cured"},
    "many": {"sv": "personer med bot", "en": "people cured"},
}
PLAIN = re.compile(r"[{}]|\bNone\b|\bnan\b|  ")


def counted(**changes):
    return definition(people={**EVERYBODY, "counts": COUNTS}, **changes)


def made(item, **more):
    values = regions(50.0, 60.0, 70.0, 80.0, 90.0)
    context = {"dimension": "context", "area": "context", "kind": "context", "unit": "count", "direction": "none"}
    people = definition(id=POPULATION, **context), series({code: {"2024": 2000.0} for code in values})
    return make_picture((item, series(values)), people, **more)


def reached(people):
    return Reached(Yardstick("target", 90.0), None if people is None else Potential(people, None, None, people))


@pytest.mark.parametrize(
    ("people", "direction", "sv", "en"),
    [
        (1.0, "higher", "omkring 1 fler person med bot om året", "about 1 more person cured a year"),
        (2.0, "higher", "omkring 2 fler personer med bot om året", "about 2 more people cured a year"),
        (1200.0, "lower", "omkring 1\u202f200 färre personer med bot om året", "about 1,200 fewer people cured a year"),
        (0.0, "lower", "avrundat 0 personer med bot om året", "0 people cured a year when rounded"),
        (None, "lower", "redan lika bra eller bättre", "already as good or better"),
    ],
)
def test_the_words_agree_with_the_number(people, direction, sv, en):
    item = counted(direction=direction)
    assert change_text(reached(people), item, words("sv")) == sv
    assert change_text(reached(people), item, words("en")) == en


def test_an_interval_is_told_where_the_value_has_one():
    found = Reached(Yardstick("target", 90.0), Potential(60.0, 20.0, 1000.0, 61.0))
    assert "20 till 1\u202f000" in change_text(found, counted(), words("sv"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_yardstick_is_named_with_its_value_and_stands_by_itself(lang):
    picture = made(counted(), held=[target(), graded()], foreign={"Sample": countries()})
    told = people_told(subject(picture, Question(lang=lang), "sample", "01"))
    assert [(item.yardstick, item.people) for item in told.reached] == [
        ("target", 800.0),
        ("best-quarter", 600.0),
        ("best-peer", 800.0),
        ("best-three", 640.0),
    ]
    for item in told.reached:
        assert item.text.startswith(f"{item.name} ({item.value_text}): {item.people_text}")
        assert not PLAIN.search(item.text)
    assert "2024" in told.reached[-1].name
    assert "2024" in told.text
    assert str(int(sum(item.people for item in told.reached))) not in told.text


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("sex", ["T", "F", "M"])
def test_every_row_says_its_people_or_what_is_missing(picture, lang, sex):
    question = Question(lang=lang, sex=sex)
    for item in picture.catalogue.indicators:
        found = subject(picture, question, item.id, SORMLAND)
        if found is None:
            continue
        row = make_row(found)
        assert row.people_text
        assert not PLAIN.search(row.people_text)
        assert (row.people_lack is None) == bool(row.people)
        assert row.people_lack is None or LACKS[row.people_lack].in_(lang) in row.people_text


def test_the_row_the_section_the_indicator_and_the_comparison_say_the_same(picture):
    question = Question()
    row = make_row(subject(picture, question, KNOWN, SORMLAND))
    (item,) = [one for one in region_people(picture, question, SORMLAND).items if one.name.row == KNOWN]
    assert item.reached == row.people
    assert people_view(picture, replace(question, regions=(SORMLAND,)), KNOWN).chosen[0].count("160") == 2
    compared = [r for g in compare_view(picture, question, SORMLAND).groups for r in g.rows if r.people]
    (own,) = [r for r in compared if r.indicator == KNOWN]
    assert row.people[1].people_text in own.people


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_missing_is_counted_by_reason_and_nothing_falls_away(picture, lang):
    question = Question(lang=lang)
    view = region_people(picture, question, SORMLAND)
    shown = [i for i in picture.catalogue.indicators if subject(picture, question, i.id, SORMLAND) is not None]
    numbers = [int(text.split()[0]) for text in view.missing]
    assert sum(numbers) + len(view.items) == len(shown)
    assert numbers == sorted(numbers, reverse=True)
    assert str(sum(numbers)) in view.missing_title


def test_below_three_indicators_there_is_one_line_and_no_section(picture):
    view = region_people(picture, Question(dimension="cost-efficiency"), SORMLAND)
    assert view.lede == "Hur många människor det gäller går bara att räkna ut för 0 mått här."
    assert (view.items, view.missing_title, view.missing) == ((), "", ())
    women = region_people(picture, Question(sex="F"), SORMLAND)
    assert (women.items, women.missing) == ((), ())


def test_ten_indicators_of_weight_can_be_told_and_surveys_as_least_numbers(picture):
    told, weights = set(), {item.id: item.signals.weight for item in picture.catalogue.definitions if item.signals}
    for area in picture.areas.region_codes:
        for item in region_people(picture, Question(), area).items:
            told.add(item.name.row)
            is_survey = item.name.row != KNOWN
            assert ("minsta antal" in item.basis) == is_survey
            for one in item.reached:
                assert one.people is None or one.people >= 100 or not is_survey or area == "09"
                if one.people:
                    assert one.people_text.startswith("minst" if is_survey else "omkring")
                    assert one.people_text.endswith(" om året") != is_survey
    assert len([code for code in told if weights[code] >= 2]) >= 10


def test_a_least_number_is_rounded_down_and_worked_by_hand(picture):
    # Västernorrland 2025: of everybody in 2024 those aged 20–64 are 100 of 100 + the ratio + 0.5, at the least.
    row = make_row(subject(picture, Question(), "trust-in-care", "22"))
    scorecard = picture.scorecard()
    points = [scorecard.comparisons[code, "T"].points["22"] for code in (POPULATION, "context-dependency-ratio")]
    people, ratio = (dict(one)["2024"] for one in points)
    value = scorecard.row("trust-in-care", "T", "22").value
    first = row.people[0]
    exact = (first.value - value) * people * 100 / (100.5 + ratio) / 100
    assert exact * 0.9 < first.people <= exact


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_indicators_page_has_every_region_or_says_what_is_missing(picture, lang):
    view = people_view(picture, Question(lang=lang), KNOWN)
    rows = [row for group in view.table.groups for row in group.rows]
    assert len(rows) == 21
    assert {len(row.cells) for row in rows} == {len(view.table.columns)}
    assert "15 " in view.texts[0]
    empty = people_view(picture, Question(lang=lang), "suicide")
    assert LACKS["age-group"].in_(lang) in empty.empty
    assert empty.table is None
    sexed = people_view(picture, Question(lang=lang, sex="F"), KNOWN)
    assert LACKS["sex"].in_(lang) in sexed.empty


def test_the_interface_gives_the_numbers_themselves(client):
    rows = client.get(f"/api/v1/scorecard/{SORMLAND}").get_json()["rows"]
    (row,) = [row for row in rows if row["indicator"] == KNOWN]
    assert row["people_lack"] is None
    assert {item["yardstick"]: item["people"] for item in row["people"]} == {"best-quarter": 160.0, "best-peer": 160.0}
    assert all(row["people_lack"] for row in rows if not row["people"])


def test_the_fold_says_how_many_and_what_concerns_most(picture):
    view = region_people(picture, Question(), "25")
    first = [item.reached[0] for item in view.items if item.reached and item.reached[0].people]
    most = max(first, key=lambda reach: reach.people)
    assert view.headline.startswith(f"{len(view.items)} mått kan räknas om till människor.")
    assert most.people_text in view.headline
    assert most.value_text in view.headline
    (heading, fold) = people_section(view, "Hur många det gäller", "Källa")
    assert heading.children == "Hur många det gäller"
    assert not getattr(fold, "open", None)
    assert fold.children[0].children == view.headline
