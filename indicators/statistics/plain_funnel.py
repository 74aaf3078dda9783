"""Units against the limits of chance, in plain Python: pages ask for it without numpy.

`funnel.py` does the same on arrays; a test holds the two against each other.
"""

import math
from collections.abc import Sequence

from indicators.statistics.errors import BaselineError, TooFewPointsError, UnequalLengthsError
from indicators.statistics.intervals import Z_95
from indicators.statistics.outcomes import Funnel, FunnelKind, FunnelLimits, FunnelMethod, FunnelUnit, Place
from indicators.statistics.plain_quantile import plain_quantile
from indicators.statistics.plain_tails import binomial_four, poisson_four

Z_998 = 3.090232306167813
EXACT_BELOW = 10
WINSORISED = 0.1
FEWEST_FOR_DISPERSION = 10


def plain_funnel(
    numerators: Sequence[float],
    denominators: Sequence[float],
    kind: FunnelKind,
    *,
    per: float = 100.0,
    widen: bool = False,
) -> Funnel:
    """Return units against their funnel's limits at 95 and 99.8 %, around all of them together.

    Parameters
    ----------
    numerators, denominators
        n counts each: how many have it (proportion) or how many events (rate), and of how many people, above 0.
    kind
        "proportion" or "rate".
    per
        What values and limits are per: 100 for per cent, 100 000 for rates per 100 000.
    widen
        Whether the limits are widened for over-dispersion.

    Raises
    ------
    UnequalLengthsError, TooFewPointsError
        The rows do not pair up; there are none, or fewer than ten to be widened by.
    BaselineError
        Nobody has it, or everybody.

    Notes
    -----
    As `funnel.funnel`, with `found_dispersion` also where it does not widen, from ten units up.

    References
    ----------
    Spiegelhalter DJ. Funnel plots for comparing institutional performance. Stat Med 2005;24:1185-1202.
    """
    if len(numerators) != len(denominators):
        raise UnequalLengthsError(first=len(numerators), second=len(denominators))
    fewest = FEWEST_FOR_DISPERSION if widen else 1
    if len(numerators) < fewest:
        raise TooFewPointsError(found=len(numerators), allowed=fewest)
    centre = math.fsum(numerators) / math.fsum(denominators)
    _check(centre, kind)
    found = _dispersion(numerators, denominators, centre, kind) if len(numerators) >= FEWEST_FOR_DISPERSION else None
    factor = max(found, 1.0) if widen and found is not None else 1.0
    limits = plain_limits(centre * per, denominators, kind, per=per, dispersion=factor)
    values = [x / n * per for x, n in zip(numerators, denominators, strict=True)]
    units = tuple(FunnelUnit(v, own, _place(v, own)) for v, own in zip(values, limits, strict=True))
    return Funnel(kind, per, centre * per, factor, found, units)


def plain_limits(
    baseline: float, denominators: Sequence[float], kind: FunnelKind, *, per: float = 100.0, dispersion: float = 1.0
) -> tuple[FunnelLimits, ...]:
    """Return the limits at each denominator, as `funnel.funnel_limits`. Raises BaselineError."""
    centre = baseline / per
    _check(centre, kind)
    return tuple(_limits(centre, people, kind, per, dispersion) for people in denominators)


def _check(centre: float, kind: FunnelKind) -> None:
    if not centre > 0 or (kind == "proportion" and centre >= 1):
        allowed = "must be between nobody and all" if kind == "proportion" else "must be above 0"
        raise BaselineError(found=centre, allowed=allowed)


def _limits(centre: float, people: float, kind: FunnelKind, per: float, factor: float) -> FunnelLimits:
    four, method = _shares(centre, people, kind)
    most = 1.0 if kind == "proportion" else math.inf
    wide = [min(max(centre + (limit - centre) * math.sqrt(factor), 0.0), most) * per for limit in four]
    return FunnelLimits(people, wide[0], wide[1], wide[2], wide[3], method)


def _shares(centre: float, people: float, kind: FunnelKind) -> tuple[list[float], FunnelMethod]:
    """Four limits in shares of 1, and how they were made."""
    if kind == "rate":
        return [limit / people for limit in poisson_four(people * centre)], "exact-poisson"
    if people * min(centre, 1 - centre) < EXACT_BELOW:
        whole = max(round(people), 1)
        return [limit / whole for limit in binomial_four(whole, centre)], "exact-binomial"
    half = math.sqrt(centre * (1 - centre) / people)
    return [centre + z * half for z in (-Z_998, -Z_95, Z_95, Z_998)], "normal"


def _dispersion(events: Sequence[float], people: Sequence[float], centre: float, kind: FunnelKind) -> float:
    spread = centre * (1 - centre) if kind == "proportion" else centre
    z = sorted((x - n * centre) / math.sqrt(n * spread) for x, n in zip(events, people, strict=True))
    low, high = plain_quantile(z, WINSORISED), plain_quantile(z, 1 - WINSORISED)
    return math.fsum(min(max(each, low), high) ** 2 for each in z) / len(z)


def _place(value: float, limits: FunnelLimits) -> Place:
    if value < limits.lower_998:
        return "below-99.8"
    if value > limits.upper_998:
        return "above-99.8"
    if value < limits.lower_95:
        return "below-95"
    return "above-95" if value > limits.upper_95 else "inside"
