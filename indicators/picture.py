"""Everything a reader looks at, opened once: catalogue, reference, edition and its scorecards."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from threading import Lock

from indicators.analysis.charts import read_control_charts
from indicators.analysis.records import Analysis
from indicators.analysis.store import analysis_digest
from indicators.areas import AREAS, Areas
from indicators.catalogue import Catalogue, read_catalogue
from indicators.corrections import NO_CORRECTIONS, Corrections
from indicators.definition import DEFINITIONS, Sex
from indicators.digest import assessment_digest
from indicators.earlier_signals.store import StoredSignals, load_signals, signals_digest
from indicators.editions import Edition, EditionDamagedError
from indicators.faults import FaultError
from indicators.library import Library
from indicators.published_with import PublishedWith, published_with
from indicators.reference import Reference, read_reference
from indicators.same_question import read_same
from indicators.scorecard import Scorecard
from indicators.signals.checked import Checks, checks_of, with_checks
from indicators.signals.store import ChosenSignals, choice_digest, load_chosen
from indicators.themes import Themes, read_themes
from indicators.units.reading import Units
from indicators.units.uploaded import UploadedUnits

# Besides the current edition; a scorecard of one is 30 MB when all of it has been looked at.
KEPT_OPEN = 3
# What the stores point at, why what is current elsewhere cannot be shown, and when a correction was last made.
Pointer = tuple[str | None, str, int]


@dataclass(frozen=True)
class Picture:
    """The open edition with the catalogue and reference it is read by. Nothing in it changes after opening.

    An edition before the current one is read `as_published`: by its own definitions, with what was stored with it. None
    for the current one, which follows the program's definitions, and where nobody kept what an edition was judged by.
    """

    catalogue: Catalogue
    reference: Reference
    edition: Edition
    areas: Areas
    digest: str
    uploads: UploadedUnits | None = None
    as_published: PublishedWith | None = None
    corrections: Corrections = NO_CORRECTIONS

    @property
    def themes(self) -> Themes:
        """The themes of the dialogue, as they were when an earlier edition was published."""
        kept = self.as_published.themes if self.as_published else None
        return kept or read_themes()

    @property
    def units(self) -> Units:
        """The regions' own units as they are at this moment: what was frozen, and newer uploads where they are read."""
        return Units(self.edition.units, self.uploads.now() if self.uploads else {})

    @property
    def units_version(self) -> str:
        """What changes when `units` does: a view of units is kept for it."""
        return self.uploads.version() if self.uploads else ""

    def scorecard(self, as_of: str | None = None) -> Scorecard:
        """Return the rows as they are shown, of the newest figures or not after one of the edition's years.

        What is being checked is laid over what was assessed: such a value is shown, but neither judged nor a yardstick.
        """
        return _shown(self, as_of)

    def assessed(self, as_of: str | None = None) -> Scorecard:
        """Return the rows as they were assessed, before anything in them is checked."""
        return _scorecard(self, as_of)

    def checks(self, as_of: str | None = None) -> Checks:
        """Return what is being checked: values under suspicion, and changes of the nation that are not told."""
        return _checks(self, as_of)

    @property
    def analysis(self) -> Analysis:
        """What variation and equality show of the newest figures. Raises FaultError when a setting is wrong."""
        return _analysis(self)

    @property
    def earlier_signals(self) -> StoredSignals | None:
        """What the earlier method chose of the newest figures, as stored with the edition; None where it did not."""
        return _earlier_signals(self)

    @property
    def signals_digest(self) -> str:
        """What stored signals must be made from to be this picture's."""
        return signals_digest(self.catalogue, _analysis_digest(self))

    @property
    def signals(self) -> ChosenSignals | None:
        """What was chosen when the edition was published; None where it must be made anew, or another method chose."""
        return _signals(self)

    @property
    def choice_digest(self) -> str:
        """What stored signals must have been chosen by to be this picture's."""
        same = self.as_published.same if self.as_published else read_same()
        return choice_digest(self.catalogue, same, self.themes, self.digest)

    def headline(self, indicator: str, sex: Sex, as_of: str | None = None) -> tuple[str, Sex] | None:
        """Return which series speaks for an indicator and a sex, and under which sex its publisher keeps it.

        Of two publishers' series it is the one with the newest headline period. None when the sex is not published.
        """
        return _headline(self, indicator, sex, as_of)

    def __hash__(self) -> int:
        """Return the identity's hash: scorecards are kept for this very picture; its content is too large to hash."""
        return id(self)


@lru_cache(maxsize=16)
def _scorecard(picture: Picture, as_of: str | None) -> Scorecard:
    stored = picture.edition.scorecard(as_of)
    if picture.as_published or stored.digest == picture.digest:
        return stored
    # A definition or target was changed after the edition was built: what is shown must follow it. Only then is
    # anything computed here, and only then are numpy and scipy needed.
    from indicators.scorecard_build import build_scorecard

    edition = picture.edition
    return build_scorecard(picture.catalogue, picture.reference, edition.store, edition.countries, as_of)


@lru_cache(maxsize=16)
def _checks(picture: Picture, as_of: str | None) -> Checks:
    return checks_of(picture, as_of)


@lru_cache(maxsize=16)
def _shown(picture: Picture, as_of: str | None) -> Scorecard:
    return with_checks(picture.assessed(as_of), picture.checks(as_of), picture.catalogue)


@lru_cache(maxsize=4096)
def _headline(picture: Picture, indicator: str, sex: Sex, as_of: str | None) -> tuple[str, Sex] | None:
    candidates = picture.catalogue.series_of(indicator)
    scorecard = picture.assessed(as_of)
    series = scorecard.headline_series(tuple(item.id for item in candidates), sex)
    if series is not None:
        return series, sex
    if candidates[0].only_sex == sex:
        total = scorecard.headline_series((indicator,), "T")
        return (total, "T") if total else None
    return None


@lru_cache(maxsize=8)
def _earlier_signals(picture: Picture) -> StoredSignals | None:
    content = picture.edition.signals
    stored = load_signals(content, picture.assessed()) if content is not None else None
    if stored is None or picture.as_published:
        return stored
    # A definition or a rule was changed after the edition was built: what is shown must follow it.
    return stored if stored.digest == picture.signals_digest else None


@lru_cache(maxsize=8)
def _signals(picture: Picture) -> ChosenSignals | None:
    content = picture.edition.signals
    stored = load_chosen(content) if content is not None else None
    if stored is None or picture.as_published:
        return stored
    # As for the scorecard: what is shown follows the rules and definitions of now.
    return stored if stored.digest == picture.choice_digest else None


def _analysis_digest(picture: Picture) -> str:
    return analysis_digest(picture.digest, read_control_charts().model_dump(mode="json"))


@lru_cache(maxsize=8)
def _analysis(picture: Picture) -> Analysis:
    edition = picture.edition
    stored = edition.analysis
    if stored is not None and (picture.as_published or stored.digest == _analysis_digest(picture)):
        return stored
    # As for the scorecard: only where none was stored, or where what it depends on has changed since.
    from indicators.analysis.build import build_analysis

    return build_analysis(picture.catalogue, picture.reference, edition.store, picture.assessed())


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
