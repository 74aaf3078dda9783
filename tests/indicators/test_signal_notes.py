"""Every signal field that departs from what its kind starts with says why, in both languages; no other has a note."""

import re

import pytest

from indicators import LANGUAGES, read_catalogue, read_reference

START = {"outcome": 3, "process": 2, "structure": 1}
HIGHEST = 3
USUAL = ("region", "shared")


def departs(definition, reference):
    """Whether a definition's weight, influence, comparison or telling over time is another than its kind's."""
    signals, level = definition.signals, reference.target(definition.id)
    by_law = level is not None and level.is_right
    return (
        signals.weight != min(HIGHEST, START[definition.kind] + by_law)
        or signals.influence not in USUAL
        or (signals.over_time, signals.compare) != ("judge", "nation")
    )


@pytest.fixture(scope="module")
def judged():
    """The definitions that are not background, each with whether it departs."""
    reference = read_reference()
    return [(d, departs(d, reference)) for d in read_catalogue().definitions if not d.is_context]


def test_every_departure_has_its_reason_and_nothing_else_has_one(judged):
    assert [d.id for d, departing in judged if departing and d.signals.note is None] == []
    assert [d.id for d, departing in judged if not departing and d.signals.note is not None] == []
    assert 60 < sum(departing for _, departing in judged) < len(judged)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_reason_is_a_sentence_or_two_in_plain_words(judged, language):
    for definition, _ in judged:
        if definition.signals.note is not None:
            text = definition.signals.note.in_(language)
            assert text[0].isupper() and text.endswith("."), definition.id
            assert all(len(part.split()) <= 25 for part in re.split(r"[.:] ", text)), definition.id


def test_a_right_by_law_is_of_the_highest_weight(judged):
    reference = read_reference()
    rights = [d.signals.weight for d, _ in judged if (level := reference.target(d.id)) is not None and level.is_right]
    assert rights == [HIGHEST] * 7
