"""The overview's cards, signals and coverage."""

import re

import pytest

from dashboard.i18n import words
from dashboard.query import Question
from dashboard.viewmodels.earlier_signals.view import country_groups
from dashboard.viewmodels.overview import coverage_view, dimension_cards
from dashboard.viewmodels.signals.country import country_brief
from indicators import FRAMEWORK, area_signals


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_a_card_leads_with_what_matters_and_never_with_a_count_of_verdicts(lang, picture):
    for card in dimension_cards(picture, Question(lang=lang)):
        told = [
            item.text
            for group in country_brief(picture, Question(lang=lang), card.code).groups
            for item in group.sentences
        ]
        assert 1 <= len(card.findings) <= 2
        if told:
            assert set(card.findings) <= set(told)
            assert all(re.search(r"20\d\d", finding) for finding in card.findings)
        else:
            assert card.findings == (words(lang)("matters.none_nation_dimension"),)
        assert not re.search(
            r"(?:Försämras|Förbättras|Worsening|Improving): \d", " ".join((*card.findings, *card.lines))
        )


def test_the_card_and_the_list_below_tell_one_truth_of_what_worsens(picture):
    below = [g for g in country_brief(picture, Question()).groups if g.code == "worsening"]
    first = below[0].sentences[0].text
    assert sum(first in card.findings for card in dimension_cards(picture, Question())) == 1


def test_each_card_tells_its_own_groups_of_targets(picture):
    told = {card.code: card.lines for card in dimension_cards(picture, Question())}
    assert [line.partition(":")[0] for line in told["service-quality"]] == [
        "Vårdgarantin gäller alla. I inget av de 7 måtten får alla vård eller svar i tid, i någon region.",
        "Cancervård",
        "Hjärta och stroke",
    ]
    told["efficient-sustainable-systems"] = told["efficient-sustainable-systems"][1:]
    others = [lines for code, lines in told.items() if code != "service-quality"]
    assert others == [("Inga gällande målnivåer kan bedömas i urvalet.",)] * 3


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_the_coverage_is_counted_and_every_gap_has_its_reason(lang, picture):
    view, coverage = coverage_view(picture, Question(lang=lang)), picture.catalogue.coverage
    assert [int(n) for n in re.findall(r"\d+", view.text)] == [
        coverage.covered,
        coverage.areas,
        len(picture.catalogue.indicators),
    ]
    assert len(view.gaps) == coverage.areas - coverage.covered
    assert all(name and reason for name, reason in view.gaps)


@pytest.mark.parametrize("dimension", ["", *(item.code for item in FRAMEWORK.dimensions)])
@pytest.mark.parametrize("lang", ["sv", "en"])
def test_the_country_and_each_dimension_have_signals_with_links(lang, dimension, picture):
    groups = {group.code: group.sentences for group in country_groups(picture, Question(lang=lang), dimension)}
    assert {"deviating", "promising"} <= set(groups)
    assert {sentence.tone for sentence in groups["deviating"]} <= {"bad", "neutral"}
    assert {sentence.tone for sentence in groups["promising"]} <= {"good", "neutral"}
    linked = [s for found in groups.values() for s in found if s.symbol != "→"]
    assert linked
    for sentence in linked:
        assert next(piece for piece in sentence.pieces if piece.href).href.startswith("/indikator/")
        assert sentence.note


def test_without_anything_to_say_of_the_nation_that_is_said(picture):
    told = [
        sentence.text
        for dimension in FRAMEWORK.dimensions
        for group in country_groups(picture, Question(), dimension.code)
        for sentence in group.sentences
        if sentence.symbol == "→"
    ]
    assert set(told) <= {
        "Inget av rikets mått avviker eller försämras tydligt.",
        "Inget av rikets mått förbättras tydligt.",
    }


@pytest.mark.parametrize("dimension", ["", "service-quality", "population-health"])
def test_a_dimensions_list_of_subjects_says_that_each_has_a_measure_of_it(picture, dimension):
    view = country_brief(picture, Question(), dimension)
    assert ("där minst ett mått hör till dimensionen" in view.lede) == bool(dimension)
    shown = {finding.indicator for finding in view.regions.findings}
    held = {
        subject.theme
        for code in picture.areas.region_codes
        for own in area_signals(picture, code).subjects
        if own.basis in ("own", "single")
        for subject in (own, own.joined)
        if subject is not None
        and any(
            picture.catalogue.by_id[one.indicator].dimension == dimension or not dimension for one in subject.members
        )
    }
    assert shown == held
