"""The region page's rows: where they stand, and that each filter keeps exactly what it says."""

import dataclasses
import json
from itertools import product

import pytest
from pydantic import TypeAdapter

from dashboard.query import Question
from dashboard.viewmodels.contract import ScorecardView
from dashboard.viewmodels.scorecard import LEGEND, scorecard_view
from indicators import FRAMEWORK, NATION
from tests.builders import definition, make_picture, regions, series

REGIONS_TRIED = ("01", "09", "14", "25", NATION)


def kept(view):
    return [row.indicator for row in view.rows]


def asked_for(row):
    """What calls for attention, from the row's own fields."""
    missed = row.target.verdict == "not-met" and row.target.status == "current"
    return row.position == "worst-quarter" or row.trend.verdict == "worsening" or missed


@pytest.mark.parametrize("area", REGIONS_TRIED)
def test_without_filters_all_indicators_stand_in_the_frameworks_order(area, views, picture):
    view = views["sv", "T", area]
    places = [place for section in view.sections for item in section.areas for place in item.rows]
    assert places == list(range(len(view.rows)))
    assert kept(view) == [item.id for item in picture.catalogue.indicators]
    assert [section.code for section in view.sections] == [dimension.code for dimension in FRAMEWORK.dimensions]
    for section, dimension in zip(view.sections, FRAMEWORK.dimensions, strict=True):
        assert [item.code for item in section.areas] == [item.code for item in dimension.areas]
        for item in section.areas:
            assert all((view.rows[n].dimension, view.rows[n].area) == (section.code, item.code) for n in item.rows)


def test_an_area_without_indicators_stays_with_its_reason(views):
    for view in (views["sv", "T", "14"], views["en", "T", "14"]):
        empty = [item for section in view.sections for item in section.areas if not item.rows]
        assert empty
        assert all(item.gap for item in empty)
        full = [item for section in view.sections for item in section.areas if item.rows]
        assert all(item.gap is None for item in full)


@pytest.mark.parametrize(
    ("area", "deviating", "target"), [(a, d, t) for a, d, t in product(REGIONS_TRIED, (False, True), (False, True))]
)
def test_the_filters_keep_just_what_they_say(area, deviating, target, views, picture):
    whole = views["sv", "T", area]
    view = scorecard_view(picture, Question(deviating=deviating, target=target), area)
    wanted = [
        row for row in whole.rows if (not deviating or asked_for(row)) and (not target or row.target.value is not None)
    ]
    assert list(view.rows) == wanted
    assert (view.empty is None) == bool(wanted)


@pytest.mark.parametrize("dimension", [item.code for item in FRAMEWORK.dimensions])
def test_a_dimension_keeps_just_its_rows(dimension, views, picture):
    view = scorecard_view(picture, Question(dimension=dimension), "14")
    assert list(view.rows) == [row for row in views["sv", "T", "14"].rows if row.dimension == dimension]
    assert [section.code for section in view.sections] == [dimension]


@pytest.mark.parametrize("area", [area.code for _, area in FRAMEWORK.areas])
def test_an_area_keeps_just_its_rows_or_tells_its_gap(area, views, picture):
    view = scorecard_view(picture, Question(area=area), "14")
    assert list(view.rows) == [row for row in views["sv", "T", "14"].rows if row.area == area]
    gap = next(item.gap for _, item in FRAMEWORK.areas if item.code == area)
    assert view.empty == (gap.sv if gap else None)


@pytest.mark.parametrize("sex", ["F", "M"])
def test_a_sex_keeps_just_the_series_that_are_published_for_it(sex, views, picture):
    scorecard = picture.scorecard()
    wanted = []
    for item in picture.catalogue.indicators:
        published = [d.id for d in picture.catalogue.series_of(item.id) if (d.id, sex) in scorecard.series_sexes]
        if published or item.only_sex == sex:
            wanted.append(item.id)
    assert kept(views["sv", sex, "14"]) == wanted


@pytest.mark.parametrize("year", ["2024", "2020"])
def test_a_period_looks_no_further_than_its_year(year, picture):
    view = scorecard_view(picture, Question(period=year), "14")
    assert view.period == year
    assert max(row.period[:4] for row in view.rows) == year
    for row in view.rows:
        assert all(point.period[:4] <= year for point in (*row.trend.points, *row.trend.nation))


def test_who_asks_for_targets_or_deviations_is_not_told_what_is_unpublished(picture, views):
    def notes(view):
        return [item.note for section in view.sections for item in section.areas if item.note]

    assert notes(views["sv", "F", "14"])
    for question in (Question(sex="F", target=True), Question(sex="F", deviating=True)):
        view = scorecard_view(picture, question, "14")
        assert view.rows
        assert notes(view) == []
        assert all(item.rows for section in view.sections for item in section.areas)


def test_an_empty_result_says_why_and_what_to_do():
    unmet = make_picture((definition(), series(regions(*range(60, 81)))))
    for question, words in (
        (Question(target=True), "Ta bort ett filter"),
        (Question(sex="F"), "Välj ”Alla”"),
        (Question(lang="en", target=True), "filter"),
    ):
        view = scorecard_view(unmet, question, "01")
        assert view.rows == ()
        assert words in view.empty


def test_the_number_of_rows_is_told_in_each_section(views):
    for section in views["sv", "T", "14"].sections:
        n = sum(len(item.rows) for item in section.areas)
        assert section.count_text.startswith(f"{n} ")


def test_the_legend_names_every_mark_in_both_languages(views):
    for lang in ("sv", "en"):
        legend = views[lang, "T", "14"].legend
        assert [item.mark for item in legend] == list(LEGEND)
        assert all(item.text for item in legend)


def test_the_languages_say_the_same_numbers(views):
    """Everything that is not words is the same in both languages."""
    swedish, english = views["sv", "T", "14"], views["en", "T", "14"]
    for one, other in zip(swedish.rows, english.rows, strict=True):
        fields = ("indicator", "series", "period", "value", "x", "nation", "position", "direction", "source_key")
        assert [getattr(one, name) for name in fields] == [getattr(other, name) for name in fields]
        assert [mark.x for mark in one.regions] == [mark.x for mark in other.regions]
        assert one.trend.verdict == other.trend.verdict
        assert one.target.verdict == other.target.verdict
        assert one.name != "" != other.name


def test_the_view_is_json_and_comes_back_whole(views):
    adapter = TypeAdapter(ScorecardView)
    for view in (views["sv", "T", "14"], views["en", "F", "09"], views["sv", "M", NATION]):
        text = adapter.dump_json(view)
        assert adapter.validate_json(text) == view
        raw = json.loads(text)
        assert list(raw) == [field.name for field in dataclasses.fields(ScorecardView)]
        assert raw["rows"][0]["target"].keys() >= {"value", "operator", "kind", "status", "verdict"}


def test_mirrored_figures_with_flipped_direction_give_the_mirrored_row():
    values = [float(n * n % 37) for n in range(1, 22)]
    plain = make_picture((definition(direction="higher"), series(regions(*values, nation=15.0))))
    flipped = make_picture((definition(direction="lower"), series(regions(*[-v for v in values], nation=-15.0))))
    for area in plain.areas.region_codes:
        (one,), (other,) = (scorecard_view(p, Question(), area).rows for p in (plain, flipped))
        assert (one.x, one.nation_x, one.position) == (other.x, other.nation_x, other.position)
        assert [mark.x for mark in one.regions] == [mark.x for mark in other.regions]
        assert (one.axis.middle_from, one.axis.middle_to) == (other.axis.middle_from, other.axis.middle_to)
        assert (one.axis.mirrored, other.axis.mirrored) == (False, True)
