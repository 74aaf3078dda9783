"""A publish that can be stopped at any point: killed, or failed as a full disk fails it."""

import contextlib
import datetime as dt
import os
import signal
import tempfile
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from unittest import mock

import pyarrow.parquet as pq

from indicators import Catalogue
from indicators.data_folder import DataFolder
from indicators.durable import PARTIAL
from indicators.editions.library import Library
from indicators.observation import COLUMNS
from intake import Judges, Order, Publication, publish
from intake.editions.build import read_figures
from intake.editions.write import Content, Name, write_edition
from intake.sync.staging import Staged, write_staged
from tests.builders import STOCKHOLM, countries, definition, graded, reference, target, write_figures

JUDGES = Judges(Catalogue((definition(),)), reference(target(value=60.0), graded()))
PAIR = ("kolada", "N1")
PUBLISHED = dt.date(2026, 11, 21)
# The points of a publish that the promise names, by the first event of `watched` that is one.
STEPS = {
    "temp opened": "made a folder in editions",
    "half written": "half of observations.parquet",
    "before fsync": "before fsync",
    "after fsync": "after fsync",
    "before the folder's rename": "before rename to a number",
    "after the folder's rename": "after rename to a number",
    "before the pointer's replace": "before replace of editions/current.json",
    "after the pointer's replace": "after replace of editions/current.json",
}


def base_rows(folder):
    """The rows of generation 0: ten years of the nation, the regions and a municipality."""
    return read_figures(write_figures(folder), JUDGES.catalogue)[list(COLUMNS)]


def rows_of(rows, generation):
    """The same rows with values that tell their generation."""
    return rows.assign(value=generation * 1000.0 + (rows["value"] % 100), vintage=f"2026-{1 + generation % 12:02}")


def figures_of(generation):
    """An international figure that tells its generation."""
    return {"Sample": countries(average=float(generation))}


def found(root):
    """Where the writer writes: a data folder with a store whose first edition is generation 0."""
    folder = DataFolder(root / "data").make()
    rows = base_rows(root / "figures")
    content = Content(rows_of(rows, 0), figures_of(0))
    write_edition(Name(folder.editions, "2026-10", PUBLISHED), content, JUDGES)
    return folder, rows


def stage(folder, rows, generation):
    """Stage a generation as a sync does."""
    write_staged(folder, Staged(rows=rows_of(rows, generation), international=figures_of(generation)))


def publish_staged(folder) -> Publication:
    """Publish what is staged, with the indicators of the tests."""
    return publish(Order(folder, Library((folder.editions,)), PUBLISHED), JUDGES)


def generation_of(edition):
    """The one generation that every file of an edition is of. Raises AssertionError when they are mixed."""
    values = [value for points in edition.store.series(*PAIR).points.values() for _, value in points]
    told = {int(value // 1000) for value in values}
    told |= {int(edition.countries["Sample"].average)}
    told |= {int(edition.scorecard(year).row("sample", "T", STOCKHOLM).value // 1000) for year in (None, "2023")}
    told |= {int(item.new // 1000) for item in edition.revisions.all if item.edition == edition.number}
    assert len(told) == 1, f"{edition.number} mixes the generations {sorted(told)}"
    return told.pop()


def partials(root):
    """What is half made, anywhere below a folder."""
    return list(root.rglob(f"{PARTIAL}*"))


@dataclass
class Stop:
    """What happens at each event: counted, and at the chosen one the process is killed or an error is raised.

    `at` is a place in the row of events, or the beginning of an event's name.
    """

    at: int | str | None = None
    errno: int | None = None
    seen: list[str] = field(default_factory=list)

    def __call__(self, event, path=None):
        self.seen.append(event)
        is_here = len(self.seen) - 1 == self.at if isinstance(self.at, int) else self.at and event.startswith(self.at)
        if not is_here:
            return
        if path and event.startswith("half"):
            os.truncate(path, Path(path).stat().st_size // 2)
        if self.errno is None:
            os.kill(os.getpid(), signal.SIGKILL)
        raise OSError(self.errno, os.strerror(self.errno), str(path or ""))


def _called(path):
    """How a path is told of: without what chance gave it."""
    path = Path(path)
    return f"{path.parent.name}/{PARTIAL}" if path.name.startswith(PARTIAL) else f"{path.parent.name}/{path.name}"


def _moving(real, name, stop):
    def move(source, target, **more):
        is_number = Path(source).name.startswith(PARTIAL) and Path(source).is_dir()
        event = f"{name} to a number in {Path(target).parent.name}" if is_number else f"{name} of {_called(target)}"
        stop(f"before {event}", target)
        real(source, target, **more)
        stop(f"after {event}", target)

    return move


def _making(real, kind, stop):
    def make(*arguments, **more):
        made = real(*arguments, **more)
        path = made if isinstance(made, str) else made[1]
        stop(f"made a {kind} in {Path(path).parent.name}", path)
        return made

    return make


def _writing(real, place, stop):
    def write(*arguments, **more):
        path = arguments[place]
        stop(f"before write of {Path(path).name}", path)
        done = real(*arguments, **more)
        stop(f"half of {Path(path).name}", path)
        return done

    return write


def _syncing(real, stop):
    def fsync(handle):
        stop("before fsync")
        real(handle)
        stop("after fsync")

    return fsync


class _Stream:
    """A stream that fails when it is written to."""

    def __init__(self, real, stop):
        self._real, self._stop = real, stop

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self._real.close()

    def write(self, content):
        self._real.write(content[: len(content) // 2])
        self._real.flush()
        self._stop("half of a temporary file")
        self._real.write(content[len(content) // 2 :])

    def __getattr__(self, name):
        return getattr(self._real, name)


@contextlib.contextmanager
def watched(stop):
    """Tell `stop` of every point at which a disk may fail or a process may die while something is written."""
    changed = {
        (os, "fsync"): _syncing(os.fsync, stop),
        (os, "rename"): _moving(os.rename, "rename", stop),
        (os, "replace"): _moving(os.replace, "replace", stop),
        (os, "fdopen"): lambda *told, real=os.fdopen, **more: _Stream(real(*told, **more), stop),
        (tempfile, "mkdtemp"): _making(tempfile.mkdtemp, "folder", stop),
        (tempfile, "mkstemp"): _making(tempfile.mkstemp, "file", stop),
        (pq, "write_table"): _writing(pq.write_table, 1, stop),
        (Path, "write_bytes"): _writing(Path.write_bytes, 0, stop),
    }
    with ExitStack() as patches:
        for (owner, name), instead in changed.items():
            patches.enter_context(mock.patch.object(owner, name, instead))
        yield stop


def every_point(folder, rows):
    """The events of one publish from beginning to end."""
    stage(folder, rows, generation_of(Library((folder.editions,)).current()) + 1)
    with watched(Stop()) as stop:
        publish_staged(folder)
    return stop.seen
