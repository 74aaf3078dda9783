"""The few signals of an area, of all that could be given."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from indicators.areas import NATION
from indicators.definition import Sex
from indicators.earlier_choice.differences import differences
from indicators.earlier_choice.kept import kept_attention, kept_country
from indicators.earlier_choice.moves import deviation, promise
from indicators.earlier_choice.subject import Subject
from indicators.earlier_signals.records import Attention, CountryAttention, EarlierSignal
from indicators.earlier_signals.rules import (
    MOST_DEVIATING,
    MOST_DIFFERENCES,
    MOST_DIFFERENCES_OF_NATION,
    MOST_PROMISING,
    MOST_REGIONS,
)
from indicators.editions.open_edition import Picture
from indicators.same_question import read_same

Order = Callable[[EarlierSignal], tuple[object, ...]]


@dataclass(frozen=True, slots=True)
class Moves:
    """Every signal of what deviates and of what is promising that an area could be given, in the catalogue's order."""

    deviations: tuple[EarlierSignal, ...]
    promises: tuple[EarlierSignal, ...]


@lru_cache(maxsize=256)
def moves(picture: Picture, area: str, sex: Sex = "T", as_of: str | None = None, dimension: str = "") -> Moves:
    """Return what deviates and what is promising, of one dimension or all, where a value can be judged."""
    speaking = [s for s in _speaking(picture, area, sex, as_of) if _is_of(s, dimension)]
    return Moves(
        tuple(signal for subject in speaking if (signal := deviation(subject)) is not None),
        tuple(signal for subject in speaking if (signal := promise(subject)) is not None),
    )


@lru_cache(maxsize=256)
def unlike(
    picture: Picture, area: str, sex: Sex = "T", as_of: str | None = None, dimension: str = ""
) -> tuple[EarlierSignal, ...]:
    """Return every difference inside an area that could be told, of one dimension or all."""
    series = [s for s in _all_series(picture, area, sex, as_of) if _is_of(s, dimension)]
    return tuple(found for subject in series for found in differences(subject))


def _is_of(subject: Subject, dimension: str) -> bool:
    return not dimension or subject.definition.dimension == dimension


@lru_cache(maxsize=256)
def attention(picture: Picture, area: str, sex: Sex = "T", as_of: str | None = None, dimension: str = "") -> Attention:
    """Return what deserves attention in one area: at most three that deviate, two promising and two differences.

    Of the newest figures and all dimensions it is stored with the edition.
    """
    kept = None if dimension else kept_attention(picture, area, sex, as_of)
    return kept or made_attention(picture, area, sex, as_of, dimension)


def made_attention(
    picture: Picture, area: str, sex: Sex = "T", as_of: str | None = None, dimension: str = ""
) -> Attention:
    """Make what deserves attention in one area from its rows.

    Ordered by weight, what rests on samples or few cases last. No two are about the same question. Where anything is
    promising, something promising is among them.
    """
    found = moves(picture, area, sex, as_of, dimension)
    taken: set[str] = set()
    # Most of the nation's targets lie beyond every region's reach: what moves there is told before what is far off.
    worst = _worsening_first if area == NATION else _by_weight
    deviating = _pick(found.deviations, MOST_DEVIATING, taken, worst)
    promising = _pick(found.promises, MOST_PROMISING, taken, _improving_first)
    if found.promises and not promising:
        taken = set()
        promising = _pick(found.promises, 1, taken, _improving_first)
        deviating = _pick(found.deviations, MOST_DEVIATING, taken, worst)
    most = MOST_DIFFERENCES_OF_NATION if area == NATION else MOST_DIFFERENCES
    apart = _pick(unlike(picture, area, sex, as_of, dimension), most, taken, _by_weight, one_of_a_kind=True)
    return Attention(area, deviating, promising, apart, _of_nation(picture, area, sex, as_of, dimension, taken))


def _of_nation(
    picture: Picture, area: str, sex: Sex, as_of: str | None, dimension: str, taken: set[str]
) -> EarlierSignal | None:
    """The nation's groups by economic standard, for a region that has none of its own; of a question not `taken`."""
    if area == NATION or as_of is not None or any(key[2] == area for key in picture.analysis.fifths):
        return None
    nation = unlike(picture, NATION, sex, as_of, dimension)
    fifths = [signal for signal in nation if signal.kind == "fifths" and _question(signal) not in taken]
    return min(fifths, key=_by_weight, default=None)


@lru_cache(maxsize=64)
def country_attention(picture: Picture, as_of: str | None = None, dimension: str = "") -> CountryAttention:
    """Return what deserves attention in the country: the nation's signals, and regions that stand out and move.

    Of the newest figures it is stored with the edition.
    """
    return kept_country(picture, as_of, dimension) or made_country(picture, as_of, dimension)


def made_country(picture: Picture, as_of: str | None = None, dimension: str = "") -> CountryAttention:
    """Make what deserves attention in the country. A region is named once on each side, and no question twice."""
    nation = made_attention(picture, NATION, "T", as_of, dimension)
    every = [moves(picture, code, "T", as_of, dimension) for code in picture.areas.region_codes]
    # The spread inside regions has its own place; what is said of a region is said here for the first time.
    taken = {_question(signal) for signal in nation.signals}
    falling = [s for each in every for s in each.deviations if s.kind in ("target", "behind") and _falls(s)]
    rising = [s for each in every for s in each.promises if s.kind == "improving" and _is_best(s)]
    behind = _pick(falling, MOST_REGIONS, taken, _by_weight, one_an_area=True)
    ahead = _pick(rising, MOST_REGIONS, taken, _by_weight, one_an_area=True)
    return CountryAttention(nation, behind, ahead)


def _falls(signal: EarlierSignal) -> bool:
    return signal.move in ("worsening", "setback")


def _is_best(signal: EarlierSignal) -> bool:
    return signal.row.position.verdict == "best-quarter"


def _pick(
    found: Iterable[EarlierSignal],
    most: int,
    taken: set[str],
    order: Order,
    *,
    one_of_a_kind: bool = False,
    one_an_area: bool = False,
) -> tuple[EarlierSignal, ...]:
    """The first `most` whose question is not `taken`, which grows by them."""
    chosen: list[EarlierSignal] = []
    for signal in sorted(found, key=order):
        alike = (one_of_a_kind and signal.kind in {other.kind for other in chosen}) or (
            one_an_area and signal.row.area in {other.row.area for other in chosen}
        )
        if len(chosen) < most and not alike and _question(signal) not in taken:
            chosen.append(signal)
            taken.add(_question(signal))
    return tuple(chosen)


def _question(signal: EarlierSignal) -> str:
    return read_same().question(signal.indicator)


def _by_weight(signal: EarlierSignal) -> tuple[object, ...]:
    return signal.is_noisy, -signal.weight, signal.indicator, signal.row.area


def _worsening_first(signal: EarlierSignal) -> tuple[object, ...]:
    return signal.is_noisy, not (_falls(signal) or signal.kind in ("worsening", "setback")), *_by_weight(signal)


def _improving_first(signal: EarlierSignal) -> tuple[object, ...]:
    return signal.is_noisy, signal.kind != "improving", *_by_weight(signal)


def _speaking(picture: Picture, area: str, sex: Sex, as_of: str | None) -> Iterator[Subject]:
    for definition in picture.catalogue.indicators:
        headline = picture.headline(definition.id, sex, as_of)
        if headline is not None:
            yield from _subject(picture, *headline, area, as_of)


def _all_series(picture: Picture, area: str, sex: Sex, as_of: str | None) -> Iterator[Subject]:
    """A twin may be the only one with municipalities or the sexes: both of a pair are asked, the main one first."""
    for definition in picture.catalogue.indicators:
        for item in picture.catalogue.series_of(definition.id):
            yield from _subject(picture, item.id, sex, area, as_of)


def _subject(picture: Picture, series: str, sex: Sex, area: str, as_of: str | None) -> Iterator[Subject]:
    scorecard = picture.assessed(as_of)
    row = scorecard.row(series, sex, area)
    definition = picture.catalogue.by_id[series]
    if row is None or row.value is None or not definition.is_sound(area, row.period or "", row.value):
        return
    yield Subject(picture, definition, scorecard.comparisons[series, sex], row, scorecard)
