"""The pictures of a library's editions, opened once each and exchanged when another edition is published."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from dataclasses import replace
from pathlib import Path
from threading import Lock

from indicators.areas import AREAS
from indicators.catalogue import read_catalogue
from indicators.definition import DEFINITIONS
from indicators.digest import assessment_digest
from indicators.editions.edition import Edition, EditionDamagedError
from indicators.editions.library import Library
from indicators.editions.open_edition import Picture
from indicators.editions.published_with import published_with
from indicators.faults import FaultError
from indicators.reference import read_reference
from indicators.units.uploaded import UploadedUnits

# Besides the current edition; a scorecard of one is 30 MB when all of it has been looked at.
KEPT_OPEN = 3
# What the stores point at, why what is current elsewhere cannot be shown, and when a correction was last made.
Pointer = tuple[str | None, str, int]


def open_picture(library: Library | None = None, definitions: Path = DEFINITIONS) -> Picture:
    """Open the current edition of a library, the embedded one without any. Raises FaultError or EditionDamagedError."""
    return Pictures(library, definitions).current()


class Pictures:
    """The pictures of a library's editions: the current one, and on demand those before it.

    The current one is opened anew when another edition has been published, while the program runs. Safe to use from
    several threads.
    """

    def __init__(
        self, library: Library | None = None, definitions: Path = DEFINITIONS, uploads: Path | None = None
    ) -> None:
        """Open the current edition, read with the newest of the regions' `uploads`.

        Raises FaultError or EditionDamagedError.
        """
        self.library = library or Library()
        self._uploads = UploadedUnits(uploads) if uploads else None
        self._catalogue, self._reference = read_catalogue(definitions), read_reference()
        self._lock = Lock()
        self._held: ContextVar[Picture | None] = ContextVar("held", default=None)
        self._opened: dict[str, Picture] = {}
        self._pointer = self._looked()
        self._corrections = self.library.corrections()
        self._current = self._made(self.library.current(), self._uploads)
        self._current.assessed()

    def current(self) -> Picture:
        """Return the picture of the edition that is current now; when a new one is damaged, the one before it.

        Within `held` it is the one that was current when that began.
        """
        return self._held.get() or self._newest()

    @contextmanager
    def held(self) -> Iterator[Picture]:
        """Keep one picture the current one for what is done within: an answer is made of one edition, or of another.

        Holds for this thread or task alone. What is published meanwhile is seen by the next.
        """
        picture = self._held.get() or self._newest()
        before = self._held.set(picture)
        try:
            yield picture
        finally:
            self._held.reset(before)

    def _newest(self) -> Picture:
        pointer = self._looked()
        # While one thread opens the new edition the others go on answering from the one before.
        if pointer != self._pointer and self._lock.acquire(blocking=False):
            try:
                if pointer != self._pointer:
                    self._follow(pointer)
            finally:
                self._lock.release()
        return self._current

    def of(self, number: str) -> Picture:
        """Return the picture of an edition. Raises EditionDamagedError."""
        current = self.current()
        if number == current.edition.number:
            return current
        with self._lock:
            if number not in self._opened:
                while len(self._opened) >= KEPT_OPEN:
                    self._opened.pop(next(iter(self._opened)))
                self._opened[number] = self._earlier(self.library.open(number))
            return self._opened[number]

    def _looked(self) -> Pointer:
        return self.library.pointed_at(), self.library.fault(), self.library.corrected_at()

    def _follow(self, pointer: Pointer) -> None:
        if pointer[2] != self._pointer[2]:
            self._opened.clear()
            # A file that somebody spoilt by hand takes nothing away of what is told already.
            with suppress(FaultError):
                self._corrections = self.library.corrections()
        try:
            self._current = self._made(self.library.current(), self._uploads)
        except EditionDamagedError as error:
            # What is open has been verified, and stays. The banner says why nothing newer is shown.
            self._current = self._made(self._current.edition.standing_in(str(error)), self._uploads)
        self._pointer = pointer

    def _earlier(self, edition: Edition) -> Picture:
        """The picture of an edition that is not the current one: as it was published, where that is known."""
        kept = published_with(edition)
        if kept is None:
            return self._made(edition)
        digest = assessment_digest(kept.catalogue, kept.reference)
        made = self._made(edition)
        return replace(made, catalogue=kept.catalogue, reference=kept.reference, digest=digest, as_published=kept)

    def _made(self, edition: Edition, uploads: UploadedUnits | None = None) -> Picture:
        # A goal has expired or not by the edition's own year, whatever day it is read on.
        reference = self._reference.in_year(edition.year)
        known = (AREAS, assessment_digest(self._catalogue, reference), uploads)
        return Picture(self._catalogue, reference, edition, *known, corrections=self._corrections)
