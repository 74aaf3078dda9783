"""Everything a reader looks at, opened once: catalogue, reference, edition and its scorecards."""

from dataclasses import dataclass
from functools import lru_cache

from indicators.analysis.charts import read_control_charts
from indicators.analysis.records import Analysis
from indicators.analysis.store import analysis_digest
from indicators.areas import AREAS, NATION, Areas
from indicators.catalogue import Catalogue
from indicators.corrections import NO_CORRECTIONS, Corrections
from indicators.definition import Sex
from indicators.earlier_signals.store import StoredSignals, load_signals, signals_digest
from indicators.editions.edition import Edition
from indicators.editions.published_with import PublishedWith
from indicators.reference import Reference
from indicators.same_question import SameQuestions, read_same
from indicators.scorecard import Scorecard
from indicators.signals.checked import NO_CHECKS, Checks, checks_in_evidence, checks_in_signals, with_checks
from indicators.signals.evidence import Evidence
from indicators.signals.figures import read_figures
from indicators.signals.store import ChosenSignals, choice_digest, load_chosen
from indicators.themes import Themes, read_themes
from indicators.units.reading import Units
from indicators.units.uploaded import UploadedUnits


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

    def told_in(self, as_of: str | None = None) -> int:
        """Return the year that ages are counted from: the edition's, or the one after the last year looked at."""
        return self.edition.year if as_of is None else int(as_of) + 1

    def evidence(self, as_of: str | None = None) -> Evidence:
        """Return the figures that signals are chosen among, with what they are weighed by."""
        return _evidence(self, as_of)

    @property
    def same_questions(self) -> SameQuestions:
        """Which indicators answer one question, as it was when an earlier edition was published."""
        return self.as_published.same if self.as_published else read_same()

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
        return choice_digest(self.catalogue, self.same_questions, self.themes, self.digest)

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
    # anything computed here.
    from indicators.scorecard_build import build_scorecard

    edition = picture.edition
    return build_scorecard(picture.catalogue, picture.reference, edition.store, edition.countries, as_of)


@lru_cache(maxsize=16)
def _checks(picture: Picture, as_of: str | None) -> Checks:
    """What was stored with the edition, made anew where a rule has changed since.

    Of an edition whose signals the earlier method chose, and of definitions without signals, nothing is checked.
    """
    signals = picture.signals
    if signals is None and (picture.as_published or not _may_signal(picture.catalogue)):
        return NO_CHECKS
    stored = {area: own for area in (NATION, *AREAS.region_codes) if signals and (own := signals.of(area, as_of))}
    return checks_in_signals(stored) if NATION in stored else checks_in_evidence(picture.evidence(as_of))


def _may_signal(catalogue: Catalogue) -> bool:
    return any(definition.signals for definition in catalogue.definitions)


@lru_cache(maxsize=8)
def _evidence(picture: Picture, as_of: str | None) -> Evidence:
    known = (picture.catalogue, picture.reference, picture.assessed(as_of), picture.told_in(as_of))
    return Evidence(read_figures(*known, picture.same_questions, picture.themes))


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
