"""What a row, a map or a chart is about."""

from dashboard.i18n import words
from dashboard.query import Question
from dashboard.viewmodels.subject import area_name, period_text, source_text, subject
from indicators import NATION


def test_a_series_of_another_indicator_never_passes_under_this_ones_name(picture):
    found = subject(picture, Question(), "daily-smoking", "14", "beds")
    assert found.definition.id in ("daily-smoking", "daily-smoking-trend")


def test_a_named_series_of_the_indicator_is_the_one_that_is_shown(picture):
    for series in ("daily-smoking", "daily-smoking-trend"):
        found = subject(picture, Question(), "daily-smoking", "14", series)
        assert (found.indicator.id, found.definition.id) == ("daily-smoking", series)


def test_an_unpublished_sex_is_no_subject(picture):
    assert subject(picture, Question(sex="F"), "beds", "14") is None


def test_periods_and_areas_are_said_in_the_language():
    swedish, english = words("sv"), words("en")
    assert (period_text("2025", swedish), period_text("", swedish)) == ("2025", "")
    assert (period_text("2025-05", swedish), period_text("2025-05", english)) == ("maj 2025", "May 2025")


def test_the_nation_is_named_in_the_language_and_a_region_as_it_calls_itself(picture):
    assert (area_name(picture, NATION, words("sv")), area_name(picture, NATION, words("en"))) == ("Riket", "Sweden")
    assert area_name(picture, "14", words("en")) == "Västra Götalandsregionen"


def test_the_source_is_the_publisher_with_its_key(picture):
    assert source_text(picture.catalogue.by_id["daily-smoking"], words("sv")) == "Kolada (U01402)"
