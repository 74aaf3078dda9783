"""The description for the national data portal: complete after DCAT-AP-SE 3, and the same in all three forms."""

import pytest
from flask import Flask
from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.compare import isomorphic
from rdflib.namespace import DCAT, DCTERMS, FOAF, RDF
from rdflib.term import BNode

from dashboard.services import Services
from dashboard.settings import Settings, SettingsError, read_settings
from dashboard.viewmodels.data.dcat import DOWNLOADS
from dashboard.web.dcat import add_dcat
from dashboard.web.downloads import add_downloads

VCARD, DCATAP = Namespace("http://www.w3.org/2006/vcard/ns#"), Namespace("http://data.europa.eu/r5r/")
ADDRESS = "https://halsodialog.example.se"
FORMS = {
    "rdf": ("application/rdf+xml", "xml"),
    "ttl": ("text/turtle", "turtle"),
    "jsonld": ("application/ld+json", "json-ld"),
}
# Mandatory and recommended by DCAT-AP-SE 3.0.1, docs.dataportal.se/dcat/3.0.1/sv (series of data sets are not used).
ASKED = {
    DCAT.Catalog: [
        DCTERMS.title, DCTERMS.description, DCTERMS.publisher, DCTERMS.license, DCTERMS.issued, DCTERMS.language,
        DCTERMS.modified, FOAF.homepage, DCAT.themeTaxonomy, DCAT.dataset, DCAT.service,
    ],
    DCAT.Dataset: [
        DCTERMS.title, DCTERMS.description, DCTERMS.publisher, DCAT.contactPoint, DCAT.keyword, DCAT.theme,
        DCTERMS.temporal, DCTERMS.issued, DCTERMS.accessRights, DCTERMS.spatial, DCAT.distribution,
        DCTERMS.accrualPeriodicity, DCTERMS.conformsTo, DCTERMS.language,
    ],
    DCAT.Distribution: [
        DCAT.accessURL, DCTERMS.description, DCTERMS["format"], DCATAP.availability, DCTERMS.license, DCTERMS.title,
    ],
    DCAT.DataService: [
        DCTERMS.title, DCAT.endpointURL, DCAT.endpointDescription, DCTERMS.license, DCTERMS.accessRights,
        DCTERMS.publisher, DCAT.contactPoint,
    ],
    FOAF.Agent: [FOAF.name, DCTERMS.type],
    VCARD.Organization: [VCARD.fn, VCARD.hasEmail],
    DCTERMS.PeriodOfTime: [DCAT.startDate, DCAT.endDate],
}  # fmt: skip
SETTINGS = Settings(address=ADDRESS, publisher="Socialdepartementet", contact="data@example.se")


def served(pictures, settings):
    server = Flask("served")
    services = Services(pictures)
    add_dcat(server, services, settings)
    add_downloads(server, services)
    return server.test_client()


@pytest.fixture(scope="module")
def public(pictures):
    return served(pictures, SETTINGS)


def graph(answer, form):
    return Graph().parse(data=answer.data, format=FORMS[form][1])


@pytest.fixture(scope="module")
def told(public):
    return graph(public.get("/dcat"), "rdf")


@pytest.mark.parametrize(
    ("kind", "wanted"), ASKED.items(), ids=lambda item: str(item)[-20:] if isinstance(item, URIRef) else ""
)
def test_all_that_is_mandatory_and_recommended_is_there(kind, wanted, told):
    subjects = list(told.subjects(RDF.type, kind))
    assert subjects
    assert [(s, p) for s in subjects for p in wanted if (s, p, None) not in told] == []


# The library's own reader of JSON-LD uses a class that the library deprecates.
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
def test_the_three_forms_hold_the_same(public):
    graphs = [graph(public.get(f"/dcat?format={form}"), form) for form in FORMS]
    assert len(graphs[0]) > 120
    assert all(isomorphic(graphs[0], other) for other in graphs[1:])


@pytest.mark.parametrize("form", FORMS)
def test_the_form_can_be_asked_for_by_header(form, public):
    mime = FORMS[form][0]
    answer = public.get("/dcat", headers={"Accept": f"{mime}, text/plain;q=0.3"})
    assert (answer.status_code, answer.mimetype) == (200, mime)
    assert "Accept" in answer.headers["Vary"]


@pytest.mark.parametrize("accept", [None, "*/*", "text/html", "image/png;q=x", ""])
def test_who_has_no_wish_gets_what_the_portal_reads(accept, public):
    answer = public.get("/dcat", headers={} if accept is None else {"Accept": accept})
    assert answer.mimetype == "application/rdf+xml"


def test_nothing_is_without_an_address_of_its_own(told):
    nodes = {node for triple in told for node in triple}
    assert not [node for node in nodes if isinstance(node, BNode)]
    uris = [str(node) for node in nodes if isinstance(node, URIRef)]
    assert all(uri.startswith(("https://", "http://", "mailto:")) for uri in uris)


def test_the_catalogue_is_free_and_the_figures_follow_their_publishers(told):
    (catalogue,) = told.subjects(RDF.type, DCAT.Catalog)
    assert set(told.objects(catalogue, DCTERMS.license)) == {
        URIRef("http://creativecommons.org/publicdomain/zero/1.0/")
    }
    for node in told.subjects(RDF.type, DCAT.Distribution):
        assert set(told.objects(node, DCTERMS.license)) == {URIRef(f"{ADDRESS}/om#licence")}


def test_the_time_and_place_are_those_of_the_figures(told, picture):
    sources = picture.edition.manifest["sources"]
    (start,), (end,) = (set(told.objects(None, end)) for end in (DCAT.startDate, DCAT.endDate))
    assert str(start) == f"{min(source['first'] for source in sources)[:4]}-01-01"
    assert str(end) == f"{max(source['last'] for source in sources)[:4]}-12-31"
    assert (None, DCTERMS.language, URIRef("http://publications.europa.eu/resource/authority/language/SWE")) in told


def test_titles_are_in_both_languages(told):
    for kind in (DCAT.Catalog, DCAT.Dataset, DCAT.Distribution, DCAT.DataService):
        for node in told.subjects(RDF.type, kind):
            assert {title.language for title in told.objects(node, DCTERMS.title)} == {"sv", "en"}


def test_every_file_it_names_is_there(told, public):
    found = [str(uri).removeprefix(ADDRESS) for uri in told.objects(None, DCAT.downloadURL)]
    assert len(found) > 10
    assert all(path.startswith(DOWNLOADS) for path in found)
    assert {public.head(path).status_code for path in found} == {200}


def test_who_publishes_and_answers_is_a_setting(told):
    assert (None, FOAF.name, Literal("Socialdepartementet")) in told
    assert (None, VCARD.hasEmail, URIRef("mailto:data@example.se")) in told


def test_an_unknown_form_is_refused(public):
    answer = public.get("/dcat?format=xlsx")
    assert answer.status_code == 400
    assert "xlsx" in answer.get_json()["message"]["en"]


@pytest.mark.parametrize("host", ["localhost:8050", "127.0.0.1:1", "[::1]:8050", "localhost"])
def test_without_a_setting_it_answers_on_this_machine(host, pictures):
    answer = served(pictures, Settings()).get("/dcat", headers={"Host": host})
    assert answer.status_code == 200
    assert f"http://{host}/dcat#catalogue" in answer.text
    assert "mailto:" not in answer.text


@pytest.mark.parametrize(
    "host", ["evil.example", "localhost.evil.example", "127.0.0.1.evil", "a b", "localhost:x", "["]
)
def test_without_a_setting_no_strangers_name_gets_in(host, pictures):
    answer = served(pictures, Settings()).get("/dcat", headers={"Host": host})
    assert answer.status_code in (400, 404)
    assert "evil" not in answer.text


def test_who_has_it_already_is_sent_nothing(public):
    first = public.get("/dcat")
    again = public.get("/dcat", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


@pytest.mark.parametrize(
    "value", ["ftp://x", "http://example.se", "https://", "https://x/?a", "https://a@b", "x", "https://a b"]
)
def test_an_address_that_cannot_be_public_is_refused(value):
    with pytest.raises(SettingsError, match="HALSODIALOG_ADDRESS: found"):
        read_settings({"HALSODIALOG_ADDRESS": value})


def test_the_settings_are_read():
    found = read_settings({"HALSODIALOG_ADDRESS": f"{ADDRESS}/", "HALSODIALOG_CONTACT": "a.b@example.se"})
    assert (found.address, found.contact, found.publisher) == (ADDRESS, "a.b@example.se", "Hälsodialog")
    with pytest.raises(SettingsError, match="HALSODIALOG_CONTACT: found 'x'; must be an e-mail"):
        read_settings({"HALSODIALOG_CONTACT": "x"})
