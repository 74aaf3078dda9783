"""One writer at a time: who comes second is told, and a run that died holds nothing."""

import datetime as dt
import errno
import os
import threading
from pathlib import Path

import orjson
import pytest

from indicators.data_folder import DataFolder
from indicators.durable import PARTIAL
from intake import BusyError
from intake.locking import hold
from tests.intake.killing import LONGEST_S, processes, race

NOTE = ".lock-holder.json"
RACES = 20


def hold_on(root, pipe):
    """Hold a data folder until told to end."""
    with hold(DataFolder(root), "edition publish"):
        pipe.send("held")
        pipe.poll(LONGEST_S)


@pytest.fixture
def holder(tmp_path):
    """Another process that holds the folder; end it in peace or kill it."""
    context = processes()
    ours, theirs = context.Pipe()
    process = context.Process(target=hold_on, args=(tmp_path, theirs), daemon=True)
    process.start()
    theirs.close()
    assert ours.recv() == "held"
    yield process, ours
    ours.close()
    process.join(LONGEST_S)


def free(root):
    with hold(DataFolder(root), "halsodialog sync"):
        return True


def test_who_comes_second_is_told_who_is_at_work_and_since_when(holder, tmp_path):
    with pytest.raises(BusyError) as busy:
        free(tmp_path)
    since = orjson.loads((tmp_path / NOTE).read_bytes())["since"]
    assert str(busy.value) == (
        f"edition publish (process {holder[0].pid}, since {since}) is writing to the data folder; "
        "nothing was changed: wait for it to end and run this again"
    )
    assert dt.datetime.now(dt.UTC) - dt.datetime.fromisoformat(since) < dt.timedelta(minutes=2)


def test_the_lock_is_free_when_the_other_is_done(holder, tmp_path):
    holder[1].close()
    holder[0].join(LONGEST_S)
    assert not (tmp_path / NOTE).exists()
    assert free(tmp_path)


def test_the_lock_of_a_killed_run_is_free_and_its_note_says_nothing(holder, tmp_path):
    holder[0].kill()
    holder[0].join(LONGEST_S)
    assert (tmp_path / NOTE).exists()
    with hold(DataFolder(tmp_path), "halsodialog sync"):
        assert orjson.loads((tmp_path / NOTE).read_bytes())["pid"] == os.getpid()
    assert not (tmp_path / NOTE).exists()


@pytest.mark.parametrize("note", [b"", b"{", b"[]", b"null", b"7", b'"x"', b"{}", b'{"doing": "x"}', b"\xff"])
def test_a_note_that_is_none_tells_of_another_run(holder, tmp_path, note):
    (tmp_path / NOTE).write_bytes(note)
    with pytest.raises(BusyError, match=r"^another run is writing to the data folder"):
        free(tmp_path)


def test_a_missing_note_tells_of_another_run(holder, tmp_path):
    (tmp_path / NOTE).unlink()
    with pytest.raises(BusyError, match=r"^another run is writing to the data folder"):
        free(tmp_path)


def test_two_threads_of_one_process_are_two_writers(tmp_path):
    told = []

    def second():
        try:
            free(tmp_path)
        except BusyError as error:
            told.append(str(error))

    with hold(DataFolder(tmp_path), "edition use 2026-11"):
        thread = threading.Thread(target=second)
        thread.start()
        thread.join()
    assert told[0].startswith(f"edition use 2026-11 (process {os.getpid()}, since ")


@pytest.mark.parametrize("name", ["write_bytes", "unlink"])
def test_a_note_that_cannot_be_written_or_removed_leaves_the_lock_free(tmp_path, monkeypatch, name):
    def fail(self, *arguments, **more):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(self))

    with monkeypatch.context() as broken:
        broken.setattr(Path, name, fail)
        if name == "write_bytes":
            with pytest.raises(OSError, match="No space left"):
                free(tmp_path)
        else:
            assert free(tmp_path)
    assert free(tmp_path)


def test_what_was_left_half_made_is_swept_up_wherever_it_lies(tmp_path):
    folder = DataFolder(tmp_path).make()
    (folder.uploads / "14").mkdir()
    places = [folder.root, folder.editions, folder.intake, folder.uploads, folder.uploads / "14"]
    for place in places:
        (place / f"{PARTIAL}x").write_bytes(b"x")
    assert free(tmp_path)
    assert [path for place in places for path in place.glob(f"{PARTIAL}*")] == []


def test_an_error_in_the_work_frees_the_lock(tmp_path):
    with pytest.raises(ZeroDivisionError), hold(DataFolder(tmp_path), "x"):
        raise ZeroDivisionError
    assert free(tmp_path)


def test_nothing_live_is_swept_up_in_a_race(tmp_path):
    tally, faults = race(tmp_path, RACES)
    assert faults == []
    assert (tally["left"], tally["busy"] + tally["swept"]) == (0, RACES)
    assert tally["busy"] > 0
