"""What the pickers offer: nothing that the address would not understand."""

import pytest

from dashboard.query import ALL, NEWEST, Question, parse
from dashboard.viewmodels.choices import area_choices, indicator_choices, period_choices, region_choices, sex_choices
from indicators import FRAMEWORK


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_every_choice_is_understood_and_has_words(lang, picture):
    asked = Question(lang=lang)
    offered = {
        "sex": sex_choices(asked),
        "period": period_choices(picture, asked),
        "area": area_choices(asked),
        "indicator": indicator_choices(picture, asked),
    }
    for name, choices in offered.items():
        assert len({choice.value for choice in choices}) == len(choices)
        for choice in choices:
            assert choice.text.strip()
            question, notices = parse({name: choice.value}, picture)
            assert notices == ()
            assert getattr(question, name) == ("" if choice.value in (NEWEST, ALL) else choice.value)


def test_the_first_choice_is_the_default(picture):
    assert sex_choices(Question())[0].value == Question().sex
    assert period_choices(picture, Question())[0].value == NEWEST
    assert area_choices(Question())[0].value == ALL


def test_the_periods_run_from_the_newest_back(picture):
    years = [choice.value for choice in period_choices(picture, Question())[1:]]
    assert years == sorted(picture.edition.years, reverse=True)


def test_regions_stand_in_official_order(picture):
    assert [choice.value for choice in region_choices(picture)] == list(picture.areas.region_codes)


def test_a_dimension_offers_only_its_own(picture):
    asked = Question(dimension="equal-care")
    assert [choice.value for choice in area_choices(asked)[1:]] == list(FRAMEWORK.area_codes("equal-care"))
    assert {picture.catalogue.by_id[choice.value].dimension for choice in indicator_choices(picture, asked)} == {
        "equal-care"
    }


def test_twins_and_background_are_not_offered(picture):
    offered = [choice.value for choice in indicator_choices(picture, Question())]
    assert offered == [item.id for item in picture.catalogue.indicators]
