"""What may explain part of a signal: codes of what is worth weighing in, derived from the definition and the region."""

from collections.abc import Iterator, Mapping

from indicators.areas import NATION
from indicators.picture import Picture
from indicators.signals import rules
from indicators.signals.measures import Measure
from indicators.signals.records import Signal

UNADJUSTED = frozenset({"stroke-adl-or-dead-90d"})
"""Outcomes that no register adjusts for how ill the patients were to begin with: told in place of the mix."""
ONE_ORGANISATION = "09"
"""Gotland, where region and municipality are the same organisation."""


def objections(
    measure: Measure, area: str, population: Mapping[str, float], *, peers_alike: bool, age: int
) -> tuple[str, ...]:
    """Return the codes of what is worth weighing in, at most three, in the order they are told."""
    return tuple(_found(measure, area, population[area], peers_alike, age))[: rules.MOST_OBJECTIONS]


def _found(measure: Measure, area: str, people: float, peers_alike: bool, age: int) -> Iterator[str]:
    definition = measure.definition
    caveats = definition.caveats
    is_small = "small-numbers" in caveats and people < rules.SMALL_POPULATION
    is_registered = definition.kind == "process" and "register-coverage" in caveats
    told = {
        "peers": peers_alike,
        "keeper": measure.fields.keeper_change is not None,
        "admission": "supply-limits" in caveats,
        "age": "age-structure" in caveats,
        "unadjusted" if measure.indicator in UNADJUSTED else "mix": "case-mix" in caveats,
        "small": is_small,
        "registration": is_registered,
        "one-organisation" if area == ONE_ORGANISATION else "shared": "shared-responsibility" in caveats,
        "society": "societal-drivers" in caveats,
        "survey": "survey-sample" in caveats,
        "old": age >= rules.OLD,
    }
    yield from (code for code, holds in told.items() if holds)


def began_before_keeper(picture: Picture, signal: Signal) -> bool | None:
    """Return whether a fall that a signal tells of had begun before its collection changed keeper.

    It had where the value fell by more than what matters in the year before the change, and on in the change's own
    year. None where the collection has changed no keeper.
    """
    definition = picture.catalogue.by_id[signal.series]
    if definition.signals is None or definition.signals.keeper_change is None:
        return None
    if definition.signals.keeper_change != signal.period:
        return False
    points = picture.scorecard().comparisons[signal.series, "T"].points
    last = [point for point in points[signal.area] if point[0] <= signal.period][-KEPT:]
    if len(last) < KEPT or last[-1][0] != signal.period:
        return False
    sign = 1 if definition.direction == "lower" else -1
    year, step = last[1][0], sign * (last[1][1] - last[0][1])
    threshold = definition.relevance.threshold(dict(points[NATION]).get(year))
    goes_on = sign * (last[2][1] - last[1][1]) > 0
    return threshold is not None and step > threshold and goes_on


KEPT = 3
"""Values that tell when a fall began: two of the old keeper's and the first of the new one's."""
