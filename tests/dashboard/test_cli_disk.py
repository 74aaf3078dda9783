"""A disk that fails while `edition publish` writes: one line, exit 2, and the old edition is served, whole."""

import os
import resource
import shutil
from unittest import mock

import pytest

from indicators.data_folder import DataFolder
from intake.editions import write as edition_write
from intake.locking import hold
from tests.dashboard.failing_disk import (
    ERRORS,
    content_of,
    fallible,
    faults_of_failing,
    faults_of_refused,
    make_origin,
    publish_at,
    served,
)
from tests.intake.crashing import Stop, generation_of, watched
from tests.intake.killing import processes
from tests.tiers import at_night, some

# tests.bench.disk_full fails at every point with every error, and on a small disk of its own.
# The largest file an edition of the tests has is 5 kB.
MOST_BYTES = (0, 100, 2000, 3000)


@pytest.fixture(scope="module")
def origin(tmp_path_factory):
    return make_origin(tmp_path_factory.mktemp("disk"))


@pytest.fixture
def root(origin, tmp_path):
    """A copy with something staged."""
    return shutil.copytree(origin[0], tmp_path / "data")


@pytest.mark.parametrize("every", [19, *at_night(6)])
def test_a_disk_that_fails_leaves_the_old_edition(origin, tmp_path, every):
    places = fallible(origin[1])
    assert len(places) > 30
    # The note of the lock, some of the writes, and the last: the sync after the pointer was replaced.
    for n, place in enumerate([*places[:-2:every], places[-2]]):
        assert list(faults_of_failing(origin[0], tmp_path / "tried", place, ERRORS[n % len(ERRORS)])) == [], place


def test_what_cannot_be_cleared_after_the_publish_does_not_undo_it(origin, root):
    with watched(Stop(fallible(origin[1])[-1], ERRORS[0])):
        assert publish_at(root) == (0, "")
    assert generation_of(served(root)) == 1
    # It says nothing new, and goes.
    assert publish_at(root) == (0, "")
    assert generation_of(served(root)) == 1
    assert not any(path.is_dir() for path in (root / "intake").iterdir())


def limited(root, most_bytes, pipe):
    """Publish where no file may have more than so many bytes: a limit that the system itself keeps."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (most_bytes, resource.RLIM_INFINITY))
    pipe.send(list(faults_of_refused(root)))


@pytest.mark.parametrize("most_bytes", some(MOST_BYTES, kept=[2000]))
def test_a_limit_the_system_keeps_leaves_the_old_edition(root, most_bytes):
    context = processes()
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=limited, args=(root, most_bytes, theirs), daemon=True)
    process.start()
    theirs.close()
    assert ours.recv() == []
    process.join()


def test_who_publishes_second_is_told_who_is_at_work(root):
    before = content_of(root / "editions")
    with hold(DataFolder(root), "halsodialog sync"):
        status, told = publish_at(root)
    assert status == 2
    assert told.startswith(f"halsodialog: halsodialog sync (process {os.getpid()}, since 20")
    assert (told.count("\n"), content_of(root / "editions")) == (1, before)


def test_a_damaged_staging_is_one_line(root):
    next((root / "intake").rglob("rows.parquet")).write_bytes(b"x")
    status, told = publish_at(root)
    assert (status, told.count("\n"), generation_of(served(root))) == (2, 1, 0)
    assert told.startswith("halsodialog: intake/rows.parquet: ")


def test_what_cannot_be_read_again_is_not_made_current(root):
    """A disk that says it wrote, and did not."""
    real = os.fsync

    def lose(handle):
        real(handle)
        for path in (root / "editions").glob(".partial-*/readings.json"):
            path.write_bytes(b"")

    before = content_of(root / "editions")
    with mock.patch.object(os, "fsync", lose), mock.patch.object(edition_write, "point_at") as pointed:
        status, told = publish_at(root)
    assert (status, told.count("\n"), pointed.called) == (2, 1, False)
    assert "/readings.json: sha256 is " in told
    assert content_of(root / "editions") == before
