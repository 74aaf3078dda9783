"""Units against the limits that chance alone would keep them within: never by rank, never by decile."""

import math
from collections.abc import Sequence

from indicators.statistics.errors import BaselineError, SettingError, TooFewPointsError, UnknownChoiceError
from indicators.statistics.intervals import Z_95
from indicators.statistics.outcomes import Funnel, FunnelKind, FunnelLimits, FunnelMethod, FunnelUnit, Place
from indicators.statistics.rows import as_counts, as_pairs, check_scale
from indicators.statistics.spread import quantile
from indicators.statistics.tails import binomial_limits, poisson_limits

Z_998 = 3.090232306167813
KINDS: tuple[FunnelKind, ...] = ("proportion", "rate")
EXACT_BELOW = 10
"""Expected with, or expected without, under which a proportion's limits are exact and not normal."""
WINSORISED = 0.1
FEWEST_FOR_DISPERSION = 10


def funnel(
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
    UnknownChoiceError, SettingError, BaselineError
        The kind is another; per is not above 0; nobody has it, or (proportion) everybody.
    DenominatorError, NumeratorError, UnequalLengthsError, NotFiniteError, TooFewPointsError
        The counts are not what shares or rates can be made of; or fewer than ten units are to be widened.

    Notes
    -----
    Limits as `funnel_limits`, around all numerators through all denominators. A unit on a limit is inside it.

    Over-dispersion φ is the mean of z², z = (x − nθ) / √V with V = nθ(1 − θ) (proportion) or nθ (rate), after the tenth
    of the units with the lowest z and the tenth with the highest are drawn in to the 10 and 90 % quantiles (type 7), so
    that those who truly stand out do not widen the limits meant to find them. It is found from ten units up, also
    where it widens nothing.

    References
    ----------
    Spiegelhalter DJ. Funnel plots for comparing institutional performance. Stat Med 2005;24:1185-1202, section 4.
    """
    _check(kind, per)
    events, people = as_counts(numerators, denominators, is_share=kind == "proportion")
    if widen and len(events) < FEWEST_FOR_DISPERSION:
        raise TooFewPointsError(found=len(events), allowed=FEWEST_FOR_DISPERSION)
    centre = math.fsum(events) / math.fsum(people)
    _check_baseline(centre, kind)
    found = _dispersion(events, people, centre, kind) if len(events) >= FEWEST_FOR_DISPERSION else None
    factor = max(found, 1.0) if widen and found is not None else 1.0
    limits = [_limits(centre, own, kind, per, factor) for own in people]
    values = [x / n * per for x, n in zip(events, people, strict=True)]
    units = tuple(FunnelUnit(v, own, _place(v, own)) for v, own in zip(values, limits, strict=True))
    return Funnel(kind, per, centre * per, factor, found, units)


def funnel_limits(
    baseline: float, denominators: Sequence[float], kind: FunnelKind, *, per: float = 100.0, dispersion: float = 1.0
) -> tuple[FunnelLimits, ...]:
    """Return the limits at each denominator, as for the lines of the picture.

    Parameters
    ----------
    baseline
        The centre, in the values' unit, above 0 (a proportion's below all).
    denominators
        n numbers above 0.
    kind
        "proportion" or "rate".
    per
        100 for per cent, 100 000 for rates per 100 000.
    dispersion
        The factor φ to widen by, at least 1.

    Raises
    ------
    UnknownChoiceError, SettingError, BaselineError
        The kind is another; per or dispersion is not allowed; the baseline is nothing or all.
    DenominatorError, NotFiniteError, TooFewPointsError
        The denominators are not a row of numbers above 0.

    Notes
    -----
    Proportions: θ ± z √(θ (1 − θ) / n) where nθ and n(1 − θ) are at least 10 ("normal"), else exact binomial tails of
    2.5 and 0.1 %. Rates: always exact Poisson tails. Exact limits are interpolated between whole counts, on the upper
    side from above, so that a whole count is outside exactly when its tail is below 2.5 (0.1) %, and counting those
    without instead of those with mirrors the funnel. Over-dispersion widens every limit's distance to the centre by
    √φ, then nothing goes below 0 or (proportions) above all.

    References
    ----------
    Spiegelhalter DJ. Funnel plots for comparing institutional performance. Stat Med 2005;24:1185-1202, appendix A.
    """
    _check(kind, per)
    centre = baseline / per
    _check_baseline(centre, kind)
    if not (math.isfinite(dispersion) and dispersion >= 1):
        raise SettingError("dispersion", found=dispersion, allowed="must be at least 1")
    people, _ = as_pairs(denominators, denominators, "denominators")
    return tuple(_limits(centre, own, kind, per, dispersion) for own in people)


def _check(kind: str, per: float) -> None:
    if kind not in KINDS:
        raise UnknownChoiceError("kind", found=kind, allowed=KINDS)
    check_scale(per)


def _check_baseline(centre: float, kind: FunnelKind) -> None:
    if not 0 < centre < (1 if kind == "proportion" else math.inf):
        allowed = "must be between nobody and all" if kind == "proportion" else "must be above 0"
        raise BaselineError(found=centre, allowed=allowed)


def _limits(centre: float, people: float, kind: FunnelKind, per: float, factor: float) -> FunnelLimits:
    four, method = _shares(centre, people, kind)
    most = 1.0 if kind == "proportion" else math.inf
    # What is not widened stays as it is, or rounding would move a limit that a unit stands on.
    moved = four if factor == 1 else [centre + (limit - centre) * math.sqrt(factor) for limit in four]
    wide = [min(max(limit, 0.0), most) * per for limit in moved]
    return FunnelLimits(people, wide[0], wide[1], wide[2], wide[3], method)


def _shares(centre: float, people: float, kind: FunnelKind) -> tuple[list[float], FunnelMethod]:
    """Four limits in shares of 1, and how they were made."""
    if kind == "rate":
        return [limit / people for limit in poisson_limits(people * centre)], "exact-poisson"
    if people * min(centre, 1 - centre) < EXACT_BELOW:
        whole = max(round(people), 1)
        return [limit / whole for limit in binomial_limits(whole, centre)], "exact-binomial"
    half = math.sqrt(centre * (1 - centre) / people)
    return [centre + z * half for z in (-Z_998, -Z_95, Z_95, Z_998)], "normal"


def _dispersion(events: Sequence[float], people: Sequence[float], centre: float, kind: FunnelKind) -> float:
    spread = centre * (1 - centre) if kind == "proportion" else centre
    z = sorted((x - n * centre) / math.sqrt(n * spread) for x, n in zip(events, people, strict=True))
    low, high = quantile(z, WINSORISED), quantile(z, 1 - WINSORISED)
    return math.fsum(min(max(each, low), high) ** 2 for each in z) / len(z)


def _place(value: float, limits: FunnelLimits) -> Place:
    if value < limits.lower_998:
        return "below-99.8"
    if value > limits.upper_998:
        return "above-99.8"
    if value < limits.lower_95:
        return "below-95"
    return "above-95" if value > limits.upper_95 else "inside"
