"""Each rule by which a step is to be checked before it is told, at its limit and just inside it."""

import pytest

from indicators.signals.suspicion import Step, find_steps, find_suspects
from tests.indicators.signals.made import AREA, OTHERS, REGIONS, evidence, measure


def step(name="m", k=0.0, z=0.0, *, area=AREA, period="2025", kind="register", **fields):
    return Step(measure(name, {area: 80.1}, kind=kind, **fields), area, period, k, z, ("2024", 80.1), 80.1 - k)


def reasons(*steps):
    found = find_suspects(steps)
    return {(name, area): told for (name, area, _), told in found.items()}


def test_a_new_keeper():
    asked = {"keeper_change": "2025"}
    assert reasons(step(k=5, z=2.5, **asked)) == {("m", AREA): ("keeper",)}
    assert reasons(step(k=-5, z=-2.5, **asked)) == {("m", AREA): ("keeper",)}
    for near in (step(k=4.9, z=9, **asked), step(k=5, z=2.4, **asked), step(k=5, z=2.5, period="2024", **asked)):
        assert reasons(near) == {}


def test_several_registers_fall_at_once():
    falls = [
        step("a", 5, 3, source="nlr"),
        step("b", 5, 3, source="ndr", theme="diabetes"),
        step("c", 5, 3, source="ndr"),
    ]
    assert set(reasons(*falls).values()) == {("several-registers",)}
    assert len(reasons(*falls)) == 3
    one_source = [
        step(name, 5, 3, source="nlr", theme=theme) for name, theme in (("a", "cancer"), ("b", "older"), ("c", "trust"))
    ]
    assert reasons(*one_source) == {}
    assert reasons(*falls[:2]) == {}
    assert reasons(*falls[:2], step("c", -5, -3, source="ndr")) == {}


def test_two_measures_of_the_same_patients():
    lead, companion = step("a", 3, 3), step("b", 3, 1)
    assert reasons(lead, companion) == {("a", AREA): ("same-register",), ("b", AREA): ("same-register",)}
    for near in (step("b", 2.9, 1), step("b", 3, 0.9), step("b", -3, -1), step("b", 3, 1, source="ndr")):
        assert reasons(lead, near) == {}
    assert reasons(step("a", 3, 2.9), companion) == {}


def test_measures_of_one_report_are_of_different_patients():
    assert reasons(step("a", 3, 3, kind="report"), step("b", 3, 3, kind="report")) == {}


def test_several_regions_at_once():
    steps = [step(k=5, z=3, area=area) for area in REGIONS[:4]]
    assert set(reasons(*steps).values()) == {("many-regions",)}
    assert reasons(*steps[:3]) == {}
    assert reasons(*steps[:3], step(k=-5, z=-3, area=REGIONS[4])) == {}


@pytest.mark.parametrize(
    ("k", "z", "is_big"), [(10, 4, True), (9.9, 4, False), (10, 3.9, False), (20, 2, True), (20, 1.9, False)]
)
def test_a_step_larger_than_care_changes(k, z, is_big):
    assert reasons(step(k=k, z=z)) == ({("m", AREA): ("big-step",)} if is_big else {})


def test_the_size_of_a_step_is_no_reason_beside_another():
    steps = [step(k=20, z=9, area=area, keeper_change="2025") for area in REGIONS[:4]]
    assert set(reasons(*steps).values()) == {("keeper", "many-regions")}


def values_of_a_fall():
    return {**dict.fromkeys(OTHERS, 80.1), AREA: {"2022": 80.1, "2023": 81.1, "2024": 80.1, "2025": 60.1}}


def test_a_step_is_what_goes_beyond_the_middle_region():
    found = evidence(measure("m", values_of_a_fall()))
    assert {(s.area, s.period): round(s.k, 6) for s in found.steps if s.k} == {
        (AREA, "2023"): -1.0,
        (AREA, "2024"): 1.0,
        (AREA, "2025"): 20.0,
    }
    assert found.suspects == {("m", AREA, "2025"): ("big-step",)}


@pytest.mark.parametrize("kind", ["survey", "deaths", "insurance", "accounts", "income"])
def test_surveys_deaths_and_accounts_are_never_suspect(kind):
    item = measure("m", values_of_a_fall(), kind=kind)
    assert find_steps(item, dict.fromkeys(REGIONS, 0.1)) == []
