"""A doubtful value is never judged, and a fall to one that would have been told is told as to be checked."""

from dataclasses import replace

import pytest

from indicators import Pictures, area_signals
from indicators.signals.findings import findings_of
from indicators.signals.records import Companion
from tests.indicators.signals.made import AREA, OTHERS, evidence, measure

STILL = {"2022": 80.1, "2023": 81.1, "2024": 80.1}


def doubted(name, value, **fields):
    """A measure whose newest value of one region is doubtful: the others never change."""
    found = measure(name, {**dict.fromkeys(OTHERS, 80.1), AREA: STILL}, **fields)
    return replace(found, doubted={AREA: value})


def checks(*measures):
    return findings_of(evidence(*measures), AREA).checks


def test_a_large_fall_to_a_doubtful_value_is_to_be_checked():
    (found,) = checks(doubted("m", 60.1))
    assert (found.kind, found.value, found.previous, found.period) == ("check", 60.1, ("2024", 80.1), "2025")
    assert found.reasons == ("doubted", "big-step")


@pytest.mark.parametrize("value", [80.0, 78.0, 82.0])
def test_a_doubtful_value_that_hardly_moved_is_not_told(value):
    assert checks(doubted("m", value)) == ()


def test_of_doubtful_rises_only_those_too_large_to_praise_are_told():
    assert [signal.value for signal in checks(doubted("m", 100.1))] == [100.1]


def test_surveys_have_no_step_to_check():
    assert checks(doubted("m", 60.1, kind="survey")) == ()


def test_doubtful_values_of_one_register_take_one_place():
    (found,) = checks(doubted("a", 70.1), doubted("b", 60.1), doubted("c", 50.1))
    assert found.indicator == "c"
    assert found.companions == (Companion("b", "b", 80.1, 60.1), Companion("a", "a", 80.1, 70.1))
    assert len(checks(doubted("a", 70.1), doubted("b", 60.1, source="ndr"))) == 2


def test_what_is_doubted_raises_no_suspicion_against_what_is_not():
    sound = measure("b", {**dict.fromkeys(OTHERS, 80.1), AREA: {**STILL, "2025": 77.0}})
    found = evidence(doubted("a", 60.1), sound)
    assert found.suspects == evidence(sound).suspects
    assert [signal.indicator for signal in findings_of(found, AREA).checks] == ["a"]


def test_norrbottens_doubted_diabetes_measures_are_told_together():
    picture = Pictures().current()
    found = next(signal for signal in area_signals(picture, "25").of_group("check") if "doubted" in signal.reasons)
    told = {found.indicator: (found.previous[1], found.value)}
    told |= {one.indicator: (one.previous, one.value) for one in found.companions}
    assert told == {
        "diabetes-blood-pressure": (72.0, 59.0),
        "diabetes-hba1c-above-70": (10.0, 13.0),
        "diabetes-foot-exam": (74.0, 26.0),
        "diabetes-eye-exam": (74.0, 28.0),
    }
    assert found.reasons[:2] == ("doubted", "several-registers")
    others = [area_signals(picture, code) for code in picture.areas.region_codes if code != "25"]
    assert not any("doubted" in signal.reasons for one in others for signal in one.signals)
