"""The page of one indicator over the embedded edition: series, targets, other countries, definitions."""

import pytest

from dashboard.i18n import words
from dashboard.query import Question
from dashboard.viewmodels.catalogue import catalogue_view
from dashboard.viewmodels.indicator.choice import line_choices
from dashboard.viewmodels.indicator.definition import definition_view
from dashboard.viewmodels.indicator.focus import asked_series, focus, shown_question, unbroken
from dashboard.viewmodels.indicator.head import indicator_head, published_sexes
from dashboard.viewmodels.indicator.index import index_table, index_view
from dashboard.viewmodels.indicator.lines import lines_view
from dashboard.viewmodels.indicator.regions import regions_view
from dashboard.viewmodels.indicator.sexes import sexes_view
from dashboard.viewmodels.indicator.strip import strip_view
from dashboard.viewmodels.indicator.tables import indicator_tables
from dashboard.viewmodels.indicator.world import world_view
from indicators import FRAMEWORK

SMOKING, TREND = "daily-smoking", "daily-smoking-trend"


def texts(pieces):
    return "".join(piece.text for piece in pieces)


# --- which series ---------------------------------------------------------------------------------------------------


def test_a_twins_address_shows_its_indicator_with_that_series(picture):
    assert asked_series(picture, Question(), SMOKING) == ""
    assert asked_series(picture, Question(), TREND) == TREND
    assert asked_series(picture, Question(series=SMOKING), TREND) == SMOKING
    assert asked_series(picture, Question(series="beds"), SMOKING) == ""
    assert indicator_head(picture, Question(), TREND).name == indicator_head(picture, Question(), SMOKING).name


def test_the_two_series_are_linked_with_their_years_and_how_they_differ(picture):
    head = indicator_head(picture, Question(series=SMOKING), SMOKING)
    assert [(link.text, link.count, link.current) for link in head.series] == [
        ("Kolada (U01402)", "2007–2022", True),
        ("Folkhälsomyndigheten", "2007–2024", False),
    ]
    assert head.series[1].href == f"/indikator/{SMOKING}?series={TREND}"
    assert head.series_note.startswith("Folkhälsomyndighetens egen serie har nyare år")


def test_an_indicator_with_one_series_has_no_switch(picture):
    assert indicator_head(picture, Question(), "beds").series == ()


def test_the_values_of_two_series_are_never_joined(picture):
    for series, source in ((SMOKING, "Kolada (U01402)"), (TREND, "Folkhälsomyndigheten")):
        view = lines_view(picture, Question(series=series), SMOKING)
        values = dict(picture.scorecard().comparisons[series, "T"].points["00"])
        nation = {point.at: point.value for point in view.lines[0].points if point.value is not None}
        assert nation == {float(period): value for period, value in values.items()}
        assert source in view.source


def test_a_sex_that_only_the_other_series_has_is_answered_by_that_one(picture):
    assert focus(picture, Question(sex="F"), SMOKING).definition.id == SMOKING
    assert shown_question(picture, Question(sex="F"), SMOKING).series == SMOKING


def test_a_sex_the_named_series_lacks_is_told_of(picture):
    question = Question(sex="F", series=TREND)
    assert focus(picture, question, SMOKING).row.sex == "T"
    assert indicator_head(picture, question, SMOKING).notice == (
        "Måttet redovisas inte för kvinnor i serien. Här visas alla."
    )
    assert indicator_head(picture, Question(sex="F"), SMOKING).notice == ""


def test_only_published_sexes_are_offered(picture):
    def offered(code, **question):
        return [choice.value for choice in published_sexes(picture, Question(**question), code)]

    assert offered(SMOKING) == ["T", "F", "M"]
    assert offered(SMOKING, series=TREND) == ["T"]
    assert offered("treatable-mortality") == ["T"]


def test_a_period_before_the_series_says_when_it_begins(picture):
    question = Question(period="2020")
    head = indicator_head(picture, question, "waiting-treatment-90d")
    assert head.empty.startswith("Serien har inga värden till och med 2020. Den första perioden är 2021.")
    tables = indicator_tables(picture, question, "waiting-treatment-90d")
    assert {getattr(tables, name) for name in tables.__dataclass_fields__} == {None}


# --- what matters ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_a_change_of_keeper_is_said_once(picture, lang):
    said = [text for text in brief(picture, "primary-care-phone", lang=lang) if "2025" in text and "SKR" in text]
    assert len(said) == 1
    words = "insamlingen bytte ansvarig" if lang == "sv" else "collection changed its keeper"
    assert said[0].casefold().count(words) == 1


def brief(picture, code, **question):
    return [sentence.text for sentence in indicator_head(picture, Question(**question), code).brief]


def test_regions_that_reach_the_target_are_counted(picture):
    rows, code = picture.scorecard().rows, "stroke-af-anticoagulation"
    met = sum(rows[code, "T", region].target.verdict == "met" for region in picture.areas.region_codes)
    # Kronoberg's value is being checked: it neither reaches nor misses.
    assert brief(picture, code)[0] == f"{met} av 20 regioner når målet ≥ 80\u00a0% (register, 2019)."
    assert 0 < met < 20


def test_an_expired_goal_is_told_with_its_year_and_judged_by_nobody(picture):
    assert brief(picture, SMOKING, series=SMOKING)[0] == (
        "Målet < 5\u00a0% (civilsamhället, 2016, utgånget 2025) bedöms inte. Året det sattes för har passerat."
    )


def test_a_right_is_told_with_the_nations_distance_to_everyone(picture):
    first = indicator_head(picture, Question(), "primary-care-phone").brief[0]
    assert first.text == (
        "Vårdgarantin gäller alla. Riket: 11,5\u00a0procentenheter från alla (2025). "
        "I ingen av 18 regioner får alla vård eller svar i tid."
    )
    assert (first.symbol, first.tone) == ("§", "neutral")
    english = indicator_head(picture, Question(lang="en"), "primary-care-phone").brief[0].text
    assert english == (
        "The care guarantee covers everyone. Sweden: 11.5\u00a0percentage points from everyone (2025). "
        "In none of 18 regions does everyone get care or an answer in time."
    )


def test_a_target_of_something_else_is_shown_but_not_judged(picture):
    assert brief(picture, "cap-median-wait")[0] == (
        "Målet ≤ 30\u00a0dagar (föreslaget, 2024, ej beslutat) bedöms inte. "
        "Det är en gräns för varje patient och visas som jämförelselinje."
    )


def test_where_all_values_are_doubtful_no_target_is_judged(picture):
    assert brief(picture, "stroke-unit-first")[0].endswith("bedöms inte. Alla publicerade värden är tveksamma.")


def test_without_a_national_value_it_says_so(picture):
    assert brief(picture, "employee-engagement") == ["Källan redovisar inget värde för riket 2020."]


# --- other countries ------------------------------------------------------------------------------------------------


def test_the_countries_stand_in_both_languages_with_sweden_marked(picture):
    view = world_view(picture, Question(), "treatable-mortality")
    rows = view.table.groups[0].rows
    assert rows[0].cells == ("EU-snitt 2023", "86,8")
    assert [row.cells for row in rows if row.is_own] == [("Sverige", "58,4")]
    assert "döda per 100 000" in view.table.columns[1].text
    assert "Liknande definition." in view.texts[0]
    english = world_view(picture, Question(lang="en"), "treatable-mortality")
    assert ("Sweden", "58.4") in [row.cells for row in english.table.groups[0].rows]


def test_every_country_and_unit_that_is_shown_has_its_words(picture, services):
    for language in ("sv", "en"):
        words = services.words(language)
        for judged in picture.reference.comparisons:
            if judged.grade == "none" or not judged.international:
                continue
            found = picture.edition.countries[judged.international]
            assert {name for name in found.values if f"country.{name}" not in words.table} == set()
            assert f"world_unit.{found.unit}" in words.table


def test_an_international_value_on_another_scale_is_text_and_no_line(picture):
    kinds = {level.kind for level in regions_view(picture, Question(), "treatable-mortality").levels}
    assert kinds == {"nation"}
    smoking = regions_view(picture, Question(series=SMOKING), SMOKING).levels
    assert [level.text for level in smoking if level.kind == "international"] == ["OECD-snitt 2017: 18,3"]


def test_without_a_comparison_there_is_no_table(picture):
    view = world_view(picture, Question(), "self-rated-health")
    assert (view.table, view.source) == (None, "")
    assert view.texts == ("Inget internationellt värde är kopplat till måttet.",)


# --- what exists elsewhere ------------------------------------------------------------------------------------------


def test_the_series_without_municipalities_leads_to_the_one_with_them(picture):
    empty = strip_view(picture, Question(series=TREND), SMOKING).empty
    assert texts(empty) == "Den här serien publiceras inte per kommun, men det gör serien från Kolada (U01402)."
    assert empty[1].href == f"/indikator/{SMOKING}?series={SMOKING}"
    assert strip_view(picture, Question(series=SMOKING), SMOKING).empty == ()


def test_the_series_without_sexes_leads_to_the_one_with_them(picture):
    empty = sexes_view(picture, Question(series=TREND), SMOKING).empty
    assert empty[1].href == f"/indikator/{SMOKING}?series={SMOKING}"


# --- definition, choice, list ---------------------------------------------------------------------------------------


def test_the_definition_gives_both_steps_of_a_target(picture):
    cards = definition_view(picture, Question(), "stroke-unit-first").targets
    assert [card.heading for card in cards] == ["≥ 90\u00a0% (hög nivå)", "≥ 80\u00a0% (lägre nivå)"]
    assert {fact.text for fact in cards[0].facts} >= {"register", "gällande", "liknande definition"}


def test_the_definition_is_the_series_own(picture):
    def keys(code, **question):
        return [fact.text for fact in definition_view(picture, Question(**question), code).source]

    assert "rokning" in keys(SMOKING)
    assert "U01402" in keys(SMOKING, series=SMOKING)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_page_and_open_interface_say_what_an_indicator_weighs_and_why(picture, language):
    question, label = Question(lang=language), words(language)("indicator.weighting")
    entries = {entry.indicator: entry for entry in catalogue_view(picture, question).indicators}
    noted = [item for item in picture.catalogue.indicators if item.signals and item.signals.note]
    assert len(noted) > 60
    for item in noted:
        page = definition_view(picture, Question(lang=language, series=item.id), item.id)
        facts = {fact.label: fact.text for fact in page.facts}
        note = item.signals.note.in_(language)
        assert unbroken(note) in facts[label], item.id
        assert (entries[item.id].weight, entries[item.id].weight_note) == (item.signals.weight, note)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_indicator_has_a_whole_page(picture, language):
    question = Question(lang=language)
    for item in picture.catalogue.indicators:
        head, view = indicator_head(picture, question, item.id), regions_view(picture, question, item.id)
        assert (head.empty, view.axis is None) == (None, False), item.id
        assert len(view.dots) + len(view.missing) == len(picture.areas.regions), item.id
        assert definition_view(picture, question, item.id).criteria, item.id
        tables = indicator_tables(picture, question, item.id)
        assert tables.regions and tables.lines and tables.values, item.id


def test_six_regions_may_be_chosen_and_then_no_more(picture):
    six = picture.areas.region_codes[:6]
    found = line_choices(picture, Question(regions=six))
    assert [choice.value for choice in found.choices if not choice.disabled] == list(six)
    assert "Sex regioner är valda" in found.hint
    assert not any(choice.disabled for choice in line_choices(picture, Question(regions=six[:5])).choices)


def test_the_list_holds_every_indicator_once_and_the_empty_areas_with_their_reasons(picture):
    groups = index_table(picture, Question()).groups
    hrefs = [row.cells[0].href for group in groups for row in group.rows]
    assert hrefs == [f"/indikator/{item.id}" for item in picture.catalogue.indicators]
    assert [group.title for group in groups if group.is_section] == [d.name.sv for d in FRAMEWORK.dimensions]
    gaps = {area.name.sv for _, area in picture.catalogue.coverage.gaps}
    assert {group.title for group in groups if group.note} == gaps
    assert "117" in index_view(picture, Question()).lede


def test_the_list_of_one_dimension_holds_just_that(picture):
    rows = [row for group in index_table(picture, Question(dimension="equal-care")).groups for row in group.rows]
    wanted = [item for item in picture.catalogue.indicators if item.dimension == "equal-care"]
    assert len(rows) == len(wanted)


def test_large_numbers_are_not_broken_over_two_lines():
    assert unbroken("per 100 000 invånare 2023 och 1 000") == "per 100\u00a0000 invånare 2023 och 1\u00a0000"
