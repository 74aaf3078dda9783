"""Words that mislead or that readers stumble on: every text of the screen is walked, in both languages, kind by kind."""

import re

import pytest

from dashboard.cli import command_modules
from dashboard.i18n import words
from indicators import LANGUAGES


def walked(language):
    """Every text of one language by key."""
    found = words(language).table
    assert len(found) > 1500
    return found


def faulty(language, pattern, spared=()):
    """The texts that a pattern is found in, but for those spared."""
    return {key: text for key, text in walked(language).items() if pattern.search(text) and not key.startswith(spared)}


# What whoever runs a program types or edits. A page is for readers; these stand in docs/operating.md.
COMMANDS = "|".join(sorted({module.__name__.rsplit(".", 1)[1].rstrip("s") for module in command_modules()}))
FOR_PROGRAMMERS = re.compile(rf"\bhalsodialog (?:{COMMANDS}|check)\b|\brefdata\b|\.toml\b|--[a-z]{{3,}}")


def test_what_a_programmer_types_is_known():
    assert FOR_PROGRAMMERS.search("Kommandot halsodialog check varnar")
    assert FOR_PROGRAMMERS.search("halsodialog upload FILE") and FOR_PROGRAMMERS.search("refdata/control_charts.toml")
    assert not FOR_PROGRAMMERS.search("halsodialog, utgåva 2026-11")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_tells_a_reader_of_commands_or_files_of_the_program(language):
    assert faulty(language, FOR_PROGRAMMERS) == {}


# What is barred, and what stands for it.
BARRED = {
    "sv": r"\bark\b|\bvyn?\b|\bvyer(?:na)?\b|härifrån|gör ett regionbesök|egen röst|besöksrum|\bpennan\b|på duken"
    r"|statens åtgärd|sagt av staten|olika syn\b|statens bild|expediera handl|lämna till behörig|\bresultatblad",
    "en": r"\bthe view\b|\ba view\b|\bviews\b|from here|make a visit|own voice|visiting room|\bthe pen\b",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_has_a_word_that_is_barred(language):
    assert faulty(language, re.compile(BARRED[language], re.I)) == {}
