"""Everything a reader looks at, opened once: catalogue, reference, edition and its scorecards."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from indicators.areas import AREAS, Areas
from indicators.catalogue import Catalogue, read_catalogue
from indicators.definition import DEFINITIONS, Sex
from indicators.digest import assessment_digest
from indicators.editions import EMBEDDED, Edition, open_current
from indicators.reference import Reference, read_reference
from indicators.scorecard import Scorecard


@dataclass(frozen=True)
class Picture:
    """The open edition with the catalogue and reference it is read by. Nothing in it changes after opening."""

    catalogue: Catalogue
    reference: Reference
    edition: Edition
    areas: Areas
    digest: str

    def scorecard(self, as_of: str | None = None) -> Scorecard:
        """Return the assessed rows, of the newest figures or not after one of the edition's years."""
        return _scorecard(self, as_of)

    def headline(self, indicator: str, sex: Sex, as_of: str | None = None) -> tuple[str, Sex] | None:
        """Return which series speaks for an indicator and a sex, and under which sex its publisher keeps it.

        Of two publishers' series it is the one with the newest headline period. None when the sex is not published.
        """
        candidates = self.catalogue.series_of(indicator)
        scorecard = self.scorecard(as_of)
        series = scorecard.headline_series(tuple(item.id for item in candidates), sex)
        if series is not None:
            return series, sex
        if candidates[0].only_sex == sex:
            total = scorecard.headline_series((indicator,), "T")
            return (total, "T") if total else None
        return None

    def __hash__(self) -> int:
        """Return the identity's hash: scorecards are kept for this very picture; its content is too large to hash."""
        return id(self)


@lru_cache(maxsize=16)
def _scorecard(picture: Picture, as_of: str | None) -> Scorecard:
    stored = picture.edition.scorecard(as_of)
    if stored.digest == picture.digest:
        return stored
    # A definition or target was changed after the edition was built: what is shown must follow it. Only then is
    # anything computed here, and only then are numpy and scipy needed.
    from indicators.scorecard_build import build_scorecard

    edition = picture.edition
    return build_scorecard(picture.catalogue, picture.reference, edition.store, edition.countries, as_of)


def open_picture(store: Path = EMBEDDED, definitions: Path = DEFINITIONS) -> Picture:
    """Open the current edition of a store. Raises FaultError or EditionDamagedError."""
    catalogue, reference = read_catalogue(definitions), read_reference()
    picture = Picture(catalogue, reference, open_current(store), AREAS, assessment_digest(catalogue, reference))
    picture.scorecard()
    return picture
