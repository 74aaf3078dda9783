"""The pages /data and /data/utgavor: whole, small enough for Dash, each link leading somewhere."""

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from dashboard.pages import data, editions
from dashboard.query import Question
from dashboard.services import Services
from dashboard.viewmodels.data.tabs import PARTS, data_tabs
from dashboard.viewmodels.editions.listed import MOST, editions_view
from indicators import EMBEDDED, EditionFacts, Library, Pictures, edition_facts, list_editions
from tests.dashboard.asking import callback, main, page, parts, props, texts
from tests.dashboard.stores import NEW, OLD, later_store, quarantined, reading, revision

FIRST = list_editions(EMBEDDED)[-1]

ROOT = Path(__file__).parents[3]
# Dash 4.4.1 takes four times as long for twice the components.
MOST_COMPONENTS = 200
COVERAGE = "..data-coverage.data...data-coverage-text.children...data-tables.data.."


@pytest.fixture(scope="module")
def later(tmp_path_factory):
    store = later_store(tmp_path_factory.mktemp("data"), [quarantined()], [revision()], [reading()])
    return Services(Pictures(Library((store.editions, EMBEDDED))))


def drawn(layout):
    return json.loads(json.dumps(layout, default=lambda item: item.to_plotly_json()))


def shown(module, services, **query):
    return drawn(module.layout(services, module.PAGE.address(services, "", query)))


def links(node):
    return {part["props"]["href"] for part in parts(node) if part["props"].get("href", "").startswith("/")}


@pytest.mark.parametrize("path", ["/data", "/data/utgavor"])
def test_a_page_stays_within_what_dash_can_draw(path, client):
    assert len(list(parts(page(client, path)))) <= MOST_COMPONENTS


def test_the_pages_bring_neither_pandas_nor_rdflib_with_them():
    """In a process of its own: others have imported both by now."""
    code = (
        "import sys; from dashboard.factory import create_app; from dashboard.settings import Settings\n"
        "from tests.dashboard.asking import page\n"
        "client = create_app(Settings()).server.test_client()\n"
        "page(client, '/data'), page(client, '/data/utgavor')\n"
        "sys.exit(', '.join({'pandas', 'rdflib', 'scipy', 'requests'} & set(sys.modules)) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, ""), done.stderr


def test_with_everything_to_tell_it_still_does(later):
    for module in (data, editions):
        assert len(list(parts(shown(module, later)))) <= MOST_COMPONENTS


def test_every_file_of_the_page_is_there(client):
    node = page(client, "/data")
    found = {href for href in links(node) if href.startswith(("/data/ladda-ner", "/dcat"))}
    tables = json.loads(props(node, "data-tables")["data"])
    rows = tables["downloads"]["groups"][0]["rows"]
    found |= {cell["href"] for row in rows for cell in row["cells"] if isinstance(cell, dict)}
    assert len(found) > 15
    assert {client.head(href, headers={"Host": "localhost"}).status_code for href in found} == {200}


@pytest.mark.parametrize("path", ["/data", "/data/utgavor"])
def test_the_tabs_lead_to_the_parts_and_one_is_current(path, client):
    node = page(client, path)
    current = [part["props"]["href"] for part in parts(node) if part["props"].get("aria-current") == "page"]
    assert path in current
    assert set(PARTS.values()) <= links(node)
    assert [tab.current for tab in data_tabs(Question(), path)].count(True) == 1


def test_the_menu_has_data_and_marks_it_on_all_its_parts(client):
    for path in ("/data", "/data/utgavor"):
        node = page(client, path)
        (item,) = [part for part in parts(node) if part["props"].get("href") == "/data" and texts(part) == "Data"]
        assert item["props"]["aria-current"] == "page"


def test_the_picker_gives_the_coverage_of_one_dimension(client):
    def ask(dimension):
        asked = [("data-dimension", "value", dimension)]
        return callback(client, COVERAGE, asked, [("data-base", "data", {"lang": "en"})])

    found = ask("equal-care").get_json()["response"]
    rug = json.loads(found["data-coverage"]["data"])
    assert [section["code"] for section in rug["sections"]] == ["equal-care"]
    assert "cells" in texts(found["data-coverage-text"]["children"])
    assert len(json.loads(found["data-tables"]["data"])["coverage"]["groups"][0]["rows"]) == 21
    assert len(json.loads(ask("all").get_json()["response"]["data-coverage"]["data"])["sections"]) == 4
    assert {ask(nonsense).status_code for nonsense in ("x", None, ["a"], 7)} == {400}


def test_what_was_held_back_and_revised_is_on_the_page(later):
    node = shown(data, later)
    tables = json.loads(props(node, "data-tables")["data"])
    assert set(tables) == {"coverage", "downloads", "quarantine", "revisions"}
    for name in ("quarantine", "revisions"):
        assert props(node, f"data-{name}-table")
        assert f"/data/ladda-ner/{NEW}/{name}.csv" in links(node)


def test_an_earlier_edition_shows_its_own(later):
    node = shown(data, later, utgava=OLD)
    assert f"/data/ladda-ner/{OLD}/edition.zip" in links(node)
    assert "Inget värde är undanhållet" in texts(main(node)["children"])


def cards(node):
    return {card["name"]: card for card in json.loads(props(node, "editions-list")["data"])["cards"]}


def test_the_editions_are_listed_with_what_changed_and_the_way_to_read_them(later):
    found = cards(shown(editions, later))
    assert list(found) == [NEW, *list_editions(EMBEDDED)]
    assert found[NEW]["status"] == "aktuell"
    assert found[NEW]["text"] == (
        f"Sedan utgåva {OLD}: 1 ändrat värde, 1 region har fallit bort i ett mått, 1 bedömning har vänt."
    )
    assert [link["href"] for link in found[NEW]["links"]] == ["/", "/data/utgavor#editions-changes"]
    assert found[OLD]["links"][0]["href"] == f"/?utgava={OLD}"
    assert found[FIRST]["text"].startswith("Den första utgåvan")
    told = {fact["label"]: fact["text"] for fact in found[NEW]["facts"]}
    assert told["Manifestets sha256"] == edition_facts(later.pictures.library, NEW).sha256
    assert told["Undanhållet och reviderat"] == "1 undanhållna, 1 reviderade"


def test_what_changed_is_told_in_sentences(later):
    told = texts(main(shown(editions, later))["children"])
    assert f"Ändrat från utgåva {OLD} till {NEW}" in told
    assert "bedömningen mot målet var" in told
    assert "Ändrat från" not in texts(main(shown(editions, later, utgava=FIRST))["children"])


def test_what_changed_is_read_and_not_worked_out_when_the_page_is_asked_for(later, monkeypatch):
    def refused(*_):
        raise AssertionError("the page compared two editions")

    monkeypatch.setattr("indicators.compare_editions", refused)
    assert later.pictures.current().edition.changes.counts()["changed"] == 1
    assert "bedömningen mot målet var" in texts(main(shown(editions, later))["children"])


def test_an_edition_that_did_not_keep_what_changed_says_so(tmp_path):
    store = later_store(tmp_path, kept=False)
    told = texts(main(shown(editions, Services(Pictures(Library((store.editions, EMBEDDED))))))["children"])
    assert f"Vad som skiljer utgåva {NEW} från {OLD} sparades inte när den gavs ut." in told


def test_no_command_stands_on_the_screen(later):
    for module in (data, editions):
        assert "halsodialog " not in json.dumps(shown(module, later), ensure_ascii=False)


def test_a_damaged_edition_is_listed_as_damaged_and_nothing_fails(tmp_path):
    store = later_store(tmp_path, current=False)
    (store.editions / NEW / "manifest.json").write_bytes(b"torn")
    services = Services(Pictures(Library((store.editions, EMBEDDED))))
    found = cards(shown(editions, services))
    assert found[NEW]["is_fault"]
    assert found[NEW]["links"] == []
    assert found[OLD]["status"] == "aktuell"


def test_many_editions_are_cut_and_counted():
    facts = EditionFacts("2026-12", "2026-12-01", "0.1.0", None, {"observations": 1})
    many = [replace(facts, number=f"{n}") for n in range(MOST + 7)]
    view = editions_view(many, "0", Question())
    assert len(view.cards.cards) == MOST
    assert view.more == "och 7 till"
    assert editions_view(many[:MOST], "0", Question()).more is None
    assert view.text == "Det finns 27 utgåvor. Den aktuella är 0."
