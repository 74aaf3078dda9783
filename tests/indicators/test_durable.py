"""Files and editions are whole or not there, whatever happens to the process or the disk on the way."""

import errno
import os
import stat
from pathlib import Path

import pytest

from indicators.durable import PARTIAL, discard, new_folder, sweep, write_bytes
from tests.intake.crashing import STEPS, Stop, watched
from tests.intake.killing import kill_all, moments
from tests.tiers import at_night

# tests.bench.crash_publish has 200 moments, every step ten times, and every point.
MOMENTS, SEED = 6, 20261122
POINTS_OF_A_FILE = ["made a file", "half of", "before fsync", "before replace"]
POINTS_OF_A_FOLDER = ["made a folder", "before fsync", "before rename"]


def content_of(folder):
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def fill(path):
    with new_folder(path) as folder:
        (folder / "a").write_bytes(b"one")
        (folder / "b").write_bytes(b"two")


def test_a_file_is_replaced_and_nothing_is_left(tmp_path):
    write_bytes(tmp_path / "a", b"old")
    write_bytes(tmp_path / "a", b"new")
    assert content_of(tmp_path) == {Path("a"): b"new"}
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o644


def test_a_file_is_on_the_disk_before_it_has_its_name(tmp_path):
    with watched(Stop()) as stop:
        write_bytes(tmp_path / "a", b"new")
    named = next(place for place, event in enumerate(stop.seen) if event.startswith("before replace"))
    assert stop.seen.index("after fsync") < named < len(stop.seen) - 1 - stop.seen[::-1].index("before fsync")


@pytest.mark.parametrize("fault", [errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EIO])
@pytest.mark.parametrize("point", POINTS_OF_A_FILE)
def test_a_file_that_cannot_be_written_stays_as_it_was(tmp_path, point, fault):
    write_bytes(tmp_path / "a", b"old")
    with watched(Stop(point, fault)), pytest.raises(OSError, match=os.strerror(fault)):
        write_bytes(tmp_path / "a", b"new")
    kept = content_of(tmp_path)
    assert kept.pop(Path("a")) == b"old"
    # Where the temporary file itself fails there is nobody yet to remove it: that is left for `sweep`.
    assert sweep(tmp_path) == len(kept)
    assert len(kept) == (point == "made a file")


@pytest.mark.parametrize("point", POINTS_OF_A_FOLDER)
def test_a_folder_that_cannot_be_written_is_not_there(tmp_path, point):
    with watched(Stop(point, errno.ENOSPC)), pytest.raises(OSError, match="No space left"):
        fill(tmp_path / "1")
    sweep(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_whose_name_may_be_lost_is_taken_away(tmp_path):
    """The last sync, of the folder around it, fails: nobody may begin to read it."""
    with watched(Stop()) as stop:
        fill(tmp_path / "1")
    last = len(stop.seen) - 2
    assert stop.seen[last] == "before fsync"
    with watched(Stop(last, errno.EIO)), pytest.raises(OSError, match="Input/output"):
        fill(tmp_path / "2")
    assert [path.name for path in tmp_path.iterdir()] == ["1"]


def test_a_folder_is_whole_on_the_disk_before_it_has_its_name(tmp_path):
    with watched(Stop()) as stop:
        fill(tmp_path / "1")
    named = stop.seen.index(f"before rename to a number in {tmp_path.name}")
    # Two files and the folder itself before it, and the folder around it after.
    assert stop.seen[:named].count("after fsync") == 3
    assert stop.seen[named:].count("after fsync") == 1
    assert stat.S_IMODE((tmp_path / "1").stat().st_mode) == 0o755


def test_a_folder_that_is_there_is_not_replaced(tmp_path):
    fill(tmp_path / "1")
    with pytest.raises(FileExistsError):
        fill(tmp_path / "1")
    assert content_of(tmp_path / "1") == {Path("a"): b"one", Path("b"): b"two"}


def test_what_cannot_be_taken_away_in_one_step_stays_whole(tmp_path):
    fill(tmp_path / "1")
    with watched(Stop("before rename", errno.EROFS)):
        discard(tmp_path / "1")
    assert content_of(tmp_path / "1") == {Path("a"): b"one", Path("b"): b"two"}
    discard(tmp_path / "1")
    assert list(tmp_path.iterdir()) == []


def test_only_what_is_half_made_is_swept_up(tmp_path):
    (tmp_path / "kept").write_bytes(b"x")
    (tmp_path / f"{PARTIAL}file").write_bytes(b"x")
    (tmp_path / f"{PARTIAL}folder").mkdir()
    (tmp_path / f"{PARTIAL}folder" / "file").write_bytes(b"x")
    assert sweep(tmp_path) == 2
    assert content_of(tmp_path) == {Path("kept"): b"x"}
    assert sweep(tmp_path / "nowhere") == 0


# Half a file, and all but done: one that leaves something half made, and one that leaves the new edition.
SMOKE = (STEPS["half written"], STEPS["after the pointer's replace"])


@pytest.mark.parametrize("plans", [SMOKE, *at_night(((*STEPS.values(), *moments(MOMENTS, SEED)),))], ids=len)
def test_a_publish_that_is_killed_leaves_the_old_edition_or_the_new_one(tmp_path, plans):
    outcome = kill_all(tmp_path, plans)
    assert outcome.faults == []
    assert outcome.kills == len(plans)
    # Whoever comes after finds something to sweep up, and of the killings at the end the new edition.
    assert outcome.swept > 0
    assert outcome.outcomes["new"] > 0
    assert outcome.readings.polls > outcome.kills
