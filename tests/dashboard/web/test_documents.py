"""The HTML document of every address: status, language, title, and nothing that makes the server fail."""

import re
from html import unescape
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from dashboard.factory import page_modules
from indicators import AREAS, FRAMEWORK
from tests.tiers import examples

PAGES = [module.PAGE for module in page_modules()]
UNKNOWN = ["/nothing", "/region/99", "/region/14/x", "/dimension/money", "/indikator/happiness", "/404", "/en"]


def head(client, address):
    """Return (status, language, title) of a document."""
    answer = client.get(address, headers={"Accept": "text/html"})
    text = answer.get_data(as_text=True)
    language = re.search(r'<html lang="(\w+)">', text)
    title = re.search(r"<title>(.*?)</title>", text, re.DOTALL)
    assert language, address
    assert title, address
    return answer.status_code, language.group(1), unescape(title.group(1))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_page_has_its_title_in_both_languages(page, client):
    for path in [page.path, *([f"{page.path}/{page.example}"] if page.knows else [])]:
        swedish, english = head(client, path), head(client, f"{path}?lang=en")
        assert swedish[:2] == (200, "sv")
        assert english[:2] == (200, "en")
        for title in (swedish[2], english[2]):
            assert title.endswith(" – Hälsodialog")
            assert not title.startswith(" – ")


def test_no_two_addresses_have_the_same_title(client):
    paths = [page.path for page in PAGES] + [f"/region/{code}" for code in AREAS.region_codes]
    paths += [f"/dimension/{dimension.code}" for dimension in FRAMEWORK.dimensions]
    titles = [head(client, path)[2] for path in paths]
    assert len(set(titles)) == len(titles)


def test_a_region_is_named_in_the_title(client):
    assert head(client, "/region/14")[2] == "Västra Götalandsregionen – Hälsodialog"
    assert head(client, "/region?lang=en")[2] == "Regions – Hälsodialog"


@pytest.mark.parametrize("path", UNKNOWN)
def test_an_unknown_address_is_404_with_a_language_and_a_title(path, client):
    assert head(client, path) == (404, "sv", "Sidan finns inte – Hälsodialog")
    assert head(client, f"{path}?lang=en")[:2] == (404, "en")
    assert client.head(path).status_code == 404


def test_a_last_slash_means_nothing(client):
    assert head(client, "/region/14/") == head(client, "/region/14")
    assert head(client, "/region/") == head(client, "/region")


def test_an_unknown_language_falls_back_to_swedish(client):
    assert head(client, "/region/14?lang=fi")[1] == "sv"


def test_what_stands_in_the_address_never_stands_in_the_document(client):
    for address in ("/region/<script>alert(1)</script>", "/?lang=<script>alert(1)</script>", "/?x=%22%3E%3Cb%3Ealert"):
        assert "alert" not in client.get(address).get_data(as_text=True)


def test_the_document_asks_no_other_host(client):
    text = client.get("/").get_data(as_text=True)
    assert not re.findall(r'(?:src|href)="(?:https?:)?//', text)


WILD = st.one_of(
    st.text(max_size=50),
    st.sampled_from(["%00", "%ff%fe", "../../etc/passwd", "{0}", "<b>", "a" * 4000, "\r\nX: 1", "%", "%u0000", "'"]),
)
PATHS = st.sampled_from([*(page.path for page in PAGES), "/region/14", "/api/v1/scorecard/14", "/healthz"])
NAMES = st.sampled_from(["lang", "sex", "period", "regions", "indicator", "series", "path_code", "area", "x", ""])


@examples(150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(path=PATHS, more=st.one_of(st.just(""), WILD), query=st.dictionaries(NAMES, WILD, max_size=4))
def test_no_address_makes_the_server_fail(client, path, more, query):
    address = f"{path.rstrip('/')}/{quote(more, safe='/%')}" if more.strip("/") else path
    answer = client.get(address, query_string=query)
    assert answer.status_code in (200, 301, 308, 400, 404), (address, query)


@pytest.mark.parametrize(
    "address",
    ["//", "/%00", "/region/%2e%2e", "/region/14?lang=en&lang=sv", "/?&&=&=1", "/" + "1" * 9000, "/region/14?%"],
)
def test_odd_addresses_are_answered(address, client):
    assert client.get(address).status_code < 500


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_other_methods_are_refused_and_do_not_fail(method, client):
    for path in ("/", "/region/14", "/healthz", "/api/v1/indicators"):
        assert getattr(client, method)(path).status_code == 405
