"""Hostile addresses: no file outside the folders, no way to another site, no word of theirs in an answer as markup."""

from html.parser import HTMLParser
from urllib.parse import quote, unquote

import pytest

from tests.dashboard.web.guard.crawling import body_faults, header_faults
from tests.dashboard.web.guard.hostile import MARK, PAYLOADS, REDIRECTS, TRAVERSALS
from tests.tiers import some

INSIDE = ("root:x:", "create_app", "[project]", "SettingsError", "[[file]]")
READER = {"Accept": "text/html"}
PLACES = (
    "/?area={}", "/region/14?lang={}", "/finns-inte?x={}", "/region/{}", "/{}", "/export/region/{}", "/assets/{}",
    "/api/v1/scorecard/{}", "/api/v1/scorecard/14?sex={}", "/export/sida/data.csv?period={}", "/dcat?format={}",
    "/presentera/bild?view={}&picture={}", "/data/ladda-ner/{}/x", "/data/enheter/filer/{}",
    "/export/presentation.{}",
)  # fmt: skip


class Document(HTMLParser):
    """Notes what of a document a browser would run."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.runs = []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        for name, value in attributes:
            if name.startswith("on") or MARK in (value or ""):
                self.runs.append(f"<{tag} {name}={value}>")

    def handle_data(self, data):
        if self.cdata_elem and MARK in data:
            self.runs.append(f"in <{self.cdata_elem}>")


def test_there_are_as_many_as_were_promised():
    assert (len(set(PAYLOADS)), len(set(TRAVERSALS)), len(set(REDIRECTS))) == (200, 300, 60)


def test_the_notes_of_a_document_see_what_would_run():
    assert Document(f"<p onclick='{MARK}'>{MARK}</p>").runs
    assert Document(f"<script>{MARK}</script>").runs
    assert not Document(f"<p>{MARK}</p><p>&lt;script&gt;{MARK}</p>").runs


def test_no_address_climbs_out_of_a_folder(client):
    wrong = {}
    for address in TRAVERSALS:
        for answer in (client.get(address), client.get(address, headers=READER)):
            found = [word for word in INSIDE if word in answer.get_data(as_text=True)]
            if answer.status_code != 404 or found or header_faults(answer):
                wrong[address] = (answer.status_code, found)
            answer.close()
    assert wrong == {}


def test_no_address_leads_to_another_site(client):
    for address in (*REDIRECTS, *("/" + address.split("=", 1)[1] for address in REDIRECTS)):
        path, _, query = address.partition("?")
        # As a server hands it on: the client itself would take what follows two slashes for another host.
        told = {"PATH_INFO": unquote(path, "latin-1"), "REQUEST_URI": address, "RAW_URI": address}
        answer = client.open("/", query_string=query, environ_overrides=told)
        assert "Location" not in answer.headers, address
        assert answer.status_code < 500, address


@pytest.mark.parametrize("place", some(PLACES, kept=PLACES[::3]))
def test_markup_in_an_address_is_never_markup_in_an_answer(place, client):
    for payload in PAYLOADS:
        written = quote(payload, safe="")
        address = place.format(*[written] * place.count("{}"))
        answer = client.get(address, headers=READER)
        assert answer.status_code < 500, address
        text = answer.get_data(as_text=True)
        if answer.mimetype == "text/html":
            assert Document(text).runs == [], address
        else:
            assert answer.headers["X-Content-Type-Options"] == "nosniff"
            assert answer.mimetype in ("application/json", "text/javascript", "application/zip"), address
        if answer.status_code >= 400:
            assert [*header_faults(answer), *body_faults(answer)] == [], address
        answer.close()


NOT_GIVEN = ("dash/dash-renderer/build/dash_renderer.dev.js", "dash/dcc/async-graph.js.map", "os/os.py", "os/x.js",
             "dash/dash.py", "dash/dcc/metadata.json", "dash/dcc/unknown.js", "plotly/package_data/x.js")  # fmt: skip


@pytest.mark.parametrize("file", NOT_GIVEN)
def test_component_libraries_give_what_pages_fetch_and_nothing_else(client, file):
    assert client.get("/_dash-component-suites/dash/dcc/dash_core_components.js").status_code == 200
    assert client.get(f"/_dash-component-suites/{file}").status_code == 404
