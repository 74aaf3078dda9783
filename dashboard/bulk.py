"""Many sheets at once, shared out between processes: each file is written as soon as it is made."""

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from dataclasses import dataclass, replace
from multiprocessing import get_context
from pathlib import Path

from dashboard.exports import FORMATS
from dashboard.query import Question
from dashboard.viewmodels.bulk import (
    INDEX,
    BulkChoice,
    BulkFile,
    BulkView,
    archive_name,
    bulk_files,
    bulk_view,
    index_view,
)
from dashboard.viewmodels.report.forms import FORMS_OF_ONE_PAGE
from dashboard.viewmodels.report.make import report
from indicators import Library, Picture, Pictures

# A worker opens the edition, which takes longer than a handful of sheets.
FILES_WORTH_A_WORKER = 20


@dataclass(frozen=True, slots=True)
class BulkOrder:
    """What to make, from which edition of which library, and where it goes. `base` is the program's own address."""

    library: Library
    question: Question
    choice: BulkChoice
    out: Path
    base: str = ""
    workers: int = os.cpu_count() or 1


@dataclass(frozen=True, slots=True)
class Made:
    """One file that was asked for; with a `fault` it could not be made."""

    file: BulkFile
    fault: str = ""


@dataclass(frozen=True, slots=True)
class _Worker:
    picture: Picture
    question: Question
    base: str
    out: Path


_own: list[_Worker] = []


def picture_of(order: BulkOrder) -> Picture:
    """Return the picture the files are made from. Raises EditionDamagedError when there is none."""
    pictures = Pictures(order.library)
    return pictures.of(order.question.edition) if order.question.edition else pictures.current()


def make_files(order: BulkOrder, tell: Callable[[Made], None]) -> tuple[Made, ...]:
    """Write every file of an order, and the index; return them in order, those that failed with their reason.

    One that fails stops no other. Raises EditionDamagedError without an edition, OSError when the index cannot be
    written.
    """
    picture = picture_of(order)
    # All workers read the edition that is current now, though another may be published meanwhile.
    order = replace(order, question=replace(order.question, edition=picture.edition.number))
    files = bulk_files(picture, order.question, order.choice)
    found = {made.file.name: made for made in _told(_made(order, picture, files), tell)}
    made = tuple(found[file.name] for file in files)
    _write_index(order, picture, made)
    return made


def _told(found: Iterator[Made], tell: Callable[[Made], None]) -> Iterator[Made]:
    for made in found:
        tell(made)
        yield made


def _made(order: BulkOrder, picture: Picture, files: Sequence[BulkFile]) -> Iterator[Made]:
    workers = min(order.workers, 1 + len(files) // FILES_WORTH_A_WORKER)
    if workers <= 1:
        worker = _Worker(picture, order.question, order.base, order.out)
        yield from (_make(worker, file) for file in files)
        return
    # Started afresh, as on every system: a copy of a process with threads may wait for ever.
    with ProcessPoolExecutor(workers, get_context("spawn"), _begin, (order,)) as pool:
        asked: list[Future[Made]] = [pool.submit(_make_own, file) for file in files]
        try:
            yield from (done.result() for done in as_completed(asked))
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise


def _begin(order: BulkOrder) -> None:
    _own.append(_Worker(picture_of(order), order.question, order.base, order.out))


def _make_own(file: BulkFile) -> Made:
    return _make(_own[0], file)


def _make(worker: _Worker, file: BulkFile) -> Made:
    # Writing files needs libraries that showing pages does not: they come with the first file.
    from dashboard.exports.report import FORMS

    try:
        whole = file.form not in FORMS_OF_ONE_PAGE
        view = report(worker.picture, worker.question, file.scope, worker.base, whole=whole)
        place = worker.out / file.name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(b"".join(FORMS[file.form].write(view)))
    except Exception as error:  # noqa: BLE001  # whatever is wrong with one file is told, and the others are made
        return Made(file, f"{type(error).__name__}: {error}"[:300])
    return Made(file)


def _write_index(order: BulkOrder, picture: Picture, made: Sequence[Made]) -> None:
    whole = [item.file for item in made if not item.fault]
    missing = [f"{item.file.title}: {item.fault}" for item in made if item.fault]
    view = index_view(picture, order.question, whole, missing)
    order.out.mkdir(parents=True, exist_ok=True)
    (order.out / INDEX).write_bytes(b"".join(FORMATS["index"].write(view)))


def write_archive(order: BulkOrder, made: Sequence[Made]) -> Path:
    """Put the files and their index in one archive beside them, and return it. Raises OSError."""
    names = [INDEX, *(item.file.name for item in made if not item.fault)]
    pieces = FORMATS["zip"].write((name, [(order.out / name).read_bytes()]) for name in names)
    place = order.out / archive_name(picture_of(order), order.question)
    place.write_bytes(b"".join(pieces))
    return place


def screen_view(picture: Picture, question: Question, choice: BulkChoice) -> BulkView:
    """Return a choice as the screen fetches it, with its index."""
    files = bulk_files(picture, question, choice)
    index = b"".join(FORMATS["index"].write(index_view(picture, question, files))).decode()
    return bulk_view(picture, question, choice, index)
