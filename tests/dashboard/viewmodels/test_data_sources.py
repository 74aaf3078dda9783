"""The publishers: all of them, with how they are named, and the truth about when they were read."""

import pytest

from dashboard.query import Question
from dashboard.viewmodels.data.source_tables import refused_part
from dashboard.viewmodels.data.sources import STATUS, sources_view
from indicators import EMBEDDED, PUBLISHERS, Library, Pictures, SourceRefusal, cuts_of
from intake.http import refusals
from tests.dashboard.stores import later_store, reading


@pytest.fixture(scope="module", params=["sv", "en"])
def cards(request, picture):
    return {card.name: card for card in sources_view(picture, Question(lang=request.param)).cards}


@pytest.fixture(scope="module")
def read_cards(tmp_path_factory):
    data = later_store(tmp_path_factory.mktemp("data"), readings=[reading()])
    picture = Pictures(Library((data.editions, EMBEDDED))).current()
    return {card.name: card for card in sources_view(picture, Question()).cards}


def facts(card):
    return {fact.label: fact.text for fact in card.facts}


def part(card, name):
    return next((item for item in card.parts if item.name == name), None)


def test_every_publisher_of_the_edition_has_a_card(cards, picture):
    named = [item["source"] for item in picture.edition.manifest["sources"]]
    assert set(named) <= set(cards)
    assert {"abroad-oecd", "abroad-eurostat"} <= set(cards)
    assert next(iter(cards)) == "kolada"


def test_the_sentence_to_print_is_there_and_own_computation_is_told_apart(cards, picture):
    for name, publisher in PUBLISHERS.items():
        texts = set(facts(cards[name]).values())
        assert texts & {f"{publisher.attribution.sv}.", f"{publisher.attribution.en}."}
        assert texts & {f"{publisher.derived.sv}.", f"{publisher.derived.en}."}


def test_kolada_is_never_named_as_the_source_of_own_computation():
    """Its terms forbid it."""
    kolada = PUBLISHERS["kolada"]
    assert kolada.derived.sv.startswith("Egen bearbetning")
    assert "källa" not in kolada.derived.sv.lower()


def test_the_counts_are_the_manifests(picture):
    card = next(card for card in sources_view(picture, Question()).cards if card.name == "kolada")
    assert facts(card)["Det här tar vi"] == "116 serier med 144\u202f265 värden, 2005–2025."
    assert len(part(card, "series").table.groups[0].rows) == 116


def test_what_nobody_knows_is_said_to_be_unknown(picture):
    cards = {card.name: card for card in sources_view(picture, Question()).cards}
    assert facts(cards["scb"])["Nästa publicering"] == "Okänt."
    assert facts(cards["scb"])["Senast läst"].startswith("Okänt.")
    assert cards["scb"].status == "ingen läsning"


def test_every_break_doubt_and_caveat_is_listed(cards, picture):
    for name in PUBLISHERS:
        own = [item for item in picture.catalogue.definitions if item.series[0].provider == name]
        known = sum(len(cuts_of(item)) + len(item.doubts) + len(item.caveats) for item in own)
        listed = part(cards[name], "faults")
        assert len(listed.table.groups[0].rows if listed else ()) == known


def test_what_is_not_asked_is_listed_with_what_is_not_established(cards):
    rows = part(cards["scb"], "not_asked").table.groups[0].rows
    assert len(rows) == 3
    assert all(row.cells[-1].endswith(".") and len(row.cells[-1]) > 40 for row in rows)
    assert part(cards["kolada"], "not_asked") is None


def test_a_reading_is_told_with_its_counts_and_what_was_refused(read_cards):
    card = read_cards["kolada"]
    assert (card.status, card.symbol) == ("delvis läst", "≈")
    assert facts(card)["Senast läst"] == "2026-12-01"
    assert "Lästa serier: 115." in facts(card)["Senaste läsningen"]
    assert "Undanhållna: 1." in facts(card)["Senaste läsningen"]
    (row,) = part(card, "refused").table.groups[0].rows
    assert row.cells == ("U70425", "Utgivaren svarade med ett fel.", "https://api.kolada.se/v3")
    assert read_cards["scb"].status == "ingen läsning"


def test_every_status_has_a_word_and_symbol_of_its_own_tone(cards):
    assert set(STATUS) == {"read", "partly", "refused", "unreachable", "not-asked", "none"}


def codes():
    kinds = [item for item in vars(refusals).values() if isinstance(item, type)]
    return sorted({kind.code for kind in kinds if issubclass(kind, refusals.RefusedError)})


@pytest.mark.parametrize("code", codes())
def test_every_reason_to_refuse_has_words_of_its_own(code):
    told = {}
    for lang in ("sv", "en"):
        item = SourceRefusal(("A", "B"), code, "…", "https://x")
        told[lang] = refused_part([item], Question(lang=lang)).table.groups[0].rows[0].cells[1]
    assert told["sv"] != told["en"]
    general = (
        refused_part([SourceRefusal(("A",), "never-heard-of", "", "")], Question()).table.groups[0].rows[0].cells[1]
    )
    assert (told["sv"] == general) == (code == "refused")


def test_many_refused_series_are_counted_and_not_all_listed():
    item = SourceRefusal(tuple(f"N{n}" for n in range(30)), "status", "", "")
    assert refused_part([item], Question()).table.groups[0].rows[0].cells[0].endswith("N7 +22")
