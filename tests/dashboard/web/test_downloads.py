"""The data to take home: right names and types, digests that spare a second fetch, and 404 for all else."""

import hashlib
from urllib.parse import quote

import pytest
from flask import Flask
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from dashboard.services import Services
from dashboard.viewmodels.data.dcat import DOWNLOADS
from dashboard.viewmodels.data.package import DESCRIPTION, WHOLE, files_of
from dashboard.web.downloads import add_downloads
from indicators import EMBEDDED, Library, Pictures
from tests.dashboard.stores import NEW, OLD, later_store, quarantined, revision
from tests.tiers import examples

MIMES = {
    "csv": "text/csv",
    "parquet": "application/vnd.apache.parquet",
    "json": "application/json",
    "zip": "application/zip",
}


def served(library):
    server = Flask("served")
    add_downloads(server, Services(Pictures(library)))
    return server.test_client()


@pytest.fixture(scope="module")
def later(tmp_path_factory):
    data = later_store(tmp_path_factory.mktemp("data"), [quarantined()], [revision(), revision(sex="F")])
    return served(Library((data.editions, EMBEDDED)))


@pytest.mark.parametrize("name", [*files_of(), DESCRIPTION, WHOLE])
def test_every_file_comes_with_its_type_name_size_and_digest(name, client, picture):
    number = picture.edition.number
    answer = client.get(f"{DOWNLOADS}/{number}/{name}")
    assert answer.status_code == 200
    assert answer.mimetype == MIMES[name.rsplit(".", 1)[1]]
    shown = f"halsodialog-{number}.zip" if name == WHOLE else f"halsodialog-{number}-{name}"
    assert answer.headers["Content-Disposition"] == f"attachment; filename={shown}"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.content_length == len(answer.data) > 0
    assert answer.get_etag() == (hashlib.sha256(answer.data).hexdigest(), False)


def test_who_has_it_already_is_sent_nothing(client, picture):
    address = f"{DOWNLOADS}/{picture.edition.number}/areas.csv"
    first = client.get(address)
    again = client.get(address, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    other = client.get(address, headers={"If-None-Match": '"another"'})
    assert (other.status_code, other.data) == (200, first.data)


def test_head_tells_the_size_and_sends_nothing(client, picture):
    answer = client.head(f"{DOWNLOADS}/{picture.edition.number}/areas.csv")
    assert (answer.status_code, answer.data) == (200, b"")
    assert answer.content_length > 0


def test_each_edition_gives_its_own_figures(later):
    old, new = (later.get(f"{DOWNLOADS}/{number}/observations.csv") for number in (OLD, NEW))
    assert old.status_code == new.status_code == 200
    changed = set(new.text.splitlines()) - set(old.text.splitlines())
    assert len(changed) == 1
    assert "overcrowding-somatic,12" in changed.pop()
    assert f"halsodialog-{NEW}-observations.csv" in new.headers["Content-Disposition"]


def test_what_was_held_back_and_revised_can_be_taken_home(later):
    held, revised = (
        later.get(f"{DOWNLOADS}/{NEW}/{name}.csv").text.splitlines() for name in ("quarantine", "revisions")
    )
    assert (len(held), len(revised)) == (2, 3)
    assert '"{""factor"":10.0}"' in held[1]
    assert later.get(f"{DOWNLOADS}/{OLD}/revisions.csv").text.count("\n") == 1


def test_a_damaged_edition_is_not_sent(tmp_path):
    data = later_store(tmp_path, current=False)
    library = Library((data.editions, EMBEDDED))
    (data.editions / NEW / "observations.parquet").write_bytes(b"torn")
    answer = served(library).get(f"{DOWNLOADS}/{NEW}/areas.csv")
    assert answer.status_code == 404
    assert NEW in answer.get_json()["message"]["sv"]


NOT_THERE = [
    *("/x/areas.csv", "/2026-11/areas.txt", "/2026-11/manifest.json", "/2026-11/observations", "/2026-11/AREAS.CSV"),
    *("/2026-11/../current.json", "/2026-11/..%2f..%2fSOURCES.toml", "/..%2f..%2fetc/passwd", "/2026-11/%00"),
    *("/2026-11/areas.csv%00.csv", "/2026-11/", "/2026-11", "/", "", "/2026-11%0d%0aX:1/areas.csv"),
    f"/{'1' * 3000}/areas.csv",
]


@pytest.mark.parametrize("path", NOT_THERE, ids=lambda path: path[:30])
def test_what_is_not_there_is_404(path, client):
    answer = client.get(DOWNLOADS + path)
    assert answer.status_code == 404
    assert "Traceback" not in answer.text


def test_a_refusal_says_in_both_languages_what_is_not_there(client):
    for path, word in (("/1999-01/areas.csv", "1999-01"), ("/2026-11/x.csv", "x.csv")):
        message = client.get(DOWNLOADS + path).get_json()["message"]
        assert message["sv"].startswith("Det finns ingen ")
        assert message["en"].startswith("There is no ")
        assert all(word in text for text in message.values())


WILD = st.one_of(st.text(max_size=40), st.sampled_from(["..", "%2e%2e", "\\", "areas.csv", OLD, "\x00", "a" * 3000]))


@examples(80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(number=WILD, name=WILD)
def test_no_name_makes_the_server_fail_or_leads_out_of_the_edition(number, name, client):
    answer = client.get(f"{DOWNLOADS}/{quote(number, safe='%')}/{quote(name, safe='%')}")
    if (number, name) == (OLD, "areas.csv"):
        assert answer.status_code == 200
    else:
        assert answer.status_code in (308, 404)
