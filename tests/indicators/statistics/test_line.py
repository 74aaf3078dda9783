"""The line of a scatter and its uncertainty: published examples, a slow second implementation, laws, errors."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy.special import stdtrit
from scipy.stats import linregress

from indicators.statistics.errors import NotFiniteError, NoVariationError, TooFewPointsError, UnequalLengthsError
from indicators.statistics.line import fit_line, line_band, slope_limits, student_quantile
from tests.oracles import slow_inequality as slow
from tests.tiers import examples

points = st.lists(st.tuples(st.integers(-50, 50), st.integers(-50, 50)), min_size=3, max_size=25).filter(
    lambda rows: all(len({row[i] for row in rows}) > 1 for i in (0, 1))
)
# Anscombe FJ. Graphs in statistical analysis. American Statistician 1973;27:17-21, first data set.
X = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5]
Y = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68]


def test_published_line():
    # Printed there: Y = 3 + 0.5 X, n = 11, standard error of the slope 0.118, sum of squares of x 110, residual sum
    # of squares 13.75.
    line = fit_line(X, Y)
    assert (line.n, line.slope, line.intercept) == (11, pytest.approx(0.5, abs=5e-4), pytest.approx(3, abs=5e-3))
    assert (line.centre, line.squares) == (9, 110)
    assert line.residual**2 * 9 == pytest.approx(13.75, abs=2e-2)
    assert line.residual / line.squares**0.5 == pytest.approx(0.118, abs=5e-4)
    low, high = slope_limits(line)
    assert high - low == pytest.approx(2 * 2.262 * 0.118, abs=2e-3)


@pytest.mark.parametrize("freedom", range(1, 41))
def test_the_quantile_is_students(freedom):
    assert student_quantile(freedom) == pytest.approx(float(stdtrit(freedom, 0.975)), rel=1e-10)


def test_printed_quantiles():
    # Any table of Student's t: 12.706 with 1 degree of freedom, 2.228 with 10, 2.093 with 19.
    assert [round(student_quantile(n), 3) for n in (1, 10, 19)] == [12.706, 2.228, 2.093]


def test_the_band_by_hand():
    # x 1 2 3, y 1 3 2: slope ½, intercept 1, residuals −½ 1 −½: s² = 1.5 / 1; t with one degree of freedom 12.706.
    line = fit_line([1, 2, 3], [1, 3, 2])
    found = line_band(line, [2, 4])
    half = [12.7062 * 1.5**0.5 * (1 / 3 + d**2 / 2) ** 0.5 for d in (0, 2)]
    wide = [12.7062 * 1.5**0.5 * (4 / 3 + d**2 / 2) ** 0.5 for d in (0, 2)]
    assert (found.places, found.fitted) == ((2, 4), pytest.approx((2, 3)))
    assert found.lower == pytest.approx((2 - half[0], 3 - half[1]), abs=1e-3)
    assert found.upper == pytest.approx((2 + half[0], 3 + half[1]), abs=1e-3)
    assert found.point_lower == pytest.approx((2 - wide[0], 3 - wide[1]), abs=1e-3)
    assert found.point_upper == pytest.approx((2 + wide[0], 3 + wide[1]), abs=1e-3)


@examples(50)
@given(points)
def test_lines_agree_with_the_slow_implementation_and_scipy(rows):
    x, y = zip(*rows, strict=True)
    line = fit_line(x, y)
    assert (line.intercept, line.slope) == pytest.approx(slow.normal_equations(x, y, [1] * len(x)), abs=1e-9)
    theirs = linregress(x, y)
    found = line_band(line, [line.centre, line.centre + 1])
    spread = [(u - lo) / 2 / line.quantile for lo, u in zip(found.lower, found.upper, strict=True)]
    low, high = slope_limits(line)
    assert (high - low) / 2 / line.quantile == pytest.approx(theirs.stderr, rel=1e-6, abs=1e-7)
    # One step from the centre the line's variance has grown by that of the slope.
    assert spread[1] ** 2 - spread[0] ** 2 == pytest.approx(theirs.stderr**2, rel=1e-6, abs=1e-9)


@examples(50)
@given(points, st.randoms(use_true_random=False), st.integers(-9, 9), st.sampled_from([0.5, 3]))
def test_order_origin_scale_and_mirror(rows, random, added, factor):
    x, y = zip(*rows, strict=True)
    one = fit_line(x, y)
    shuffled = list(zip(*random.sample(rows, len(rows)), strict=True))
    assert fit_line(*shuffled).slope == pytest.approx(one.slope, abs=1e-9)
    moved = [v * factor + added for v in y]
    assert fit_line(x, moved).slope == pytest.approx(one.slope * factor, abs=1e-9)
    assert fit_line(x, moved).residual == pytest.approx(one.residual * factor, abs=1e-6)
    mirrored = fit_line(x, [-v for v in y])
    assert (mirrored.slope, mirrored.residual) == pytest.approx((-one.slope, one.residual), abs=1e-9)


@examples(50)
@given(points, st.lists(st.integers(-80, 80), min_size=1, max_size=5))
def test_the_band_is_narrowest_at_the_centre_and_a_new_point_is_less_sure(rows, places):
    x, y = zip(*rows, strict=True)
    line = fit_line(x, y)
    assume(line.residual > 1e-6)
    found = line_band(line, [line.centre, *places])
    widths = [u - lo for lo, u in zip(found.lower, found.upper, strict=True)]
    assert min(widths) == widths[0]
    pairs = zip(found.point_lower, found.lower, found.fitted, found.upper, found.point_upper, strict=True)
    assert all(a < b < c < d < e for a, b, c, d, e in pairs)


@pytest.mark.parametrize(
    ("call", "error", "told"),
    [
        (lambda: fit_line([1, 2], [1, 2]), TooFewPointsError, "points: found 2; at least 3 needed"),
        (lambda: fit_line([1, 2, 3], [1, 2, 3, 4]), UnequalLengthsError, "lengths: found 3 and 4"),
        (lambda: fit_line([2, 2, 2], [1, 2, 3]), NoVariationError, "values: found no variation"),
        (lambda: fit_line([1, 2, float("nan")], [2, 2, 2]), NotFiniteError, "x: found nan at position 2"),
        (lambda: fit_line([1, 2, 3], [1, float("nan"), 3]), NotFiniteError, "y: found nan at position 1"),
        (lambda: line_band(fit_line(X, Y), [float("inf")]), NotFiniteError, "places: found inf at position 0"),
        (lambda: student_quantile(0), TooFewPointsError, "points: found 2; at least 3 needed"),
        (lambda: line_band(fit_line(X, Y), []), TooFewPointsError, "points: found 0"),
    ],
)
def test_what_has_no_line_is_refused_by_name(call, error, told):
    with pytest.raises(error, match=told):
        call()
