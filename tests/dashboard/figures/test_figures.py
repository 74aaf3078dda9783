"""The figures as plain dicts: small views in, and just what Plotly is given out."""

import json
from itertools import pairwise

from dashboard.figures import theme
from dashboard.figures.lines import KEY, apart, lines_figure
from dashboard.figures.regions import regions_figure
from dashboard.figures.strip import strip_figure
from dashboard.viewmodels.axes import ChartAxis, Tick
from dashboard.viewmodels.indicator.views import (
    Cut,
    Dot,
    Level,
    Line,
    LinePoint,
    LinesView,
    RegionsView,
    StripPoint,
    StripRow,
    StripView,
)
from dashboard.viewmodels.tables import plain_table

TABLE = plain_table("t", (), ())
AXIS = ChartAxis(40.0, 60.0, (Tick(40.0, "40"), Tick(50.0, "50")))
MIRRORED = ChartAxis(40.0, 60.0, AXIS.ticks, mirrored=True)
NATION = Level("nation", 50.0, "Riket 50,0")
TARGET = Level("target", 58.0, "mål ≥ 58", dashed=True)
DOTS = (
    Dot("01", "Stockholm ▲", 55.0, "55,0", "good", doubtful=False, reading="Region Stockholm: 55,0 %"),
    Dot("03", "Uppsala –", 45.0, "45,0", "missing", doubtful=True, reading="Region Uppsala: 45,0 %, tveksamt"),
)


def regions(axis=AXIS, levels=(NATION, TARGET)):
    return RegionsView("f", "c", axis, "bättre →", DOTS, levels, ",\u202f", "alt", (), "", (), "s", TABLE)


def years(lines, cuts=(), target=None):
    periods = ChartAxis(2020.0, 2022.0, (Tick(2020.0, "2020"), Tick(2022.0, "2022")))
    return LinesView("f", "c", periods, AXIS, lines, cuts, target, ",\u202f", "alt", (), "s", TABLE)


def line(code, *values, is_nation=False):
    points = tuple(LinePoint(2020.0 + n, value, f"{code} {value}", doubtful=False) for n, value in enumerate(values))
    return Line(code, f"{code} {values[-1]}", is_nation, points)


def strip(rows, levels=()):
    return StripView("f", "c", AXIS, "bättre →", rows, levels, ",\u202f", "alt", (), "s", (), None, None)


def notes(figure):
    return [item["text"] for item in figure["layout"]["annotations"]]


def test_the_dots_of_regions():
    *_, stems, dots = regions_figure(regions())["data"]
    assert dots == {
        "type": "scatter",
        "mode": "markers",
        "x": [55.0, 45.0],
        "y": [0, 1],
        "cliponaxis": False,
        "customdata": ["Region Stockholm: 55,0 %", "Region Uppsala: 45,0 %, tveksamt"],
        "hovertemplate": "%{customdata}<extra></extra>",
        "marker": {
            "size": 12,
            "opacity": 1,
            "color": [theme.GOOD, theme.MISSING],
            "symbol": ["circle", "circle-open"],
            "line": {"width": [0, 2]},
        },
    }
    assert (stems["x"], stems["y"]) == ([50.0, 55.0, None], [0, 0, None]), "from the nation, and not to the doubtful"


def test_the_yardsticks_of_regions():
    nation, target, *_ = regions_figure(regions())["data"]
    assert (nation["x"], nation["y"], nation["line"]["dash"]) == ([50.0, 50.0], [-0.5, 1.5], "solid")
    assert (target["x"], target["line"]) == ([58.0, 58.0], {"color": theme.TARGET, "width": 2, "dash": "dash"})
    assert nation["hoverinfo"] == "skip"


def test_the_layout_of_regions():
    layout = regions_figure(regions())["layout"]
    assert layout["xaxis"]["range"] == [40.0, 60.0]
    assert (layout["xaxis"]["tickvals"], layout["xaxis"]["ticktext"]) == ([40.0, 50.0], ["40", "50"])
    assert (layout["yaxis"]["range"], layout["yaxis"]["ticktext"]) == ([1.5, -0.5], ["Stockholm ▲", "Uppsala –"])
    assert layout["separators"] == ",\u202f"
    assert layout["height"] == 2 * 26 + 44 + 50
    assert notes(regions_figure(regions())) == ["Riket 50,0", "mål ≥ 58", "55,0", "45,0", "bättre →"]
    assert layout["xaxis"]["fixedrange"] is layout["yaxis"]["fixedrange"] is True


def test_a_mirrored_axis_runs_from_high_to_low():
    assert regions_figure(regions(MIRRORED))["layout"]["xaxis"]["range"] == [60.0, 40.0]


def test_mirrored_values_on_a_mirrored_axis_have_their_flags_mirrored():
    def sides(axis, value):
        figure = regions_figure(regions(axis, (Level("target", value, "mål"),)))
        return figure["layout"]["annotations"][0]["xanchor"]

    assert (sides(AXIS, 42.0), sides(AXIS, 58.0)) == ("left", "right")
    assert (sides(MIRRORED, 42.0), sides(MIRRORED, 58.0)) == ("right", "left")


def test_a_flag_turns_away_from_the_line_of_a_higher_one():
    levels = (Level("nation", 47.0, "Riket 47,0"), Level("target", 48.0, "mål"))
    first, second = regions_figure(regions(levels=levels))["layout"]["annotations"][:2]
    assert (first["xanchor"], second["xanchor"]) == ("right", "left")


def test_a_flag_too_long_for_its_place_stands_at_the_edge():
    level = Level("target", 50.0, "mål " + "lång text " * 8)
    flag = regions_figure(regions(levels=(level,)))["layout"]["annotations"][0]
    assert (flag["x"], flag["xref"], flag["xanchor"]) == (0, "paper", "left")


def test_without_a_nation_there_are_no_stems():
    assert len(regions_figure(regions(levels=()))["data"]) == 1


def test_a_narrow_chart_has_the_names_above_the_rows():
    layout = regions_figure(regions())["layout"]
    wide, narrow = layout["meta"]["wide"], layout["meta"]["narrow"]
    assert {key: layout[key] for key in ("height", "margin", "annotations", "shapes")} == {
        key: wide[key] for key in ("height", "margin", "annotations", "shapes")
    }
    assert "yaxis.showticklabels" not in layout
    assert (wide["yaxis.showticklabels"], narrow["yaxis.showticklabels"]) == (True, False)
    assert [item["text"] for item in narrow["annotations"]][2:4] == ["Stockholm ▲", "Uppsala –"]
    assert wide.keys() == narrow.keys(), "turning back must undo every part"


def test_a_line_is_given_as_it_is_with_its_gaps():
    points = (
        LinePoint(2020.0, 45.0, "a", doubtful=False),
        LinePoint(None, None, "", doubtful=False),
        LinePoint(2022.0, 46.0, "b", doubtful=True),
    )
    (drawn,) = lines_figure(years((Line("01", "Stockholm 46,0", is_nation=False, points=points),)))["data"]
    colour, dash, marker = theme.LINES[0]
    assert drawn == {
        "type": "scatter",
        "mode": "lines+markers",
        "name": "Stockholm 46,0",
        "x": [2020.0, None, 2022.0],
        "y": [45.0, None, 46.0],
        "connectgaps": False,
        "cliponaxis": False,
        "customdata": ["a", "", "b"],
        "hovertemplate": "%{customdata}<extra></extra>",
        "line": {"color": colour, "width": 2.5, "dash": dash},
        "marker": {"size": 8, "color": colour, "symbol": [marker, marker, f"{marker}-open"]},
    }


def test_no_two_lines_look_alike_and_the_nation_has_its_own_look():
    lines = (line("00", 50.0, is_nation=True), *(line(str(n), 45.0 + n) for n in range(6)))
    data = lines_figure(years(lines))["data"]
    assert len({(d["line"]["color"], d["line"]["dash"], d["marker"]["symbol"][0]) for d in data}) == 7
    assert data[0]["line"]["color"] == theme.NATION


def test_names_stand_at_the_ends_of_lines_and_never_on_each_other():
    figure = lines_figure(years((line("a", 50.0), line("b", 50.0), line("c", 50.1))))
    labels = figure["layout"]["annotations"]
    heights = sorted(-352 * (item["y"] - 40) / 20 + item["ay"] for item in labels)
    assert [item["text"] for item in labels] == ["a 50.0", "b 50.0", "c 50.1"]
    assert all(after - before >= theme.LINE_HEIGHT - 0.2 for before, after in pairwise(heights))


def test_places_are_moved_apart_inside_the_chart():
    assert apart([10, 12, 100], gap=18, top=0, foot=110) == [10, 28, 100]
    assert apart([100, 100], gap=18, top=0, foot=105) == [87, 105]
    assert apart([], gap=18) == []


def test_a_break_is_a_marked_upright_line():
    figure = lines_figure(years((line("a", 50.0, 51.0),), cuts=(Cut(2020.5, "brott"),)))
    (shape,) = figure["layout"]["shapes"]
    assert (shape["x0"], shape["x1"], shape["y0"], shape["y1"], shape["line"]["dash"]) == (2020.5, 2020.5, 0, 1, "dot")
    assert "brott" in notes(figure)


def test_a_target_is_a_line_across_with_its_name_on_the_side_of_the_values():
    figure = lines_figure(years((line("a", 50.0, 51.0),), target=TARGET))
    assert figure["data"][0]["y"] == [58.0, 58.0]
    assert figure["layout"]["annotations"][-1]["yanchor"] == "top"
    low = lines_figure(years((line("a", 50.0, 51.0),), target=Level("target", 42.0, "mål")))
    assert low["layout"]["annotations"][-1]["yanchor"] == "bottom"


def test_a_narrow_chart_of_years_names_its_lines_below_and_pressing_the_key_hides_nothing():
    layout = lines_figure(years((line("a", 50.0), line("b", 51.0)), cuts=(Cut(2020.5, "brott"),)))["layout"]
    narrow = layout["meta"]["narrow"]
    assert (layout["showlegend"], narrow["showlegend"]) == (False, True)
    assert [item["text"] for item in narrow["annotations"]] == ["brott"]
    assert (KEY["itemclick"], KEY["itemdoubleclick"]) == (False, False)


def test_the_strip_has_a_mark_for_each_municipality_and_a_dot_for_each_region():
    rows = (
        StripRow(
            "01", "Stockholm", (StripPoint(44.0, "Botkyrka: 44"), StripPoint(56.0, "Täby: 56")), StripPoint(50.0, "R")
        ),
        StripRow("09", "Gotland", (StripPoint(47.0, "Gotland: 47"),), None),
    )
    nation, marks, regions_ = strip_figure(strip(rows, (NATION,)))["data"]
    assert nation["x"] == [50.0, 50.0]
    assert (marks["x"], marks["y"]) == ([44.0, 56.0, 47.0], [0, 0, 1])
    assert marks["customdata"] == ["Botkyrka: 44", "Täby: 56", "Gotland: 47"]
    assert (regions_["x"], regions_["y"]) == ([50.0], [0])
    assert marks["marker"]["symbol"] != regions_["marker"]["symbol"]


def test_without_values_a_figure_is_empty():
    for figure in (regions_figure(None), lines_figure(None), strip_figure(None)):
        assert figure["data"] == []


def test_figures_are_plain_json():
    rows = (StripRow("01", "Stockholm", (StripPoint(44.0, "a"),), None),)
    for figure in (regions_figure(regions()), lines_figure(years((line("a", 50.0),))), strip_figure(strip(rows))):
        assert json.loads(json.dumps(figure)) == figure
