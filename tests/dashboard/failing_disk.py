"""`edition publish` with the indicators of the tests, on a disk that fails; and what must hold afterwards."""

import contextlib
import errno
import io
import os
import shutil
from unittest import mock

from dashboard.cli import editions, main
from indicators.editions.library import Library
from tests.intake.crashing import (
    JUDGES,
    PUBLISHED,
    Stop,
    every_point,
    found,
    generation_of,
    partials,
    stage,
    watched,
)

ERRORS = (errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EIO)
ARGUMENTS = ("edition", "publish", "--published", PUBLISHED.isoformat())


def make_origin(root):
    """A data folder with generation 0 published and generation 1 staged, and the points of publishing it."""
    folder, rows = found(root / "origin")
    stage(folder, rows, 1)
    return folder.root, every_point(*found(root / "counted"))


def fallible(events):
    """The points at which a disk can fail, one of each name: a call that comes back has not failed.

    The last but one is the sync after the pointer was replaced; the last is after the publish.
    """
    begins = [(event, place) for place, event in enumerate(events) if not event.startswith(("after", "made"))]
    named = dict(reversed(begins))
    last = [place for event, place in begins if event == "before fsync"][-2:]
    return [*sorted(set(named.values()) - set(last)), *last]


def publish_at(root):
    """Run the command over a data folder: its exit status, and what it says on stderr."""
    judges = {"read_catalogue": lambda: JUDGES.catalogue, "read_reference": lambda: JUDGES.reference}
    told = io.StringIO()
    with (
        mock.patch.multiple(editions, **judges),
        mock.patch.dict(os.environ, {"HALSODIALOG_DATA": str(root)}),
        contextlib.redirect_stdout(io.StringIO()),
        contextlib.redirect_stderr(told),
    ):
        return main(ARGUMENTS), told.getvalue()


def served(root):
    """The edition that is shown."""
    return Library((root / "editions",)).current()


def content_of(folder):
    """Every file below a folder."""
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def faults_of_failing(origin, root, place, fault):
    """Publish a copy of a data folder with one error at one point; yield what does not hold of what was promised."""
    shutil.copytree(origin, root)
    before = content_of(root / "editions")
    with watched(Stop(place, fault)) as stop:
        status, told = publish_at(root)
    if len(stop.seen) <= place:
        yield "the point was not reached"
    if (status, told.count("\n"), told[:13]) != (2, 1, "halsodialog: ") or os.strerror(fault) not in told:
        yield f"exit {status}, saying {told!r}"
    if content_of(root / "editions") != before or served(root).fallback or generation_of(served(root)):
        yield "the editions are not as they were"
    if partials(root):
        yield f"half made: {partials(root)}"
    # What was read is still there to be published when the disk is well again.
    if publish_at(root)[0] or generation_of(served(root)) != 1:
        yield "it could not be published afterwards"
    shutil.rmtree(root)


def faults_of_refused(root, generation=0):
    """Publish where the system refuses it; yield what does not hold of what was promised."""
    status, told = publish_at(root)
    if (status, told.count("\n"), told[:13]) != (2, 1, "halsodialog: "):
        yield f"exit {status}, saying {told!r}"
    if generation_of(served(root)) != generation or served(root).fallback:
        yield "the edition that is shown is another"
    if partials(root) or [
        path for path in (root / "editions").rglob("*") if path.is_file() and not path.stat().st_size
    ]:
        yield "half made or empty files are left"
