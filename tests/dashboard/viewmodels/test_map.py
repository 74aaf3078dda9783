"""One indicator on the map of Sweden."""

import re

from dashboard.query import Question
from dashboard.viewmodels.map import first_on_map, map_shapes, map_view
from indicators import FRAMEWORK
from tests.builders import REGIONS, definition, make_picture, regions, series

LADDER = tuple(float(n) for n in range(60, 81))


def test_every_county_says_what_the_regions_own_row_says(picture, views):
    for item in picture.catalogue.indicators:
        view = map_view(picture, Question(), item.id)
        assert [region.code for region in view.regions] == list(picture.areas.region_codes)
        for region in view.regions:
            row = next(row for row in views["sv", "T", region.code].rows if row.indicator == item.id)
            assert region.value_text == row.value_text
            assert region.state == (row.position if row.value is not None else "missing")
            assert region.text.startswith(f"{region.name}: ")
            assert (row.value_text if row.value is not None else "saknas") in region.text


def test_the_finding_names_the_lowest_and_the_highest():
    picture = make_picture((definition(short_name={"sv": "Vårdköer", "en": "Queues"}), series(regions(*LADDER))))
    view = map_view(picture, Question(), "sample")
    assert view.summary == "Vårdköer: från 60,0\u00a0% i Stockholm till 80,0\u00a0% i Norrbotten."
    assert (view.title, view.period) == ("Vårdköer: regionerna på kartan", "2025")


def test_a_doubtful_value_is_never_the_lowest_or_the_highest():
    item = definition(plausible={"low": 0, "high": 100})
    view = map_view(make_picture((item, series(regions(400.0, *LADDER[1:])))), Question(), "sample")
    assert "400" not in view.summary
    assert view.regions[0].value_text == "400,0"
    assert view.regions[0].state == "not-assessed"


def test_a_region_without_a_value_is_missing_in_words():
    view = map_view(make_picture((definition(), series(regions(*LADDER[:20])))), Question(), "sample")
    last = view.regions[-1]
    assert (last.code, last.state, last.value_text) == (REGIONS[-1], "missing", "")
    assert last.text == f"{last.name}: saknas"


def test_a_sex_that_is_not_published_has_no_map_and_one_that_is_says_which(picture):
    assert map_view(picture, Question(sex="F"), "beds") is None
    both = make_picture((definition(), series(regions(*LADDER), women=regions(*LADDER))))
    assert "kvinnor" in map_view(both, Question(sex="F"), "sample").caption
    assert "kvinnor" not in map_view(both, Question(), "sample").caption


def test_the_map_opens_with_an_indicator_of_the_dimension(picture):
    assert first_on_map(picture, Question()) in picture.catalogue.by_id
    for dimension in FRAMEWORK.dimensions:
        first = first_on_map(picture, Question(dimension=dimension.code))
        assert picture.catalogue.by_id[first].dimension == dimension.code


def test_the_shapes_are_21_closed_outlines_inside_the_frame(picture):
    shapes = map_shapes(picture, Question())
    assert sorted(shapes.paths) == sorted(picture.areas.region_codes)
    left, top, width, height = (float(part) for part in shapes.view_box.split())
    for path in shapes.paths.values():
        assert re.fullmatch(r"(M-?[\d.]+,-?[\d.]+(L-?[\d.]+,-?[\d.]+)+Z)+", path)
        numbers = [tuple(map(float, pair.split(","))) for pair in re.findall(r"-?[\d.]+,-?[\d.]+", path)]
        assert all(left <= x <= left + width and top <= y <= top + height for x, y in numbers)


def test_the_enlarged_window_lies_on_the_map(picture):
    shapes = map_shapes(picture, Question())
    left, top, width, height = (float(part) for part in shapes.view_box.split())
    x, y, wide, high = (float(part) for part in shapes.inset.split())
    assert left <= x < x + wide <= left + width
    assert top <= y < y + high <= top + height
    assert wide * high < width * height / 4
