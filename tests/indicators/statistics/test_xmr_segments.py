"""XmR charts: re-bases, gaps between months, weeks, assurance against a target, errors."""

import pytest

from indicators.statistics.errors import (
    NotFiniteError,
    PeriodsError,
    RebaseError,
    SettingError,
    TooFewPointsError,
    UnequalLengthsError,
    UnknownOperatorError,
)
from indicators.statistics.xmr import xmr
from indicators.statistics.xmr_records import Rebase, XmrSettings

UP_AND_DOWN = [11, 9] * 6
MONTHS = [f"{2020 + i // 12}-{i % 12 + 1:02d}" for i in range(36)]
MOVED = Rebase("2021-01", "2021-02-15", "New way of counting first visits")


def test_without_a_documented_decision_a_step_is_a_signal_and_never_new_limits():
    values = [*UP_AND_DOWN, *(value + 20 for value in UP_AND_DOWN)]
    found = xmr(MONTHS[:24], values)
    assert len(found.segments) == 1
    assert {signal.rule for signal in found.signals} >= {"one-side"}
    rebased = xmr(MONTHS[:24], values, rebases=[MOVED])
    assert rebased.signals == ()
    assert [(each.first, each.last, each.rebase) for each in rebased.segments] == [(0, 11, None), (12, 23, MOVED)]
    assert [each.limits.centre for each in rebased.segments] == [10, 30]
    assert rebased.moving_ranges[12] is None
    assert found.moving_ranges[12] == 22


def test_signals_are_told_by_their_place_in_the_whole_series():
    values = [*UP_AND_DOWN, *(value + 20 for value in UP_AND_DOWN)]
    # Moving ranges 2 · 9 and 13 twice: mean 4, centre 30.92, upper limit 41.56.
    values[20] = 42
    (signal,) = xmr(MONTHS[:24], values, rebases=[MOVED]).signals
    assert (signal.rule, signal.points) == ("outside", (20,))


def test_a_segment_that_is_still_short_has_no_limits_and_no_signals():
    found = xmr(MONTHS[:18], [*UP_AND_DOWN, *[90] * 6], rebases=[MOVED], target=(">=", 1))
    assert found.segments[1].limits is None
    assert (found.signals, found.assurance) == ((), None)


def test_a_missing_month_ends_runs_and_has_no_moving_range():
    values = [9, 11, 9, 11, 9, 12, 12.5, 12, 12.5, 12, 12.5, 12, 9, 8.5, 9, 8.5]
    whole = xmr(MONTHS[:16], values)
    assert [signal.rule for signal in whole.signals] == ["one-side"]
    gap = xmr([*MONTHS[:8], *MONTHS[9:17]], values)
    assert gap.signals == ()
    assert gap.moving_ranges[8] is None
    assert gap.moving_ranges[7] == 0.5
    rising = [3, -3, 3, -3, -2, -1, 0, 1, 2, 3, -3, 3, -3]
    assert [signal.rule for signal in xmr(MONTHS[:13], rising).signals] == ["trend"]
    assert xmr([*MONTHS[:7], *MONTHS[8:14]], rising).signals == ()


def test_series_of_gaps_have_no_limits():
    found = xmr(MONTHS[:24:2], UP_AND_DOWN)
    assert found.segments[0].limits is None
    assert set(found.moving_ranges) == {None}


def test_weeks_follow_each_other_over_the_turn_of_the_year():
    weeks = ["2020-W51", "2020-W52", "2020-W53", *(f"2021-W{week:02d}" for week in range(1, 10))]
    assert xmr(weeks, UP_AND_DOWN).moving_ranges[1:] == (2,) * 11


@pytest.mark.parametrize(
    ("target", "expected"),
    # Centre 10, moving ranges 2: limits 4.68 and 15.32.
    [
        ((">=", 4.5), "always-met"),
        ((">=", 15.5), "always-missed"),
        ((">=", 10), "by-chance"),
        (("<=", 15.5), "always-met"),
        (("<=", 4.5), "always-missed"),
        (("<", 15.0), "by-chance"),
        ((">", 0), "always-met"),
    ],
)
def test_assurance_from_the_limits(target, expected):
    assert xmr(MONTHS[:12], UP_AND_DOWN, target=target).assurance == expected


def test_assurance_is_the_last_segments():
    values = [*UP_AND_DOWN, *(value + 20 for value in UP_AND_DOWN)]
    assert xmr(MONTHS[:24], values, rebases=[MOVED], target=(">=", 20)).assurance == "always-met"
    assert xmr(MONTHS[:12], UP_AND_DOWN, target=(">=", 20)).assurance == "always-missed"


def test_limits_are_drawn_no_further_than_values_can_be():
    found = xmr(MONTHS[:12], [1, 9] * 6, bounds=(0, None), target=(">=", 0))
    assert found.segments[0].limits.lower == 0
    assert found.segments[0].limits.upper == pytest.approx(5 + 2.66 * 8)
    assert found.assurance == "always-met"
    assert xmr(MONTHS[:12], [1, 9] * 6, bounds=(None, 10)).segments[0].limits.upper == 10


def test_a_window_longer_than_the_series_finds_nothing():
    assert xmr(MONTHS[:12], UP_AND_DOWN, settings=XmrSettings(outer_of=20)).signals == ()


def rebased(start):
    return xmr(MONTHS[:12], UP_AND_DOWN, rebases=[Rebase(start, "2021-01-01", "cause")])


@pytest.mark.parametrize(
    ("call", "error", "told"),
    [
        (lambda: xmr(MONTHS[:11], [1] * 11), TooFewPointsError, "points: found 11; at least 12 needed"),
        (lambda: xmr(MONTHS[:12], [1] * 13), UnequalLengthsError, "lengths: found 12 and 13"),
        (lambda: xmr(MONTHS[:12], [1] * 11 + [float("nan")]), NotFiniteError, "values: found nan at position 11"),
        (lambda: xmr([*MONTHS[:11], "2020-13"], UP_AND_DOWN), PeriodsError, "periods: found '2020-13'; a month as"),
        (lambda: xmr([*MONTHS[:11], "2020"], UP_AND_DOWN), PeriodsError, "periods: found '2020'; a month as"),
        (lambda: xmr([*MONTHS[:11], "2021-W54"], UP_AND_DOWN), PeriodsError, "found '2021-W54'; either months or"),
        (lambda: xmr(["2021-W54"] * 12, UP_AND_DOWN), PeriodsError, "found '2021-W54'; a month as 2025-07 or a week"),
        (lambda: xmr([*MONTHS[:11], MONTHS[10]], UP_AND_DOWN), PeriodsError, "'2020-11'; each period once, in order"),
        (lambda: xmr(MONTHS[:12][::-1], UP_AND_DOWN), PeriodsError, "found '2020-11'; each period once, in order"),
        (lambda: rebased("2020-01"), RebaseError, "re-base: found '2020-01'; must start at a period of the series"),
        (lambda: rebased("2031-01"), RebaseError, "re-base: found '2031-01'; must start at a period of the series"),
        (lambda: Rebase("2020-05", "2020-06-01", " "), RebaseError, "found ' '; its cause must be written down"),
        (lambda: Rebase("2020-05", "", "cause"), RebaseError, "found ''; its date must be written down"),
        (
            lambda: xmr(MONTHS[:24], UP_AND_DOWN * 2, rebases=[MOVED, MOVED]),
            RebaseError,
            "found '2021-01'; only one may start at a period",
        ),
        (lambda: xmr(MONTHS[:12], UP_AND_DOWN, target=("=", 1)), UnknownOperatorError, "operator: found '='"),
        (lambda: XmrSettings(one_side=1), SettingError, "one_side: found 1; must be at least 2"),
        (lambda: XmrSettings(outer=4), SettingError, "outer_of: found 3; must be at least 4, as outer"),
    ],
)
def test_what_has_no_chart_is_refused_by_name(call, error, told):
    with pytest.raises(error, match=told):
        call()
