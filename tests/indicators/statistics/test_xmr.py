"""XmR charts: a published example, each rule by hand exactly once, a slow second implementation, laws."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.statistics.xmr import xmr
from indicators.statistics.xmr_records import XmrSettings, XmrSignal
from tests.oracles import slow_xmr as slow
from tests.tiers import examples

LOANS = [310, 288, 297, 298, 307, 303, 294, 297, 308, 306, 294, 299, 297, 299, 314, 295, 293, 306, 301, 304]
series = st.lists(st.integers(-50, 50), min_size=12, max_size=40)


def months(n, start=2020 * 12):
    return [f"{(start + i) // 12}-{(start + i) % 12 + 1:02d}" for i in range(n)]


def chart(values, **more):
    return xmr(months(len(values)), values, **more)


def test_published_example():
    # Montgomery, Introduction to statistical quality control, 6th ed., example 6.5, cost of processing mortgage loans:
    # mean 300.5, mean moving range 7.79, limits 279.78 and 321.22, and nothing out of control.
    found = chart(LOANS)
    (segment,) = found.segments
    assert (segment.first, segment.last, segment.rebase) == (0, 19, None)
    assert segment.limits.centre == pytest.approx(300.5)
    assert segment.limits.moving_range == pytest.approx(7.79, abs=5e-3)
    assert (segment.limits.lower, segment.limits.upper) == pytest.approx((279.78, 321.22), abs=5e-3)
    assert segment.limits.screened == 0
    assert found.moving_ranges[:4] == (None, 22, 9, 1)
    assert (found.signals, found.assurance) == ((), None)
    assert found.periods[:2] == ("2020-01", "2020-02")


# Every series below is worked by hand: in each, one rule is met exactly once and no other, or none is.
UP_AND_DOWN = [1, -1] * 6


def test_up_and_down_has_no_cause():
    # Moving ranges all 2: limits ± 5.32.
    assert chart(UP_AND_DOWN).signals == ()
    assert chart(UP_AND_DOWN).segments[0].limits.upper == pytest.approx(5.32)


def test_one_point_outside():
    # Moving ranges 2 · 11 and 14 twice: mean 50/13 = 3.85, and 14 is above 3.267 · 3.85 = 12.57: screened, mean 2.
    # Centre 12/14 = 0.86: limits 6.18 and −4.46.
    values = [1, -1, 1, -1, 1, -1, 13, -1, 1, -1, 1, -1, 1, -1]
    found = chart(values)
    assert found.signals == (XmrSignal("outside", "high", (6,)),)
    assert (found.segments[0].limits.screened, found.segments[0].limits.moving_range) == (2, 2)
    assert found.segments[0].limits.upper == pytest.approx(12 / 14 + 5.32)
    assert chart([-value for value in values]).signals == (XmrSignal("outside", "low", (6,)),)


def test_a_point_outside_is_not_in_the_outer_third_too():
    # Moving ranges 2 · 10, 14 (screened), 6, 6: mean 32/12, centre 20/14: limits 8.52 and −5.66, outer third from 6.16.
    values = [1, -1, 1, -1, 1, -1, 13, 7, 1, -1, 1, -1, 1, -1]
    assert chart(values).signals == (XmrSignal("outside", "high", (6,)),)


def test_seven_in_a_row_on_one_side():
    # Sum 0; moving ranges 4 5 4 2 2 2 2 2 2 4 5 4 5: mean 43/13 = 3.31, limits ± 8.80, outer third from 5.87.
    values = [-2, 2, -3, 1, 3, 1, 3, 1, 3, 1, -3, 2, -2, -7]
    found = chart(values)
    (signal,) = found.signals
    assert signal == XmrSignal("one-side", "high", (3, 4, 5, 6, 7, 8, 9))
    assert chart([-value for value in values]).signals == (XmrSignal("one-side", "low", signal.points),)
    # One shorter, and the run says nothing; one asked for less, and it does again.
    shorter = [*values[:3], -1, *values[4:]]
    assert [each.rule for each in chart(shorter).signals] == []
    asked = chart(shorter, settings=XmrSettings(one_side=6))
    assert [each.rule for each in asked.signals] == ["one-side"]


def test_a_point_on_the_centre_ends_a_run():
    # Moving ranges sum to 36 of 17: limits ± 5.63, outer third from 3.76.
    values = [3, 1, 3, 1, 0, 3, 1, 3, 1, -3, -1, -3, -1, 0, -3, -1, -3, -1]
    assert chart(values).signals == ()
    for factor, added in ((0.1, 0.7), (0.1, 3.3), (0.7, 1.1), (1 / 3, 0.1)):
        assert chart([value * factor + added for value in values]).signals == ()


def test_seven_in_a_row_rising():
    values = [3, -3, 3, -3, -2, -1, 0, 1, 2, 3, -3, 3, -3]
    # The rise from −3 at position 3 to 3 at 9 is seven points, six steps. Moving ranges 6 6 6 1·6 6 6 6: mean 3.5.
    assert chart(values).signals == (XmrSignal("trend", "rising", (3, 4, 5, 6, 7, 8, 9)),)
    assert chart([-value for value in values]).signals == (XmrSignal("trend", "falling", (3, 4, 5, 6, 7, 8, 9)),)
    level = [3, -3, 3, -3, -2, -1, -1, 1, 2, 3, -3, 3, -3]
    assert chart(level).signals == ()
    assert chart(level, settings=XmrSettings(trend=4)).signals == (XmrSignal("trend", "rising", (6, 7, 8, 9)),)


def test_two_of_three_in_the_outer_third():
    values = [1, -1, 1, -1, 1, -1, 5, 6, 5, -1, 1, -1, 1, -1, 1, -1, 1, -1]
    # 2 · 13, 6, 1, 1, 6: mean 40/17 = 2.35, centre 15/18: limits 7.09 and −5.43, outer third from 5.01: one, no two.
    assert chart(values).signals == ()
    values[6] = 6
    # 2 · 13, 7, 0, 1, 6: mean 40/17, centre 16/18 = 0.89: limits 7.15 and −5.37, outer third from 5.06: two.
    assert chart(values).signals == (XmrSignal("outer-third", "high", (6, 7)),)
    assert chart([-value for value in values]).signals == (XmrSignal("outer-third", "low", (6, 7)),)
    assert chart(values, settings=XmrSettings(outer=3)).signals == ()
    # A month missing between the two: mean 40/16, outer third from 5.32, and no window reaches over the gap.
    gap = months(19)
    del gap[7]
    assert xmr(gap, values).signals == ()


@examples(80)
@given(series)
def test_limits_and_flagged_points_agree_with_the_slow_implementation(values):
    found = chart(values)
    centre, lower, upper, screened = slow.limits(values)
    limits = found.segments[0].limits
    expected = (float(centre), float(lower), float(upper))
    assert (limits.centre, limits.lower, limits.upper) == pytest.approx(expected, rel=1e-9, abs=1e-9)
    assert limits.screened == screened
    touched = {rule: set() for rule in ("outside", "one-side", "trend", "outer-third")}
    for signal in found.signals:
        touched[signal.rule] |= set(signal.points)
    assert touched == slow.flagged(values)


@examples(50)
@given(series, st.integers(2, 5), st.integers(2, 5), st.integers(2, 3), st.integers(3, 5))
def test_run_lengths_are_settings(values, one_side, trend, outer, outer_of):
    lengths = {"one_side": one_side, "trend": trend, "outer": outer, "outer_of": outer_of}
    touched = {rule: set() for rule in ("outside", "one-side", "trend", "outer-third")}
    for signal in chart(values, settings=XmrSettings(**lengths)).signals:
        touched[signal.rule] |= set(signal.points)
    assert touched == slow.flagged(values, **lengths)


TURNED = {"high": "low", "low": "high", "rising": "falling", "falling": "rising"}


@examples(50)
@given(series, st.integers(-100, 100), st.sampled_from([0.1, 7, 1000]))
def test_origin_scale_and_sign_change_no_signal(values, added, factor):
    def told(numbers):
        return {(each.rule, each.towards, each.points) for each in chart(numbers).signals}

    one = told(values)
    assert told([value * factor + added for value in values]) == one
    assert told([-value for value in values]) == {(rule, TURNED[towards], points) for rule, towards, points in one}


@examples(30)
@given(series)
def test_reading_backwards_turns_trends_and_nothing_else(values):
    n = len(values)

    def told(numbers):
        return {(each.rule, each.towards, each.points) for each in chart(numbers).signals}

    turned = {
        (rule, TURNED[towards] if rule == "trend" else towards, tuple(n - 1 - place for place in reversed(points)))
        for rule, towards, points in told(values)
    }
    assert told(values[::-1]) == turned


@pytest.mark.parametrize("value", [0.1, 1 / 3, 1e9 + 0.1])
def test_equal_values_have_no_cause_whatever_their_rounding(value):
    found = chart([value] * 13)
    assert (found.signals, found.segments[0].limits.moving_range) == ((), 0)
    stepped = chart([value] * 6 + [value + 1] * 7)
    # One step between two flat stretches is not screened away: limits ± 2.66 / 12 around 7/13.
    assert stepped.segments[0].limits.screened == 0
    assert Fraction(stepped.segments[0].limits.moving_range).limit_denominator(50) == Fraction(1, 12)
