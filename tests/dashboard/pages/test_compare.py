"""The page of comparison: what it is drawn with, and what its pickers bring."""

import json

import pytest

from dashboard.pages.compare import CONTROLS, Ids
from dashboard.sections.compare_scatter import Ids as Scatter
from tests.dashboard.asking import callback, main, page, parts, props, texts

# Of them a part is folded: why each subject was chosen, and every measure of it.
MOST_NODES = 500


def changed(client, app, place, **chosen):
    """Post the pickers as the browser does and return what they bring, by component and property."""
    output = next(key for key in app.callback_map if place in key)
    values = {"sex": "T", "period": "newest", "peers": "health-care", "regions": [], "code": "14", **chosen}
    own = {"sort": Ids.SORT} if place.startswith(Ids.ROWS) else {"x": Scatter.X, "y": Scatter.Y, "line": Scatter.LINE}
    names = {**CONTROLS, **own}
    defaults = {"sort": "framework", "x": "structure-adjusted-cost", "y": "treatable-mortality", "line": []}
    inputs = [(control, "value", values.get(name, defaults.get(name))) for name, control in names.items()]
    found = callback(client, output, inputs, [(Ids.BASE, "data", {"code": values["code"], "lang": "sv"})])
    return json.loads(found.data)["response"] if found.status_code == 200 else None


def rows(found):
    view = json.loads(found[Ids.ROWS]["data"])
    return [row for group in view["groups"] for row in group["rows"]]


def test_without_a_region_every_region_leads_to_its_comparison(client, picture):
    found = page(client, "/jamfor", "?lang=en")
    hrefs = [part["props"]["href"] for part in parts(found) if part["type"] == "A" and "card-title" in str(part)]
    assert hrefs == [f"/jamfor/{code}?lang=en" for code in picture.areas.region_codes]


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_a_region_has_its_rows_its_summary_and_one_graph_with_words_and_table(client, lang):
    found = page(client, "/jamfor/14", f"?lang={lang}")
    assert sum(part["type"] == "Graph" for part in parts(found)) == 1
    picture = props(found, Scatter.CHART.picture)
    assert (picture["role"], picture["aria-label"] != "") == ("img", True)
    assert texts(props(found, Scatter.CHART.caption)["children"])
    assert {"sv": "Källa: ", "en": "Source: "}[lang] in texts(props(found, Scatter.CHART.notes)["children"])
    assert props(found, Scatter.CHART.table)
    assert json.loads(props(found, Scatter.TABLES)["data"])["scatter"]
    assert json.loads(props(found, Ids.ROWS)["data"])["groups"]
    assert "Västra Götalandsregionen" in main(found)["data-title"]


def test_everything_in_the_page_has_one_id(client):
    ids = [part["props"]["id"] for part in parts(page(client, "/jamfor/14")) if "id" in part["props"]]
    assert sorted(ids) == sorted(set(ids))


def test_the_address_is_followed(client):
    search = "?peers=own&regions=01,12&sort=gap&x=beds&y=daily-smoking&line=1&sex=F"
    found = page(client, "/jamfor/14", search)
    assert props(found, Ids.PEERS)["value"] == "own"
    assert props(found, Ids.CHOSEN)["value"] == ["01", "12"]
    assert props(found, Ids.SORT)["value"] == "gap"
    assert (props(found, Scatter.X)["value"], props(found, Scatter.Y)["value"]) == ("beds", "daily-smoking")
    assert props(found, Scatter.LINE)["value"] == ["line"]
    assert "Stockholm och Skåne" in texts(props(found, Ids.WHO)["children"])
    assert "kunde inte följas" not in texts(found)


def test_the_pickers_bring_just_what_the_address_does(client, app):
    whole = page(client, "/jamfor/14", "?peers=socio-economic&sort=gap")
    found = changed(client, app, f"{Ids.ROWS}.data", peers="socio-economic", sort="gap")
    assert found[Ids.ROWS]["data"] == props(whole, Ids.ROWS)["data"]
    assert texts(found[Ids.WHO]["children"]) == texts(props(whole, Ids.WHO)["children"])


def test_an_own_choice_without_regions_says_what_to_do(client, app):
    found = changed(client, app, f"{Ids.ROWS}.data", peers="own")
    assert "Välj minst en" in texts(found[Ids.WHO]["children"])
    assert "Välj minst en" in found[Ids.STATUS]["children"]
    assert rows(found) == []


def test_pickers_bring_little(client, app):
    found = changed(client, app, f"{Ids.ROWS}.data", peers="all")
    assert sum(1 for part in found.values() for value in part.values() for _ in parts(value)) < MOST_NODES


def test_the_line_is_drawn_when_asked_for_and_gone_when_not(client, app):
    place = f"{Scatter.CHART.graph}.figure"
    with_line, without = changed(client, app, place, line=["line"]), changed(client, app, place)
    lengths = [len(found[Scatter.CHART.graph]["figure"]["data"]) for found in (with_line, without)]
    assert lengths == [5, 3]


def test_a_region_that_is_none_changes_nothing(client, app):
    assert changed(client, app, f"{Ids.ROWS}.data", code="99") is None
    assert changed(client, app, f"{Scatter.CHART.graph}.figure", code="99") is None
