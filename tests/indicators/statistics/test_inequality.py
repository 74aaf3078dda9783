"""Two groups, the ends of several and the attributable fraction: published and hand-worked examples, laws, errors."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.statistics.errors import (
    CountsDisagreeError,
    DenominatorError,
    NotFiniteError,
    NumeratorError,
    SettingError,
    TooFewPointsError,
    UnequalLengthsError,
    UnknownChoiceError,
    ZeroReferenceError,
)
from indicators.statistics.inequality import GroupFigure, attributable_fraction, ends, is_too_few, two_groups

counts = st.integers(1, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


def group(x, n, per=100.0):
    return GroupFigure(x / n * per, x, n)


@pytest.mark.parametrize(
    ("first", "second", "lower", "upper"),
    # Newcombe RG. Statistics in Medicine 1998;17:873-890, table II, method 10, contrasts a to h.
    [
        ((56, 70), (48, 80), 0.0524, 0.3339),
        ((9, 10), (3, 10), 0.1705, 0.8090),
        ((6, 7), (2, 7), 0.0582, 0.8062),
        ((5, 56), (0, 29), -0.0381, 0.1926),
        ((0, 10), (0, 20), -0.1611, 0.2775),
        ((0, 10), (0, 10), -0.2775, 0.2775),
        ((10, 10), (0, 20), 0.6791, 1.0000),
        ((10, 10), (0, 10), 0.6075, 1.0000),
    ],
)
def test_published_differences_of_shares(first, second, lower, upper):
    found = two_groups(group(*first), group(*second), "share")
    assert (found.lower, found.upper) == pytest.approx((lower * 100, upper * 100), abs=5e-3)
    assert found.difference == pytest.approx(first[0] / first[1] * 100 - second[0] / second[1] * 100)
    assert found.difference_method == "newcombe"


def test_published_ratio_of_shares():
    # Agresti, Categorical data analysis: the Physicians' Health Study, heart attacks on placebo 189 of 11 034 and on
    # aspirin 104 of 11 037; relative risk 1.82, 95 % 1.43 to 2.30 (2.306 with all decimals).
    found = two_groups(group(189, 11034), group(104, 11037), "share")
    assert (found.ratio, found.ratio_lower, found.ratio_upper) == pytest.approx((1.82, 1.43, 2.305), abs=5e-3)
    assert found.ratio_method == "log"


def test_rates_by_hand():
    # 20 of 1000 against 10 of 1000. Log: variance 1/20 + 1/10 = 0.15, factor e^(1.96 · 0.3873) = 2.136.
    found = two_groups(group(20, 1000, 1000), group(10, 1000, 1000), "rate", per=1000)
    assert (found.difference, found.ratio) == (pytest.approx(10), pytest.approx(2))
    assert (found.ratio_lower, found.ratio_upper) == pytest.approx((2 / 2.136, 2 * 2.136), abs=1e-3)
    # Byar's limits, as in every table of them: 20 has 12.21 to 30.89, 10 has 4.79 to 18.39.
    assert found.lower == pytest.approx(10 - math.hypot(20 - 12.21, 18.39 - 10), abs=2e-2)
    assert found.upper == pytest.approx(10 + math.hypot(30.89 - 20, 10 - 4.79), abs=2e-2)
    assert found.difference_method == "square-and-add"


def test_without_counts_there_is_no_interval():
    expected = (5, None, None, None, pytest.approx(80 / 75), None, None, None)
    for kind in ("share", "rate", "value"):
        for first in (GroupFigure(80), GroupFigure(80, numerator=8), GroupFigure(80, denominator=10)):
            found = two_groups(first, GroupFigure(75), kind)
            assert tuple(getattr(found, name) for name in found.__slots__) == expected
    assert two_groups(group(8, 10), group(6, 8), "value").lower is None
    assert two_groups(GroupFigure(3), GroupFigure(0)).ratio is None


def test_ratios_that_have_no_limits():
    assert two_groups(group(0, 10), group(5, 10), "share").ratio == 0
    for first, second in (((0, 10), (5, 10)), ((5, 10), (0, 10)), ((10, 10), (7, 7))):
        found = two_groups(group(*first), group(*second), "share")
        assert (found.ratio_lower, found.ratio_upper, found.ratio_method) == (None, None, None)
        assert found.lower is not None


@given(counts, counts, st.sampled_from(["share", "rate"]))
def test_turning_the_groups_round_turns_the_gap(one, other, kind):
    found, turned = (two_groups(group(*a), group(*b), kind) for a, b in ((one, other), (other, one)))
    assert (turned.lower, turned.upper) == pytest.approx((-found.upper, -found.lower))
    assert found.lower - 1e-9 <= found.difference <= found.upper + 1e-9
    if found.ratio_lower is not None:
        assert turned.ratio_upper == pytest.approx(1 / found.ratio_lower)
        assert found.ratio_lower <= found.ratio <= found.ratio_upper


@given(counts, counts)
def test_counting_those_without_turns_the_difference_of_shares(one, other):
    found = two_groups(group(*one), group(*other), "share")
    without = two_groups(*(group(n - x, n) for x, n in (one, other)), "share")
    assert (without.lower, without.upper) == pytest.approx((-found.upper, -found.lower), abs=1e-7)


@given(counts, counts, st.sampled_from(["share", "rate"]))
def test_what_values_are_per_scales_differences_and_not_ratios(one, other, kind):
    found = two_groups(group(*one), group(*other), kind)
    scaled = two_groups(group(*one, 1000), group(*other, 1000), kind, per=1000)
    assert (scaled.lower, scaled.upper) == pytest.approx((found.lower * 10, found.upper * 10))
    assert (scaled.ratio, scaled.ratio_lower) == (found.ratio, found.ratio_lower)


def test_ordered_groups_are_compared_between_their_ends():
    groups = [group(30, 100), group(1, 100), group(20, 100)]
    assert ends(groups, "share") == two_groups(groups[0], groups[2], "share")
    with pytest.raises(TooFewPointsError, match="points: found 1; at least 2 needed"):
        ends(groups[:1])


def test_attributable_fraction_by_hand():
    # Deaths per 1000 by education: (12 · 2 + 8 · 5 + 5 · 3) / 10 = 7.9, and (7.9 − 5) / 7.9 = 0.367.
    assert attributable_fraction([12, 8, 5], [2, 5, 3], higher=False) == pytest.approx(2.9 / 7.9)
    assert attributable_fraction([12, 8, 5], [2, 5, 3], higher=False, reference=1) == pytest.approx(-0.1 / 7.9)
    # Survival: (60 + 80) / 2 = 70, and (80 − 70) / 70.
    assert attributable_fraction([60, 80], [1, 1], higher=True) == pytest.approx(1 / 7)


@given(st.floats(0.01, 0.99), st.floats(0.1, 50), st.floats(0.001, 10))
def test_two_groups_have_levins_fraction(exposed, ratio, rate):
    found = attributable_fraction([rate * ratio, rate], [exposed, 1 - exposed], higher=False)
    assert found == pytest.approx(exposed * (ratio - 1) / (1 + exposed * (ratio - 1)), abs=1e-9)


@given(st.lists(st.tuples(st.floats(0.1, 99), st.floats(0.1, 9)), min_size=2, max_size=6), st.floats(0.1, 9))
def test_attributable_fraction_knows_no_scale_and_turns_with_the_direction(groups, factor):
    values, people = zip(*groups, strict=True)
    found = attributable_fraction(values, people, higher=False)
    assert found == -attributable_fraction(values, people, higher=True)
    scaled = attributable_fraction([v * factor for v in values], [n * 7 for n in people], higher=False)
    assert scaled == pytest.approx(found, abs=1e-9)
    shuffled = [*values[-2::-1], values[-1]], [*people[-2::-1], people[-1]]
    assert attributable_fraction(*shuffled, higher=False) == pytest.approx(found, abs=1e-9)


@pytest.mark.parametrize(
    ("numerator", "denominator", "expected"),
    [(10, 30, False), (9, 30, True), (10, 29, True), (None, 30, False), (9, None, True), (None, None, False)],
)
def test_too_few_to_be_shown_by_region(numerator, denominator, expected):
    assert is_too_few(numerator, denominator) is expected


OK = GroupFigure(50, 5, 10)


@pytest.mark.parametrize(
    ("call", "error", "told"),
    [
        (lambda: two_groups(OK, OK, "odds"), UnknownChoiceError, "kind: found 'odds'; allowed share, rate, value"),
        (lambda: two_groups(OK, OK, "share", per=0), SettingError, "per: found 0; must be above 0"),
        (lambda: two_groups(OK, OK, "share", z=-1), SettingError, "z: found -1; must be above 0"),
        (lambda: two_groups(OK, GroupFigure(math.nan)), NotFiniteError, "groups: found nan at position 1"),
        (lambda: two_groups(OK, GroupFigure(1, 1, 0), "rate"), DenominatorError, "found 0 at position 1; must be abo"),
        (lambda: two_groups(GroupFigure(110, 11, 10), OK, "share"), NumeratorError, "found 11 at position 0; must be"),
        (lambda: two_groups(GroupFigure(-10, -1, 10), OK, "rate"), NumeratorError, "found -1 at position 0; must be 0"),
        (lambda: two_groups(GroupFigure(1, math.inf, 9), OK, "rate"), NumeratorError, "numerators: found inf"),
        (
            lambda: two_groups(OK, GroupFigure(51, 5, 10), "share"),
            CountsDisagreeError,
            "value: found 51, but its counts make 50",
        ),
        (lambda: attributable_fraction([1], [1], higher=True), TooFewPointsError, "points: found 1; at least 2"),
        (lambda: attributable_fraction([1, 2], [1], higher=True), UnequalLengthsError, "lengths: found 2 and 1"),
        (lambda: attributable_fraction([1, math.inf], [1, 1], higher=True), NotFiniteError, "found inf at position 1"),
        (lambda: attributable_fraction([1, 2], [1, 0], higher=True), DenominatorError, "found 0 at position 1"),
        (lambda: attributable_fraction([0, 0], [1, 1], higher=True), ZeroReferenceError, "reference: found 0"),
        (lambda: attributable_fraction([1, 2], [1, 1], higher=True, reference=2), SettingError, "reference: found 2"),
    ],
)
def test_groups_that_cannot_be_compared_are_refused_by_name(call, error, told):
    with pytest.raises(error, match=told):
        call()
