"""Plain language: explanations and sentences read without effort, as far as counting words can tell (LIX ≤ 50)."""

import re

import pytest
import tomli

from dashboard.i18n import LOCALE
from indicators import read_catalogue, read_glossary, read_statement
from tests.lix import lix, whole, words

HARD = 50
LANGUAGES = ("sv", "en")
# The measure is of running text: of a handful of words it says nothing.
FEWEST = 12
SENTENCES = LOCALE.parent.parent / "indicators" / "sentences.toml"


def filled(text):
    """A sentence with a figure where a fact goes."""
    return re.sub(r"\{[^}]*\}", "5", text)


def hard(texts):
    """The texts that are hard, each with how hard."""
    found = {name: lix(text) for name, text in texts.items() if len(words(text)) >= FEWEST}
    assert found
    return {name: round(value, 1) for name, value in found.items() if value > HARD}


def test_the_measure_itself():
    assert lix("Han gick hem. Hon stannade kvar.") == 3 + 100 / 6
    assert lix("Tillgänglighetsredogörelse") == 101
    assert hard(
        {"hard": whole(["Myndighetsutövningens tillgänglighetsanpassning fordrar återkommande utvärdering"] * 3)}
    )


def explanation(definition, language):
    note = definition.period.note
    told = [definition.measures, definition.matters, definition.direction_reason, *([note] if note else [])]
    return whole(text.in_(language) for text in told)


def criteria(definition, language):
    return whole(getattr(definition.criteria, name).in_(language) for name in type(definition.criteria).model_fields)


@pytest.mark.parametrize("part", [explanation, criteria])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_indicator_is_explained_in_plain_words(part, language):
    assert hard({item.id: part(item, language) for item in read_catalogue().definitions}) == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_of_a_verdict_is_plain(language):
    raw = tomli.loads(SENTENCES.read_text(encoding="utf-8"))
    assert hard({name: filled(text[language]) for name, text in raw.items()}) == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_glossary_and_the_statement_are_plain(language):
    statement = read_statement()
    told = [*statement.method, *statement.unknown]
    texts = {item.id: filled(item.meaning.in_(language)) for item in read_glossary().terms}
    texts |= {fault.code: whole([fault.what.in_(language), fault.reason.in_(language)]) for fault in statement.faults}
    assert hard({**texts, "method": whole(text.in_(language) for text in told)}) == {}
