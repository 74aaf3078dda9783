"""What a change is counted from: sound, on the same side of every cut, and sharing no year; else why there is none."""

from itertools import product

import pytest

from indicators.assessment.change import judge_change
from indicators.assessment.rounding import beyond_rounding, rounding_unit
from indicators.assessment.trend import judge_trend
from tests.builders import definition, text, yearly

SIGNALS = {"theme": "cancer", "weight": 2, "influence": "region", "source": "waiting"}
MEAN = {"kind": "multi-year-mean", "years": 4, "note": text()}
HEBY = ("03", "19")


def judge(points, item=None, area="14"):
    return judge_change(item or definition(), area, tuple(sorted(points.items())))


def told(points, item=None, area="14"):
    """The period and value that are counted from, or the last part of the reason for none."""
    found = judge(points, item, area)
    params = found.reason.params
    return (params["since"], params["before"]) if found.verdict == "counted" else found.reason.key.rpartition(".")[2]


def doubting(*periods, areas=()):
    return definition(doubts=[{"periods": list(periods), "areas": list(areas), "reason": text()}])


def test_the_value_next_before_is_counted_from():
    found = judge(yearly(70, 71, 75.3))
    assert (found.verdict, found.reason.key) == ("counted", "change.counted")
    assert found.reason.params == {"since": "2024", "before": 71, "change": 4.3}


def test_a_doubted_value_is_skipped_and_named():
    found = judge(yearly(70, 71, 75), doubting("2024"))
    assert found.reason.key == "change.skipped"
    assert found.reason.params == {"since": "2023", "before": 70, "change": 5.0, "skipped": "2024"}
    assert told(yearly(70, 71, 75), doubting("2024", areas=["01"])) == ("2024", 71)
    assert told(yearly(70, 146, 75), definition(plausible={"high": 100.0})) == ("2023", 70)


def test_a_year_without_a_value_is_no_doubt():
    assert judge(yearly(70, None, 75)).reason.key == "change.counted"
    assert told(yearly(70, None, 75)) == ("2023", 70)


def test_nothing_is_counted_where_nothing_sound_is_earlier():
    assert told(yearly(75)) == "first"
    assert told({}) == "first"
    assert told(yearly(70, 75), doubting("2024")) == "doubted"
    assert told(yearly(70, 75), doubting("2025")) == "doubtful"


def test_means_that_share_a_year_are_never_held_against_each_other():
    item = definition(period=MEAN)
    assert told(yearly(1, 2, 3, 4, 5), item) == ("2021", 1)
    assert told(yearly(2, 3, 4, 5), item) == "overlap"
    assert judge(yearly(2, 3), item).reason.params == {"years": 4}
    assert told({"2020": 1, "2021": 2, "2025": 5}, item) == ("2021", 2)
    doubted = definition(period=MEAN, doubts=[{"periods": ["2021"], "reason": text()}])
    assert judge({"2020": 1, "2021": 2, "2025": 5}, doubted).reason.params["skipped"] == "2021"


@pytest.mark.parametrize(("period", "wanted"), [("2025", "break"), ("2024", ("2024", 71)), ("2026", ("2024", 71))])
def test_nothing_is_counted_across_a_break(period, wanted):
    assert told(yearly(70, 71, 75), definition(breaks=[{"period": period, "reason": text()}])) == wanted


def test_a_doubt_does_not_lead_across_a_break():
    item = definition(breaks=[{"period": "2024", "reason": text()}], doubts=[{"periods": ["2024"], "reason": text()}])
    assert told(yearly(70, 71, 75), item) == "break"


def test_nothing_is_counted_across_a_change_of_keeper():
    item = definition(signals={**SIGNALS, "keeper_change": "2025"})
    assert told(yearly(70, 71, 75), item) == "keeper"
    assert told(yearly(70, 71, last=2024), item) == ("2023", 70)
    assert told(yearly(70, 71, last=2026), item) == ("2025", 70)
    both = definition(signals={**SIGNALS, "keeper_change": "2025"}, breaks=[{"period": "2025", "reason": text()}])
    assert told(yearly(70, 71, 75), both) == "keeper"


def test_what_is_compared_within_a_year_has_no_change():
    item = definition(signals={**SIGNALS, "over_time": "same-year-only", "over_time_reason": text()})
    assert told(yearly(70, 71, 75), item) == "same-year"


@pytest.mark.parametrize("area", HEBY)
def test_a_region_that_a_municipality_moved_to_or_from_begins_anew(area):
    assert told({"2006": 1, "2007": 2}, area=area) == "area"
    assert told({"2007": 1, "2008": 2}, area=area) == ("2007", 1)
    assert told({"2006": 1, "2007": 2}) == ("2006", 1)
    assert judge({"2006": 1, "2007": 2}, area=area).reason.params == {"at": "2007", "cut": "0331"}


def test_a_mean_of_years_of_both_divisions_is_on_neither_side():
    item = definition(period={**MEAN, "years": 2})
    assert told({"2005": 1, "2007": 2}, item, "03") == "area"
    assert told({"2007": 1, "2009": 2}, item, "03") == "area"
    assert told({"2008": 1, "2010": 2}, item, "03") == ("2008", 1)


def trend(points, item, area="14", rounding=0.0):
    return judge_trend(item, area, tuple(sorted(points.items())), 80.0, rounding).reason


def test_a_trend_starts_where_a_change_may_be_counted_from():
    rising = {str(year): float(year - 1940) for year in range(2003, 2013)}
    assert trend(rising, definition(), "03").params["first"] == "2007"
    assert trend(rising, definition()).params["first"] == "2003"
    kept = definition(signals={**SIGNALS, "keeper_change": "2025"})
    assert trend(yearly(*range(70, 80)), kept).key == "trend.none.keeper"
    assert trend(yearly(*range(70, 80), last=2024), kept).key == "trend.steady.up"
    within = definition(signals={**SIGNALS, "over_time": "same-year-only", "over_time_reason": text()})
    assert trend(yearly(*range(70, 80)), within).key == "trend.none.same-year"


def test_the_rounding_of_a_source_is_seen_in_one_period():
    assert rounding_unit([3.0, 15.0, 120.0]) == 1.0
    assert rounding_unit([3.1, 15.0, 120.0]) == 0.1
    assert rounding_unit([3.14, 15.0]) == 0.0
    assert rounding_unit([]) == 0.0


@pytest.mark.parametrize(("threshold", "unit"), list(product([1.0, 2.0, 2.1], [1.0, 0.1, 0.0])))
def test_a_coarse_rounding_is_added_to_what_matters(threshold, unit):
    added = {(1.0, 1.0): 2.0, (2.0, 1.0): 3.0}.get((threshold, unit), threshold)
    assert beyond_rounding(threshold, unit) == added


def test_a_step_within_the_rounding_is_no_trend():
    slow = yearly(16, 16, 16, 16, 15, 15, 15, 15, 15, 15)
    assert trend(slow, definition(direction="lower")).key == "trend.steady.down"
    assert trend(slow, definition(direction="lower"), rounding=1.0).key == "trend.unchanged.rounding"
    two = yearly(16, 16, 16, 15, 15, 15, 14, 14, 14, 14)
    assert trend(two, definition(direction="lower"), rounding=1.0).key == "trend.steady.down"
