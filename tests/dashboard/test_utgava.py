"""The edition in the address: every page and answer follows it, and says when another is current."""

import gzip
import json
import shutil
from dataclasses import replace

import dash
import pytest

from dashboard.factory import create_app
from dashboard.query import Question, link, to_query
from dashboard.services import Services
from dashboard.settings import Settings
from dashboard.viewmodels.editions.newer import newer
from indicators import DataFolder, Pictures, open_current, read_catalogue, read_reference
from indicators.digest import assessment_digest
from indicators.editions.edition import seal, sha256
from tests.dashboard.asking import page, texts

OLD, NEW = open_current().number, "2027-02"
CHANGED = ("cancer-survival", "T", "14")


@pytest.fixture(scope="module")
def settings(tmp_path_factory):
    """The embedded edition, and a newer one of one's own in which one value and its verdict differ."""
    folder = DataFolder(tmp_path_factory.mktemp("data")).make()
    embedded = open_current()
    shutil.copytree(embedded.folder, folder.editions / NEW)
    path = folder.editions / NEW / "scorecard.json.gz"
    head, *lines = gzip.decompress(path.read_bytes()).split(b"\n")
    rows = json.loads(head)["rows"]
    # As if it had been assessed by the definitions of today: what is planted is what is shown.
    digest = assessment_digest(read_catalogue(), read_reference().in_year(embedded.year))
    head = json.dumps({**json.loads(head), "digest": digest}).encode()
    at = len(lines) - len(rows) + next(place for place, row in enumerate(rows) if tuple(row[:3]) == CHANGED)
    row = json.loads(lines[at])
    row[4], row[8][0] = 99.5, "best-quarter" if row[8][0] != "best-quarter" else "middle"
    lines[at] = json.dumps(row).encode()
    path.write_bytes(gzip.compress(b"\n".join([head, *lines])))
    manifest = {**embedded.manifest, "number": NEW, "previous": OLD}
    manifest["files"] = {**manifest["files"], path.name: {"sha256": sha256(path), "bytes": path.stat().st_size}}
    (folder.editions / NEW / "manifest.json").write_text(json.dumps(seal(manifest)))
    (folder.editions / "current.json").write_text(json.dumps({"number": NEW}))
    return Settings(data=folder)


@pytest.fixture(scope="module")
def both(settings):
    return Services(Pictures(settings.library))


@pytest.fixture
def client(settings):
    pages = dict(dash.page_registry)
    yield create_app(settings).server.test_client()
    dash.page_registry.clear()
    dash.page_registry.update(pages)


def test_an_address_names_an_edition_and_keeps_it_in_its_links(both):
    question, notices = both.read({"utgava": OLD, "lang": "en"})
    assert (question.edition, notices) == (OLD, ())
    assert to_query(question) == f"?lang=en&utgava={OLD}"
    assert link("/region/14", question) == f"/region/14?lang=en&utgava={OLD}"
    assert both.picture_of(question).edition.number == OLD
    assert both.picture_of(Question()).edition.number == NEW


@pytest.mark.parametrize("number", ["2020-01", "../x", "2026-11\x00", "<script>"])
def test_an_edition_that_is_not_there_gives_the_current_one_and_a_notice(both, number):
    question, notices = both.read({"utgava": number})
    assert (question, [notice.name for notice in notices]) == (Question(), ["utgava"])


def test_pickers_of_a_page_are_answered_from_the_edition_it_was_drawn_from(both):
    drawn = both.base(Question(edition=OLD))
    assert both.question({**drawn, "sex": "F"}) == Question(edition=OLD, sex="F")
    # Drawn from the current edition, which another has since replaced.
    assert both.question({**both.base(Question()), "shown": OLD}) == Question(edition=OLD)
    assert both.question(both.base(Question())) == Question()


def test_views_of_two_editions_are_kept_apart(both):
    def number(picture, _):
        return picture.edition.number

    assert [both.view(number, Question(edition=edition)) for edition in (OLD, "", OLD)] == [OLD, NEW, OLD]


def test_a_page_of_an_older_edition_says_so_and_what_differs_on_it(client):
    told = texts(page(client, "/region/14", f"?utgava={OLD}"))
    assert f"Du läser utgåva {OLD}. Den aktuella utgåvan är {NEW}." in told
    assert "En rad på den här sidan skiljer sig mellan dem:" in told
    assert "99,5" in told
    assert "Inget av det som visas" in texts(page(client, "/region/01", f"?utgava={OLD}"))
    assert "Den aktuella utgåvan är" not in texts(page(client, "/region/14"))


@pytest.mark.parametrize("path", ["/", "/dimension/population-health", "/indikator/daily-smoking", "/om", "/region"])
def test_every_page_follows_the_address(client, path):
    old, new = (texts(page(client, path, query)) for query in (f"?utgava={OLD}", ""))
    assert f"Utgåva {OLD}, publicerad" in old
    assert f"Utgåva {NEW}, publicerad" in new
    assert "Den aktuella utgåvan är" in old


def test_the_open_interface_follows_it_too(client):
    def value(query):
        answer = client.get(f"/api/v1/scorecard/14{query}").get_json()
        row = next(row for row in answer["rows"] if row["series"] == CHANGED[0])
        return answer["edition"], row["value"]

    assert value("") == (NEW, 99.5)
    assert value(f"?utgava={OLD}")[0] == OLD
    assert value(f"?utgava={OLD}")[1] != 99.5
    refused = client.get("/api/v1/scorecard/14?utgava=2020-01")
    assert refused.status_code == 400
    assert NEW in refused.get_json()["message"]["sv"]


@pytest.mark.parametrize(
    ("path", "n"),
    [
        ("/region/14", 1),
        ("/region/01", 0),
        ("/indikator/cancer-survival", 1),
        ("/indikator/life-expectancy", 0),
        ("/", 1),
    ],
)
def test_what_differs_is_told_for_what_is_on_the_screen(both, path, n):
    question = Question(edition=OLD)
    told = newer(both.picture_of(question), both.pictures.current(), question, path)
    assert len(told.items) == n
    assert told.href == path
    english = newer(both.picture_of(question), both.pictures.current(), replace(question, lang="en"), path)
    assert english.href == f"{path}?lang=en"
    assert all("99.5" in item for item in english.items)


@pytest.mark.parametrize("path", ["/om/rattelser", "/presentera", "/data", "/om/metod"])
def test_a_page_without_rows_says_only_that_an_earlier_edition_is_read(both, path):
    question = Question(edition=OLD)
    told = newer(both.picture_of(question), both.pictures.current(), question, path)
    assert told.text == f"Du läser utgåva {OLD}. Den aktuella utgåvan är {NEW}."
    assert (told.items, told.href) == ((), path)
