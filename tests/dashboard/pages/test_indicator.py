"""The page of one indicator: what it is drawn with, and what its filters bring."""

import json

import pytest

from dashboard.pages.indicator import Ids, knows, update
from dashboard.query import Question
from dashboard.sections import indicator_index
from tests.dashboard.asking import callback, page, parts, props, texts

MOST_NODES = 200
MOST_GRAPHS = 4


def changed(client, app, code="daily-smoking", *, sex="T", period="newest", chosen=(), series=""):
    """Post the filters as the browser does and return what they bring, by component and property."""
    output = next(key for key in app.callback_map if f"{Ids.LEAD}.children" in key)
    inputs = [(Ids.SEX, "value", sex), (Ids.PERIOD, "value", period), (Ids.CHOSEN, "value", list(chosen))]
    base = {"code": code, "lang": "sv", "series": series}
    found = callback(client, output, inputs, [(Ids.BASE, "data", base)])
    assert found.status_code == 200
    return json.loads(found.data)["response"]


def test_the_background_has_no_page_of_its_own(services):
    assert knows(services, "beds")
    assert knows(services, "daily-smoking-trend")
    assert not knows(services, "context-population")
    assert not knows(services, "no-such")


@pytest.mark.parametrize(
    "code", ["daily-smoking", "beds", "stroke-unit-first", "cap-median-wait", "employee-engagement"]
)
def test_few_graphs_each_a_picture_with_words_a_heading_and_a_table(client, code):
    found = page(client, f"/indikator/{code}")
    graphs = [part for part in parts(found) if part["type"] == "Graph"]
    assert len(graphs) <= MOST_GRAPHS
    assert all(graph["props"]["config"]["displayModeBar"] is False for graph in graphs)
    for ids in (Ids.REGIONS, Ids.LINES):
        picture = props(found, ids.picture)
        assert (picture["role"], picture["aria-label"] != "") == ("img", True)
        assert texts(props(found, ids.caption)["children"])
        assert "Källa: " in texts(props(found, ids.notes)["children"])
        assert props(found, ids.table)


def test_everything_in_the_page_has_one_id(client):
    ids = [part["props"]["id"] for part in parts(page(client, "/indikator/daily-smoking")) if "id" in part["props"]]
    assert sorted(ids) == sorted(set(ids))


def test_every_table_has_its_place(client, services):
    found = page(client, "/indikator/daily-smoking")
    names = json.loads(props(found, Ids.TABLES)["data"])
    assert [name for name in names if not props(found, f"{Ids.PREFIX}-{name}-table")] == []


def test_a_series_of_another_indicator_is_told_of_and_not_followed(client):
    assert "beds" in texts(page(client, "/indikator/daily-smoking", "?series=beds"))
    assert "beds" not in texts(page(client, "/indikator/daily-smoking", "?series=daily-smoking"))


def test_a_filter_brings_little(client, app):
    found = changed(client, app, sex="F")
    nodes = sum(1 for part in found.values() for value in part.values() for _ in parts(value))
    assert nodes < MOST_NODES


def test_a_sex_of_the_other_series_changes_everything_that_names_the_series(client, app):
    assert "Folkhälsomyndigheten" in texts(changed(client, app)[Ids.LEAD]["children"])
    women = changed(client, app, sex="F")
    assert "Kolada (U01402)" in texts(women[Ids.LEAD]["children"])
    current = [part for part in parts(women[Ids.SERIES]["children"]) if part["props"].get("aria-current")]
    assert texts(current[0]).startswith("Kolada (U01402)")
    assert women[Ids.STRIP_CHART]["hidden"] is False
    assert changed(client, app)[Ids.STRIP_CHART]["hidden"] is True


def test_chosen_regions_are_drawn_and_never_more_than_six(client, app):
    found = changed(client, app, "treatable-mortality", chosen=["14", "09"])
    assert len(found[Ids.LINES.graph]["figure"]["data"]) == 3
    full = changed(client, app, "treatable-mortality", chosen=["01", "03", "04", "05", "06", "07", "08"])
    assert len(full[Ids.LINES.graph]["figure"]["data"]) == 7
    assert sum(option["disabled"] for option in full[Ids.CHOSEN]["options"]) == 15


def test_a_period_before_the_series_hides_the_charts_and_says_why(client, app):
    found = changed(client, app, "waiting-treatment-90d", period="2020")
    assert found[Ids.SECTIONS]["hidden"] is True
    assert "Den första perioden är 2021" in texts(found[Ids.BRIEF]["children"])
    assert "Den första perioden är 2021" in found[Ids.STATUS]["children"]
    assert found[Ids.MAP]["data"] == ""


def test_a_code_that_is_none_is_never_an_error(client, app):
    with pytest.raises(AssertionError, match="400"):
        changed(client, app, "no-such")


def test_the_list_of_indicators_leads_to_each(client, services):
    found = page(client, "/indikator", "?lang=en")
    table = json.loads(props(found, indicator_index.Ids.INDEX)["data"])
    hrefs = [row["cells"][0]["href"] for group in table["groups"] for row in group["rows"]]
    assert len(hrefs) == len(services.pictures.current().catalogue.indicators)
    assert all(href.endswith("?lang=en") for href in hrefs)


def test_the_same_question_gives_the_same_page(services):
    first, second = (update(services, Question(), "beds") for _ in range(2))
    assert first["regions"].figure == second["regions"].figure
    assert first["tables"] == second["tables"]
