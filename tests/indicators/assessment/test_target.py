"""A value against its target level."""

import pytest

from indicators import AREAS, AssessedRow
from indicators.assessment.target import judge_target
from tests.builders import assess, definition, percent_of_nation, regions, target


def judge(value, level, item=None, *, nation=80.0, moderate=None, sound=True):
    return judge_target(item or definition(), value, nation, level, moderate, sound=sound)


# Operator, level, value, verdict and the key of its reason; one unit counts as near.
CASES = [
    (">=", 90.0, 90.0, "met", "target.met"),
    (">=", 90.0, 95.0, "met", "target.met"),
    (">=", 90.0, 89.0, "near", "target.near.margin"),
    (">=", 90.0, 88.9, "not-met", "target.not-met"),
    (">", 90.0, 90.1, "met", "target.met"),
    (">", 90.0, 90.0, "near", "target.near.margin"),
    (">", 90.0, 80.0, "not-met", "target.not-met"),
    ("<=", 5.0, 5.0, "met", "target.met"),
    ("<=", 5.0, 6.0, "near", "target.near.margin"),
    ("<=", 5.0, 6.1, "not-met", "target.not-met"),
    ("<", 5.0, 4.9, "met", "target.met"),
    ("<", 5.0, 5.0, "near", "target.near.margin"),
    ("<", 5.0, 7.0, "not-met", "target.not-met"),
]


@pytest.mark.parametrize(("operator", "level", "value", "verdict", "key"), CASES)
def test_each_operator(operator, level, value, verdict, key):
    found = judge(value, target(operator=operator, value=level))
    assert (found.verdict, found.reason.key) == (verdict, key)
    assert found.reason.params["gap"] == abs(level - value)
    assert found.reason.params["level"] == level


def test_the_lower_step_is_near():
    found = judge(81.0, target(level="high"), moderate=target(level="moderate", value=80.0))
    assert (found.verdict, found.reason.key) == ("near", "target.near.step")
    assert found.reason.params["moderate"] == 80.0


def test_with_two_steps_the_high_one_is_met_and_the_margin_still_counts():
    steps = {"moderate": target(level="moderate", value=89.5)}
    assert judge(90.0, target(level="high"), **steps).verdict == "met"
    assert judge(89.2, target(level="high"), **steps).reason.key == "target.near.margin"
    assert judge(70.0, target(level="high"), **steps).verdict == "not-met"


def test_the_margin_in_per_cent_of_the_nation():
    item = definition(relevance=percent_of_nation(5.0))
    assert judge(86.0, target(), item, nation=80.0).reason.params["margin"] == 4.0
    assert judge(86.0, target(), item, nation=80.0).verdict == "near"
    assert judge(85.9, target(), item, nation=80.0).verdict == "not-met"


def test_without_the_nations_value_there_is_no_margin():
    item = definition(relevance=percent_of_nation(5.0))
    assert judge(89.99, target(), item, nation=None).verdict == "not-met"


def test_no_target():
    found = judge(80.0, None)
    assert (found.verdict, found.reason.key) == ("no-target", "target.none")


NOT_JUDGED = {
    "an indicative level": ({"match": "indicative"}, 95.0, True, "target.indicative"),
    "an indicative level without a value": ({"match": "indicative"}, None, True, "target.indicative"),
    "no value": ({}, None, True, "target.missing"),
    "a doubtful value": ({}, 146.0, False, "doubtful"),
}


@pytest.mark.parametrize(("changes", "value", "sound", "key"), NOT_JUDGED.values(), ids=NOT_JUDGED)
def test_not_judged(changes, value, sound, key):
    found = judge(value, target(**changes), sound=sound)
    assert (found.verdict, found.reason.key) == ("not-assessed", key)


def test_a_superseded_level_is_judged_but_does_not_count():
    level = target(status="superseded")
    assert judge(95.0, level).verdict == "met"
    assert not level.is_binding
    assert not target(status="proposed").is_binding
    assert not target(match="indicative").is_binding
    assert target().is_binding
    assert target(match="similar").is_binding


def test_each_area_is_judged_by_its_own_value():
    values = regions(95.0, 89.5, 70.0, 146.0, *range(17), nation=85.0)
    rows = assess(values, definition(plausible={"high": 100.0}), held=[target()])
    verdicts = [rows[code].target.verdict for code in ("01", "03", "04", "05", "00")]
    assert verdicts == ["met", "near", "not-met", "not-assessed", "not-met"]
    assert rows["05"].target.reason.key == "doubtful"
    assert rows["05"].value == 146.0


def test_an_area_without_the_headline_has_its_own_last_value_apart():
    values = {**regions(*range(21)), "25": {"2022": 3.0, "2023": 4.0}}
    row = assess(values, held=[target()])["25"]
    assert isinstance(row, AssessedRow)
    assert (row.value, row.period, row.last, row.previous) == (None, "2025", ("2023", 4.0), None)
    assert row.target.reason.key == "target.missing"
    assert row.trend.reason.key == row.position.reason.key == "missing"


def test_the_value_before_the_headline():
    rows = assess({**regions(*range(21)), "25": {"2022": 3.0, "2025": 4.0, "2026": 9.0}})
    assert (rows["25"].value, rows["25"].previous, rows["25"].last) == (4.0, ("2022", 3.0), None)
    assert rows["01"].previous is None


def test_a_series_without_any_value():
    for row in assess({}).values():
        assert (row.value, row.period, row.last) == (None, None, None)
    assert set(assess({})) == {"00", *AREAS.region_codes}
