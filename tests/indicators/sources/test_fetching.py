"""How each source asks: parts, pages, splitting, what has changed since a day, and the way back."""

import datetime as dt
import re
from dataclasses import replace
from urllib.parse import unquote

import pytest

from indicators.http.refusals import (
    ContractError,
    EmptyAnswerError,
    ForeignAddressError,
    PagingError,
    RefusedError,
    StatusError,
    UnverifiedError,
)
from indicators.intake.wanted import Wanted
from indicators.sources import SOURCES, read_source
from tests.replicas import others
from tests.replicas.figures import observations
from tests.replicas.kolada import Kolada
from tests.replicas.testing import make_client

KPI = "N79187"
REGIONS = ("nation", "region")
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


def one(key=KPI, levels=REGIONS, sexes=("T", "F", "M"), **more):
    return Wanted("sample", "kolada", key, levels, sexes, **more)


def read(client, *wanted, source="kolada"):
    rows = []
    for body in SOURCES[source].fetch(client, wanted):
        rows.extend(SOURCES[source].read(body))
    return rows


def values(rows):
    return {(row.area, row.period, row.sex): row.value for row in rows}


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
    ids = client.address("kolada", "")
    replicas["kolada"].tell("next-url", value="https://example.org/v3/x")
    with pytest.raises(PagingError):
        read(client, one())
    path = unquote(replicas["kolada"].requests[0]).partition("?")[0]
    replicas.behave()
    replicas["kolada"].tell("next-url", value=f"https://example.org{path}?page=2")
    with pytest.raises(ForeignAddressError, match="no packet was sent"):
        read(client, one())
    assert ids.startswith("http://127.0.0.1")


def test_a_page_that_leads_to_itself_is_refused(client, small_pages):
    first = None

    def remember(target):
        return f"{small_pages.origin}{target}"

    read(client, one())
    first = remember(next(target for target in small_pages.requests if "page=2" in target))
    small_pages.behave()
    small_pages.tell("next-url", where="page=2", value=first)
    with pytest.raises(PagingError, match="was read already"):
        read(client, one())


def test_pages_without_end_are_refused(replicas, small_pages):
    from indicators.client import Limits

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
    from indicators.sources import kolada

    monkeypatch.setattr(kolada, "ROWS_A_PAGE", 3)
    publisher = replicas["kolada"].publisher
    answer = publisher.answer

    def without(request):
        import json

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


def scb(wanted):
    return next(item for item in wanted["scb"] if item.key == "folkmangd")


def test_statistics_sweden_is_asked_in_shorter_stretches_when_it_says_too_many(client, replicas, wanted):
    server = replicas["scb"]
    server.publisher.most_cells = 50
    try:
        rows = read(client, scb(wanted), source="scb")
    finally:
        server.publisher.most_cells = 150000
    assert values(rows) == observations()[("scb", "folkmangd")]
    assert sum("/data" in target for target in server.requests) > 7


def test_a_table_that_is_too_large_for_a_single_year_is_refused(client, replicas, wanted):
    replicas["scb"].tell("status-403", where="/data")
    with pytest.raises(StatusError, match="403"):
        read(client, replace(scb(wanted), ask={**scb(wanted).ask, "older_path": None}), source="scb")


@pytest.mark.parametrize("fault", ["status-404", "status-500", "status-503", "reset"])
def test_the_older_interface_answers_when_the_newer_does_not(client, replicas, wanted, fault):
    replicas["scb"].tell(fault)
    rows = read(client, scb(wanted), source="scb")
    assert values(rows) == observations()[("scb", "folkmangd")]
    assert replicas["scb_v1"].requests


@pytest.mark.parametrize("fault", ["status-400", "unit-changed", "html"])
def test_what_the_older_interface_cannot_mend_is_refused(client, replicas, wanted, fault):
    replicas["scb"].tell(fault, where="/data" if fault == "unit-changed" else "")
    reading = read_source("scb", client, [scb(wanted)])
    assert reading.refused is not None
    assert replicas["scb_v1"].requests == []


def test_a_table_that_has_not_changed_since_a_day_is_not_read(client, replicas, wanted):
    item = replace(scb(wanted), since=dt.date(2026, 9, 1))
    assert read(client, item, source="scb") == []
    assert not any("/data" in target for target in replicas["scb"].requests)
    assert read(client, replace(item, since=dt.date(2026, 8, 15)), source="scb")


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"contents": "BE0101N9"}, "the code 'BE0101N9' is missing"),
        ({"held": {"Alder": "100"}}, "the code '100' is missing"),
        ({"held": {"Ålder": "tot"}}, "'Ålder' is missing"),
        ({"unit": "tusental"}, "the unit has changed"),
        ({"place": "Kommun"}, "'Kommun' is missing"),
    ],
)
def test_a_table_of_another_kind_is_refused(client, wanted, change, reason):
    item = replace(scb(wanted), ask={**scb(wanted).ask, **change, "older_path": None})
    with pytest.raises(ContractError, match=reason):
        read(client, item, source="scb")


@pytest.mark.parametrize(
    ("held", "reason"),
    [
        ({"Kön": "00"}, "is new and must be chosen"),
        ({"Hälsotillstånd": "09", "Andel och konfidensintervall": "01", "Kön": "00"}, "the code '09' is missing"),
        ({"Hälsotillstånd": "01", "Andel och konfidensintervall": "01", "Kon": "00"}, "'Kon' is missing"),
        ({"Hälsotillstånd": "02", "Andel och konfidensintervall": "01", "Kön": "00"}, "without a single value"),
    ],
)
def test_folkhalsodata_is_asked_only_for_what_it_has(client, wanted, held, reason):
    item = next(item for item in wanted["fohm"] if item.key == "sjalvskattad_halsa")
    with pytest.raises(RefusedError, match=reason):
        read(client, replace(item, ask={**item.ask, "held": held}), source="fohm")


def sos():
    ask = {"subject": others.SUBJECT, "measure": others.MEASURE, "code": others.CODE, "age": others.AGE}
    return Wanted("sample", "socialstyrelsen", "x", REGIONS, ("T", "F", "M"), ask)


def test_the_pages_of_socialstyrelsen_are_asked_for_by_number(client, replicas, monkeypatch):
    from indicators.sources import socialstyrelsen

    monkeypatch.setattr(replicas["socialstyrelsen"].publisher, "rows_a_page", 100)
    monkeypatch.setattr(socialstyrelsen, "ROWS_A_PAGE", 100)
    found = values(read(client, sos(), source="socialstyrelsen"))
    assert found == {at: value for at, value in observations()[others.STAND_IN].items() if len(at[0]) == 2}
    assert len(replicas["socialstyrelsen"].requests) > 5


def test_a_short_page_of_socialstyrelsen_is_refused(client, replicas, monkeypatch):
    monkeypatch.setattr(replicas["socialstyrelsen"].publisher, "rows_a_page", 100)
    with pytest.raises(PagingError, match="100 of 5000 rows"):
        read(client, sos(), source="socialstyrelsen")


@pytest.mark.parametrize("source", ["socialstyrelsen", "oecd"])
def test_no_such_code_is_an_empty_answer(client, replicas, wanted, source):
    replicas[source].tell("status-404")
    item = sos() if source == "socialstyrelsen" else wanted["oecd"][0]
    with pytest.raises(EmptyAnswerError):
        read(client, item, source=source)


def test_eurostat_without_values_is_refused(client, wanted):
    item = wanted["eurostat"][0]
    with pytest.raises(EmptyAnswerError):
        read(client, replace(item, ask={**item.ask, "held": {**item.ask["held"], "unit": "NR"}}), source="eurostat")


def test_oecd_is_asked_at_most_sixty_times_an_hour(replicas, fake, wanted, tmp_path):
    from indicators.http.limits import PACES
    from indicators.http.refusals import WaitTooLongError

    with make_client(replicas.addresses, fake=fake, paces=PACES, store=tmp_path / "store") as client:
        for _ in range(60):
            read(client, wanted["oecd"][0], source="oecd")
    again = make_client(replicas.addresses, fake=fake, paces=PACES, store=tmp_path / "store")
    with again as client, pytest.raises(WaitTooLongError, match="the calls the publisher allows are used"):
        read(client, wanted["oecd"][0], source="oecd")
    assert len(replicas["oecd"].requests) == 60


@pytest.mark.parametrize("source", [name for name in SOURCES if name != "files"])
def test_doubt_is_refused_by_every_source(client, source):
    item = Wanted("sample", "x", "y", REGIONS, doubt="nobody knows the table")
    with pytest.raises(UnverifiedError, match="x: y: nobody knows the table"):
        list(SOURCES[source].fetch(client, [item]))


def test_nothing_wanted_is_nothing_asked(client, replicas):
    for source in SOURCES.values():
        assert list(source.fetch(client, [])) == []
    assert all(server.requests == [] for server in replicas.servers.values())


def test_a_folder_that_is_not_there_is_refused(client):
    assert read_source("files", client, [one()]).refused.code == "unreachable"
