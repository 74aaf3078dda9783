"""A walk through every text about figures, in both languages: a sample in each run, the whole at night.

Whether the base of a change is sound is asked of the raw figures (tests/recompute); here it is read what is said.
"""

from collections import Counter

import pytest

from indicators import LANGUAGES, NATION
from tests.recompute.figures import REGIONS
from tests.recompute.nation import checks
from tests.sentences.rules import PATTERNS, faults
from tests.sentences.texts import Said, said

SAMPLE = (NATION, "22", "09", "20")
"""The nation, a region with subjects and checks, one that is a municipality too, and one with a subject of all."""
ENOUGH = 10_000
FEWEST_SIGNALS = 10
HELD_BACK = {"foot-exam": True, "names": ("Fotundersökning",)}
SIGNAL = "signals.signals.sentence"
# For each rule a text that breaks it and no other, and where it stands.
PLANTED = {
    "no year": Said("rows.rows.summary", "Väntan: 45,0\u00a0%; riket 50,0\u00a0%"),
    "no nation": Said(SIGNAL, "Väntan: 45,0\u00a0% (2025); bästa fjärdedelen 50,0\u00a0% eller högre.", area="22"),
    "more than thirty words": Said("rows.rows.trend.reason", f"Värdet har {'inte ' * 29}stigit."),
    "unit twice": Said("rows.rows.inside.text", "Kommuner 2022: 7, från 1,4\u00a0dagar till 2,3\u00a0dagar."),
    "empty lead": Said("rows.rows.target.reason", ": För få regioner har värden."),
    "one with a word of many": Said("rows.rows.facts.text", "Medlet av 1\u00a0värden (2025)."),
    "held-back national change": Said(SIGNAL, "Fot: 45 % (2025); riket 50 → 60.", "foot-exam", "22"),
}
BARRED = {
    "3": Said("sheet.sentences.text", "Väntan är 45,0\u00a0% (2025), sämst av 21."),
    "5": Said("rows.rows.target.reason", "Nivån är 100,0\u00a0% (2025)."),
    "35": Said("brief.subjects.weighed", "Trolig invändning: få fall."),
    "36": Said(SIGNAL, "Rikets utveckling sägs inte."),
    "48": Said(SIGNAL, "Regionen har något att visa."),
    "51": Said(SIGNAL, "Flera regioner hoppar samma år."),
    "59": Said("deck.slides.title", "Statens bild"),
    "words": Said(SIGNAL, "Ett stort steg åt fel håll."),
}


def held_back(picture, world, language):
    """The measures whose national change is under check by the second hand, and their names."""
    found = [line.indicator for line in checks(world)]
    names = tuple(picture.catalogue.by_id[name].short_name.in_(language) for name in found)
    return {**dict.fromkeys(found, True), "names": names}


def read(texts, held=None):
    """The texts with a fault: what is wrong, and how many."""
    found = [(fault, one.where, one.text) for one in texts for fault in faults(one, held or {})]
    return Counter(found).most_common(20)


@pytest.mark.parametrize("rule", PLANTED)
def test_a_planted_fault_is_seen_and_called_by_its_name(rule):
    assert faults(PLANTED[rule], HELD_BACK) == [rule]


def test_of_several_measures_in_one_text_only_the_one_under_check_keeps_its_nation_untold():
    checked, other = "Fotundersökning: från 45 % (2023) till 52 % (2025); riket", "Stroke: 90 % (2025); riket"
    sound = f"{checked}: utvecklingen kontrolleras. {other} 82 → 86."
    assert faults(Said("sheet.matters.text", sound, area="22"), HELD_BACK) == []
    told = f"{other} 82 → 86. {checked} 50 → 60."
    assert faults(Said("sheet.matters.text", told, area="22"), HELD_BACK) == ["held-back national change"]


@pytest.mark.parametrize("item", BARRED)
def test_a_barred_word_is_seen_with_the_item_that_bars_it(item):
    assert [fault.split(":")[0] for fault in faults(BARRED[item])] == [f"item {item}"]
    assert {one["item"] for one, _ in PATTERNS} == set(BARRED)


def test_places_are_told_on_pages_and_not_for_a_visit():
    text = "8 av 20 andra regioner har ett bättre värde (2025)."
    assert faults(Said("rows.rows.position_reason", text)) == []
    assert faults(Said("deck.slides.notes", text)) != []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sample_of_areas(language, picture):
    texts = [one for area in SAMPLE for one in said(picture, language, area)]
    assert len(texts) > ENOUGH
    assert len([one for one in texts if one.where == SIGNAL]) > FEWEST_SIGNALS
    assert read(texts) == []


def periods(picture):
    """The newest figures, and every year the edition can be asked for."""
    return ["", *picture.edition.years]


@pytest.mark.nightly
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_area_in_every_year_that_can_be_asked_for(language, picture, world):
    held, found = held_back(picture, world, language), []
    for period in periods(picture):
        for area in (NATION, *REGIONS):
            found += read(said(picture, language, area, period), held if period == "" else None)
    assert found == []


@pytest.mark.nightly
@pytest.mark.parametrize("sex", ["F", "M"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_area_of_women_and_of_men(language, sex, picture):
    assert [fault for area in (NATION, *REGIONS) for fault in read(said(picture, language, area, sex=sex))] == []
