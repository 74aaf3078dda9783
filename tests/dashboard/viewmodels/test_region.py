"""The head of the region page: who the region is, and what matters in it."""

from urllib.parse import parse_qsl, urlsplit

import pytest

from dashboard.query import Question, parse
from dashboard.viewmodels.region import brief, dimension_tabs, region_head
from dashboard.viewmodels.regions import regions_index
from indicators import FRAMEWORK, summarise_area
from tests.builders import STOCKHOLM, definition, make_picture, regions, series, target

LADDER = tuple(float(n) for n in range(60, 81))
FORBIDDEN = ("signifikant", "statistiskt säker", "significant")


def told(picture, question, code=STOCKHOLM):
    return [sentence.text for sentence in brief(picture, question, code)]


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_every_region_is_told_in_three_to_five_sentences(lang, picture):
    for code in picture.areas.region_codes:
        sentences = tuple(brief(picture, Question(lang=lang), code))
        assert 3 <= len(sentences) <= 5
        for sentence in sentences:
            assert sentence.symbol
            assert sentence.text.endswith(".")
            assert "\ufffc" not in sentence.text
            assert not any(word in sentence.text.lower() for word in FORBIDDEN)


def test_the_first_sentence_counts_the_targets_as_the_summary_does(picture):
    for code in picture.areas.region_codes:
        summary = summarise_area(picture, code)
        counted = f"{len(summary.targets_met)} av {summary.targets_counted}"
        assert told(picture, Question(), code)[0].startswith(f"Regionen når {counted} gällande målnivåer.")


def test_the_largest_gap_is_named_with_its_value_and_level():
    item = definition(short_name={"sv": "Vårdköer", "en": "Queues"})
    picture = make_picture((item, series(regions(*LADDER, nation=70.0))), held=(target(value=90.0),))
    assert told(picture, Question())[0] == (
        "Regionen når 0 av 1 gällande målnivåer. Längst från målet: Vårdköer (60,0\u00a0%, mål 90,0\u00a0%)."
    )
    met = make_picture((definition(), series(regions(*LADDER, nation=70.0))), held=(target(value=10.0),))
    first = next(iter(brief(met, Question(), STOCKHOLM)))
    assert (first.symbol, first.tone, first.text) == ("✓", "good", "Regionen når 1 av 1 gällande målnivåer.")


def test_without_targets_in_force_the_sentence_says_so():
    picture = make_picture((definition(), series(regions(*LADDER))), held=(target(status="superseded"),))
    assert told(picture, Question())[0] == "Inga gällande målnivåer kan bedömas i urvalet."


def test_when_nothing_moves_the_sentences_say_so():
    picture = make_picture((definition(), series(regions(*LADDER))))
    assert told(picture, Question())[-2:] == ["Inget mått försämras tydligt.", "Inget mått förbättras tydligt."]


def test_every_link_leads_to_the_indicator_with_the_region_chosen(picture):
    for code in picture.areas.region_codes:
        for sentence in brief(picture, Question(lang="en"), code):
            for piece in sentence.pieces:
                if piece.href is None:
                    continue
                parts = urlsplit(piece.href)
                question, notices = parse(dict(parse_qsl(parts.query)), picture)
                assert (question.lang, question.regions, notices) == ("en", (code,), ())
                assert parts.path.removeprefix("/indikator/") in {item.id for item in picture.catalogue.indicators}


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
        summary = summarise_area(picture, item.code)
        assert item.href == f"/region/{item.code}?lang=en"
        numbers = [int(word) for word in item.text.replace(".", " ").split() if word.isdigit()]
        assert numbers[:2] == [len(summary.targets_met), summary.targets_counted]
        assert set(numbers[2:]) == {len(summary.improving), len(summary.worsening)}
