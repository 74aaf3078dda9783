"""Names beside lines do not stand on one another, and stay near their lines."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from dashboard.figures.funnel import funnel_figure
from dashboard.figures.parts import apart
from dashboard.figures.theme import LINE_HEIGHT

HEIGHT = 300


@given(st.lists(st.floats(0, 100), min_size=1, max_size=6))
def test_names_are_moved_apart(values):
    shifts = apart(values, (0.0, 100.0), HEIGHT)
    at = sorted(value * HEIGHT / 100 + shift for value, shift in zip(values, shifts, strict=True))
    assert all(second - first >= LINE_HEIGHT - 0.3 for first, second in pairwise(at))


def test_names_with_room_stay():
    assert apart([10.0, 50.0, 90.0], (0.0, 100.0), HEIGHT) == [0.0, 0.0, 0.0]


def test_equal_heights_part_to_both_sides():
    assert apart([5.0, 5.0], (0.0, 10.0), HEIGHT) == [-LINE_HEIGHT / 2, LINE_HEIGHT / 2]


def test_without_units_the_funnel_is_empty():
    assert funnel_figure(None)["data"] == []
