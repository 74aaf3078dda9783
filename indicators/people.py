"""Potential in people: how many fewer (or more) a year if a region reached a yardstick, each yardstick named."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from indicators.assessment.records import Comparison, InternationalGap
from indicators.assessment.rules import ENOUGH_UNITS
from indicators.definition import Definition, Sex
from indicators.denominator import ADULTS, DEPENDENCY, DEPENDENCY_ROUNDING, PER, POPULATION
from indicators.editions.open_edition import Picture
from indicators.periods import Period
from indicators.reference import Reference
from indicators.scorecard import Point, Scorecard
from indicators.statistics.potential import Potential, potential

Kind = Literal["target", "best-quarter", "best-peer", "best-three"]
KINDS: tuple[Kind, ...] = ("target", "best-quarter", "best-peer", "best-three")


@dataclass(frozen=True, slots=True)
class Yardstick:
    """What a region could reach, in the indicator's unit. `areas` are the peers that have the value; else empty."""

    kind: Kind
    value: float
    areas: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reached:
    """What reaching one yardstick would mean a year. `people` is None where the region is as good already.

    So it is where `is_small`: of a sample, and nearer than the difference that matters.
    """

    yardstick: Yardstick
    people: Potential | None
    is_small: bool = False


@dataclass(frozen=True, slots=True)
class InPeople:
    """One region's potential in one indicator.

    `lack` is the code of what is missing (indicators.LACKS), else None. `residents` are (year, number) of those the
    values are counted on, all or those aged 20 to 64, at the end of the year nearest to the values. What is `reached`
    is one for each yardstick and never added up.
    """

    lack: str | None
    residents: Point | None = None
    reached: tuple[Reached, ...] = ()


def in_people(
    picture: Picture,
    series: str,
    sex: Sex,
    area: str,
    peers: Sequence[str] | None = None,
    as_of: str | None = None,
    limits: tuple[float, float] | None = None,
) -> InPeople:
    """Return what a region could reach in one series, in people.

    `peers` are whom it is held beside: without any, the seven of Kolada that resemble it most in health care. `limits`
    are the value's own, where its publisher gives any. Raises KeyError for an unknown series.
    """
    definition, scorecard = picture.catalogue.by_id[series], picture.scorecard(as_of)
    comparison, row = scorecard.comparisons[series, sex], scorecard.row(series, sex, area)
    value = row.value if row is not None else None
    lack = lack_of(definition, sex) or _unsound(definition, area, comparison, value)
    if lack is not None or value is None or comparison.headline is None:
        return InPeople(lack)
    residents = people_near(definition, scorecard, area, comparison.headline)
    if residents is None:
        return InPeople("no-population")
    beside = picture.areas.like(area) if peers is None else peers
    gap = scorecard.international[series]
    others = [code for code in beside if code != area]
    found = tuple(yardsticks(definition, comparison, picture.reference, gap, others))
    reached = tuple(reach(definition, value, item, residents[1], limits) for item in found)
    return InPeople(None if reached else "no-yardstick", residents, reached)


def lack_of(definition: Definition, sex: Sex) -> str | None:
    """Return what is missing for every area alike; None where the denominator is known."""
    if definition.direction == "none":
        return "no-direction"
    if definition.people.missing is not None:
        return definition.people.missing
    return None if sex == "T" else "sex"


def _unsound(definition: Definition, area: str, comparison: Comparison, value: float | None) -> str | None:
    if value is None or comparison.headline is None:
        return "no-value"
    if not definition.is_sound(area, comparison.headline, value):
        return "doubtful"
    return "checked" if area in comparison.doubtful else None


def people_near(definition: Definition, scorecard: Scorecard, area: str, period: str) -> Point | None:
    """Return the (year, number) of those an indicator's values are counted on, nearest to a period; else None.

    Those aged 20 to 64 are never fewer than said: the dependency ratio is rounded, and taken at its highest.
    """
    everybody = residents_near(scorecard, area, period)
    if everybody is None or definition.people.denominator != ADULTS:
        return everybody
    found = scorecard.comparisons.get((DEPENDENCY, "T"))
    ratio = dict(found.points.get(area, ())).get(everybody[0]) if found is not None else None
    return None if ratio is None else (everybody[0], everybody[1] * 100 / (100 + ratio + DEPENDENCY_ROUNDING))


def residents_near(scorecard: Scorecard, area: str, period: str) -> Point | None:
    """Return the (year, residents) of an area nearest to a period, the earlier of two; None when nobody knows."""
    found = scorecard.comparisons.get((POPULATION, "T"))
    points = [point for point in found.points.get(area, ()) if point[1] > 0] if found is not None else []
    year = Period.parse(period).year
    return min(points, key=lambda point: (abs(Period.parse(point[0]).year - year), point[0]), default=None)


def yardsticks(
    definition: Definition,
    comparison: Comparison,
    reference: Reference,
    abroad: InternationalGap,
    peers: Sequence[str],
) -> Iterator[Yardstick]:
    """Give what the values of one series may be held against, in the order of `KINDS`.

    A target counts when it is in force and of the same definition; the best quarter begins at the quartile of the
    regions; the best peer is the one with the best value; the best three countries where the grade is same.
    """
    is_higher, sound, spread = definition.direction == "higher", comparison.yardsticks, comparison.spread
    target = reference.target(definition.id)
    if target is not None and target.is_binding:
        yield Yardstick("target", target.value)
    if spread is not None and spread.n >= ENOUGH_UNITS:
        yield Yardstick("best-quarter", spread.q3 if is_higher else spread.q1)
    beside = {code: sound[code] for code in peers if code in sound}
    if beside:
        best = max(beside.values()) if is_higher else min(beside.values())
        yield Yardstick("best-peer", best, tuple(code for code, value in beside.items() if value == best))
    if abroad.grade == "same" and abroad.on_axis and abroad.best is not None:
        yield Yardstick("best-three", abroad.best)


def reach(
    definition: Definition,
    value: float,
    yardstick: Yardstick,
    residents: float,
    limits: tuple[float, float] | None = None,
) -> Reached:
    """Return what reaching a yardstick would mean in people.

    Raises KeyError for a unit that is no share or rate, and the errors of `statistics.potential.potential`.
    """
    is_higher = definition.direction == "higher"
    per = PER[definition.unit]
    least = definition.people.is_least
    found = potential(value, yardstick.value, residents, higher=is_higher, per=per, limits=limits, is_least=least)
    if least and found.exact > 0:
        threshold = definition.relevance.threshold(yardstick.value)
        if threshold is not None and abs(value - yardstick.value) < threshold:
            return Reached(yardstick, None, is_small=True)
    return Reached(yardstick, found if found.exact > 0 else None)
