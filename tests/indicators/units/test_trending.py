"""Whether a region's own unit has become better or worse: sure, unsure, too little, and what is not judged."""

import pytest

from indicators import unit_trend
from tests.builders import definition, text
from tests.indicators.units.making import HIDDEN, row, share

KEPT = {"theme": "cancer", "weight": 2, "influence": "region", "source": "waiting", "keeper_change": "2025"}
ONE_YEAR = {**KEPT, "keeper_change": None, "over_time": "same-year-only", "over_time_reason": text()}
YEARS = ("2021", "2022", "2023", "2024", "2025")


def shares(*numerators, of=200, years=YEARS, **changes):
    return [share(x, of, period=year, **changes) for x, year in zip(numerators, years, strict=True)]


def rates(*events, people=10_000):
    return [
        row(value=x / people * 100_000, numerator=float(x), denominator=float(people), period=year)
        for x, year in zip(events, YEARS, strict=True)
    ]


def judged(rows, nation=50.0, **changes):
    found = unit_trend(definition(**changes), rows, nation)
    return found.verdict, found.reason.key


@pytest.mark.parametrize(
    ("numerators", "of", "told"),
    [
        ((80, 95, 105, 120, 140), 200, ("improving", "unit.trend.up")),
        ((140, 120, 105, 95, 80), 200, ("worsening", "unit.trend.down")),
        ((8, 9, 10, 12, 14), 20, ("unchanged", "unit.trend.unsure")),
        ((104, 99, 101, 96, 170), 200, ("unchanged", "unit.trend.fragile")),
        ((500_000, 501_500, 503_000, 504_500, 506_000), 1_000_000, ("unchanged", "unit.trend.small")),
        ((0, 0, 100, 200, 200), 200, ("not-assessed", "unit.trend.none")),
    ],
)
def test_a_share_is_judged_by_its_counts(numerators, of, told):
    assert judged(shares(*numerators, of=of)) == told


def test_a_rate_is_judged_by_its_limits_and_without_a_direction_nothing_is_better():
    rising = rates(50, 70, 90, 110, 130)
    assert judged(rising, unit="rate", direction="lower")[0] == "worsening"
    assert judged(rising, unit="rate", direction="none")[0] == "increasing"


def test_a_regions_own_limits_are_enough_and_half_of_them_are_not():
    own = [
        row(value=value, lower=value - 1, upper=value + 1, numerator=None, denominator=None, period=year)
        for value, year in zip((50.0, 52.0, 54.0, 56.0, 58.0), YEARS, strict=True)
    ]
    assert judged(own) == ("improving", "unit.trend.up")
    bare = [*own[:4], own[4]._replace(lower=None, upper=None)]
    assert judged(bare) == ("not-assessed", "unit.trend.none")


def test_only_the_last_five_years_count():
    early = shares(10, 190, years=("2019", "2020"))
    assert judged([*early, *shares(100, 100, 100, 100, 100)])[1] == "unit.trend.unsure"


def test_too_few_years_breaks_hidden_values_and_means_are_not_judged():
    rows = shares(80, 95, 105, 120, 140)
    assert judged(rows[1:]) == ("not-assessed", "trend.none.short")
    assert judged([*rows[:4], rows[4]._replace(**HIDDEN)])[1] == "trend.none.short"
    assert judged(rows, breaks=[{"period": "2023", "reason": text()}])[1] == "trend.none.short"
    assert judged(rows, signals=KEPT)[1] == "trend.none.short"
    assert judged([*rows[:4], rows[4]._replace(frequency="month", period="2025-01")])[1] == "trend.none.short"
    mean = {"kind": "multi-year-mean", "years": 4, "note": text()}
    assert judged(rows, period=mean)[1] == "trend.none.overlap"
    percent = {"basis": "percent-of-nation", "value": 5.0}
    assert judged(rows, nation=None, relevance=percent)[1] == "trend.none.threshold"


def test_a_measure_whose_years_are_not_compared_has_no_trend_of_its_units_either():
    assert judged(shares(80, 95, 105, 120, 140), signals=ONE_YEAR) == ("not-assessed", "trend.none.same-year")
