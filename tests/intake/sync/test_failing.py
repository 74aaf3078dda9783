"""What goes wrong around a sync: publishers that are down, no network, two runs at once, a disk that is full."""

import errno
import os
import socket
from dataclasses import replace

import pytest

from indicators.data_folder import DataFolder
from indicators.durable import PARTIAL
from intake.locking import BusyError, hold
from intake.sources import site_addresses
from intake.sync import StagingError, SyncError
from intake.sync.staging import read_staged
from tests.intake.sync.syncing import FIRST, KOLADA, SECOND, line_of, values
from tests.intake.sync.test_run import AREA, KEY, nudge

EVERY = ("kolada", "fohm", "fk", "eurostat")


@pytest.fixture
def nowhere():
    """An address of this machine where nobody answers."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        yield f"http://127.0.0.1:{taken.getsockname()[1]}/nobody"


def moved(sync, *names, to):
    return replace(sync.addresses, chosen={**sync.addresses.chosen, **dict.fromkeys(names, to)})


def test_a_source_that_is_down_costs_no_other_and_keeps_its_rows(sync, rows, nowhere):
    outcome = sync(addresses=moved(sync, "fohm", to=nowhere))
    line = line_of(outcome, "fohm")
    assert (line.status, line.series, line.refused) == ("unreachable", 0, 2)
    assert [(item.code, item.is_left, item.series) for item in outcome.refused] == [
        ("unreachable", False, ("medellivslangd",)),
        ("unreachable", True, ("sjalvskattad_halsa",)),
    ]
    assert outcome.is_staged
    assert not outcome.is_unreachable
    assert line_of(outcome, "kolada").status == "read"
    assert values(sync.candidate().rows) == values(rows)


def test_half_of_the_sources_down(sync, rows, replicas, nowhere):
    nudge(replicas, lambda held: held - 0.5)
    outcome = sync(addresses=moved(sync, "fohm", "eurostat", to=nowhere))
    assert [(tally.source, tally.status) for tally in outcome.tallies] == [
        ("eurostat", "unreachable"),
        ("fohm", "unreachable"),
        ("forsakringskassan", "read"),
        ("kolada", "read"),
        ("socialstyrelsen", "not-asked"),
    ]
    assert outcome.changed == (("kolada", KEY),)
    assert not outcome.is_whole


def test_without_network_everything_is_as_it_was(sync, replicas, nowhere):
    nudge(replicas, lambda held: held - 0.5)
    sync()
    before = sync.files()
    outcome = sync(addresses=site_addresses(**dict.fromkeys(EVERY, nowhere)))
    assert outcome.is_unreachable
    assert not outcome.is_staged
    assert sync.files() == before
    assert sync.candidate().changed == (("kolada", KEY),)


def test_a_publisher_that_asks_for_a_long_wait_is_left_in_peace(sync, replicas):
    replicas["fohm"].tell("status-429", retry_after=86_400)
    outcome = sync()
    assert [(item.code, item.is_left) for item in outcome.refused] == [
        ("wait-too-long", False),
        ("wait-too-long", True),
    ]
    assert len(replicas["fohm"].requests) == 1
    assert line_of(outcome, "fohm").status == "refused"


def test_a_publisher_that_fails_for_one_series_is_asked_for_the_others(sync, replicas):
    replicas["kolada"].tell("status-500", where=KOLADA[SECOND])
    outcome = sync("kolada")
    assert [item.series for item in outcome.refused] == [(KOLADA[SECOND],)]


def test_a_publisher_that_fails_for_two_series_alone_is_left_in_peace(sync, replicas):
    replicas["kolada"].tell("status-500")
    outcome = sync("kolada")
    assert [(len(item.series), item.is_left) for item in outcome.refused] == [(1, False), (1, False), (2, True)]
    assert outcome.refused[0].reason.startswith("answered 500")
    assert not outcome.is_unreachable


def test_two_at_once_the_second_is_told_of_the_first(sync):
    with hold(sync.folder, "halsodialog edition publish"):
        before = sync.files()
        said = rf"halsodialog edition publish \(process {os.getpid()}, since .*\) is writing to the data folder"
        with pytest.raises(BusyError, match=said):
            sync()
        assert sync.files() == before
    assert sync(is_dry=True).refused == (), "a dry run writes nothing, and needs nobody's leave"


def test_a_full_disk_leaves_what_was_staged(sync, replicas, monkeypatch):
    value = nudge(replicas, lambda held: held - 0.5)
    sync("kolada", indicators=(FIRST,))
    nudge(replicas, lambda held: held - 0.25)

    def refuse(*_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr("indicators.durable.os.fsync", refuse)
        with pytest.raises(SyncError, match=r"cannot be used \(No space left on device\): what was there is whole"):
            sync("kolada", indicators=(FIRST,))
    assert values(sync.candidate().rows)[("kolada", KEY, AREA, "2025", "T")] == value
    assert not [name for name in sync.files() if PARTIAL in name]


def test_a_folder_that_may_not_be_written_to(sync, monkeypatch):
    def refuse(*_, **__):
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    monkeypatch.setattr(DataFolder, "make", refuse)
    with pytest.raises(SyncError, match=r"cannot be used \(Read-only file system\)"):
        sync()


def test_a_staging_that_is_damaged_is_named_and_read_again(sync, replicas, rows):
    nudge(replicas, lambda held: held - 0.5)
    sync()
    path = next(sync.folder.intake.glob("*/rows.parquet"))
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(bytes(content))
    with pytest.raises(StagingError, match=r"intake/rows\.parquet: \(file\): found sha256 .*run halsodialog sync"):
        sync.candidate()
    assert sync().changed == (("kolada", KEY),)
    assert len(sync.candidate().rows) == len(rows)


@pytest.mark.parametrize("text", [b"", b"[]", b"{}", b'{"folder": "000009", "files": {"rows.parquet": "0"}}'])
def test_a_pointer_to_nothing_is_named(sync, text):
    sync(indicators=(FIRST,))
    (sync.folder.intake / "current.json").write_bytes(text)
    with pytest.raises(StagingError, match="run halsodialog sync to read it again"):
        read_staged(sync.folder)
