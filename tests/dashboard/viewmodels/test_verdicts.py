"""Verdicts as they are shown."""

import pytest

from dashboard.i18n import words
from dashboard.viewmodels.verdicts import KINDS, position_states, verdict
from indicators import NOT_ASSESSED, Judgement, Reason
from indicators.wording import sentences
from tests.builders import definition


@pytest.mark.parametrize(("kind", "code"), [(kind, code) for kind, codes in KINDS.items() for code in codes])
@pytest.mark.parametrize("lang", ["sv", "en"])
def test_every_verdict_has_a_word_a_symbol_and_a_tone(lang, kind, code):
    shown = verdict(kind, Judgement(code, Reason("missing")), definition(), words(lang))
    assert shown.verdict == code
    assert shown.text
    assert shown.reason
    assert shown.tone in ("good", "bad", "neutral", "missing")
    assert shown.symbol or code == "no-target"


@pytest.mark.parametrize("kind", KINDS)
def test_no_two_verdicts_of_a_kind_look_alike(kind):
    symbols = [symbol for symbol, _ in KINDS[kind].values()]
    assert len(set(symbols)) == len(symbols)
    for lang in ("sv", "en"):
        said = [words(lang)(f"{kind}.{code}") for code in KINDS[kind]]
        assert len(set(said)) == len(said)


FACTS = {"from": 70.0, "to": 71.0, "before": 70.0, "first": "2016", "last": "2025", "n": 10, "threshold": 1.0}
UNCHANGED = sorted(key for key in sentences() if key.startswith("trend.unchanged."))


@pytest.mark.parametrize("key", UNCHANGED)
@pytest.mark.parametrize(("lang", "unchanged"), [("sv", "oförändrat"), ("en", "unchanged")])
def test_unchanged_is_said_only_where_the_change_was_found_to_be_small(lang, unchanged, key):
    shown = verdict("trend", Judgement("unchanged", Reason(key, FACTS)), definition(), words(lang))
    assert shown.verdict == "unchanged"
    small = key in ("trend.unchanged.small", "trend.unchanged.rounding")
    assert (shown.text == unchanged, shown.symbol) == (small, "→" if small else "~")


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_a_large_last_step_has_a_word_and_a_symbol_of_its_own(lang):
    leap = Judgement(NOT_ASSESSED, Reason("trend.none.leap", FACTS))
    shown = verdict("trend", leap, definition(), words(lang))
    assert (shown.verdict, shown.symbol, shown.tone) == (NOT_ASSESSED, "!", "missing")
    assert shown.text not in [words(lang)(f"trend.{code}") for code in KINDS["trend"]]
    assert {"!", "~"}.isdisjoint(symbol for symbol, _ in KINDS["trend"].values())


def test_every_verdict_of_the_edition_can_be_shown(picture):
    for row in picture.scorecard().rows.values():
        for kind, judgement in (("target", row.target), ("position", row.position), ("trend", row.trend)):
            assert judgement.verdict in KINDS[kind]


def test_good_and_bad_are_only_said_where_there_is_a_direction():
    of_trend = {"unchanged", "increasing", "decreasing", "turned"}
    neutral = {"middle", "highest-quarter", "lowest-quarter", "near", "right", *of_trend}
    for codes in KINDS.values():
        for code, (_, tone) in codes.items():
            assert (tone == "neutral") == (code in neutral)
            assert (tone == "missing") == (code in (NOT_ASSESSED, "no-target", "expired", "reference"))


def test_the_states_of_a_cell_are_the_positions_and_missing():
    states = position_states(words("sv"))
    assert set(states) == {*KINDS["position"], "missing"}
    assert all(state.code == code and state.text for code, state in states.items())


def test_a_verdict_nobody_has_words_for_is_an_error_and_not_a_blank():
    with pytest.raises(KeyError):
        verdict("trend", Judgement("exploding", Reason("missing")), definition(), words("sv"))
