"""A region beside some others: ahead of their middle, level with it or behind, indicator by indicator."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from statistics import median, pstdev
from typing import Literal

from indicators.assessment.records import Comparison
from indicators.definition import Definition, Sex
from indicators.editions.open_edition import Picture

Side = Literal["ahead", "level", "behind", "higher", "lower", "none", "doubtful", "checked", "alone"]


@dataclass(frozen=True, slots=True)
class Standing:
    """One indicator: a region's value against the middle of the regions it is held beside.

    `indicator` is the series that speaks for it. `peers` are their values that may serve as a yardstick, `middle` their
    median, `gap` the region's value less that, in the unit. `distance` is the gap in standard deviations of all
    regions, above 0 where the region does better (without a direction: is higher). `side` is level when the gap is
    below the smallest difference that matters; without a direction it is higher or lower, never ahead or behind.
    `none`: the region has no value; `doubtful`: it has one that cannot be judged; `checked`: one that is being checked;
    `alone`: none of the others has one.
    `best` are the peers with the best value; empty without direction or peers.
    """

    indicator: str
    sex: Sex
    side: Side
    value: float | None
    middle: float | None
    gap: float | None
    distance: float
    threshold: float | None
    peers: dict[str, float]
    best: tuple[str, ...]


@lru_cache(maxsize=256)
def stand_beside(
    picture: Picture, region: str, peers: tuple[str, ...], sex: Sex = "T", as_of: str | None = None
) -> tuple[Standing, ...]:
    """Return how a region stands beside others, for every indicator that is published for the sex.

    In the catalogue's order. The region itself never counts among its peers.
    """
    others = tuple(code for code in peers if code != region)
    return tuple(_standings(picture, region, others, sex, as_of))


def _standings(picture: Picture, region: str, peers: Sequence[str], sex: Sex, as_of: str | None) -> Iterator[Standing]:
    scorecard = picture.scorecard(as_of)
    for indicator in picture.catalogue.indicators:
        headline = picture.headline(indicator.id, sex, as_of)
        if headline is not None:
            definition = picture.catalogue.by_id[headline[0]]
            yield standing(definition, scorecard.comparisons[headline], region, peers)


def standing(definition: Definition, comparison: Comparison, region: str, peers: Sequence[str]) -> Standing:
    """Return how a region stands beside its peers in one comparison."""
    sound = comparison.yardsticks
    beside = {code: sound[code] for code in peers if code in sound}
    middle = median(beside.values()) if beside else None
    value = comparison.values.get(region)
    best = _best(definition, beside)
    if value is None or region not in sound or middle is None:
        side = "none" if value is None else "alone" if region in sound else _unsound(definition, comparison, region)
        return Standing(definition.id, comparison.sex, side, value, middle, None, 0.0, None, beside, best)
    gap = value - middle
    threshold = definition.relevance.threshold(middle if comparison.nation is None else comparison.nation)
    side = _side(definition, gap, threshold)
    distance = _distance(definition, gap, comparison)
    return Standing(definition.id, comparison.sex, side, value, middle, gap, distance, threshold, beside, best)


def _unsound(definition: Definition, comparison: Comparison, region: str) -> Side:
    is_doubted = not definition.is_sound(region, comparison.headline or "", comparison.values[region])
    return "doubtful" if is_doubted else "checked"


def _side(definition: Definition, gap: float, threshold: float | None) -> Side:
    if gap == 0 or (threshold is not None and abs(gap) < threshold):
        return "level"
    if definition.direction == "none":
        return "higher" if gap > 0 else "lower"
    return "ahead" if (gap > 0) == (definition.direction == "higher") else "behind"


def _distance(definition: Definition, gap: float, comparison: Comparison) -> float:
    width = pstdev(comparison.yardsticks.values())
    if width == 0:
        return 0.0
    return (-gap if definition.direction == "lower" else gap) / width


def _best(definition: Definition, beside: dict[str, float]) -> tuple[str, ...]:
    if definition.direction == "none" or not beside:
        return ()
    end = max(beside.values()) if definition.direction == "higher" else min(beside.values())
    return tuple(code for code, value in beside.items() if value == end)
