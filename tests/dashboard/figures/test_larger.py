"""Charts with fewer rows: the rows that stay are those of the live chart, value for value."""

import pytest

from dashboard.figures.larger import ENDS, MOST, fewer_rows
from dashboard.figures.regions import regions_figure
from dashboard.query import Question
from dashboard.viewmodels.indicator.regions import regions_view


def points(figure):
    """What each row shows, by its label."""
    labels = [text.removeprefix("<b>").removesuffix("</b>") for text in figure["layout"]["yaxis"]["ticktext"]]
    dots = figure["data"][-1]
    return {labels[y]: (x, reading) for x, y, reading in zip(dots["x"], dots["y"], dots["customdata"], strict=True)}


@pytest.fixture(scope="module")
def whole(picture):
    return regions_figure(regions_view(picture, Question(), "daily-smoking"))


def test_fewer_rows_say_the_same_of_each(whole):
    few, counted = fewer_rows(whole, ["Västra Götaland"])
    assert counted == (MOST, len(points(whole)))
    assert points(few).items() <= points(whole).items()
    assert len(points(few)) == MOST


def test_both_ends_and_what_is_in_focus_stay(whole):
    order = list(points(whole))
    for label in order:
        name = label.rsplit(" ", 1)[0]
        found = list(points(fewer_rows(whole, [name])[0]))
        assert label in found
        assert {order[0], order[-1]} <= set(found)
        assert [item for item in order if item in found] == found
    assert len(set(order[:ENDS]) & set(points(fewer_rows(whole)[0]))) == ENDS


def test_what_is_in_focus_is_bold_and_the_live_figure_is_left_as_it_was(whole):
    before = repr(whole)
    few, _ = fewer_rows(whole, ["Gotland"])
    bold = [text for text in few["layout"]["yaxis"]["ticktext"] if text.startswith("<b>")]
    assert len(bold) == 1
    assert "Gotland" in bold[0]
    assert repr(whole) == before


def test_every_part_stays_inside_the_fewer_rows(whole):
    few, _ = fewer_rows(whole)
    low, high = -0.5, MOST - 0.5
    for trace in few["data"]:
        assert len(trace["x"]) == len(trace["y"])
        assert all(y is None or low <= y <= high for y in trace["y"])
    for note in few["layout"]["annotations"]:
        assert note.get("yref") != "y" or low <= note["y"] <= high
    assert few["layout"]["height"] < whole["layout"]["height"]


def test_a_chart_without_rows_is_left_alone():
    lines = {"data": [{"x": [1, 2], "y": [3, 4]}], "layout": {"yaxis": {"tickvals": [0, 5], "ticktext": ["0", "5"]}}}
    assert fewer_rows(lines) == (lines, None)
