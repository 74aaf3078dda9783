"""The page of variation: pictures and tables say the same, and what cannot be shown is said."""

from dataclasses import replace

import pytest

from dashboard.i18n import words
from dashboard.query import Question
from dashboard.viewmodels.inside_subject import first_inside, inside_indicators, inside_subject
from dashboard.viewmodels.variation.months import months_view, no_months, rebases_said
from dashboard.viewmodels.variation.page import variation_tables, variation_view
from indicators import WrittenRebase, read_control_charts

LANGUAGES = ("sv", "en")


def cells(table):
    return [row.cells for group in table.groups for row in group.rows]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_indicator_with_municipalities_can_be_shown(picture, lang):
    for code in inside_indicators(picture):
        view = variation_view(picture, Question(lang=lang, indicator=code))
        assert view.empty == ()
        assert view.strip.axis is not None
        assert view.strip.finding
        assert view.strip.notes
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
    assert view.empty[0].text.strip() == words("sv")("variation.empty")
    assert view.region_text == view.years_text == words("sv")("variation.no_members")
    assert (view.strip, view.region, view.years) == (None, None, None)


def test_a_region_without_values_says_so(picture):
    question = Question(indicator="severe-psychological-distress", regions=("09",))
    view = variation_view(picture, question)
    assert view.region is None
    assert "Region Gotland" in view.few[0]


def test_what_lacks_counts_is_said_and_not_drawn(picture):
    question = Question(indicator="inpatient-injuries", regions=("12",))
    view, found = variation_view(picture, question), inside_subject(picture, question)
    lack = found.few("12").lack
    assert view.few == (words("sv")(f"variation.few_{lack}", region="Region Skåne", kinds="kommuner"),)
    assert (view.funnel, view.funnel_text) == (None, words("sv")("variation.funnel_none"))
    assert all(dot.doubtful is False for dot in view.region.view.dots)
    assert any("ingen rangordning" in note for note in view.region.view.notes)


def test_without_a_choice_a_weighty_indicator_and_a_region_that_is_told_are_shown(picture):
    view, found = variation_view(picture, Question()), inside_subject(picture, Question())
    assert first_inside(picture) == "premature-death" in inside_indicators(picture)
    (told,) = [code for code, one in found.lasting.items() if one.is_told]
    assert picture.areas.by_code[told].name in view.region.view.finding
    assert picture.areas.by_code[told].name in view.strip.finding
    assert "längre isär" in view.strip.finding


def test_a_municipality_is_named_only_where_it_is_more_than_chance(picture):
    question = Question(indicator="sickness-days", regions=("03",))
    found, view = inside_subject(picture, question), variation_view(picture, question).region.view
    (note,) = [note for note in view.notes if "än slumpen förklarar" in note]
    apart = {code for code, _ in found.lasting["03"].apart}
    assert apart
    for code in found.spreads["03"].values:
        assert (f"{picture.areas.by_code[code].name} " in note) == (code in apart)
        assert picture.areas.by_code[code].name not in view.finding.removeprefix("Region Uppsala")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_share_is_never_a_heading_and_never_told_with_chance_in_it(picture, lang):
    told = 0
    for code in inside_indicators(picture):
        view, found = (
            variation_view(picture, Question(lang=lang, indicator=code)),
            inside_subject(picture, Question(lang=lang, indicator=code)),
        )
        per_cent = "procent av" if lang == "sv" else "per cent of"
        assert per_cent not in view.strip.finding
        assert (per_cent in view.strip.notes[0]) == (found.share.share is not None)
        assert found.share.share is None or found.share.earlier < found.share.period
        told += found.share.share is not None
    assert told >= 20


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


def test_the_chosen_year_is_followed(picture):
    for year in ("2022", "2020"):
        question = Question(indicator="obesity", period=year)
        found, view = inside_subject(picture, question), variation_view(picture, question)
        assert found.period <= year
        assert found.whole.period(found.period) in view.strip.caption
        assert cells(variation_tables(picture, question).years)[-1][0] <= year if view.years else view.years_text
        stored = picture.scorecard(year).rows[found.whole.definition.id, "T", "14"].inside
        assert found.spreads["14"].values == stored.values
    assert "nyaste siffrorna" in variation_view(picture, question).few[0]


def test_the_picture_and_the_heading_do_not_say_the_same_twice(picture):
    view = variation_view(picture, Question())
    assert view.strip.finding not in view.strip.notes
    assert view.region.view.finding not in view.region.view.notes


def test_months_are_about_the_indicator_that_has_them_and_say_so(picture):
    view = months_view(picture, Question(indicator="obesity"))
    assert view.about == words("sv")("variation.months_only", names="Medianväntan till första besök, BUP")
    assert months_view(picture, Question(indicator="cap-median-wait")).about == ""


def test_run_lengths_stand_with_their_values_and_the_target_has_its_name(picture):
    runs, view = read_control_charts().runs, months_view(picture, Question())
    told = words("sv")("variation.months_runs", **runs.model_dump())
    assert told in view.notes
    assert f"{runs.one_side} månader i följd" in told
    (target,) = view.levels
    assert (target.value, target.text) in view.names
    assert all(value in [at for at, _ in view.names] for value in (view.stretches[-1].upper, view.stretches[-1].lower))


def test_a_rebase_is_told_in_the_language_of_the_reader():
    raw = {
        "indicator": "cap-median-wait",
        "area": "00",
        "start": "2025-03",
        "decided": "2025-02-10",
        "who": "Registret",
    }
    one = WrittenRebase.model_validate({**raw, "cause": {"sv": "Ny definition.", "en": "A new definition."}})
    assert rebases_said([one], words("sv")) == [
        "Nya gränser från mars 2025, beslutat 2025-02-10 av Registret: Ny definition."
    ]
    assert rebases_said([one], words("en")) == [
        "New limits from March 2025, decided 2025-02-10 by Registret: A new definition."
    ]


def test_nothing_claims_certainty(picture):
    for lang in LANGUAGES:
        said = " ".join(words(lang).part("variation").values()) + " ".join(words(lang).part("equality").values())
        assert not {"signifikant", "significant", "konfidens", "confidence"} & set(said.lower().split())
