"""The line of a page in plain Python says just what the one on arrays says."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.special import stdtrit

from indicators.statistics.errors import NotFiniteError, NoVariationError, TooFewPointsError, UnequalLengthsError
from indicators.statistics.plain_line import plain_band, plain_line, slope_limits, student_quantile
from indicators.statistics.scatter import band, fit_line

POINTS = st.lists(
    st.tuples(st.floats(-1000, 1000).map(lambda x: round(x, 2)), st.floats(-1000, 1000)), min_size=3, max_size=21
).filter(lambda points: len({x for x, _ in points}) > 1)


@pytest.mark.parametrize("freedom", range(1, 41))
def test_the_quantile_is_students(freedom):
    assert student_quantile(freedom) == pytest.approx(float(stdtrit(freedom, 0.975)), rel=1e-10)


def test_printed_quantiles():
    """Any table of Student's t: 12.706 with 1 degree of freedom, 2.228 with 10, 2.093 with 19."""
    assert [round(student_quantile(n), 3) for n in (1, 10, 19)] == [12.706, 2.228, 2.093]


def test_by_hand():
    """x 1 2 3, y 1 2 2: centre 2, Sxx 2, Sxy 1, slope 1/2, intercept 2/3, residuals -1/6 1/3 -1/6, s = √(1/6)."""
    line = plain_line([1, 2, 3], [1, 2, 2])
    assert (line.slope, line.intercept) == (pytest.approx(0.5), pytest.approx(2 / 3))
    assert line.residual == pytest.approx(math.sqrt(1 / 6))
    low, high = slope_limits(line)
    assert high - low == pytest.approx(2 * 12.7062047 * math.sqrt(1 / 6) / math.sqrt(2))
    at_centre = plain_band(line, [2])
    assert at_centre.upper[0] - at_centre.fitted[0] == pytest.approx(12.7062047 * math.sqrt(1 / 6) / math.sqrt(3))


@given(POINTS)
def test_the_same_as_on_arrays(points):
    x, y = [a for a, _ in points], [b for _, b in points]
    plain, vector = plain_line(x, y), fit_line(x, y)
    for name in ("n", "slope", "intercept", "residual", "centre", "squares", "quantile"):
        assert getattr(plain, name) == pytest.approx(getattr(vector, name), rel=1e-7, abs=1e-6), name
    places = [min(x), sum(x) / len(x), max(x)]
    ours, theirs = plain_band(plain, places), band(vector, places)
    for name in ("places", "fitted", "lower", "upper", "point_lower", "point_upper"):
        assert getattr(ours, name) == pytest.approx(getattr(theirs, name), rel=1e-7, abs=1e-4), name


def test_bad_rows_are_refused_by_name():
    with pytest.raises(NoVariationError):
        plain_line([1, 1, 1], [1, 2, 3])
    with pytest.raises(TooFewPointsError, match="found 2"):
        plain_line([1, 2], [1, 2])
    with pytest.raises(UnequalLengthsError):
        plain_line([1, 2, 3], [1, 2])
    with pytest.raises(NotFiniteError, match="y: found nan at position 1"):
        plain_line([1, 2, 3], [1, math.nan, 3])
    with pytest.raises(NotFiniteError, match="places"):
        plain_band(plain_line([1, 2, 3], [1, 2, 2]), [math.inf])
    with pytest.raises(TooFewPointsError):
        student_quantile(0)
