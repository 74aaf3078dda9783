"""The program put together: pages found by scanning, ids that exist, layouts and callbacks that answer."""

import json
import logging
import pkgutil
import subprocess
import sys
from pathlib import Path

import dash
import pytest

import dashboard.pages
from dashboard.components.failure import failure_page
from dashboard.factory import create_app, page_modules
from dashboard.query import ALL, NEWEST, Question
from dashboard.settings import Settings
from indicators import FRAMEWORK, DataFolder, Pictures
from indicators.editions.edition import seal
from tests.dashboard.asking import callback, main, page, parts, props, texts

MODULES = list(page_modules())
PAGES = [module.PAGE for module in MODULES]
ADDRESSES = [page.path for page in PAGES] + [f"{page.path}/{page.example}" for page in PAGES if page.knows]


def ids(node):
    return [part["props"]["id"] for part in parts(node) if "id" in part["props"]]


@pytest.fixture(scope="module")
def layouts(client):
    return {path: page(client, path) for path in ADDRESSES}


def test_the_pages_are_the_modules_of_the_folder():
    found = {item.name for item in pkgutil.iter_modules(dashboard.pages.__path__)} - {"not_found"}
    assert {module.__name__.rsplit(".", 1)[1] for module in MODULES} == found
    assert [page.order for page in PAGES] == sorted({page.order for page in PAGES})
    for module in MODULES:
        assert all(hasattr(module, name) for name in ("PAGE", "Ids", "layout", "register")), module.__name__


def test_every_page_has_a_layout_without_arguments(app):
    assert app is not None
    registered = [entry for entry in dash.page_registry.values() if entry["module"].startswith("dashboard.pages.")]
    assert len(registered) == len(ADDRESSES) + 1
    for entry in registered:
        found = json.loads(json.dumps(entry["layout"](), default=lambda item: item.to_plotly_json()))
        assert main(found)["data-title"]


def test_no_id_stands_twice_on_a_page_or_on_two_pages(layouts):
    shared = {"main", "page-heading"}
    owner = {}
    for path, node in layouts.items():
        found = ids(node)
        assert sorted(found) == sorted(set(found)), path
        for component_id in set(found) - shared:
            name = next(page.name for page in PAGES if path == page.path or path == f"{page.path}/{page.example}")
            assert owner.setdefault(component_id, name) == name, component_id


def test_every_callback_names_ids_that_some_layout_has(app, client, layouts):
    known = {i for node in layouts.values() for i in ids(node)} | {"_pages_location", "_pages_content", "_pages_store"}
    known |= {"_pages_dummy", "arrival"}
    graph = client.get("/_dash-dependencies").get_json()
    assert graph
    missing = []
    for item in graph:
        names = [f"{part['id']}.{part['property']}" for part in (*item["inputs"], *item["state"])]
        names += item["output"].strip(".").split("...")
        missing += [name for name in names if name.rsplit(".", 1)[0] not in known]
    assert missing == []


def test_every_page_has_callbacks_of_its_own(client):
    graph = client.get("/_dash-dependencies").get_json()
    # A page of text alone has no ids, and nothing that changes.
    moving = [module.PAGE.name for module in MODULES if any(name[0] != "_" for name in dir(module.Ids))]
    assert len(moving) > len(PAGES) / 2
    for found in moving:
        assert any(f"{found}-" in item["output"] for item in graph), found


@pytest.mark.parametrize("path", ADDRESSES)
@pytest.mark.parametrize("lang", ["sv", "en"])
def test_every_page_comes_whole_in_both_languages(path, lang, client):
    node = page(client, path, f"?lang={lang}")
    assert main(node)["data-lang"] == lang
    assert main(node)["data-title"].endswith(" – Hälsodialog")
    headings = [part for part in parts(node) if part["type"] == "H1"]
    assert len(headings) == 1
    assert texts(headings).strip()
    assert "{" not in texts(node)


def test_an_unknown_value_in_the_address_shows_a_notice(client):
    node = page(client, "/region/14", "?sex=X&lang=en")
    (notice,) = [part for part in parts(node) if part["props"].get("className") == "notice"]
    assert notice["props"]["role"] == "status"
    assert "X" in texts(notice)
    assert not [part for part in parts(page(client, "/region/14")) if part["props"].get("className") == "notice"]


@pytest.mark.parametrize("search", ["?path_code=01", "?path_code=99", "?pathname=/region/01&path_code=01"])
def test_a_parameter_cannot_show_one_region_at_anothers_address(search, client):
    node = page(client, "/region/14", search)
    assert main(node)["data-title"] == main(page(client, "/region/14"))["data-title"]
    assert json.loads(props(node, "region-view")["data"])["area"] == "14"
    assert main(page(client, "/region", search))["data-title"] == main(page(client, "/region"))["data-title"]


def test_an_unknown_code_shows_what_is_unknown_and_the_ways_on(client):
    for path, name in (("/region/99", "99"), ("/dimension/money", "money")):
        node = page(client, path)
        assert name in texts(node)
        assert {"/region", "/dimension", "/"} <= {part["props"].get("href") for part in parts(node)}


# --- callbacks ------------------------------------------------------------------------------------------------------

REGION = "..region-view.data...region-brief.children...region-people.children...region-status.children.."


def region_rows(client, sex="T", period=NEWEST, area=ALL, show=(), base=None):
    """Ask for a region's rows as its filters do."""
    asked = [("region-sex", "value", sex), ("region-period", "value", period), ("region-area", "value", area)]
    state = [("region-base", "data", base or {"code": "14", "lang": "sv", "dimension": ""})]
    return callback(client, REGION, [*asked, ("region-show", "value", list(show))], state)


def test_the_filters_of_a_region_give_the_rows_they_ask_for(client):
    found = region_rows(client, "F", "2023", "mortality", ["deviating"]).get_json()["response"]
    view = json.loads(found["region-view"]["data"])
    assert (view["area"], view["sex"], view["period"]) == ("14", "F", "2023")
    assert {row["area"] for row in view["rows"]} <= {"mortality"}
    assert found["region-status"]["children"] == f"Klart: {len(view['rows'])} mått visas."
    assert found["region-brief"]["children"]


@pytest.mark.parametrize("nonsense", ["<script>", None, 7, ["T"], "x" * 5000])
def test_nonsense_in_the_filters_is_refused(nonsense, client):
    assert region_rows(client, nonsense, nonsense, nonsense, ["nothing", "<b>"]).status_code == 400
    assert region_rows(client, "T", nonsense).status_code == 400


def test_an_unknown_region_is_refused(client):
    assert region_rows(client, base={"code": "99", "lang": "sv", "dimension": ""}).status_code == 400


@pytest.mark.parametrize("name", ["overview", "dimension"])
def test_the_pickers_of_the_country_give_rug_map_table_and_signals(name, client):
    output = f"..{name}-rug.data...{name}-map.data...{name}-map-table.children...{name}-signals.children.."
    state = [(f"{name}-base", "data", {"lang": "en", "dimension": "equal-care"})]

    def ask(period, order, indicator):
        inputs = [(f"{name}-period", "value", period), (f"{name}-order", "value", order)]
        answer = callback(client, output, [*inputs, (f"{name}-indicator", "value", indicator)], state)
        return answer.get_json()["response"]

    found = ask("2023", "north-south", "beds")
    rug, map_ = (json.loads(found[f"{name}-{part}"]["data"]) for part in ("rug", "map"))
    assert (rug["lang"], rug["columns"][0]["code"]) == ("en", "25")
    assert [section["code"] for section in rug["sections"]] == ["equal-care"]
    assert "2023" in rug["caption"]
    assert map_["period"] <= "2023"
    assert found[f"{name}-map-table"]["children"]


@pytest.mark.parametrize("found", PAGES, ids=lambda found: found.name)
def test_every_callback_of_a_page_answers_what_its_own_layout_asks(found, app, client, layouts):
    """Ask each server callback with the values that stand in the page when it arrives: it must say the same."""
    node = layouts[f"{found.path}/{found.example}" if found.knows else found.path]
    own = {part["props"]["id"]: part["props"] for part in parts(node) if "id" in part["props"]}
    for item in client.get("/_dash-dependencies").get_json():
        asked = [*item["inputs"], *item["state"]]
        if item["clientside_function"] or not all(part["id"] in own for part in asked):
            continue
        values = [(part["id"], part["property"], own[part["id"]].get(part["property"])) for part in asked]
        n = len(item["inputs"])
        answer = callback(client, item["output"], values[:n], values[n:])
        assert answer.status_code == 200, item["output"]
        for component_id, properties in answer.get_json()["response"].items():
            # What a screen reader is told of a change is empty until there is one.
            if not component_id.endswith("-status"):
                assert {component_id: {name: own[component_id].get(name) for name in properties}} == {
                    component_id: properties
                }


# --- the boundary of a view -----------------------------------------------------------------------------------------


def test_a_view_that_fails_shows_the_failure_page_and_is_logged(client, monkeypatch, caplog):
    def fail(*_):
        raise ZeroDivisionError("planted")

    monkeypatch.setattr("dashboard.pages.region.region_head", fail)
    with caplog.at_level(logging.ERROR):
        node = page(client, "/region/14", "?lang=en")
    assert main(node)["data-lang"] == "en"
    assert "planted" not in texts(node)
    assert "/" in {part["props"].get("href") for part in parts(node)}
    assert "planted" in caplog.text


@pytest.mark.parametrize("lang", ["sv", "en", "xx"])
def test_the_failure_page_speaks_the_readers_language(lang, services):
    node = failure_page(services, {"lang": lang})
    shown = json.loads(json.dumps(node, default=lambda item: item.to_plotly_json()))
    wanted = services.words("en" if lang == "en" else "sv")
    assert texts(shown).startswith(wanted("error.heading"))


# --- one program and another ----------------------------------------------------------------------------------------


def test_a_store_whose_edition_is_gone_gives_way_to_the_embedded_one_and_says_so(tmp_path, picture):
    (tmp_path / "editions").mkdir()
    (tmp_path / "editions" / "current.json").write_text('{"number": "2027-01"}')
    pictures = Pictures(Settings(data=DataFolder(tmp_path)).library)
    edition = pictures.current().edition
    assert (edition.number, edition.fallback) == (picture.edition.number, "2027-01/manifest.json: the file is missing")


def test_two_programs_in_one_process_keep_their_own_edition(tmp_path, picture):
    """Each answers health, the open interface and documents for itself.

    Dash keeps the table of pages for the whole process, so the pages themselves are those of the program made last.
    One process therefore serves one program; the table is put back here for the tests that follow.
    """
    pages = dict(dash.page_registry)
    older = tmp_path / "editions" / "2001-01"
    older.mkdir(parents=True)
    for path in Path(picture.edition.folder).iterdir():
        content = path.read_bytes()
        if path.name == "manifest.json":
            content = json.dumps(seal({**json.loads(content), "number": "2001-01"})).encode()
        (older / path.name).write_bytes(content)
    (tmp_path / "editions" / "current.json").write_text('{"number": "2001-01"}')
    try:
        first = create_app(Settings()).server.test_client()
        second = create_app(Settings(data=DataFolder(tmp_path))).server.test_client()
        for asked, number in ((first, picture.edition.number), (second, "2001-01")):
            assert asked.get("/healthz").get_json()["edition"] == number
            assert asked.get("/api/v1/scorecard/14").get_json()["edition"] == number
            assert asked.get("/region/14").status_code == 200
            assert asked.get("/region/99").status_code == 404
        assert "2001-01" in texts(page(second, "/"))
    finally:
        dash.page_registry.clear()
        dash.page_registry.update(pages)


def test_the_frameworks_dimensions_are_pages(client):
    for dimension in FRAMEWORK.dimensions:
        title = main(page(client, f"/dimension/{dimension.code}"))["data-title"]
        assert title == f"{dimension.name.in_(Question().lang)} – Hälsodialog"


def test_a_start_waits_for_nothing_that_only_some_commands_need():
    """In a process of its own: others have imported much by now."""
    code = (
        "import sys; from dashboard.cli import command_modules; from dashboard.factory import create_app\n"
        "from dashboard.settings import Settings\n"
        "list(command_modules()), create_app(Settings())\n"
        "late = {'pandas', 'pptx', 'pyarrow', 'rdflib', 'requests', 'rich', 'scipy', 'typst', 'xlsxwriter', 'pdb'}\n"
        "sys.exit(', '.join(late & set(sys.modules)) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, ""), done.stderr
