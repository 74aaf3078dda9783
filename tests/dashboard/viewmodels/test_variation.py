"""The page of variation: pictures and tables say the same, and what cannot be shown is said."""

from dataclasses import replace

import pytest

from dashboard.i18n import words
from dashboard.query import Question
from dashboard.viewmodels.inside_subject import first_inside, inside_indicators, inside_subject
from dashboard.viewmodels.variation.months import months_view, no_months
from dashboard.viewmodels.variation.page import variation_tables, variation_view

LANGUAGES = ("sv", "en")


def cells(table):
    return [row.cells for group in table.groups for row in group.rows]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_indicator_with_municipalities_can_be_shown(picture, lang):
    for code in inside_indicators(picture):
        view = variation_view(picture, Question(lang=lang, indicator=code))
        assert view.empty == ""
        assert view.strip.axis is not None
        assert view.share[0]
        assert view.few[0]


def test_the_table_has_the_numbers_of_the_picture(picture):
    question = Question(indicator="obesity")
    drawn = [point for row in variation_view(picture, question).strip.rows for point in row.points]
    assert len(drawn) == len(cells(variation_tables(picture, question).strip))
    region = variation_view(picture, replace(question, regions=("14",))).region.view
    assert [(dot.label, dot.value_text) for dot in region.dots] == cells(region.table)


def test_the_first_row_is_the_regions(picture):
    found = inside_subject(picture, Question(indicator="obesity"))
    first = variation_view(picture, Question(indicator="obesity")).strip.rows[0]
    assert sorted(point.value for point in first.points) == sorted(found.regions.values())


def test_an_indicator_without_municipalities_says_so(picture):
    view = variation_view(picture, Question(indicator="suicide"))
    assert view.empty == words("sv")("variation.empty")
    assert (view.strip, view.region, view.years) == (None, None, None)


def test_a_region_without_values_says_so(picture):
    question = Question(indicator="severe-psychological-distress", regions=("09",))
    view = variation_view(picture, question)
    assert view.region is None
    assert "Region Gotland" in view.few[0]


def test_what_lacks_counts_is_said_and_not_drawn(picture):
    view = variation_view(picture, Question(indicator="ami-incidence-local", regions=("12",)))
    assert "saknar folkmängd per kommun" in view.few[0]
    assert view.funnel == (words("sv")("variation.funnel_none"),)


def test_without_a_choice_the_first_indicator_and_the_widest_region_are_shown(picture):
    view = variation_view(picture, Question())
    assert first_inside(picture) == inside_indicators(picture)[0]
    widest = max(
        (inside for inside in inside_subject(picture, Question()).spreads.items() if inside[1].spread.n >= 5),
        key=lambda item: item[1].spread.q3 - item[1].spread.q1,
    )[0]
    assert picture.areas.by_code[widest].name in view.region.view.finding


def test_years_say_no_more_than_first_and_last(picture):
    view = variation_view(picture, Question(indicator="persistent-low-income"))
    assert "2016" in view.years.finding
    assert view.years_text == ""
    single = variation_view(picture, Question(indicator="severe-psychological-distress"))
    assert single.years is None
    assert single.years_text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_months_name_their_signals_in_the_table_too(picture, lang):
    view = months_view(picture, Question(lang=lang, regions=("01",)))
    marked = [mark.signal for mark in view.marks]
    told = [bool(row[2].text) for row in cells(view.table)]
    assert marked == told
    assert any(marked)
    assert view.stretches[0].lower < view.stretches[0].centre < view.stretches[0].upper


def test_a_region_with_too_few_months_says_so(picture):
    charted = {area for _, _, area in picture.analysis.months}
    area = next(code for code in picture.areas.region_codes if code not in charted)
    question = Question(regions=(area,))
    assert months_view(picture, question) is None
    assert picture.areas.by_code[area].name in no_months(question, picture)


def test_nothing_claims_certainty(picture):
    for lang in LANGUAGES:
        said = " ".join(words(lang).part("variation").values()) + " ".join(words(lang).part("equality").values())
        assert not {"signifikant", "significant", "konfidens", "confidence"} & set(said.lower().split())
