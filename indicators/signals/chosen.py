"""What is told of an area, as chosen when the edition was published; made anew where a rule has changed since."""

from functools import lru_cache

from indicators.picture import Picture
from indicators.same_question import SameQuestions, read_same
from indicators.signals.choice import choose
from indicators.signals.evidence import Evidence
from indicators.signals.figures import read_figures
from indicators.signals.records import AreaSignals
from indicators.signals.store import NEWEST, ChosenSignals


def area_signals(picture: Picture, area: str, as_of: str | None = None) -> AreaSignals:
    """Return the subjects and signals of a region or the nation, of the newest figures or not after a year.

    `area` is a region's code or the nation's. An edition whose definitions know no themes has none. Raises KeyError
    for another area, FaultError when a setting is wrong.
    """
    stored = picture.signals
    found = stored.of(area, as_of) if stored is not None else None
    return found if found is not None else _made(picture, as_of)[area]


def build_chosen(picture: Picture, years: list[str]) -> ChosenSignals:
    """Return what is chosen of every area in the newest figures and not after each of some years.

    Raises FaultError when a setting is wrong.
    """
    chosen = {}
    for as_of in (None, *years):
        for area, found in _made(picture, as_of).items():
            chosen[area, as_of or NEWEST] = found
    return ChosenSignals(picture.choice_digest, chosen)


@lru_cache(maxsize=8)
def _made(picture: Picture, as_of: str | None) -> dict[str, AreaSignals]:
    return choose(evidence_of(picture, as_of))


@lru_cache(maxsize=8)
def evidence_of(picture: Picture, as_of: str | None) -> Evidence:
    """Return the figures that are chosen among, with what they are weighed by."""
    figures = read_figures(
        picture.catalogue,
        picture.reference,
        picture.assessed(as_of),
        told_in(picture, as_of),
        _same(picture),
        picture.themes,
    )
    return Evidence(figures)


def told_in(picture: Picture, as_of: str | None) -> int:
    """Return the year that ages are counted from: the edition's, or the one after the last year looked at."""
    return picture.edition.year if as_of is None else int(as_of) + 1


def _same(picture: Picture) -> SameQuestions:
    return picture.as_published.same if picture.as_published else read_same()
