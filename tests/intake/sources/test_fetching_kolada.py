"""How Kolada is asked: parts, pages, what has changed since a day, and next pages that lead elsewhere."""

import datetime as dt
import json
import re
from urllib.parse import unquote

import pytest

from intake.http.client import Limits
from intake.http.refusals import EmptyAnswerError, ForeignAddressError, PagingError
from intake.sources import kolada
from tests.intake.sources.asking import KPI, one, read, values
from tests.replicas.figures import observations
from tests.replicas.kolada import Kolada
from tests.replicas.testing import make_client

HOSTILE = [
    "https://example.org/v3/data/kpi/{path}?page=2",
    "file:///etc/passwd",
    "http://169.254.169.254/v3/data/kpi/x",
    "//example.org/v3",
    "https://user@127.0.0.1/v3/data",
    "javascript:alert(1)",
    "https://[",
    "http://127.0.0.1:1/{path}?page=2",
    "https://127.0.0.1/{path}?page=2",
    "\u0000",
    5,
    {},
    True,
    "",
]


@pytest.fixture
def small_pages(replicas):
    """Kolada with pages of forty."""
    replicas["kolada"].publisher.rows_a_page = 40
    yield replicas["kolada"]
    replicas["kolada"].publisher.rows_a_page = 5000


@pytest.fixture
def fresh_kolada(replicas):
    """Kolada whose figures may be changed."""
    server, before = replicas["kolada"], replicas["kolada"].publisher
    server.publisher = Kolada()
    yield server
    server.publisher = before


def test_kolada_is_asked_in_parts_of_at_most_25(client, replicas, wanted):
    some = [item for item in wanted["kolada"] if "municipality" in item.levels][:9]
    read(client, *some)
    for target in replicas["kolada"].requests:
        kpis, places = re.match(r"/v3/data/kpi/([^/]+)/municipality/([^/?]+)\?per_page=5000$", target).groups()
        assert len(kpis.split(",")) <= 8
        assert len(places.split(",")) <= 25


def test_every_page_is_followed(client, small_pages):
    rows = read(client, one())
    assert values(rows) == observations()[("kolada", KPI)]
    assert any("page=2" in target for target in small_pages.requests)


def test_earlier_pages_are_asked_for_again_at_the_end(client, small_pages):
    read(client, one())
    pages = sum("page=" in target or "per_page" in target for target in small_pages.requests)
    assert pages > -(-len({(a, p) for a, p, _ in observations()[("kolada", KPI)]}) // 40)


@pytest.mark.parametrize("address", HOSTILE)
def test_a_next_page_elsewhere_is_refused_and_nothing_is_sent_there(client, replicas, address):
    path = f"v3/data/kpi/{KPI}"
    told = address.format(path=path) if isinstance(address, str) else address
    replicas["kolada"].tell("next-url", value=told)
    with pytest.raises((PagingError, ForeignAddressError)):
        read(client, one())
    assert len(replicas["kolada"].requests) == 1


def test_a_next_page_on_another_host_with_the_same_path_is_refused_before_it_is_asked(client, replicas):
    replicas["kolada"].tell("next-url", value="https://example.org/v3/x")
    with pytest.raises(PagingError):
        read(client, one())
    path = unquote(replicas["kolada"].requests[0]).partition("?")[0]
    replicas.behave()
    replicas["kolada"].tell("next-url", value=f"https://example.org{path}?page=2")
    with pytest.raises(ForeignAddressError, match="no packet was sent"):
        read(client, one())


def test_a_page_that_leads_to_itself_is_refused(client, small_pages):
    read(client, one())
    second = next(target for target in small_pages.requests if "page=2" in target)
    small_pages.behave()
    small_pages.tell("next-url", where="page=2", value=f"{small_pages.origin}{second}")
    with pytest.raises(PagingError, match="was read already"):
        read(client, one())


def test_pages_without_end_are_refused(replicas, small_pages):
    with (
        make_client(replicas.addresses, limits=Limits(pages=3)) as client,
        pytest.raises(PagingError, match="more than 3 pages"),
    ):
        read(client, one())


def test_pages_that_change_while_they_are_read_are_read_again(client, fresh_kolada):
    publisher = fresh_kolada.publisher
    publisher.rows_a_page = 40
    answer, asked = publisher.answer, []

    def changing(request):
        asked.append(request.target)
        if len(asked) == 2:
            publisher.change(KPI, "0001", 1999, "T", 1.0, "2026-11-20")
        return answer(request)

    publisher.answer = changing
    found = values(read(client, one()))
    assert found == {**observations()[("kolada", KPI)], ("01", "1999", "T"): 1.0}


def test_pages_that_never_rest_are_refused(client, fresh_kolada):
    publisher = fresh_kolada.publisher
    publisher.rows_a_page = 40
    answer, n = publisher.answer, iter(range(1000))

    def changing(request):
        publisher.change(KPI, "0001", 1999, "T", float(next(n)), "2026-11-20")
        return answer(request)

    publisher.answer = changing
    with pytest.raises(PagingError, match="changed while they were read, 3 times"):
        read(client, one())


def test_a_full_page_that_does_not_say_whether_another_follows_is_refused(client, replicas, monkeypatch):
    monkeypatch.setattr(kolada, "ROWS_A_PAGE", 3)
    publisher = replicas["kolada"].publisher
    answer = publisher.answer

    def without(request):
        reply = answer(request)
        page = json.loads(reply.body)
        del page["next_url"]
        return reply.with_json(page)

    monkeypatch.setattr(publisher, "answer", without)
    with pytest.raises(PagingError, match="does not say whether another follows"):
        read(client, one())


def test_what_has_changed_since_a_day_is_asked_for_alone(client, fresh_kolada):
    fresh_kolada.publisher.change(KPI, "0013", 2024, "T", 12.5, "2026-11-20")
    fresh_kolada.publisher.change(KPI, "0014", 2024, "K", None, "2026-11-20")
    rows = read(client, one(since=dt.date(2026, 11, 19)))
    assert {(row.area, row.period) for row in rows} == {("13", "2024"), ("14", "2024")}
    found = values(rows)
    assert found[("13", "2024", "T")] == 12.5
    deleted = next(row for row in rows if (row.area, row.sex) == ("14", "F"))
    assert deleted.status == "not-reported"
    assert deleted.value != deleted.value


def test_nothing_changed_since_a_day_is_no_fault(client):
    assert read(client, one(since=dt.date(2026, 11, 19))) == []


def test_a_series_that_is_gone_is_named(client):
    with pytest.raises(EmptyAnswerError, match="nothing for N00001"):
        read(client, one(), one("N00001"))


def test_sexes_and_levels_that_were_not_asked_for_are_left_out(client):
    rows = read(client, one("U79133", levels=("region",), sexes=("F",)))
    assert {row.sex for row in rows} == {"F"}
    assert {row.level for row in rows} == {"region"}
