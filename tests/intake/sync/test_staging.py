"""What is staged: written, read back, and emptied."""

import errno
import os
from dataclasses import replace

import pytest

from indicators.durable import PARTIAL, sweep
from indicators.editions.history import SourceReading, SourceRefusal
from intake.frames import QUARANTINED
from intake.sync import clear_staged, read_candidate
from intake.sync.staging import Staged, read_staged, write_staged
from tests.intake.sync.syncing import ABROAD, FIRST, KOLADA

READING = SourceReading(
    "kolada", "https://example.org", "2026-11-21T03:00:00+00:00", "partly", 1, 2, 3, 4, 5, 6,
    (SourceRefusal(("N1",), "status", "answered 404", "https://example.org/N1"),),
    ({"address": "https://example.org/N2", "sha256": "0" * 64, "bytes": 7},),
)  # fmt: skip


@pytest.fixture
def staged(rows, edition):
    some = rows[rows["source_key"] == KOLADA[FIRST]].reset_index(drop=True)
    held_back = some.tail(2).assign(reason="leap", facts="{}", held=1.5, read_on="2026-11-21")[list(QUARANTINED)]
    return Staged(
        rows=some.head(5),
        quarantined=held_back.reset_index(drop=True),
        international={ABROAD: edition.countries[ABROAD]},
        readings=(READING,),
        origins={("kolada", KOLADA[FIRST]): "kolada"},
    )


def test_what_is_written_is_read_back(sync, staged):
    write_staged(sync.folder.make(), staged)
    found = read_staged(sync.folder)
    assert found.rows.equals(staged.rows)
    assert found.quarantined.equals(staged.quarantined)
    assert (found.international, found.readings, found.origins) == (
        staged.international,
        staged.readings,
        staged.origins,
    )


def test_nothing_is_staged_in_a_folder_that_is_not_there(sync, edition, rows):
    candidate = read_candidate(sync.folder, edition)
    assert len(candidate.rows) == len(rows)
    assert (candidate.changed, candidate.readings) == ((), edition.readings)
    clear_staged(sync.folder)
    assert not sync.folder.root.exists()


def test_the_staging_is_emptied(sync, staged, rows):
    write_staged(sync.folder.make(), staged)
    assert len(sync.candidate().quarantined) == 2
    clear_staged(sync.folder)
    assert sync.files() == {}
    assert len(sync.candidate().quarantined) == 0


def test_only_the_newest_staging_is_kept(sync, staged):
    for _ in range(3):
        write_staged(sync.folder.make(), staged)
    assert [path.name for path in sync.folder.intake.iterdir() if path.is_dir()] == ["000003"]


def test_a_staged_series_keeps_what_another_edition_holds_unchanged(sync, staged, rows):
    write_staged(sync.folder.make(), staged)
    candidate = sync.candidate()
    assert len(candidate.rows) == len(rows), "what was not staged of the series stays"
    assert candidate.changed == ()


# Five files and the folder, its new name, the folder it lies in, the pointer, its new name, and the folder again.
STEPS = 11


class KilledError(BaseException):
    """Stands for the end of the process: nothing is cleaned up after it."""


def failing_at(monkeypatch, step, error):
    """Let the given one of all calls that make something durable fail; returns those that were made."""
    calls = []

    def watched(real):
        def call(*arguments, **named):
            calls.append(real)
            if len(calls) == step:
                raise error
            return real(*arguments, **named)

        return call

    monkeypatch.setattr("indicators.durable.os.fsync", watched(os.fsync))
    monkeypatch.setattr("indicators.durable.Path.replace", watched(os.replace))
    monkeypatch.setattr("indicators.durable.Path.rename", watched(os.rename))
    return calls


@pytest.fixture
def old_and_new(sync, staged):
    """A staging that is there, and one that is to be put in its place."""
    new = replace(staged, rows=staged.rows.assign(value=7.25))
    write_staged(sync.folder.make(), staged)
    return [float(some.rows["value"].iloc[0]) for some in (staged, new)], new


def staged_value(sync):
    return float(read_staged(sync.folder).rows["value"].iloc[0])


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EROFS, errno.EIO])
def test_a_disk_that_fails_at_any_step_leaves_the_old_or_the_new(sync, old_and_new, monkeypatch, code):
    allowed, new = old_and_new
    seen = []
    for step in range(1, STEPS + 1):
        with monkeypatch.context() as patch:
            failing_at(patch, step, OSError(code, os.strerror(code)))
            with pytest.raises(OSError, match=os.strerror(code)):
                write_staged(sync.folder, new)
        seen.append(staged_value(sync))
        assert not [name for name in sync.files() if PARTIAL in name]
    assert seen == sorted(seen, key=allowed.index), "once it is the new one it stays so"
    assert set(seen) == set(allowed)
    with monkeypatch.context() as patch:
        calls = failing_at(patch, 0, None)
        write_staged(sync.folder, new)
    assert len(calls) == STEPS


def test_a_run_that_is_killed_at_any_step_leaves_the_old_or_the_new(sync, old_and_new, monkeypatch):
    allowed, new = old_and_new
    seen = []
    for step in range(1, STEPS + 1):
        with monkeypatch.context() as patch:
            failing_at(patch, step, KilledError())
            patch.setattr("indicators.durable.shutil.rmtree", lambda *_, **__: None)
            patch.setattr("indicators.durable.Path.unlink", lambda *_, **__: None)
            with pytest.raises(KilledError):
                write_staged(sync.folder, new)
        seen.append(staged_value(sync))
    assert seen == sorted(seen, key=allowed.index)
    assert set(seen) == set(allowed)
    assert sweep(sync.folder.intake) > 0, "who holds the lock next clears what is half made"
    write_staged(sync.folder, new)
    assert len([path for path in sync.folder.intake.iterdir() if path.is_dir()]) == 1
