"""The overview's cards, signals and coverage."""

import re
from urllib.parse import parse_qsl, urlsplit

import pytest

from dashboard.query import Question, parse
from dashboard.viewmodels.overview import coverage_view, dimension_cards, signals
from indicators import FRAMEWORK, NATION, summarise_area


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_a_card_counts_the_nations_verdicts_once_each(lang, picture, views):
    rows = views[lang, "T", NATION].rows
    for card in dimension_cards(picture, Question(lang=lang)):
        own = [row for row in rows if row.dimension == card.code]
        verdicts = [row.trend.verdict for row in own]
        numbers = [int(n) for n in re.findall(r"\d+", card.lines[0])]
        directed = [verdicts.count(code) for code in ("improving", "worsening", "unchanged")]
        assert sorted(numbers) == sorted([*directed, len(own) - sum(directed)])
        assert sum(numbers) == len(own)
        assert card.count.startswith(f"{len(own)} ")


def test_the_cards_targets_add_up_to_the_nations(picture):
    summary = summarise_area(picture, NATION)
    pairs = [re.findall(r"\d+", card.lines[1]) for card in dimension_cards(picture, Question())]
    known = [(int(met), int(n)) for met, n in (pair for pair in pairs if pair)]
    assert sum(met for met, _ in known) == len(summary.targets_met)
    assert sum(n for _, n in known) == summary.targets_counted


@pytest.mark.parametrize("dimension", ["", *(item.code for item in FRAMEWORK.dimensions)])
@pytest.mark.parametrize("lang", ["sv", "en"])
def test_each_signal_is_a_whole_sentence_with_a_link_that_works(lang, dimension, picture):
    worsening, promising = signals(picture, Question(lang=lang), dimension)
    assert worsening or promising
    for sentence in (*worsening, *promising):
        assert sentence.text.endswith(".")
        assert not {"\ufffc", "{", "}"} & set(sentence.text)
        (href,) = [piece.href for piece in sentence.pieces if piece.href]
        parts = urlsplit(href)
        item = picture.catalogue.by_id[parts.path.removeprefix("/indikator/")]
        assert item.short_name.in_(lang) in sentence.text
        assert dimension in ("", item.dimension)
        question, notices = parse(dict(parse_qsl(parts.query)), picture)
        assert (question.lang, notices) == (lang, ())


def test_worsening_and_promising_are_told_apart_by_symbol_and_tone(picture):
    worsening, promising = signals(picture, Question())
    assert {sentence.tone for sentence in worsening} == {"bad"}
    assert {sentence.tone for sentence in promising} == {"good"}
    assert not {sentence.symbol for sentence in worsening} & {sentence.symbol for sentence in promising}


def test_no_region_and_no_indicator_is_named_twice_among_the_regions_signals(picture):
    for found in signals(picture, Question()):
        regional = [sentence for sentence in found if "regions=" in str([piece.href for piece in sentence.pieces])]
        hrefs = [piece.href for sentence in regional for piece in sentence.pieces if piece.href]
        assert len({urlsplit(href).path for href in hrefs}) == len(hrefs)
        assert len({urlsplit(href).query for href in hrefs}) == len(hrefs)


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
