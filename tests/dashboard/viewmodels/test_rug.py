"""The rug: every region's position in every indicator."""

import pytest

from dashboard.query import Question
from dashboard.viewmodels.rug import NORTH_TO_SOUTH, rug_view
from indicators import FRAMEWORK


@pytest.fixture(scope="module")
def rug(picture):
    return rug_view(picture, Question())


def rows(view):
    return [row for section in view.sections for area in section.areas for row in area.rows]


def test_it_has_all_regions_and_all_indicators(rug, picture):
    assert [column.code for column in rug.columns] == list(picture.areas.region_codes)
    assert [row.indicator for row in rows(rug)] == [item.id for item in picture.catalogue.indicators]
    assert all(len(row.cells) == len(rug.columns) for row in rows(rug))


def test_a_cell_says_what_the_regions_own_row_says(rug, views):
    for place, column in enumerate(rug.columns):
        own = {row.indicator: row for row in views["sv", "T", column.code].rows}
        for row in rows(rug):
            state, value = row.cells[place]
            told = own[row.indicator]
            assert value == told.value_text
            assert state == (told.position if told.value is not None else "missing")
            assert (row.name, row.unit, row.period) == (told.name, told.unit, told.period_text)


def test_every_state_has_a_word_and_its_own_symbol(rug):
    used = {state for row in rows(rug) for state, _ in row.cells}
    assert used <= set(rug.states)
    symbols = [state.symbol for state in rug.states.values()]
    assert len(set(symbols)) == len(symbols)
    assert all(state.text for state in rug.states.values())
    assert rug.states["missing"].symbol == ""


def test_from_north_to_south_the_same_regions_stand_in_another_order(picture, rug):
    view = rug_view(picture, Question(order="north-south"))
    assert sorted(NORTH_TO_SOUTH) == sorted(picture.areas.region_codes)
    assert [column.code for column in view.columns] == list(NORTH_TO_SOUTH)
    assert [column.code for column in view.columns][:2] == ["25", "24"]
    for one, other in zip(rows(rug), rows(view), strict=True):
        by_code = dict(zip([column.code for column in rug.columns], one.cells, strict=True))
        assert [by_code[column.code] for column in view.columns] == list(other.cells)


def test_an_area_without_indicators_stays_with_its_reason(rug, picture):
    gaps = {area.code: area.gap for section in rug.sections for area in section.areas if not area.rows}
    assert gaps == {area.code: area.gap.sv for _, area in picture.catalogue.coverage.gaps}
    assert all(gaps.values())


def test_one_dimension_shows_only_itself(picture):
    view = rug_view(picture, Question(dimension="equal-care"))
    assert [section.code for section in view.sections] == ["equal-care"]
    assert {area.code for area in view.sections[0].areas} == set(FRAMEWORK.area_codes("equal-care"))


def test_an_earlier_year_shows_nothing_later(picture):
    view = rug_view(picture, Question(period="2021"))
    assert max(row.period[-4:] for row in rows(view)) == "2021"
    assert "2021" in view.caption


def test_links_keep_the_language(picture):
    view = rug_view(picture, Question(lang="en"))
    assert all(column.href.endswith("?lang=en") for column in view.columns)
    assert all(row.href.endswith("?lang=en") for row in rows(view))


def test_the_edition_stands_in_the_caption_and_the_source_line(rug, picture):
    assert picture.edition.number in rug.caption
    assert picture.edition.number in rug.source_line
