"""How the other sources ask: splitting, paging, what has changed since a day, and the way back."""

import datetime as dt
from dataclasses import replace

import pytest

from intake.formats.wanted import Wanted
from intake.http.refusals import (
    ContractError,
    EmptyAnswerError,
    PagingError,
    RefusedError,
    StatusError,
    UnverifiedError,
    WaitTooLongError,
)
from intake.sources import SOURCES, read_source, socialstyrelsen
from tests.intake.sources.asking import REGIONS, one, read, values
from tests.replicas import others
from tests.replicas.figures import observations
from tests.replicas.testing import PACES, make_client


def scb(wanted):
    return next(item for item in wanted["scb"] if item.key == "folkmangd")


def test_statistics_sweden_is_asked_in_shorter_stretches_when_it_says_too_many(client, replicas, wanted):
    server = replicas["scb"]
    server.publisher.most_cells = 700
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


@pytest.mark.parametrize("source", ["socialstyrelsen", "oecd"])
def test_another_status_is_told_as_it_is(client, replicas, wanted, source):
    replicas[source].tell("status-400")
    item = sos() if source == "socialstyrelsen" else wanted["oecd"][0]
    with pytest.raises(StatusError, match="answered 400"):
        read(client, item, source=source)


def test_socialstyrelsen_gives_only_the_sexes_that_are_wanted(client):
    assert {row.sex for row in read(client, replace(sos(), sexes=("F",)), source="socialstyrelsen")} == {"F"}


def test_a_variable_that_must_be_chosen_and_is_not_named_is_refused(client, replicas, wanted, monkeypatch):
    publisher = replicas["scb"].publisher
    table = publisher.tables["TAB638"]
    strict = tuple(replace(d, can_be_left_out=d.code != "Kon" and d.can_be_left_out) for d in table.dimensions)
    monkeypatch.setitem(publisher.tables, "TAB638", replace(table, dimensions=strict))
    with pytest.raises(ContractError, match="Kon: found 'a variable'; is new and must be chosen"):
        read(client, scb(wanted), source="scb")


def test_statistics_sweden_is_never_asked_for_more_cells_than_we_ask_for(client, replicas, wanted, monkeypatch):
    monkeypatch.setattr(SOURCES["scb"], "MOST_CELLS", 700)
    rows = read(client, scb(wanted), source="scb")
    assert values(rows) == observations()[("scb", "folkmangd")]
    assert sum("/data" in target for target in replicas["scb"].requests) > 7
