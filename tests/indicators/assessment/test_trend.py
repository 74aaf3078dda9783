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
    assert told(RISING, item) == (rising, "trend.steady.up")
    assert told(FALLING, item) == (falling, "trend.steady.down")


def test_what_is_told_are_the_published_ends_and_not_a_slope():
    uneven = yearly(*range(70, 79), 84)
    assert judge(uneven).reason.params == {
        "first": "2016",
        "last": "2025",
        "from": 70,
        "to": 84,
        "prior": "2024",
        "before": 78,
        "step": 6,
        "change": 14.0,
        "n": 10,
        "relevance": 1.0,
        "threshold": 1.0,
        "leap": None,
    }


def test_a_steady_series_whose_last_year_went_the_other_way():
    up, down = yearly(*range(70, 79), 77), yearly(*range(80, 71, -1), 73)
    assert told(up) == ("improving", "trend.steady.up.turned")
    assert told(down) == ("worsening", "trend.steady.down.turned")
    assert told(up, needing(0.9)) == ("turned", "trend.turned.improving.down")
    assert told(down, needing(0.9)) == ("turned", "trend.turned.worsening.up")
    assert told(yearly(*range(70, 79), 78)) == ("improving", "trend.steady.up")


def test_the_last_ten_values_are_looked_at():
    falling_then_rising = yearly(*range(99, 89, -1), *range(70, 80))
    assert told(falling_then_rising)[0] == "improving"
    assert judge(falling_then_rising).reason.params["first"] == "2016"


def test_a_series_that_turns_is_unchanged():
    assert told(yearly(70, 75, 71, 76, 70, 75, 71, 74)) == ("unchanged", "trend.unchanged.unsteady")
    assert told(yearly(*[80.0] * 10)) == ("unchanged", "trend.unchanged.unsteady")


def test_five_values_are_enough_and_four_are_not():
    assert told(yearly(70, 72, 74, 76, 78)) == ("improving", "trend.steady.up")
    found = judge(yearly(70, 72, 74, 76))
    assert (found.verdict, found.reason.key) == ("not-assessed", "trend.none.short")
    assert found.reason.params == {"n": 4, "fewest": 5}


def needing(threshold):
    """A definition by which a change of `threshold` matters."""
    return definition(relevance={"basis": "unit", "value": threshold})


def test_a_small_change_is_unchanged():
    small = yearly(*(70 + 0.1 * step for step in range(10)))
    assert told(small) == ("unchanged", "trend.unchanged.small")
    assert told(small, needing(0.91)) == ("unchanged", "trend.unchanged.small")
    assert told(small, needing(0.9)) == ("improving", "trend.steady.up")


def test_a_change_as_large_as_the_threshold_is_not_less_than_it():
    values = yearly(81.3, 81.4, 81.6, 81.5, 81.7, 81.8, 82.0, 82.1, 82.6, 81.6)
    assert told(values, needing(1.0)) == ("unchanged", "trend.unchanged.small")
    assert told(values, needing(0.3))[0] == "turned"
    assert judge(values, needing(0.3)).reason.params["change"] == 0.3
    assert told({**values, "2025": 82.3}, needing(0.3)) == ("improving", "trend.steady.up.turned")


def test_ends_far_apart_are_not_called_a_small_change():
    slow = yearly(60.0, *(70 + 0.05 * step for step in range(9)))
    assert told(slow) == ("unchanged", "trend.unchanged.uneven")
    assert judge(slow).reason.params["change"] == 10.4
    assert told(yearly(70.2, *(70 + 0.05 * step for step in range(9)))) == ("unchanged", "trend.unchanged.small")


def test_ends_that_go_against_the_years_between_are_no_trend():
    found = judge(yearly(90, *range(70, 79)))
    assert (found.verdict, found.reason.key) == ("unchanged", "trend.unchanged.fragile")
    assert found.reason.params["change"] == -12.0


def test_small_is_measured_by_the_nation():
    item = definition(relevance=percent_of_nation(5.0))
    assert told(RISING, item, nation=80.0) == ("improving", "trend.steady.up")
    assert told(RISING, item, nation=200.0) == ("unchanged", "trend.unchanged.small")
    assert told(RISING, item, nation=None) == ("not-assessed", "trend.none.threshold")


@pytest.mark.parametrize("values", [yearly(70, 75, 71, 76, 70, 75), yearly(*[80.0] * 6, 90.0)])
def test_without_a_threshold_nothing_is_called_unchanged_or_a_leap(values):
    item = definition(relevance=percent_of_nation(5.0))
    assert told(values, item, nation=None) == ("not-assessed", "trend.none.threshold")
    assert told(values, item, nation=80.0)[1] != "trend.none.threshold"


STILL = (80.0, 80.5, 79.5, 80.0, 80.2, 79.8, 80.0)


@pytest.mark.parametrize("step", [5.0, -5.0])
def test_a_last_step_wider_than_all_years_before_is_a_leap(step):
    found = judge(yearly(*STILL, 80.0 + step))
    assert (found.verdict, found.reason.key) == ("not-assessed", f"trend.none.leap.{'up' if step > 0 else 'down'}")
    params = found.reason.params
    assert (params["leap"], params["before"], params["to"]) == (step, 80.0, 80.0 + step)


def test_a_step_as_wide_as_the_years_before_is_no_leap():
    assert told(yearly(*STILL, 81.0)) == ("unchanged", "trend.unchanged.unsteady")
    assert told(yearly(*STILL, 81.1)) == ("not-assessed", "trend.none.leap.up")


def test_a_leap_is_at_least_the_threshold():
    leaping = yearly(*STILL, 85.0)
    assert told(leaping, needing(5.0)) == ("not-assessed", "trend.none.leap.up")
    assert told(leaping, needing(5.1)) == ("unchanged", "trend.unchanged.unsteady")
    assert judge(leaping, needing(5.1)).reason.params["leap"] is None


def test_a_leap_the_way_a_steady_series_went_is_part_of_its_trend():
    found = judge(yearly(70, 70.5, 71, 71.5, 72, 80))
    assert (found.verdict, found.reason.key) == ("improving", "trend.steady.up")
    assert found.reason.params["leap"] == 8.0


def test_a_leap_against_a_steady_series_stops_its_trend():
    falling = [80 - 0.1 * step for step in range(9)]
    assert told(yearly(*falling, 79.3), needing(0.1))[0] == "worsening"
    assert told(yearly(*falling, 85.0), needing(0.1)) == ("not-assessed", "trend.none.leap.up")


def test_a_step_over_a_year_without_value_is_no_leap():
    found = judge(yearly(*STILL, None, 85.0))
    assert (found.reason.key, found.reason.params["leap"]) == ("trend.unchanged.unsteady", None)


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
    assert told(RISING, broken("2022")) == ("not-assessed", "trend.none.break")


def test_a_break_after_the_headline_is_no_break():
    assert judge(RISING, broken("2026")).reason.params["first"] == "2016"


def test_a_doubtful_value_is_left_out():
    wild = {**RISING, "2020": 146.0}
    found = judge(wild, definition(plausible={"high": 100.0}))
    assert (found.verdict, found.reason.params["n"]) == ("improving", 9)
    doubted = definition(doubts=[{"periods": ["2020"], "areas": ["14"], "reason": text()}])
    assert judge(wild, doubted).reason.params["n"] == 9
    assert judge(wild, doubted, area="01").reason.params["n"] == 10


def test_a_series_that_ends_in_a_doubtful_value_is_not_judged():
    assert told({**RISING, "2025": 146.0}, definition(plausible={"high": 100.0})) == (
        "not-assessed",
        "trend.none.doubtful",
    )
    doubted = definition(doubts=[{"periods": ["2025"], "areas": ["14"], "reason": text()}])
    assert told(RISING, doubted) == ("not-assessed", "trend.none.doubtful")
    assert told(RISING, doubted, area="01") == ("improving", "trend.steady.up")


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
