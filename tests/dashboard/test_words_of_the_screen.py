"""Words that mislead or that readers stumble on: every text of the screen is walked in both languages, kind by kind."""

import re
from pathlib import Path

import pytest

from dashboard.cli import command_modules
from dashboard.i18n import words
from dashboard.query import Question
from dashboard.viewmodels.scorecard import scorecard_view
from indicators import LANGUAGES

ASSETS = Path(__file__).parents[2] / "assets"


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
    # What the commands say stands in a terminal, on no page.
    assert faulty(language, FOR_PROGRAMMERS, ("cli.",)) == {}


# What is barred, and what stands for it.
BARRED = {
    "sv": r"\bark\b|\bvyn?\b|\bvyer(?:na)?\b|härifrån|gör ett regionbesök|egen röst|besöksrum|\bpennan\b|på duken"
    r"|statens åtgärd|sagt av staten|olika syn\b|statens bild|expediera handl|lämna till behörig|\bresultatblad"
    r"|jämfördas mitt|åt höger|sämsta fjärdedel|(?:ligger|sämre) sämre till\b|^sämre till\b|bär halva|åt fel håll"
    r"|^det skulle gälla|försämras från"
    r"|mittersta hälften ligger|när ingen region alla",
    "en": r"\bthe view\b|\ba view\b|\bviews\b|from here|make a visit|own voice|visiting room|\bthe pen\b"
    r"|middle of the compared|worst quarter|worse off|worse placed|carry half|^it would concern|the wrong way",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_has_a_word_that_is_barred(language):
    assert faulty(language, re.compile(BARRED[language], re.I)) == {}


# A number that fills a brace may be one: what follows it then cannot be a plural. Spared: "3 of 21 regions", and
# numbers that are never one.
PLURAL = {
    "sv": r"regioner|indikatorer|enheter|värden|bilder|filer|rader|serier|länder|kommuner|nya|ändrade|borttagna",
    "en": r"regions|indicators|units|values|slides|files|rows|figures|countries|municipalities|characters|sheets",
}
NEVER_ONE = {
    "about.": "the framework's own numbers",
    "cli.verified": "an edition has many files",
    "overview.": "the framework's own numbers",
    "dimension.lede": "a dimension has several areas and indicators",
    "indicator.index_lede": "the whole catalogue",
    "indicator.regions_finding_same": "told of several regions",
    "data.coverage_text": "the whole catalogue",
    "dcat.": "the whole edition",
    "editions.counts": "the whole edition",
    "compare.own_full": "a limit",
    "compare.beside_all": "all the other regions",
    "compare.scatter_": "a chart is drawn of three regions or more",
    "compare.line": "a line is drawn through three regions or more",
    "abroad.lede": "all figures",
    "abroad.note_own_mean": "a mean is told of five countries or more",
    "abroad.own_mean": "a mean is told of five countries or more",
    "abroad.alt": "one country alone is not drawn",
    "abroad.countries": "one country alone is not drawn",
    "abroad.strip_alt": "one country alone is not drawn",
    "data.takes": "a series has many values, a table many countries",
    "shell.present_full": "a limit",
    "upload.finding.person-rows": "several rows",
    "present.refused.slides": "more than a limit",
    "presenting.many": "more than a limit",
    "bulk.too_many": "more than a limit",
    "export.too_many": "more than a limit",
    "variation.lasting_several": "told of several regions",
    "variation.share_of": "five in two regions at least",
    "signals.": "five in two regions at least",
    "matters.item_nation_check": "two regions at least hold a nation's change back",
    "matters.nation_range": "fifteen regions at least",
}


def plurals(language):
    pattern = re.compile(rf"(?<!av )(?<!of )\{{\w+\}} (?:{PLURAL[language]})\b")
    limit = "högst|minst|at most|at least|fler än|more than|färre än|fewer than|längre än|longer than"
    limits = re.compile(rf"(?:{limit}) \{{\w+\}} \w+", re.I)
    forms = {key.removesuffix(".one") for key in walked(language) if key.endswith(".one")}
    for key, text in walked(language).items():
        form, _, end = key.rpartition(".")
        if not (end == "other" and form in forms) and pattern.search(limits.sub("", text)):
            yield key


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_number_that_may_be_one_is_followed_by_no_plural(language):
    assert [key for key in plurals(language) if not key.startswith(tuple(NEVER_ONE))] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_forms_for_a_number_come_in_pairs(language):
    table = walked(language)
    assert [key for key in table if key.endswith(".one") and f"{key.removesuffix('.one')}.other" not in table] == []


BEGINS = re.compile(r"^\s*:")
# A text of a script that begins with a sign: a screen reader may read it alone.
SAID = re.compile(r"visually-hidden[^`]*`\s*:")


def test_no_text_begins_with_a_sign_that_belongs_to_another():
    assert [key for language in LANGUAGES for key, text in walked(language).items() if BEGINS.search(text)] == []
    assert SAID.search('el("span", { class: "visually-hidden" }, `: ${name}`)')
    scripts = sorted(ASSETS.glob("*.js"))
    assert len(scripts) > 30
    lines = [(path.name, line) for path in scripts for line in path.read_text(encoding="utf-8").splitlines()]
    assert [item for item in lines if SAID.search(item[1])] == []


UNCERTAIN = {"sv": "osäkerhetsmått", "en": "measure of uncertainty"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_row_does_not_say_in_each_sentence_that_no_uncertainty_is_stated(picture, language):
    """The foot of the page says it once; of the sentences of a row at most the trend's tells what it rests on."""
    rows = scorecard_view(picture, Question(lang=language), "09").rows
    reasons = [text for row in rows for text in (row.position_reason, row.sex_gap, row.target.reason) if text]
    assert len(reasons) > 150
    assert [reason for reason in reasons if UNCERTAIN[language] in reason] == []
    foot = words(language)("source.scorecard", edition="")
    assert foot.count({"sv": "osäkerhet", "en": "uncertainty"}[language]) == 1
