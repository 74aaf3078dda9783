"""The trend of a region's last years, and when none is judged."""

import pytest

from indicators.assessment.trend import judge_trend
from tests.builders import assess, definition, percent_of_nation, regions, text, yearly


def judge(points, item=None, *, nation=80.0, area="14"):
    return judge_trend(item or definition(), area, tuple(sorted(points.items())), nation)


def told(points, item=None, **kwargs):
    found = judge(points, item, **kwargs)
    return found.verdict, found.reason.key


RISING, FALLING = yearly(*range(70, 80)), yearly(*range(80, 70, -1))


@pytest.mark.parametrize(
    ("direction", "rising", "falling"),
    [
        ("higher", "improving", "worsening"),
        ("lower", "worsening", "improving"),
        ("none", "increasing", "decreasing"),
    ],
)
def test_a_steady_series_by_direction(direction, rising, falling):
    item = definition(direction=direction)
    assert told(RISING, item) == (rising, "trend.steady")
    assert told(FALLING, item) == (falling, "trend.steady")


def test_what_a_steady_series_tells():
    params = judge(RISING).reason.params
    assert (params["first"], params["last"], params["n"], params["change"]) == ("2016", "2025", 10, 9.0)
    assert params["threshold"] == 1.0
    assert params["p"] < 0.001


def test_the_last_ten_values_are_looked_at():
    falling_then_rising = yearly(*range(99, 89, -1), *range(70, 80))
    assert told(falling_then_rising)[0] == "improving"
    assert judge(falling_then_rising).reason.params["first"] == "2016"


def test_a_series_that_turns_is_unchanged():
    assert told(yearly(70, 75, 71, 76, 70, 75, 71, 74)) == ("unchanged", "trend.unchanged.unsteady")
    assert told(yearly(*[80.0] * 10)) == ("unchanged", "trend.unchanged.unsteady")


def test_five_values_are_enough_and_four_are_not():
    assert told(yearly(70, 72, 74, 76, 78)) == ("improving", "trend.steady")
    found = judge(yearly(70, 72, 74, 76))
    assert (found.verdict, found.reason.key) == ("not-assessed", "trend.none.short")
    assert found.reason.params == {"n": 4, "fewest": 5}


def test_a_small_change_is_unchanged():
    small = yearly(*(70 + 0.1 * step for step in range(10)))
    assert told(small) == ("unchanged", "trend.unchanged.small")
    assert told(small, definition(relevance={"basis": "unit", "value": 0.9 - 1e-9})) == ("improving", "trend.steady")


def test_small_is_measured_by_the_nation():
    item = definition(relevance=percent_of_nation(5.0))
    assert told(RISING, item, nation=80.0) == ("improving", "trend.steady")
    assert told(RISING, item, nation=200.0) == ("unchanged", "trend.unchanged.small")
    assert told(RISING, item, nation=None) == ("not-assessed", "trend.none.threshold")


def test_an_unsteady_series_needs_no_nation():
    item = definition(relevance=percent_of_nation(5.0))
    assert told(yearly(70, 75, 71, 76, 70, 75), item, nation=None) == ("unchanged", "trend.unchanged.unsteady")


def test_a_direction_that_hangs_on_one_year_is_unchanged():
    fragile = yearly(0, 10, 10, 10, 10, 10, 10, 10, 20, 20)
    assert told(fragile) == ("unchanged", "trend.unchanged.fragile")


def test_monthly_values_are_not_judged():
    months = {f"2025-{month:02d}": 70.0 + month for month in range(1, 13)}
    assert told(months, definition(period={"kind": "month", "note": text()})) == ("not-assessed", "trend.none.month")


def test_overlapping_periods_are_not_judged():
    item = definition(period={"kind": "multi-year-mean", "years": 4, "note": text()})
    assert told(RISING, item) == ("not-assessed", "trend.none.overlap")
    assert judge(RISING, item).reason.params == {"years": 4}


def broken(*periods):
    return definition(breaks=[{"period": period, "reason": text()} for period in periods])


def test_a_series_starts_at_its_latest_break():
    found = judge(RISING, broken("2018", "2020"))
    assert (found.verdict, found.reason.params["first"]) == ("improving", "2020")
    assert told(RISING, broken("2022")) == ("not-assessed", "trend.none.short")


def test_a_break_after_the_headline_is_no_break():
    assert judge(RISING, broken("2026")).reason.params["first"] == "2016"


def test_a_doubtful_value_is_left_out():
    wild = {**RISING, "2020": 146.0}
    found = judge(wild, definition(plausible={"high": 100.0}))
    assert (found.verdict, found.reason.params["n"]) == ("improving", 9)
    doubted = definition(doubts=[{"periods": ["2020"], "areas": ["14"], "reason": text()}])
    assert judge(wild, doubted).reason.params["n"] == 9
    assert judge(wild, doubted, area="01").reason.params["n"] == 10


def test_an_empty_series_is_short():
    assert told({}) == ("not-assessed", "trend.none.short")


def test_the_trend_ends_at_the_headline_period():
    values = {**regions(*range(21)), "14": {**RISING, "2026": 0.0}}
    row = assess(values)["14"]
    assert (row.period, row.trend.reason.params["last"]) == ("2025", "2025")
    assert assess(values, as_of="2020")["14"].trend.reason.params["last"] == "2020"


def test_without_a_value_the_nation_is_not_called_a_region():
    rows = assess({**regions(*range(20)), "00": {"2024": 1.0}})
    assert rows["00"].trend.reason.key == "missing.nation"
    assert rows["25"].trend.reason.key == "missing"


def test_the_nation_has_a_trend_of_its_own():
    assert assess({**regions(*range(21)), "00": RISING})["00"].trend.verdict == "improving"
