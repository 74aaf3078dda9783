"""Units on the page of one indicator and in the open interface: as the regions' uploads are at that moment."""

import json
import shutil
import subprocess
import sys

import pytest

from dashboard.factory import create_app
from dashboard.sections.units import PREFIX, Ids
from dashboard.settings import Settings
from indicators import DataFolder
from tests.dashboard.asking import page, parts, props, texts
from tests.indicators.units.making import HIDDEN, point, row, share, upload

CODE = "stroke-unit-first"
PATH, ADDRESS = f"/indikator/{CODE}", f"/api/v1/units/{CODE}"
MARK = "Exempeldata – påhittade för att prova"
MOST_GRAPHS = 4


def hospitals(**changes):
    found = [share(n, 100, unit=f"Exempelsjukhuset {n}", indicator=CODE, **changes) for n in (71, 82, 93)]
    return [*found, row(unit="Exempelsjukhuset Lilla", indicator=CODE, **{**HIDDEN, **changes})]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return DataFolder(tmp_path_factory.mktemp("data")).make()


@pytest.fixture(scope="module")
def running(folder):
    """The program over a data folder with uploads."""
    return create_app(Settings(data=folder)).server.test_client()


@pytest.fixture
def reader(running, folder):
    yield running
    shutil.rmtree(folder.uploads)
    folder.uploads.mkdir()


@pytest.fixture
def skane(folder):
    """Skåne has confirmed made-up units."""
    return upload(folder.uploads, "12", *hospitals(example=True))


def section(client, query=""):
    found = page(client, PATH, query)
    mark, empty = (texts(props(found, place)["children"]) for place in (Ids.MARK, Ids.EMPTY))
    return found, props(found, Ids.SHOWN), mark, empty


def test_what_is_made_up_is_marked_above_the_picture_in_its_caption_and_in_its_table(reader, skane):
    found, shown, mark, empty = section(reader)
    assert mark.startswith(MARK)
    assert "Region Skåne" in mark
    assert (shown["hidden"], empty) == (False, "")
    assert MARK in texts(props(found, Ids.CHART.caption)["children"])
    assert props(found, Ids.CHART.picture)["aria-label"].startswith("Diagram med 3 enheter. Exempeldata.")
    tables = json.loads(props(found, Ids.TABLES)["data"])
    assert tables["units"]["groups"][0]["note"].startswith(MARK)
    assert [name for name in tables if not props(found, f"{PREFIX}-{name}-table")] == []


def test_the_published_values_are_what_they_were(reader, folder):
    before = page(reader, PATH)
    upload(folder.uploads, "12", *hospitals())
    after = page(reader, PATH)
    for name in ("indicator-regions-graph", "indicator-lines-graph", "indicator-map", "indicator-tables"):
        field = "figure" if name.endswith("graph") else "data"
        assert props(before, name)[field] == props(after, name)[field], name
    assert texts(props(before, "indicator-brief")["children"]) == texts(props(after, "indicator-brief")["children"])


def test_without_units_one_sentence_leads_to_where_a_region_adds_its_own(reader):
    found, shown, mark, empty = section(reader, "?lang=en")
    assert (shown["hidden"], mark) == (True, "")
    assert empty.startswith("Nobody publishes this indicator for hospitals or health centres.")
    hrefs = [part["props"].get("href") for part in parts(props(found, Ids.EMPTY)["children"])]
    assert "/data/enheter?lang=en" in hrefs


def test_a_confirm_and_an_undo_show_at_once(reader, folder, skane):
    assert len(props(page(reader, PATH), Ids.CHART.graph)["figure"]["data"][-1]["x"]) == 3
    upload(folder.uploads, "12", *hospitals()[:2], number="0002", since="2026-11-21")
    found, _, mark, _ = section(reader)
    assert len(props(found, Ids.CHART.graph)["figure"]["data"][-1]["x"]) == 2
    assert mark == ""
    point(folder.uploads, "12", None)
    assert section(reader)[1]["hidden"] is True


def test_there_are_no_more_graphs_than_a_page_may_have(reader, skane):
    assert len([part for part in parts(page(reader, PATH)) if part["type"] == "Graph"]) <= MOST_GRAPHS


# --- the open interface ---------------------------------------------------------------------------------------------


def test_the_interface_gives_the_same_view(reader, skane):
    view = reader.get(ADDRESS).get_json()
    (band,) = view["bands"]
    figure = props(page(reader, PATH), Ids.CHART.graph)["figure"]
    drawn = [mark for mark in band["units"] if mark["at"] is not None]
    assert figure["data"][-1]["x"] == [mark["value"] for mark in drawn]
    assert (view["indicator"], band["region"], band["example"], view["example"]) == (CODE, "12", True, MARK)


def test_a_hidden_number_is_in_no_answer(reader, skane):
    hidden = reader.get(ADDRESS).get_json()["bands"][0]["units"][-1]
    names = ("value", "lower", "upper", "numerator", "denominator")
    assert [hidden[name] for name in names] == [None] * 5
    assert hidden["status"] == "too-few"


def test_one_region_is_asked_for(reader, folder, skane):
    upload(folder.uploads, "14", *hospitals())
    assert [band["region"] for band in reader.get(ADDRESS).get_json()["bands"]] == ["12", "14"]
    assert [band["region"] for band in reader.get(f"{ADDRESS}?region=14").get_json()["bands"]] == ["14"]
    none = reader.get(f"{ADDRESS}?region=25&lang=en").get_json()
    assert (none["bands"], none["empty"][0]["text"][:6]) == ([], "Nobody")


@pytest.mark.parametrize(
    ("address", "status", "told"),
    [
        ("/api/v1/units/no-such", 404, "no-such"),
        ("/api/v1/units/context-population", 404, "context-population"),
        (f"{ADDRESS}?region=99", 400, "99"),
        (f"{ADDRESS}?region=00", 400, "00"),
        (f"{ADDRESS}?colour=red", 400, "colour"),
        (f"{ADDRESS}?sex=X", 400, "X"),
        ("/api/v1/units/waiting-treatment-90d?period=2020", 404, "2020"),
    ],
)
def test_what_is_not_there_is_refused_in_both_languages(address, status, told, reader):
    answer = reader.get(address)
    assert answer.status_code == status
    message = answer.get_json()["message"]
    assert set(message) == {"sv", "en"}
    assert all(told in text for text in message.values())


LIGHT = """
import sys
from pathlib import Path
from dashboard.factory import create_app
from dashboard.settings import Settings
from indicators import DataFolder
from tests.dashboard.asking import page, texts
client = create_app(Settings(data=DataFolder(Path(sys.argv[1])))).server.test_client()
assert "påhittade" in texts(page(client, sys.argv[2]))
assert client.get("/api/v1/units/" + sys.argv[2].rsplit("/")[-1]).status_code == 200
sys.exit(" ".join(sorted({"numpy", "pandas", "pyarrow", "scipy"} & set(sys.modules))) or 0)
"""


def test_serving_units_loads_neither_pyarrow_numpy_nor_pandas(reader, folder, skane):
    done = subprocess.run(
        [sys.executable, "-c", LIGHT, str(folder.root), PATH], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr.strip()) == (0, "")
