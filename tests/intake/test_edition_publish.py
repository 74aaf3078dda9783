"""Publishing what was read: a new edition with its changes and revisions, or nothing, and never half of one."""

import datetime as dt
import shutil
from dataclasses import replace

import pandas as pd
import pytest

from indicators import DataFolder, FaultError, Library, SourceReading
from indicators.editions.edition import EditionDamagedError
from indicators.editions.history import SourceRefusal
from indicators.observation import COLUMNS
from intake import BusyError, Judges, Order, publish, use
from intake.editions.publish import free_number, revisions_between
from intake.locking import hold
from intake.sync.staging import Staged, empty, read_staged, write_staged
from tests.builders import REGIONS, STOCKHOLM
from tests.intake.test_edition_build import CATALOGUE, REFERENCE, build

JUDGES = Judges(CATALOGUE, REFERENCE)
TODAY = dt.date(2026, 12, 1)
READING = SourceReading("kolada", "https://api.kolada.se/v3", "2026-12-01T03:00:00+00:00", "read", series=1)


@pytest.fixture(scope="module")
def embedded(tmp_path_factory):
    """A store as it comes with the program: one edition, of November."""
    return build(tmp_path_factory.mktemp("embedded")).folder.parent


@pytest.fixture
def order(embedded, tmp_path):
    folder = DataFolder(tmp_path / "data").make()
    return Order(folder, Library((folder.editions, embedded)), TODAY)


def rows_of(order):
    return pd.read_parquet(order.library.current().folder / "observations.parquet")[list(COLUMNS)]


def stage(order, rows, **more):
    with hold(order.folder, "test"):
        write_staged(order.folder, Staged(rows=rows, readings=(READING,), **more))


def with_value(rows, value, area=STOCKHOLM, period="2025"):
    """The rows with one value as it was read today."""
    place = (rows["area"] == area) & (rows["period"] == period)
    return rows.assign(
        value=rows["value"].where(~place, value), vintage=rows["vintage"].where(~place, TODAY.isoformat())
    )


def test_a_changed_value_is_a_new_edition_with_its_revision(order):
    stage(order, with_value(rows_of(order), 64.0))
    publication = publish(order, JUDGES)
    edition = publication.edition
    assert (publication.is_new, edition.number, edition.manifest["previous"]) == (True, "2026-12", "2026-11")
    assert order.library.current().number == "2026-12"
    assert edition.store.series("kolada", "N1").at("T", STOCKHOLM, "2025") == 64.0
    (revision,) = edition.revisions.all
    assert (revision.old, revision.new, revision.date, revision.edition) == (55.5, 64.0, "2026-12-01", "2026-12")
    assert (revision.area, revision.period, revision.sex, revision.source_key) == (STOCKHOLM, "2025", "T", "N1")
    assert edition.manifest["changes"]["changed"] == 1
    assert edition.changes.counts() == edition.manifest["changes"]
    assert edition.manifest["changes"]["turned"] >= 1
    assert read_staged(order.folder).rows.empty


def test_revisions_are_carried_on_from_edition_to_edition(order):
    for value, number in ((64.0, "2026-12"), (65.0, "2026-12.2")):
        stage(order, with_value(rows_of(order), value))
        edition = publish(order, JUDGES).edition
        assert edition.number == number
    assert [(item.old, item.new, item.edition) for item in edition.revisions.all] == [
        (55.5, 64.0, "2026-12"),
        (64.0, 65.0, "2026-12.2"),
    ]
    assert edition.revisions.of("kolada", "N1")["T", STOCKHOLM, "2025"].old == 64.0


def test_a_withdrawn_value_is_a_revision_to_nothing_and_never_zero(order):
    rows = rows_of(order)
    place = (rows["area"] == STOCKHOLM) & (rows["period"] == "2025")
    gone = with_value(rows, float("nan")).assign(status=rows["status"].where(~place, "not-reported"))
    stage(order, gone)
    edition = publish(order, JUDGES).edition
    assert [(item.old, item.new) for item in edition.revisions.all] == [(55.5, None)]
    assert edition.store.series("kolada", "N1").at("T", STOCKHOLM, "2025") is None
    assert edition.manifest["changes"]["lost"] == 1


def test_a_new_value_is_no_revision(order, embedded):
    rows = rows_of(order)
    later = rows[(rows["level"] == "region") & (rows["period"] == "2025")].assign(period="2026", vintage="2026-12-01")
    stage(order, pd.concat([rows, later]))
    edition = publish(order, JUDGES).edition
    assert (edition.revisions.all, edition.manifest["changes"]["new"]) == ((), len(REGIONS))


def test_a_group_s_changed_value_is_no_revision_of_everybody_s(order):
    rows = rows_of(order)
    of_group = rows[rows["area"] == STOCKHOLM].assign(group="education:low", value=40.0)
    later = pd.concat([rows, of_group.assign(value=41.0)])
    older = pd.concat([rows, of_group])
    assert list(revisions_between(older, later, "2026-12", TODAY)) == []
    assert len(list(revisions_between(older, with_value(later, 64.0), "2026-12", TODAY))) == 1


def test_the_first_own_edition_is_published_though_nothing_differs_and_the_second_is_not(order):
    stage(order, rows_of(order))
    first = publish(order, JUDGES)
    assert (first.is_new, first.edition.manifest["changes"]["changed"]) == (True, 0)
    stage(order, rows_of(order))
    assert publish(order, JUDGES).is_new is False
    assert order.library.numbers() == ("2026-12", "2026-11")
    assert read_staged(order.folder).rows.empty


def test_with_nothing_read_nothing_is_published(order):
    assert publish(order, JUDGES).is_new is False
    assert list(order.folder.editions.iterdir()) == []


def test_the_manifest_tells_where_and_when_it_was_read_and_what_was_refused(order):
    refusal = SourceRefusal(("N1",), "status", "kolada: answered 503", "https://api.kolada.se/v3/data")
    reading = replace(
        READING, status="partly", refused=(refusal,), bodies=({"address": "a", "sha256": "b", "bytes": 1},)
    )
    with hold(order.folder, "test"):
        write_staged(order.folder, Staged(rows=rows_of(order), readings=(reading,)))
    edition = publish(order, JUDGES).edition
    (source,) = edition.manifest["sources"]
    assert (source["address"], source["read_on"]) == ("https://api.kolada.se/v3", "2026-12-01")
    assert [item["sentence"] for item in source["refused"]] == ["kolada: answered 503"]
    assert edition.readings == (reading,)


def test_a_value_held_back_is_told_of_and_not_published(order):
    rows = rows_of(order)
    row = rows[(rows["area"] == STOCKHOLM) & (rows["period"] == "2025")].assign(
        value=5550.0, reason="unit", facts='{"ratio": 100}', held=55.5, read_on="2026-12-01"
    )
    stage(order, rows, quarantined=row)
    edition = publish(order, JUDGES).edition
    (item,) = edition.quarantine
    assert (item.value, item.held, item.reason, item.facts, item.area) == (
        5550.0,
        55.5,
        "unit",
        {"ratio": 100},
        STOCKHOLM,
    )
    assert edition.store.series("kolada", "N1").at("T", STOCKHOLM, "2025") == 55.5
    assert edition.manifest["counts"]["quarantined"] == 1


def test_a_number_that_is_taken_anywhere_is_refused_and_what_was_read_stays(order):
    stage(order, with_value(rows_of(order), 64.0))
    for number, words in (("2026-11", "never changed"), ("../2026", "a folder gets this name")):
        with pytest.raises(FaultError, match=words):
            publish(replace(order, number=number), JUDGES)
    assert order.library.current().number == "2026-11"
    assert len(read_staged(order.folder).rows) == len(rows_of(order))


def test_free_numbers_follow_each_other(order, embedded):
    assert free_number(order.library, TODAY) == "2026-12"
    assert free_number(order.library, dt.date(2026, 11, 30)) == "2026-11.2"
    for number in ("2026-12", "2026-12.2", "2026-12.10"):
        shutil.copytree(embedded / "2026-11", order.folder.editions / number)
    assert free_number(order.library, TODAY) == "2026-12.3"


def test_an_earlier_edition_is_used_again_and_the_next_one_follows_it(order):
    stage(order, with_value(rows_of(order), 64.0))
    publish(order, JUDGES)
    assert use(order, "2026-11").number == "2026-11"
    assert order.library.current().number == "2026-11"
    stage(order, with_value(rows_of(order), 66.0))
    edition = publish(order, JUDGES).edition
    assert (edition.number, edition.manifest["previous"]) == ("2026-12.2", "2026-11")
    assert [(item.old, item.new) for item in edition.revisions.all] == [(55.5, 66.0)]
    with pytest.raises(EditionDamagedError):
        use(order, "1999-12")


def test_who_comes_second_is_told_who_is_at_work(order):
    with hold(order.folder, "sync"), pytest.raises(BusyError, match=r"^sync \(process \d+, since 20"):
        publish(order, JUDGES)


def test_an_empty_quarantine_has_the_schemas_columns(order):
    stage(order, rows_of(order))
    edition = publish(order, JUDGES).edition
    found = pd.read_parquet(edition.folder / "quarantine.parquet")
    assert list(found.columns) == [*empty(COLUMNS).columns, "reason", "facts", "held", "read_on"]
