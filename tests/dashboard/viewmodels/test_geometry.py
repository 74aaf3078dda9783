"""Places in pictures, as laws over any numbers."""

from itertools import pairwise

from hypothesis import assume, given
from hypothesis import strategies as st

from dashboard.viewmodels.geometry import MOST_YEARS, scale, trend_frame, trend_points

VALUES = st.floats(-1e6, 1e6).map(lambda x: round(x, 3))
MANY = st.lists(VALUES, min_size=1, max_size=30)
YEARLY = st.dictionaries(st.integers(1990, 2030).map(str), VALUES, max_size=30).map(lambda d: tuple(sorted(d.items())))


@given(MANY, st.sampled_from(["higher", "lower", "none"]))
def test_every_value_has_its_place_between_the_ends(values, direction):
    axis = scale(values, direction)
    assert all(0 <= axis.x(value) <= 1 for value in values)
    if len(set(values)) > 1:
        assert (axis.x(axis.left), axis.x(axis.right)) == (0.0, 1.0)
        assert axis.right == (min if direction == "lower" else max)(values)


@given(MANY)
def test_lower_is_better_is_the_mirror_of_higher_is_better(values):
    straight, mirrored = scale(values, "higher"), scale(values, "lower")
    for value in values:
        assert abs(straight.x(value) + mirrored.x(value) - 1) < 1e-9


@given(MANY)
def test_negated_values_with_flipped_direction_give_the_same_picture(values):
    straight, negated = scale(values, "higher"), scale([-value for value in values], "lower")
    assert [straight.x(value) for value in values] == [negated.x(-value) for value in values]


@given(MANY, VALUES)
def test_a_value_outside_is_kept_inside_the_picture(values, other):
    assert 0 <= scale(values, "lower").x(other) <= 1


@given(MANY)
def test_order_is_kept(values):
    axis = scale(values, "higher")
    places = [axis.x(value) for value in sorted(values)]
    assert places == sorted(places)


def test_an_axis_without_width_puts_everything_in_the_middle():
    assert scale([5.0, None, 5.0], "lower").x(5.0) == 0.5


def test_nothing_to_draw_is_no_axis():
    assert scale([None, None], "higher") is None
    assert scale([], "higher") is None
    assert trend_frame((), ()) is None


@given(YEARLY, YEARLY)
def test_the_trend_shows_the_last_ten_years_and_marks_every_gap(own, nation):
    assume(own or nation)
    frame = trend_frame(own, nation)
    last = max(int(period) for period, _ in (*own, *nation))
    for line in (own, nation):
        points = trend_points(line, frame, {period: str(value) for period, value in line})
        known = [point for point in points if point.value is not None]
        assert [(p.period, p.value) for p in known] == [(y, v) for y, v in line if int(y) > last - MOST_YEARS]
        assert all(0 <= point.x <= 1 and 0 <= point.y <= 1 for point in known)
        skips = sum(int(b.period) - int(a.period) > 1 for a, b in pairwise(known))
        assert len(points) - len(known) == skips


def test_y_is_upwards_and_shared_by_both_lines():
    frame = trend_frame((("2024", 1.0), ("2025", 3.0)), (("2024", 2.0), ("2025", 5.0)))
    assert (frame.y(1.0), frame.y(5.0), frame.x("2024"), frame.x("2025")) == (0.0, 1.0, 0.0, 1.0)


def test_months_stand_between_the_years_and_a_skipped_month_is_a_gap():
    months = (("2025-01", 1.0), ("2025-02", 2.0), ("2025-04", 3.0))
    frame = trend_frame(months, ())
    points = trend_points(months, frame, dict.fromkeys(("2025-01", "2025-02", "2025-04"), "x"))
    assert [point.period for point in points] == ["2025-01", "2025-02", "", "2025-04"]
    assert [point.x for point in points if point.x is not None] == [0.0, 0.3333, 1.0]


def test_a_single_value_stands_in_the_middle():
    frame = trend_frame((("2025", 4.0),), ())
    assert (frame.x("2025"), frame.y(4.0)) == (0.5, 0.5)
