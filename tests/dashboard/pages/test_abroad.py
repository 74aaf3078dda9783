"""The pages about other countries as the browser gets them: every place has its table, every link leads somewhere."""

import json

import pytest

from dashboard.cli import main as main_of
from dashboard.query import Question
from dashboard.viewmodels.abroad.register import REGISTER
from indicators import FRAMEWORK, read_figures
from tests.dashboard.asking import main, page, parts, props, texts

MOST_COMPONENTS = 200
LIFE = "/internationellt/life-expectancy-at-birth-total"


def hosts(node, prefix):
    ids = [part["props"].get("id") for part in parts(node)]
    return {i.removeprefix(f"{prefix}-").removesuffix("-table") for i in ids if i and i.endswith("-table")}


def drawn(node, store):
    text = props(node, store)["data"]
    return {name for name, table in json.loads(text).items() if table} if text else set()


@pytest.mark.parametrize("search", ["", "?lang=en", "?dimension=equal-care", "?dimension=equal-care&lang=en"])
def test_every_dimension_has_the_place_of_its_table(client, search):
    node = page(client, "/internationellt", search)
    assert hosts(node, "abroad") == drawn(node, "abroad-tables")
    codes = {"equal-care"} if "dimension" in search else set(FRAMEWORK.by_code)
    assert codes <= hosts(node, "abroad") <= codes | {f"{code}-alone" for code in codes}


@pytest.mark.parametrize("code", read_figures().by_code)
def test_every_figures_page_has_the_places_of_its_tables_and_few_parts(client, code):
    node = page(client, f"/internationellt/{code}")
    assert drawn(node, "abroad-tables") == hosts(node, "abroad")
    graphs = [part for part in parts(node) if part["type"] == "Graph"]
    assert len(graphs) == len(hosts(node, "abroad")) <= 4
    assert len(list(parts(node))) <= MOST_COMPONENTS


def test_the_year_is_said_by_itself_in_large(client):
    node = page(client, LIFE)
    year = next(part for part in parts(node) if part["props"].get("className") == "abroad-year")
    assert " ".join(texts(year).split()) == "Talen gäller 2016–2017 9 år före utgåvan"


@pytest.mark.parametrize("asked", ["worse", "better", "judged"])
def test_a_choice_has_the_places_of_its_tables_and_says_which_it_is(client, asked):
    node = page(client, "/internationellt", f"?abroad={asked}")
    assert hosts(node, "abroad") == drawn(node, "abroad-tables") != set()
    chosen = [part["props"] for part in parts(node) if part["props"].get("data-keep") == "abroad"]
    assert [f"abroad={asked}" in props["href"] for props in chosen if props.get("aria-current")] == [True]


@pytest.mark.parametrize("address", [LIFE, "/internationellt/suicide-mortality"])
def test_the_edition_is_marked_as_english(client, address):
    marked = [texts(part) for part in parts(page(client, address)) if part["props"].get("lang") == "en"]
    # The other is the way to the page in English.
    (edition,) = {text.strip() for text in marked} - {"English"}
    assert edition.startswith(("OECD", "UN SDG", "WHO"))


def test_an_unknown_figure_is_not_found(client):
    told = texts(page(client, "/internationellt/nothing"))
    assert "Det finns inget internationellt mått med adressen ”nothing”." in told


def test_the_menu_leads_to_the_page(client):
    assert "/internationellt" in [part["props"].get("href") for part in parts(page(client, "/"))]


@pytest.mark.parametrize("address", ["/internationellt", "/om"])
def test_the_register_is_linked(client, address):
    assert REGISTER in [part["props"].get("href") for part in parts(page(client, address))]


def test_the_register_has_the_places_of_its_tables(client):
    node = page(client, REGISTER)
    assert drawn(node, "references-tables") == hosts(node, "references") == {"targets", "international", "unjudged"}
    assert main(node)["data-title"].startswith("Register över referensvärden")


def test_the_register_follows_the_day_it_is_read(services, time_machine):
    from dashboard.pages import references

    address = references.PAGE.address(services, "", {"lang": Question().lang})
    time_machine.move_to("2031-05-05")
    found = str(references.layout(services, address))
    assert "43 bedömningar skulle ha granskats" in found


def test_check_warns_of_what_is_overdue_and_of_nothing_else(capsys, time_machine):
    time_machine.move_to("2026-12-01")
    assert main_of(["check"]) == 0
    assert "warning" not in capsys.readouterr().out
    time_machine.move_to("2031-05-05")
    assert main_of(["check"]) == 0
    told = [line for line in capsys.readouterr().out.splitlines() if line.startswith("warning: ")]
    judged = [line for line in told if "accessibility.toml" not in line]
    assert len(judged) == 43
    # The statement of accessibility has a day too: one line more.
    assert len(told) == 44
    assert judged[0].endswith("by The Hälsodialog project; no reviewer is appointed, review was due 2027-11")
