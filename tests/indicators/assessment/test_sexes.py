"""Women beside men."""

import pytest

from indicators.assessment.sexes import judge_sexes
from tests.builders import assess, definition, percent_of_nation, regions, series


def told(women, men, direction="higher", *, nation=80.0, **changes):
    return judge_sexes(definition(direction=direction, **changes), women, men, nation).verdict


@pytest.mark.parametrize(
    ("direction", "women_higher", "men_higher"),
    [
        ("higher", "women-better", "men-better"),
        ("lower", "men-better", "women-better"),
        ("none", "women-higher", "men-higher"),
    ],
)
def test_by_direction(direction, women_higher, men_higher):
    assert told(82.0, 80.0, direction) == women_higher
    assert told(80.0, 82.0, direction) == men_higher


def test_similar_is_below_the_threshold():
    assert told(80.9, 80.0) == "similar"
    assert told(81.0, 80.0) == "women-better"
    assert told(80.0, 80.0) == "similar"
    assert told(80.9, 80.0, "none") == "similar"


def test_the_threshold_by_the_nation():
    relevance = percent_of_nation(5.0)
    assert told(83.9, 80.0, relevance=relevance) == "similar"
    assert told(84.0, 80.0, relevance=relevance) == "women-better"
    assert told(80.1, 80.0, relevance=relevance, nation=None) == "women-better"


@pytest.mark.parametrize(("women", "men"), [(None, 80.0), (80.0, None), (None, None)])
def test_not_reported_apart(women, men):
    found = judge_sexes(definition(), women, men, 80.0)
    assert (found.verdict, found.reason.key) == ("not-assessed", "sexes.none")


def test_the_reason_holds_both_values():
    found = judge_sexes(definition(), 82.0, 80.0, 81.0)
    assert (found.reason.key, found.reason.params) == ("sexes.differ", {"women": 82.0, "men": 80.0, "gap": 2.0})


def both(women, men, total=None):
    return series(regions(*range(21)) if total is None else total, women=women, men=men)


def test_only_the_headline_period_counts():
    rows = assess(both({"01": {"2024": 90.0}, "03": 90.0}, {"01": {"2024": 80.0}, "03": 80.0}))
    assert rows["01"].sexes.reason.key == "sexes.none"
    assert rows["03"].sexes.verdict == "women-better"
    assert rows["04"].sexes.verdict == "not-assessed"


@pytest.mark.parametrize(("women", "men"), [(146.0, 80.0), (80.0, 146.0)])
def test_a_doubtful_value_is_not_judged(women, men):
    found = assess(both({"01": women}, {"01": men}), definition(plausible={"high": 100.0}))["01"].sexes
    assert (found.verdict, found.reason.key, found.reason.params) == ("not-assessed", "doubtful", {"value": 146.0})
