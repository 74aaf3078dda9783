"""A rate as it would be in a standard population, and how sure it is. In plain Python: pages load no numpy."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from indicators.statistics.errors import (
    DenominatorError,
    NotFiniteError,
    NumeratorError,
    SettingError,
    TooFewEventsError,
    UnequalLengthsError,
)
from indicators.statistics.intervals import Z_95, count_limits
from indicators.statistics.rows import check_scale

ESP_2013 = (
    *(5000.0, 5500.0, 5500.0, 5500.0, 6000.0, 6000.0, 6500.0, 7000.0, 7000.0, 7000.0),
    *(7000.0, 6500.0, 6000.0, 5500.0, 5000.0, 4000.0, 2500.0, 1500.0, 1000.0),
)
"""The European Standard Population of 2013 by five years of age: 0–4, 5–9, …, 85–89, 90 and over; 100 000 in all."""
FEWEST_EVENTS = 10


@dataclass(frozen=True, slots=True)
class StandardisedRate:
    """A directly standardised rate with its limits, per as many as was asked; `events` is how many it rests on."""

    rate: float
    lower: float
    upper: float
    events: float


def standardised_rate(
    events: Sequence[float],
    people: Sequence[float],
    weights: Sequence[float] = ESP_2013,
    *,
    per: float = 100_000.0,
    z: float = Z_95,
) -> StandardisedRate:
    """Return the rate that people would have with the ages of a standard population.

    Parameters
    ----------
    events
        n numbers, 0 or more: events by age group.
    people
        n numbers above 0: person-years by the same groups.
    weights
        n numbers, 0 or more and not all 0: the standard population; the European one of 2013 with 19 groups.
    per
        What the rate is per, above 0.
    z
        The standard normal quantile; 1.96 gives 95 %.

    Raises
    ------
    TooFewEventsError
        There are fewer than ten events in all: such a rate is not shown.
    UnequalLengthsError, NumeratorError, DenominatorError, SettingError, NotFiniteError
        The rows do not pair up, a number is outside what is allowed above, or is no number.

    Notes
    -----
    rate = Σ wᵢ xᵢ/nᵢ / Σ wᵢ, with the variance Σ wᵢ² xᵢ/nᵢ² / (Σ wᵢ)². Its limits lie from it as Byar's limits of the
    count lie from the count, times the root of the rate's variance over the count's: rate + √(var / Σx) (limit − Σx).

    References
    ----------
    Dobson AJ, Kuulasmaa K, Eberle E, Scherer J. Confidence intervals for weighted sums of Poisson parameters. Stat Med
    1991;10:457-462.
    Breslow NE, Day NE. Statistical methods in cancer research, volume II. Lyon: IARC; 1987, p. 69.
    Eurostat. Revision of the European Standard Population. Luxembourg: Publications Office; 2013.
    """
    _check(events, people, weights, per)
    whole, count = math.fsum(weights), math.fsum(events)
    if count < FEWEST_EVENTS:
        raise TooFewEventsError(found=count, allowed=FEWEST_EVENTS)
    groups = list(zip(events, people, weights, strict=True))
    rate = math.fsum(w * x / n for x, n, w in groups) / whole
    variance = math.fsum(w * w * x / (n * n) for x, n, w in groups) / whole**2
    scale = math.sqrt(variance / count)
    lower, upper = (rate + scale * (limit - count) for limit in count_limits(count, z))
    return StandardisedRate(rate * per, lower * per, upper * per, count)


def _check(events: Sequence[float], people: Sequence[float], weights: Sequence[float], per: float) -> None:
    for row in (people, weights):
        if len(row) != len(events):
            raise UnequalLengthsError(first=len(events), second=len(row))
    _check_finite({"events": events, "people": people, "weights": weights})
    negative = next((place for place, x in enumerate(events) if x < 0), None)
    if negative is not None:
        raise NumeratorError(found=events[negative], position=negative, allowed="must be 0 or more")
    empty = next((place for place, n in enumerate(people) if n <= 0), None)
    if empty is not None:
        raise DenominatorError(found=people[empty], position=empty, allowed="must be above 0")
    _check_settings(weights, per)


def _check_finite(rows: Mapping[str, Sequence[float]]) -> None:
    for name, row in rows.items():
        for place, number in enumerate(row):
            if not math.isfinite(number):
                raise NotFiniteError(name, found=number, position=place)


def _check_settings(weights: Sequence[float], per: float) -> None:
    if min(weights) < 0 or not any(weights):
        raise SettingError("weights", found=min(weights), allowed="must be 0 or more, and not all 0")
    check_scale(per)
