"""Where regions stand among the regions."""

import pytest

from indicators.assessment.position import judge_positions
from tests.builders import REGIONS, assess, comparison, definition, regions


def verdicts(numbers, direction="higher", **changes):
    item = definition(direction=direction, **changes)
    found = judge_positions(item, comparison(regions(*numbers), item))
    return [found[code].verdict for code in REGIONS if code in found]


def test_quarters_of_twenty_one():
    assert verdicts(range(21)) == ["worst-quarter"] * 5 + ["middle"] * 11 + ["best-quarter"] * 5
    assert verdicts(range(21), "lower") == ["best-quarter"] * 5 + ["middle"] * 11 + ["worst-quarter"] * 5
    assert verdicts(range(21), "none") == ["lowest-quarter"] * 5 + ["middle"] * 11 + ["highest-quarter"] * 5


def test_equal_values_share_their_place():
    assert verdicts([1.0] * 21) == ["middle"] * 21
    assert verdicts([0.0] * 8 + [1.0] * 13)[:8] == ["worst-quarter"] * 8
    assert set(verdicts([0.0] * 12 + list(range(1, 10)))[:12]) == {"middle"}


def test_few_regions_are_not_divided():
    item = definition()
    found = judge_positions(item, comparison(regions(*range(7)), item))
    assert {(each.verdict, each.reason.key) for each in found.values()} == {("not-assessed", "position.few")}
    assert found["01"].reason.params == {"n": 7, "minimum": 8}
    assert set(verdicts(range(8))) == {"worst-quarter", "middle", "best-quarter"}


def test_a_doubtful_value_has_no_position_and_moves_no_other():
    item = definition(plausible={"high": 100.0})
    found = judge_positions(item, comparison(regions(*range(20), 146.0), item))
    assert (found["25"].verdict, found["25"].reason.key) == ("not-assessed", "doubtful")
    assert found["25"].reason.params == {"value": 146.0, "period": "2025"}
    assert found["24"].verdict == "best-quarter"
    assert found["24"].reason.params["others"] == 19


def test_few_are_counted_without_the_doubtful():
    item = definition(plausible={"high": 100.0})
    found = judge_positions(item, comparison(regions(*range(7), 146.0), item))
    assert found["01"].reason.params["n"] == 7
    assert found["09"].reason.key == "doubtful"


@pytest.mark.parametrize(
    ("direction", "key", "ahead"),
    [
        ("higher", "position.worst-quarter", 20),
        ("lower", "position.best-quarter", 0),
        ("none", "position.none.low", 0),
    ],
)
def test_the_reason_counts_those_ahead(direction, key, ahead):
    item = definition(direction=direction)
    reason = judge_positions(item, comparison(regions(*range(21)), item))["01"].reason
    assert reason.key == key
    assert reason.params == {"n": 21, "others": 20, "ahead": ahead, "above": 20, "below": 0}


def test_those_with_the_same_value_are_not_ahead():
    item = definition()
    reason = judge_positions(item, comparison(regions(5.0, 5.0, *range(6, 25)), item))["01"].reason
    assert (reason.params["ahead"], reason.params["below"]) == (19, 0)


def test_the_nation_has_no_position():
    rows = assess(regions(*range(21), nation=10.0))
    assert (rows["00"].position.verdict, rows["00"].position.reason.key) == ("not-assessed", "position.nation")
    assert rows["01"].position.verdict == "worst-quarter"
