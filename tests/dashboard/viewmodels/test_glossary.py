"""The glossary on the screen: in the alphabet's order, filled in, and holding every abbreviation that the texts use."""

import re
from itertools import chain

import pytest
import tomli

from dashboard.i18n import LOCALE
from dashboard.query import Question
from dashboard.viewmodels.glossary import glossary_view
from indicators import METHOD_SETTINGS
from indicators.catalogue import DEFINITIONS
from indicators.refdata import REFDATA

LANGUAGES = ("sv", "en")
# Capitals or figures inside a word: OECD, HbA1c, UTF-8.
SHORT = re.compile(r"(?<![\w{./\-])(?=\w*[A-ZÅÄÖ]\w*[A-ZÅÄÖ0-9])[A-ZÅÄÖ]\w*")
# Names, words shouted in a file that is filled in, settings, and keys: not short for anything that a reader needs.
NOT_SHORT = re.compile(
    r"HALSODIALOG_\w+|[A-Z]\d+|JavaScript|PowerPoint|LibreOffice|EXEMPELRAD|LASMIG|README|AA|LD|AP|SE|ST|IBM"
)
FILES = [LOCALE.parent.parent / "indicators" / "sentences.toml", *sorted(REFDATA.glob("*.toml"))]


def spoken(raw, language):
    """Every text of one language in a file where texts stand as {sv, en}."""
    if isinstance(raw, dict):
        own = [raw[language]] if isinstance(raw.get(language), str) else []
        return own + [text for key, value in raw.items() if key not in LANGUAGES for text in spoken(value, language)]
    return [text for item in raw for text in spoken(item, language)] if isinstance(raw, list) else []


def leaves(raw):
    if isinstance(raw, dict):
        return [text for value in raw.values() for text in leaves(value)]
    return [str(raw)]


def load(path):
    return tomli.loads(path.read_text(encoding="utf-8"))


def texts(language):
    files = [*FILES, *sorted(DEFINITIONS.rglob("*.toml"))]
    return [
        *chain.from_iterable(spoken(load(path), language) for path in files),
        *leaves(load(LOCALE / f"{language}.toml")),
    ]


@pytest.fixture(params=LANGUAGES)
def question(request):
    return Question(lang=request.param)


def entries(picture, question, code):
    return next(group.entries for group in glossary_view(picture, question).groups if group.code == code)


def test_every_abbreviation_on_the_screens_is_told(picture, question):
    known = {part for entry in entries(picture, question, "abbreviations") for part in re.findall(r"\w+", entry.term)}
    used = {found for text in texts(question.lang) for found in SHORT.findall(text)}
    assert len(used) > 30
    assert sorted(one for one in used - known if not NOT_SHORT.fullmatch(one)) == []


def test_every_entry_is_whole_and_every_brace_filled(picture, question):
    shown = [entry for group in glossary_view(picture, question).groups for entry in group.entries]
    assert len(shown) > 80
    for entry in shown:
        assert entry.term
        assert entry.meaning.endswith(".")
        assert "{" not in entry.meaning
    period = next(entry for entry in shown if entry.id == "headline-period")
    assert f" {METHOD_SETTINGS.enough} " in period.meaning


def test_the_swedish_alphabet_ends_with_its_own_letters(picture):
    terms = [entry.term for entry in entries(picture, Question(lang="sv"), "terms")]
    assert terms.index("varians") < terms.index("åldersstandardiserad") < terms.index("överspridning")


def test_references_lead_to_entries_of_the_page(picture, question):
    groups = glossary_view(picture, question).groups
    anchors = {entry.id for group in groups for entry in group.entries}
    found = [other.id for group in groups for entry in group.entries for other in entry.see]
    assert found
    assert set(found) <= anchors
