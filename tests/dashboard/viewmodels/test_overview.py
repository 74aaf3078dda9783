"""The overview's cards, signals and coverage."""

import re

import pytest

from dashboard.query import Question
from dashboard.viewmodels.earlier_signals.view import country_groups
from dashboard.viewmodels.overview import coverage_view, dimension_cards
from indicators import FRAMEWORK, NATION


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_a_card_counts_the_nations_verdicts_once_each(lang, picture, views):
    rows = views[lang, "T", NATION].rows
    for card in dimension_cards(picture, Question(lang=lang)):
        own = [row for row in rows if row.dimension == card.code]
        verdicts = [row.trend.verdict for row in own]
        numbers = [int(n) for n in re.findall(r"\d+", card.lines[0])]
        directed = [verdicts.count(code) for code in ("improving", "worsening", "unchanged", "turned")]
        assert sorted(numbers) == sorted([*directed, len(own) - sum(directed)])
        assert sum(numbers) == len(own)
        assert card.count.startswith(f"{len(own)} ")


def test_each_card_tells_its_own_groups_of_targets(picture):
    told = {card.code: card.lines[1:] for card in dimension_cards(picture, Question())}
    assert [line.partition(":")[0] for line in told["service-quality"]] == [
        "Vårdgarantin gäller alla",
        "Cancervård",
        "Hjärta och stroke",
    ]
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
