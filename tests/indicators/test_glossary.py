"""The glossary as data: anchors alone, references that lead somewhere, abbreviations whole in each language."""

import pytest

from indicators import FaultError, read_glossary
from indicators.glossary import check_glossary


@pytest.fixture
def raw():
    return read_glossary().model_dump(mode="json")


def refused(raw):
    with pytest.raises(FaultError) as caught:
        check_glossary(raw)
    return str(caught.value)


def test_an_anchor_stands_once_among_words_and_abbreviations(raw):
    raw["abbreviations"][0]["id"] = raw["terms"][0]["id"]
    assert "stands in the glossary already" in refused(raw)


def test_a_reference_leads_to_another_entry(raw):
    raw["terms"][0]["see"] = ["no-such"]
    raw["terms"][1]["see"] = [raw["terms"][1]["id"]]
    assert refused(raw).count("must be the id of another entry") == 2


def test_an_abbreviation_is_whole_in_each_language_that_uses_it(raw):
    raw["abbreviations"][0]["meaning"]["sv"] = None
    raw["abbreviations"][1].update({name: {"sv": None, "en": None} for name in ("short", "whole", "meaning")})
    assert refused(raw).count("must be given in the same languages") == 2


def test_a_word_needs_both_languages(raw):
    raw["terms"][0]["meaning"]["en"] = " "
    assert "terms.0.meaning.en" in refused(raw)
