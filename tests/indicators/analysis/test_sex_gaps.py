"""Women beside men: difference, ratio, and who is worse off."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.analysis.sexes import sex_gap, sex_gaps
from indicators.assessment.comparison import compare
from tests.builders import definition, series


def gap(women, men, **changes):
    item = definition(**changes)
    found = series(women={"00": women, "03": women}, men={"00": men, "03": men})
    return sex_gap(item, compare(item, "F", found), compare(item, "M", found), "03", "2025")


@pytest.mark.parametrize(
    ("women", "men", "direction", "worse"),
    [
        (60.0, 50.0, "higher", "second"),
        (60.0, 50.0, "lower", "first"),
        (50.0, 60.0, "higher", "first"),
        (50.0, 60.0, "lower", "second"),
        (60.0, 50.0, "none", "first-higher"),
        (50.0, 60.0, "none", "second-higher"),
        (50.5, 50.0, "higher", "neither"),
        (50.0, 50.0, "higher", "same"),
    ],
)
def test_who_is_worse_off(women, men, direction, worse):
    assert gap(women, men, direction=direction).worse == worse


def test_difference_and_ratio_have_no_limits_without_counts():
    found = gap(60.0, 50.0)
    assert (found.gap.difference, found.gap.ratio) == (10.0, 1.2)
    assert (found.gap.lower, found.gap.ratio_lower) == (None, None)


@given(st.floats(0.1, 1000), st.floats(0.1, 1000))
def test_the_distance_is_the_same_whoever_comes_first(women, men):
    assert gap(women, men).distance == pytest.approx(gap(men, women).distance)


def test_a_value_that_cannot_be_right_makes_no_gap():
    assert gap(120.0, 50.0, plausible={"high": 100.0}) is None


def test_only_years_with_both_count():
    item = definition()
    found = series(women={"03": {"2023": 1.0, "2025": 3.0}}, men={"03": {"2024": 1.0, "2025": 2.0}})
    made = sex_gaps(item, compare(item, "F", found), compare(item, "M", found), "03")
    assert [one.period for one in made] == ["2025"]
