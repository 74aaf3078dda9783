"""The picture of units: its marks are the view's own, and each variant names them where there is room."""

from dataclasses import replace

import pytest

from dashboard.figures.units import units_figure
from dashboard.query import Question
from dashboard.viewmodels.indicator.units import units_view
from indicators.units.store import UnitStore
from tests.builders import definition, make_picture, regions, series
from tests.indicators.units.making import HIDDEN, row, share, write

PUBLISHED = regions(*(60.0 + n for n in range(21)), nation=70.0)


def view_of(folder, *rows):
    picture = make_picture((definition(), series(PUBLISHED)))
    picture = replace(picture, edition=replace(picture.edition, units=UnitStore(write(folder, *rows))))
    return units_view(picture, Question(), "sample")


@pytest.fixture
def few(tmp_path):
    rows = [share(n, 100, unit=f"Enhet {n}") for n in (50, 60, 70, 80, 90)]
    return view_of(
        tmp_path / "few", *rows, row(unit="Utan tal", value=55.0, numerator=None), row(unit="Dold", **HIDDEN)
    )


@pytest.fixture
def many(tmp_path):
    return view_of(
        tmp_path / "many", *(share(n + 10, 100, unit=f"U{n}", region=r) for r in ("01", "14") for n in range(30))
    )


def trace(figure, mode, n):
    return [item for item in figure["data"] if item["mode"] == mode][n]


def drawn(view):
    return [mark for band in view.bands for mark in band.units if mark.at is not None]


def test_every_dot_and_line_is_the_views(few, many):
    for view in (few, many):
        figure = units_figure(view)
        dots, lines = trace(figure, "markers", 0), trace(figure, "lines", -1)
        assert list(zip(dots["x"], dots["y"], dots["customdata"], strict=True)) == [
            (mark.value, mark.at, mark.reading) for mark in drawn(view)
        ]
        known = [mark for mark in drawn(view) if mark.lower is not None]
        assert lines["x"] == [x for mark in known for x in (mark.lower, mark.upper, None)]
    assert len(drawn(few)) == 6
    assert "Dold" not in str(units_figure(few))


def test_the_regions_value_and_the_middle_half_stay_within_their_band(many):
    figure = units_figure(many)
    shades = [shape for shape in figure["layout"]["shapes"] if shape["type"] == "rect"]
    assert [(s["x0"], s["x1"], s["y0"], s["y1"]) for s in shades] == [
        (band.spread.q1, band.spread.q3, band.top, band.bottom) for band in many.bands
    ]
    values = [item for item in figure["data"] if item["mode"] == "lines" and item["line"]["width"] == 4]
    assert [(item["x"][0], item["y"]) for item in values] == [
        (band.region_value.value, [band.top, band.bottom]) for band in many.bands
    ]


def test_units_are_named_where_there_is_room_and_else_their_regions(few, many):
    assert units_figure(few)["layout"]["yaxis"]["ticktext"] == [mark.unit for mark in drawn(few)]
    assert units_figure(many)["layout"]["yaxis"]["ticktext"] == [band.label for band in many.bands]


def test_on_a_phone_the_names_stand_above(few, many):
    for view, names in ((few, [mark.unit for mark in drawn(few)]), (many, [band.label for band in many.bands])):
        narrow = units_figure(view)["layout"]["meta"]["narrow"]
        texts = [note["text"] for note in narrow["annotations"]]
        assert [name for name in names if name not in texts] == []
        assert narrow["yaxis.showticklabels"] is False


def test_without_values_it_is_empty(tmp_path):
    assert units_figure(None)["data"] == []
    assert units_figure(view_of(tmp_path, row(**HIDDEN)))["data"] == []
