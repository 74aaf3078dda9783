"""The charts of months and of one region's municipalities show what their views hold."""

from dashboard.figures.inside import inside_figure
from dashboard.figures.months import months_figure
from dashboard.query import Question
from dashboard.viewmodels.variation.months import months_view
from dashboard.viewmodels.variation.page import variation_view


def test_months_are_drawn_with_limits_and_larger_marks_where_a_cause_shows(picture):
    view = months_view(picture, Question(regions=("01",)))
    *limits, line = months_figure(view)["data"]
    assert line["y"] == [mark.value for mark in view.marks]
    assert [symbol == "diamond" for symbol in line["marker"]["symbol"]] == [mark.signal for mark in view.marks]
    stretch = view.stretches[0]
    drawn = [stretch.centre, stretch.lower, stretch.upper, *(level.value for level in view.levels)]
    assert [trace["y"][0] for trace in limits] == drawn


def test_without_months_the_chart_is_empty():
    assert months_figure(None)["data"] == []


def test_the_middle_half_is_a_band_on_wide_and_narrow_screens(picture):
    one = variation_view(picture, Question(indicator="obesity", regions=("14",))).region
    layout = inside_figure(one)["layout"]
    for shapes in (layout["shapes"], layout["meta"]["wide"]["shapes"], layout["meta"]["narrow"]["shapes"]):
        assert (shapes[0]["x0"], shapes[0]["x1"]) == one.middle
    assert inside_figure(None)["data"] == []
