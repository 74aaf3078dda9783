"""Names beside marks: none covers another or a mark, none leaves the drawing, the same marks give the same names."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.figures.scatter import NARROW_PLOT, SHORT, TALL, WIDE_PLOT, scatter_figure
from dashboard.figures.theme import LINE_HEIGHT
from dashboard.query import Question
from dashboard.viewmodels.compare.scatter import scatter_view
from dashboard.viewmodels.labels import FAR, MARK, Mark, placings

ROOM, TALL_NAME = (300.0, 200.0), 18.0
MARKS = st.lists(st.builds(Mark, st.floats(0, 300), st.floats(0, 200), st.floats(20, 120)), max_size=25)


def box(mark, placing, tall):
    left, low = mark.x + placing.right - FAR[placing.side] * mark.wide, mark.y + placing.up - FAR[placing.height] * tall
    return left, low, left + mark.wide, low + tall


def covers(one, other):
    return min(one[2], other[2]) - max(one[0], other[0]) > 1e-9 and min(one[3], other[3]) - max(one[1], other[1]) > 1e-9


def boxes(marks, room, tall):
    found = placings(marks, room, tall)
    return [box(mark, placing, tall) for mark, placing in zip(marks, found, strict=True) if placing]


@given(MARKS)
def test_no_name_covers_another_or_a_mark_or_leaves_the_drawing(marks):
    named = boxes(marks, ROOM, TALL_NAME)
    spots = [(mark.x - MARK, mark.y - MARK, mark.x + MARK, mark.y + MARK) for mark in marks]
    assert not any(covers(one, other) for one, other in itertools.combinations(named, 2))
    assert not any(covers(one, spot) for one in named for spot in spots)
    assert all(left >= 0 and right <= ROOM[0] and low >= 0 and high <= ROOM[1] for left, low, right, high in named)
    assert placings(marks, ROOM, TALL_NAME) == placings(marks, ROOM, TALL_NAME)


def test_a_lone_mark_is_named_at_its_right_and_at_the_right_edge_at_its_left():
    (inside,), (edge,) = (placings([Mark(x, 100, 60)], ROOM, TALL_NAME) for x in (50, 290))
    assert (inside.side, inside.height, inside.right) == ("left", "middle", MARK + 2)
    assert (edge.side, edge.right) == ("right", -MARK - 2)


def test_the_readers_own_is_named_even_where_nothing_is_free():
    crowd = [Mark(150 + 8 * i, 100 + 8 * j, 200) for i in range(-4, 5) for j in range(-4, 5)]
    own = Mark(150, 100, 200, must=True)
    assert placings([own, *crowd], ROOM, TALL_NAME)[0] is not None
    assert placings([Mark(150, 100, 200), *crowd], ROOM, TALL_NAME)[0] is None


@pytest.mark.parametrize(("variant", "wide", "tall"), [("wide", WIDE_PLOT, TALL), ("narrow", NARROW_PLOT, SHORT)])
def test_the_scatters_names_are_apart_in_every_region(picture, variant, wide, tall):
    for code in picture.areas.region_codes:
        view = scatter_view(picture, Question(), code)
        layout = scatter_figure(view)["layout"]
        names = [one for one in layout["meta"][variant]["annotations"] if one.get("xref") == "x"]
        found = [_drawn(one, view, wide, tall) for one in names]
        short = picture.areas.by_code[code].short_name
        assert short in [one["text"] for one in names]
        clear = [one for one, told in zip(found, names, strict=True) if told["text"] != short]
        assert not any(covers(one, other) for one, other in itertools.combinations(clear, 2)), code
        assert len(names) > (15 if variant == "wide" else 8), code


def _drawn(name, view, wide, tall):
    x = (name["x"] - view.x.low) / (view.x.high - view.x.low) * wide + name["xshift"]
    y = (name["y"] - view.y.low) / (view.y.high - view.y.low) * tall + name["yshift"]
    room = len(name["text"]) * 7.0
    left, low = x - FAR[name["xanchor"]] * room, y - FAR[name["yanchor"]] * LINE_HEIGHT
    return left, low, left + room, low + LINE_HEIGHT
