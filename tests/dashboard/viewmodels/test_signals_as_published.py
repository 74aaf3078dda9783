"""The signals of an edition that is not the current one: those that were stored, and by which method."""

from dataclasses import replace

import pytest

from dashboard.query import Question
from dashboard.viewmodels.earlier_signals.view import area_groups, country_groups, signals_view
from indicators import EMBEDDED, open_edition
from indicators.editions.published_with import published_with


@pytest.fixture(scope="module")
def published(picture):
    """The embedded edition of 2026-11 as a reader finds it once another is current."""
    edition = open_edition(EMBEDDED / "2026-11")
    kept = published_with(edition)
    return replace(picture, edition=edition, catalogue=kept.catalogue, reference=kept.reference, as_published=kept)


@pytest.mark.parametrize(("language", "said"), [("sv", "valdes med en tidigare metod"), ("en", "by an earlier method")])
def test_an_earlier_edition_says_that_another_method_chose_what_it_tells(published, language, said):
    question = Question(lang=language)
    for groups in (area_groups(published, question, "14"), country_groups(published, question)):
        first, *others = groups
        assert (first.code, said in first.sentences[0].text) == ("method", True)
        assert [group.code for group in others] == ["deviating", "promising", "differences"]
    view = signals_view(published, question, "14")
    assert said in view.method
    stored = published.earlier_signals.areas["14", "T"].signals
    assert [(item.kind, item.indicator) for item in view.signals] == [(item.kind, item.indicator) for item in stored]
    assert len(view.signals) > 3


@pytest.mark.parametrize(("language", "said"), [("sv", "sparades inget urval"), ("en", "no choice was stored")])
def test_an_earlier_edition_chooses_nothing_for_its_earlier_years(published, language, said, monkeypatch):
    monkeypatch.setattr("indicators.earlier_choice.choice.made_attention", None)
    question = Question(lang=language, period="2023")
    for groups in (area_groups(published, question, "14"), country_groups(published, question)):
        (only,) = groups
        assert said in only.sentences[0].text
    assert signals_view(published, question, "14").signals == ()


def test_the_current_edition_says_nothing_of_methods(picture):
    assert "method" not in {group.code for group in area_groups(picture, Question(), "14")}
    assert signals_view(picture, Question(), "14").method == ""
