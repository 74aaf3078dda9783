"""The page about the product: every number read from where it is used, every link leading somewhere."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from dash.development.base_component import Component

from dashboard.pages import about
from dashboard.query import Question
from dashboard.viewmodels import about as viewmodel
from dashboard.viewmodels.about import about_view, catalogue_list
from dashboard.viewmodels.signals import chosen
from indicators import METHOD_SETTINGS, REFERENCE_FILES, SIGNAL_SETTINGS
from indicators.version import PYPROJECT, program_version

SCRIPT = Path(__file__).parents[3] / "assets" / "catalogue.js"
# Dash 4.4.1 takes four times as long for twice the components; the list of indicators alone would be thousands.
MOST_COMPONENTS = 380


@pytest.fixture(params=["sv", "en"])
def question(request):
    return Question(lang=request.param)


def components(part):
    if isinstance(part, list | tuple):
        return [found for item in part for found in components(item)]
    if not isinstance(part, Component):
        return []
    return [part, *components(getattr(part, "children", None))]


def page(services, question):
    return components(about.layout(services, about.PAGE.address(services, "", {"lang": question.lang})))


def test_the_framework_counts_every_indicator_once(picture, question):
    areas = [area for dimension in about_view(picture, question).dimensions for area in dimension.areas]
    assert len(areas) == picture.catalogue.coverage.areas
    assert sum(int(area.text.split()[0]) for area in areas) == len(picture.catalogue.indicators)


def test_an_area_without_indicators_says_why(picture, question):
    shown = {area.code: area.text for dimension in about_view(picture, question).dimensions for area in dimension.areas}
    gaps = picture.catalogue.coverage.gaps
    assert gaps
    for _, area in gaps:
        assert area.gap.in_(question.lang) in shown[area.code]


def test_no_brace_is_left_unfilled(picture, question):
    assert not re.search(r"[{}]", str(replace(about_view(picture, question), examples=()).method))
    assert "{" not in about_view(picture, question).framework + about_view(picture, question).lede


SETTINGS = ("enough", "quartered", "units", "fewest", "most", "best", "oldest", "regions")


@pytest.mark.parametrize("setting", SETTINGS)
def test_the_method_is_told_with_the_settings_in_force(setting, picture, question, monkeypatch):
    before = about_view(picture, question).method
    monkeypatch.setattr(viewmodel, "METHOD_SETTINGS", replace(METHOD_SETTINGS, **{setting: 97}))
    changed = [fact for fact, old in zip(about_view(picture, question).method, before, strict=True) if fact != old]
    assert changed
    assert all("97" in fact.text for fact in changed)


@pytest.mark.parametrize("setting", ["gap", "held", "alike", "change", "old", "cap", "least", "subjects", "many"])
def test_what_matters_is_told_with_the_settings_of_its_choice(setting, picture, question, monkeypatch):
    before = about_view(picture, question).method
    monkeypatch.setattr(chosen, "SIGNAL_SETTINGS", replace(SIGNAL_SETTINGS, **{setting: 97}))
    changed = [fact for fact, old in zip(about_view(picture, question).method, before, strict=True) if fact != old]
    assert [("97" in fact.text) for fact in changed] == [True]


def test_the_level_is_written_as_the_language_writes_it(picture):
    texts = {lang: str(about_view(picture, Question(lang=lang)).method) for lang in ("sv", "en")}
    assert "p under 0,05" in texts["sv"]
    assert "p below 0.05" in texts["en"]


def test_every_source_of_the_edition_is_named_with_home_and_terms(picture, question):
    lines = about_view(picture, question).publishers
    assert len(lines) == len(picture.edition.manifest["sources"])
    assert all(line.home.startswith("https://") and line.terms for line in lines)
    values = sum(int(re.sub(r"\D", "", line.values)) for line in lines)
    assert values == picture.edition.manifest["counts"]["observations"]


def test_every_file_of_reference_data_is_named_with_its_licence(picture, question):
    shown = {fact.label: fact.text for fact in about_view(picture, question).reference}
    for item in REFERENCE_FILES.values():
        assert item.licence.in_(question.lang) in shown[item.what.in_(question.lang)]


def test_only_those_whose_figures_are_shown_are_named_for_other_countries(picture):
    said = about_view(picture, Question()).reference[-1].text
    assert said == "OECD (OECD terms and conditions) och Eurostat (CC BY 4.0)"


def test_the_version_is_the_one_in_pyproject(picture):
    assert f'version = "{program_version()}"' in PYPROJECT.read_text(encoding="utf-8")
    assert about_view(picture, Question()).version[0].text == program_version()


def test_the_edition_is_told_with_its_counts_in_the_languages_format(picture):
    texts = {lang: {fact.text for fact in about_view(picture, Question(lang=lang)).version} for lang in ("sv", "en")}
    swedish = "148\u202f181, varav 1\u202f961 för riket, 44\u202f276 för regioner och 101\u202f944 för kommuner"
    assert swedish in texts["sv"]
    assert "148,181, of which 1,961 for Sweden, 44,276 for regions and 101,944 for municipalities" in texts["en"]


def test_the_example_addresses_answer(client, picture):
    for example in about_view(picture, Question()).examples:
        assert client.get(example.href).status_code == 200, example.href


def test_the_contents_lead_to_sections_that_exist(services, question):
    found = page(services, question)
    ids = [part.id for part in found if isinstance(getattr(part, "id", None), str)]
    links = [part.href[1:] for part in found if str(getattr(part, "href", "")).startswith("#")]
    assert len(ids) == len(set(ids))
    assert len(links) > 1
    assert set(links) <= set(ids)


def test_the_page_stays_within_what_dash_can_draw(services, question):
    assert len(page(services, question)) <= MOST_COMPONENTS


def test_the_list_holds_every_indicator_in_its_place(picture, question):
    view = catalogue_list(picture, question)
    places = {(dimension.code, area.code) for dimension in view.dimensions for area in dimension.areas}
    listed = [e.indicator for e in view.catalogue.indicators if (e.dimension, e.area) in places and e.twin_of is None]
    assert listed == [definition.id for definition in picture.catalogue.indicators]


def test_the_script_finds_every_word_and_field_it_names(picture, question):
    view, script = catalogue_list(picture, question), SCRIPT.read_text(encoding="utf-8")
    search = SCRIPT.with_name("search-list.js").read_text(encoding="utf-8")
    criteria, facts = (
        re.findall(r'"(\w+)"', re.search(rf"const {name} = \[(.*)\]", script)[1]) for name in ("CRITERIA", "FACTS")
    )
    entry = view.catalogue.indicators[0]
    assert criteria == list(entry.criteria)
    assert {*criteria, *facts, *re.findall(r"labels\.(\w+)", script + search)} == set(view.labels)
    assert all(hasattr(entry, name) for name in [*facts, *re.findall(r"\bentry\.(\w+)", script)])


def test_each_language_has_its_own_words_in_the_list(picture):
    views = [catalogue_list(picture, Question(lang=lang)) for lang in ("sv", "en")]
    assert views[0].labels["search"] == "Sök bland måtten"
    assert views[1].labels["search"] == "Search the indicators"
    assert views[1].catalogue.indicators[0].href.endswith("?lang=en")
