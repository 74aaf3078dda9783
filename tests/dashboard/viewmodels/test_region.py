"""The head of the region page: who the region is, and what matters in it."""

import re

import pytest

from dashboard.i18n import words
from dashboard.page import Address
from dashboard.pages.region import layout
from dashboard.query import Question
from dashboard.viewmodels.earlier_signals.view import area_groups
from dashboard.viewmodels.region import dimension_tabs, region_head
from dashboard.viewmodels.regions import regions_index
from indicators import FRAMEWORK, area_signals


def test_who_the_region_is_comes_with_its_years(picture):
    for code in picture.areas.region_codes:
        head = region_head(picture, Question(), code)
        assert len(head.facts) == 4
        assert all(fact.label[-4:].isdigit() and fact.text for fact in head.facts)
    population = region_head(picture, Question(), "14").facts[0]
    assert population.label.startswith("Folkmängd")
    assert population.text.count("\u202f") == 2


def test_the_peers_are_links_to_regions_that_resemble_it(picture):
    head = region_head(picture, Question(lang="en"), "14")
    links = [piece.href for piece in head.peers if piece.href]
    assert links == [f"/region/{code}?lang=en" for code in picture.areas.like("14")[:7]]
    assert " and " in "".join(piece.text for piece in head.peers)


def test_the_tabs_choose_a_dimension_and_keep_the_rest_of_the_view(picture):
    asked = Question(lang="en", sex="F", dimension="equal-care", area="equal-health", target=True)
    tabs = dimension_tabs(picture, asked, "/region/14")
    assert [tab.current for tab in tabs] == [False, False, False, False, True]
    assert tabs[0].href == "/region/14?lang=en&sex=F&target=1"
    assert tabs[1].href == "/region/14?lang=en&sex=F&dimension=population-health&target=1"
    counts = [int(tab.count.split()[0]) for tab in tabs]
    assert counts[0] == sum(counts[1:]) == len(picture.catalogue.indicators)
    assert [tab.text for tab in tabs[1:]] == [item.name.en for item in FRAMEWORK.dimensions]


def test_the_list_of_regions_tells_of_each(picture):
    items = regions_index(picture, Question(lang="en"))
    assert [item.code for item in items] == list(picture.areas.region_codes)
    for item in items:
        found = area_signals(picture, item.code).subjects
        assert item.href == f"/region/{item.code}?lang=en"
        assert item.text.startswith("Subjects to raise: " if found else "No subject reaches the limit. Cancer care: ")
        assert item.text.partition(".")[0].count(";") == max(len(found) - 1, 0)
        assert " Cancer care: " in item.text
        assert "guarantee" not in item.text
        assert not re.search(r"(?:Improving|Worsening): \d", item.text)


def test_the_page_holds_three_that_deviate_and_two_that_are_promising(picture):
    for code in picture.areas.region_codes:
        groups = {group.code: group.sentences for group in area_groups(picture, Question(), code)}
        assert list(groups) == ["deviating", "promising", "differences"]
        assert (len(groups["deviating"]), len(groups["promising"])) == (3, 2)
        assert {sentence.tone for sentence in groups["deviating"]} == {"bad"}
        assert {sentence.tone for sentence in groups["promising"]} == {"good"}


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_what_the_filters_choose_among_is_said_beside_them(services, lang):
    asked = Address("/region", "14", Question(lang=lang, dimension="service-quality"), ())
    assert words(lang)("region.rows_scope") in str(layout(services, asked))
