"""Two indicators against each other: who has both, their middle, and the line with its band."""

import pytest

from indicators.analysis.association import FEWEST_AREAS, associate

# Anscombe FJ. Graphs in statistical analysis. Am Stat 1973;27:17-21, first set: y = 3.00 + 0.500 x.
X = dict(zip("abcdefghijk", [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5], strict=True))
Y = dict(
    zip("abcdefghijk", [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68], strict=True),
)


def test_only_areas_with_both_are_held_in_the_order_asked_for():
    found = associate({"a": 1.0, "b": 2.0, "c": 3.0}, {"c": 30.0, "b": 20.0, "d": 40.0}, "dcba")
    assert found.areas == ("c", "b")
    assert (dict(found.x), dict(found.y)) == ({"c": 3.0, "b": 2.0}, {"c": 30.0, "b": 20.0})
    assert found.middle == (2.5, 25.0)


def test_a_published_line():
    line = associate(X, Y, X).line
    assert (line.n, line.slope) == (11, pytest.approx(0.500, abs=5e-4))
    # The slope's printed standard error is 0.118; Student's 97.5 % with 9 degrees of freedom 2.262.
    assert (line.most - line.least) / 2 == pytest.approx(2.262 * 0.118, abs=2e-3)
    assert line.places == tuple(sorted(X.values()))
    assert line.fitted[0] == pytest.approx(3.00 + 0.500 * 4, abs=5e-3)
    assert all(low < at < high for low, at, high in zip(line.lower, line.fitted, line.upper, strict=True))
    assert line.upper[0] - line.lower[0] > line.upper[5] - line.lower[5]


def test_where_no_line_can_be_there_is_none():
    assert associate(dict.fromkeys("abc", 2.0), Y, "abc").line is None
    assert associate(X, Y, "ab").line is None
    assert FEWEST_AREAS == 3
