"""Two indicators against each other: points, groups, the line only when asked for, the table of the same numbers."""

import pytest

from dashboard.figures.scatter import scatter_figure
from dashboard.query import Question
from dashboard.viewmodels.compare.axes import FIRST_X, FIRST_Y, axis_choices
from dashboard.viewmodels.compare.scatter import scatter_view
from indicators import LANGUAGES, format_number
from indicators.statistics.line import fit_line, line_band

LINED = Question(line=True)


def cells(view):
    return {row.cells[0]: row.cells[1:] for row in view.table.groups[0].rows}


def test_everything_but_twins_can_stand_along_an_axis_cost_and_background_too(picture):
    offered = [choice.value for choice in axis_choices(picture, Question())]
    assert {FIRST_X, FIRST_Y, "context-higher-education"} <= set(offered)
    assert len(offered) == len(set(offered)) == len(picture.catalogue.indicators) + len(picture.catalogue.context)


def test_every_region_stands_at_its_own_values_in_its_own_group(picture):
    view, scorecard = scatter_view(picture, Question(), "14"), picture.scorecard()
    x, y = (scorecard.comparisons[picture.headline(name, "T")].values for name in (FIRST_X, FIRST_Y))
    assert {point.code: (point.x, point.y) for point in view.points} == {code: (x[code], y[code]) for code in x}
    groups = {point.code: point.group for point in view.points}
    assert [code for code, group in groups.items() if group == "own"] == ["14"]
    assert {code for code, group in groups.items() if group == "peer"} == set(picture.areas.like("14"))


def test_the_table_has_the_numbers_of_the_picture(picture):
    view = scatter_view(picture, LINED, "14")
    shown, by_code = cells(view), picture.areas.by_code
    place = {x: index for index, x in enumerate(view.line.places)}
    assert len(shown) == len(view.points)
    for point in view.points:
        texts = shown[by_code[point.code].name]
        assert texts[0] == format_number(point.x, 0, "sv")
        assert texts[1] == format_number(point.y, 1, "sv")
        at = place[point.x]
        for text, row in zip(texts[2:5], (view.line.fitted, view.line.lower, view.line.upper), strict=True):
            assert text == format_number(row[at], 1, "sv")


def test_no_line_unless_it_is_asked_for(picture):
    plain, lined = scatter_view(picture, Question(), "14"), scatter_view(picture, LINED, "14")
    assert plain.line is None
    assert not any("injen" in note for note in plain.notes)
    assert len(scatter_figure(plain)["data"]) == 3
    assert len(scatter_figure(lined)["data"]) == 5
    assert any("95 procents osäkerhet" in note for note in lined.notes)


def test_the_line_and_its_band_are_those_of_the_statistics(picture):
    view = scatter_view(picture, LINED, "14")
    x, y = [point.x for point in view.points], [point.y for point in view.points]
    theirs = line_band(fit_line(x, y), sorted(x))
    assert view.line.fitted == pytest.approx(theirs.fitted)
    assert view.line.lower == pytest.approx(theirs.lower)
    assert view.line.upper == pytest.approx(theirs.upper)


def test_an_indicator_against_itself_is_a_line_without_uncertainty(picture):
    view = scatter_view(picture, Question(x="beds", y="beds", line=True), "14")
    assert view.line.lower == pytest.approx(view.line.upper)
    assert view.line.fitted == pytest.approx(view.line.places)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_finding_says_where_the_region_lies(picture, lang):
    view = scatter_view(picture, Question(lang=lang), "14")
    assert "Västra Götalandsregionen" in view.finding
    assert view.finding in view.alt
    below, above = {"sv": ("under", "över"), "en": ("below", "above")}[lang]
    assert below in view.finding
    assert above in view.finding


def test_who_is_not_drawn_is_named(picture):
    scorecard = picture.scorecard()
    short = picture.areas.by_code
    for item in picture.catalogue.indicators:
        headline = picture.headline(item.id, "T")
        lacking = [code for code in short if len(code) == 2 and code not in scorecard.comparisons[headline].values][1:]
        if not lacking or len(lacking) > 17:
            continue
        view = scatter_view(picture, Question(x=item.id), "14")
        told = " ".join(view.notes)
        assert all(short[code].short_name in told for code in lacking), item.id
        assert not {point.code for point in view.points} & set(lacking)


def test_any_two_can_be_held_against_each_other_or_say_why_not(picture):
    for item in axis_choices(picture, Question()):
        for period in ("", picture.edition.years[-1]):
            view = scatter_view(picture, Question(x=item.value, period=period, line=True), "01")
            assert (view.empty is None) == (view.x is not None and view.y is not None)
            figure = scatter_figure(view)
            if view.empty is None:
                assert view.finding
                assert sum(len(trace["x"]) for trace in figure["data"][-3:]) == len(view.points)
            else:
                assert figure["data"] == []


def test_wide_nearly_every_region_has_its_name_and_narrow_at_least_the_readers_own(picture):
    layout = scatter_figure(scatter_view(picture, Question(), "14"))["layout"]
    short = {area.short_name for area in picture.areas.regions}
    wide = {note["text"] for note in layout["meta"]["wide"]["annotations"]} & short
    narrow = {note["text"] for note in layout["meta"]["narrow"]["annotations"]} & short
    assert len(wide) >= len(short) - 2
    assert "Västra Götaland" in narrow
    assert narrow < wide <= short


def test_the_groups_differ_in_shape_and_not_in_colour_alone(picture):
    traces = scatter_figure(scatter_view(picture, Question(), "14"))["data"]
    assert len({trace["marker"]["symbol"] for trace in traces}) == 3
