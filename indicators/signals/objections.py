"""What may explain part of a signal: codes of what is worth weighing in, derived from the definition and the region."""

from collections.abc import Iterator, Mapping

from indicators.signals import rules
from indicators.signals.measures import Measure

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
