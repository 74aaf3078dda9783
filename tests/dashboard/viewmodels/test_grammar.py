"""Every sentence the program makes is read for grammar: the signals, the verdicts' reasons and the findings."""

from dataclasses import fields

import pytest

from dashboard.query import Question
from dashboard.viewmodels.earlier_signals.view import area_groups, country_groups
from dashboard.viewmodels.scorecard import scorecard_view
from dashboard.viewmodels.targets import targets_sentences
from dashboard.viewmodels.variation.page import variation_view
from indicators import FRAMEWORK, LANGUAGES, NATION
from tests.grammar import RULES, faults

PERIODS = ("", "2024", "2022", "2021")
SEXES = ("T", "F", "M")
ENOUGH = 200
# For each rule a sentence that breaks it and nothing else, in both languages.
PLANTED = {
    "begins without a capital": ("väntan: 45,0 % (2025).", "waiting: 45.0% (2025)."),
    "ends without a full stop": ("Väntan: 45,0 % (2025)", "Waiting: 45.0% (2025).."),
    "two spaces": ("Väntan:  45,0 % (2025).", "Waiting: \u00a045.0% (2025)."),
    "a space before its sign": ("Väntan : 45,0 % (2025).", "Waiting: 45.0% ( 2025)."),
    "a word twice": ("Spridningen var 1,0 år år.", "Women are are worse off."),
    "a unit and a bare year": ("Från 80,1 år 2016 till 81,2 år.", "From 80.1 years 2016 to 81.2 years."),
    "an unfilled place": ("Väntan: {value} (2025).", "Waiting: None (2025)."),
    "a forbidden word": ("Väntan har rasat i regionen.", "The change is significant."),
    "decimals of the other language": ("Väntan: 45.0 % (2025).", "Waiting: 45,0% (2025)."),
    "a hyphen for a minus": ("Resultatet är -5,5 % (2025).", "The result is -5.5% (2025)."),
    "one with a word of many": ("Väntan är 1 dagar.", "The wait is 1 days."),
    "many with a word of one": ("Skillnaden är 2,5 procentenhet.", "The gap is 2.5 percentage point."),
    "a name without its genitive": ("Region Skåne kommuner skiljer sig åt.", "Region Skånes municipalities differ."),
    "per cent written as in the other language": ("Väntan: 45,0% (2025).", "Waiting: 45.0 % (2025)."),
    "a bracket without its other": ("Väntan: 45,0 % (2025.", "Waiting: 45.0% 2025)."),
    "a new sentence without a capital": ("Väntan: 45,0 %. i riket är det så.", "Waiting: 45.0%. in Sweden it is so."),
    "words of the other language": ("Väntan: 45,0 % against målet.", "Waiting: 45.0% mot the target."),
}
SOUND = {
    "sv": (
        "Medellivslängd, kvinnor: försämras, från 84,3 år (2016) till 84,0 år (2025).",
        "Väntan: 1 dag, sedan 2 dagar, 1,0 dagar, 21 dagar och 1\u202f001 dagar.",
        "Skillnaden är 1 procentenhet, och i riket 0 procentenheter eller −1 procentenhet.",
        "Västra Götalandsregionens kommuner skiljer sig mer åt än Region Örebro läns kommuner.",
        "Regionen når 1 av 2 gällande målnivåer. Riket når 0 av 1 gällande målnivå.",
        "Positiva till 1177:s e-tjänster – 45,0\u00a0% mot 1\u202f100 per 100\u00a0000 (2025).",
    ),
    "en": (
        "Life expectancy, women: worsening, from 84.3 years (2016) to 84.0 years (2025).",
        "The wait: 1 day, then 2 days, 1.0 days, 21 days and 1,001 days.",
        "The gap is 1 percentage point, and in Sweden 0 percentage points or −1 percentage point.",
        "Region Dalarna’s municipalities differ more than those of Västra Götalandsregionen.",
        "The region meets 1 of 2 target levels in force. Sweden meets 0 of 1 target level in force.",
    ),
}


def read(texts, language):
    """The sentences with a fault, and what is wrong with each."""
    return {text: found for text in texts if (found := faults(text, language))}


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_reader_sees_each_fault_and_calls_it_by_its_name(rule, language):
    assert faults(PLANTED[rule][LANGUAGES.index(language)], language) == [rule]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_reader_lets_sound_sentences_pass(language):
    assert read(SOUND[language], language) == {}


def told(picture, question, area):
    """Every sentence of one area's signals, the notes among them."""
    found = [*targets_sentences(picture, question, area)]
    found += [sentence for group in area_groups(picture, question, area) for sentence in group.sentences]
    return [text for sentence in found for text in (sentence.text, sentence.note) if text]


@pytest.mark.parametrize("period", PERIODS)
@pytest.mark.parametrize("sex", SEXES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_signals_of_every_region(language, sex, period, picture):
    question = Question(lang=language, sex=sex, period=period)
    areas = (NATION, *picture.areas.region_codes)
    texts = [text for area in areas for text in told(picture, question, area)]
    assert len(texts) > ENOUGH
    assert read(texts, language) == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_signals_of_the_country_and_each_dimension(language, picture):
    asked = [Question(lang=language, period=period) for period in PERIODS]
    dimensions = ("", *(item.code for item in FRAMEWORK.dimensions))
    groups = [g for question in asked for code in dimensions for g in country_groups(picture, question, code)]
    texts = [text for group in groups for s in group.sentences for text in (s.text, s.note) if text]
    assert len(texts) > ENOUGH
    assert read(texts, language) == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_signal_has_been_read(language, picture):
    """A kind that no region has would be read by nobody."""
    seen = set()
    for period in PERIODS:
        for area in (NATION, *picture.areas.region_codes):
            groups = area_groups(picture, Question(lang=language, period=period), area)
            seen |= {sentence.symbol for group in groups for sentence in group.sentences}
    assert seen >= {"✕", "▼", "↘", "↗", "◆"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("area", [NATION, "09", "14", "22"])
def test_the_reasons_of_every_verdict(language, area, picture):
    rows = scorecard_view(picture, Question(lang=language), area).rows
    texts = [reason for row in rows for reason in (row.trend.reason, row.target.reason, row.inside.reason) if reason]
    assert len(texts) > ENOUGH
    assert read(texts, language) == {}


def findings(view):
    """The finding of every picture that a view holds."""
    parts = [getattr(view, field.name) for field in fields(view)]
    parts += [part.view for part in parts if hasattr(part, "view")]
    return [part.finding for part in parts if getattr(part, "finding", "")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_findings_of_the_variation(language, picture):
    known = [item.id for item in picture.catalogue.indicators if any("municipality" in k.levels for k in item.series)]
    views = [variation_view(picture, Question(lang=language, indicator=name)) for name in known]
    texts = [text for view in views for text in findings(view)]
    assert len(texts) > len(known)
    assert read(texts, language) == {}
