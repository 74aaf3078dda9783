"""Units against the limits that chance alone would keep them within: never by rank, never by decile."""

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from indicators.statistics.arrays import Vector, as_counts, as_vector, check_pairs
from indicators.statistics.errors import BaselineError, SettingError, TooFewPointsError, UnknownChoiceError
from indicators.statistics.intervals import Z_95
from indicators.statistics.outcomes import Funnel, FunnelKind, FunnelLimits, FunnelMethod, FunnelUnit, Place
from indicators.statistics.tails import binomial_limits, poisson_limits

Z_998 = 3.090232306167813
TAIL_95, TAIL_998 = 0.025, 0.001
KINDS: tuple[FunnelKind, ...] = ("proportion", "rate")
EXACT_BELOW = 10
"""Expected with, or expected without, under which a proportion's limits are exact and not normal."""
WINSORISED = 0.1
FEWEST_FOR_DISPERSION = 10


class _Limits(NamedTuple):
    """Four limits of each denominator, in shares of 1, and whether they are exact: shape (n,) each."""

    lower_998: Vector
    lower_95: Vector
    upper_95: Vector
    upper_998: Vector
    exact: NDArray[np.bool_]


def funnel(
    numerators: ArrayLike,
    denominators: ArrayLike,
    kind: FunnelKind,
    *,
    per: float = 100.0,
    baseline: float | None = None,
    widen: bool = False,
) -> Funnel:
    """Return units against their funnel's limits at 95 and 99.8 %.

    Parameters
    ----------
    numerators, denominators
        Shape (n,): how many have it (proportion) or how many events (rate), and of how many people.
    kind
        "proportion" or "rate".
    per
        What values and limits are per: 100 for per cent, 100 000 for rates per 100 000.
    baseline
        The centre, in the values' unit; by default all numerators through all denominators.
    widen
        Whether the limits are widened for over-dispersion (see `dispersion`).

    Raises
    ------
    UnknownChoiceError, SettingError, BaselineError
        The kind is another; per is not above 0; the baseline is 0, or a proportion's is all.
    DenominatorError, NumeratorError, UnequalLengthsError, NotAVectorError, NotFiniteError, TooFewPointsError
        The counts are not what shares or rates can be made of; or fewer than ten units are to be widened.

    Notes
    -----
    Limits and places as `funnel_limits`. A unit on a limit is inside it.

    References
    ----------
    Spiegelhalter DJ. Funnel plots for comparing institutional performance. Stat Med 2005;24:1185-1202.
    """
    _check(kind, per)
    events, people = as_counts(numerators, denominators, bounded=kind == "proportion")
    centre = float(events.sum() / people.sum()) if baseline is None else float(baseline) / per
    _check_baseline(centre, kind)
    found = _dispersion(events, people, centre, kind) if widen else None
    factor = max(found, 1.0) if found is not None else 1.0
    limits = _limits(centre, people, kind, factor)
    records = _records(limits, people, kind, per)
    shares = events / people
    places = _places(shares, limits)
    units = tuple(FunnelUnit(*each) for each in zip((shares * per).tolist(), records, places, strict=True))
    return Funnel(kind, per, centre * per, factor, found, units)


def funnel_limits(
    baseline: float, denominators: ArrayLike, kind: FunnelKind, *, per: float = 100.0, dispersion: float = 1.0
) -> tuple[FunnelLimits, ...]:
    """Return the limits at each denominator, as for the lines of the picture.

    Parameters
    ----------
    baseline
        The centre, in the values' unit, above 0 (a proportion's below all).
    denominators
        Shape (n,), above 0.
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
    DenominatorError, NotAVectorError, NotFiniteError, TooFewPointsError
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
    if not (np.isfinite(dispersion) and dispersion >= 1):
        raise SettingError("dispersion", found=dispersion, allowed="must be at least 1")
    people = as_vector(denominators, "denominators")
    check_pairs(people, people)
    return _records(_limits(centre, people, kind, dispersion), people, kind, per)


def dispersion(
    numerators: ArrayLike,
    denominators: ArrayLike,
    kind: FunnelKind,
    *,
    per: float = 100.0,
    baseline: float | None = None,
) -> float:
    """Return how many times more than chance the units vary, φ: 1 is as by chance.

    Parameters
    ----------
    numerators, denominators, kind, per, baseline
        As `funnel`; at least ten units.

    Raises
    ------
    UnknownChoiceError, SettingError, BaselineError, TooFewPointsError
        The kind is another, per or the baseline is not allowed, or there are fewer than ten units.
    DenominatorError, NumeratorError, UnequalLengthsError, NotAVectorError, NotFiniteError
        The counts are not what shares or rates can be made of.

    Notes
    -----
    φ = mean of z², z = (x − nθ) / √V with V = nθ(1 − θ) (proportion) or nθ (rate), after the tenth of the units with
    the lowest z and the tenth with the highest are drawn in to the 10 and 90 % quantiles (type 7), so that those who
    truly stand out do not widen the limits meant to find them.

    References
    ----------
    Spiegelhalter DJ. Funnel plots for comparing institutional performance. Stat Med 2005;24:1185-1202, section 4.
    """
    _check(kind, per)
    events, people = as_counts(numerators, denominators, bounded=kind == "proportion")
    centre = float(events.sum() / people.sum()) if baseline is None else float(baseline) / per
    _check_baseline(centre, kind)
    return _dispersion(events, people, centre, kind)


def _check(kind: str, per: float) -> None:
    if kind not in KINDS:
        raise UnknownChoiceError("kind", found=kind, allowed=KINDS)
    if not (np.isfinite(per) and per > 0):
        raise SettingError("per", found=per, allowed="must be above 0")


def _check_baseline(centre: float, kind: FunnelKind) -> None:
    if not (np.isfinite(centre) and centre > 0) or (kind == "proportion" and centre >= 1):
        allowed = "must be between nobody and all" if kind == "proportion" else "must be above 0"
        raise BaselineError(found=centre, allowed=allowed)


def _dispersion(events: Vector, people: Vector, centre: float, kind: FunnelKind) -> float:
    if events.size < FEWEST_FOR_DISPERSION:
        raise TooFewPointsError(found=events.size, allowed=FEWEST_FOR_DISPERSION)
    spread = centre * (1 - centre) if kind == "proportion" else centre
    z = (events - people * centre) / np.sqrt(people * spread)
    low, high = np.quantile(z, [WINSORISED, 1 - WINSORISED])
    return float(np.mean(np.clip(z, low, high) ** 2))


def _limits(centre: float, people: Vector, kind: FunnelKind, factor: float) -> _Limits:
    if kind == "rate":
        exact = np.ones(people.size, dtype=np.bool_)
        outer = poisson_limits(people * centre, TAIL_998) / people
        inner = poisson_limits(people * centre, TAIL_95) / people
    else:
        exact = people * min(centre, 1 - centre) < EXACT_BELOW
        half = np.sqrt(centre * (1 - centre) / people)
        inner, outer = (centre + np.array([[-z], [z]]) * half for z in (Z_95, Z_998))
        few = people[exact]
        inner[:, exact] = binomial_limits(few, centre, TAIL_95) / few
        outer[:, exact] = binomial_limits(few, centre, TAIL_998) / few
    four = np.array([outer[0], inner[0], inner[1], outer[1]])
    widened = centre + (four - centre) * np.sqrt(factor)
    lower_998, lower_95, upper_95, upper_998 = np.clip(widened, 0, 1 if kind == "proportion" else None)
    return _Limits(lower_998, lower_95, upper_95, upper_998, exact)


def _records(limits: _Limits, people: Vector, kind: FunnelKind, per: float) -> tuple[FunnelLimits, ...]:
    rows = (each.tolist() for each in (people, *(limit * per for limit in limits[:4])))
    methods = [_method(kind, exact) for exact in limits.exact]
    return tuple(FunnelLimits(*row) for row in zip(*rows, methods, strict=True))


def _method(kind: FunnelKind, exact: np.bool_) -> FunnelMethod:
    if kind == "rate":
        return "exact-poisson"
    return "exact-binomial" if exact else "normal"


def _places(shares: Vector, limits: _Limits) -> list[Place]:
    words: tuple[Place, ...] = ("below-99.8", "below-95", "inside", "above-95", "above-99.8")
    below = (shares < limits.lower_998).astype(int) + (shares < limits.lower_95)
    above = (shares > limits.upper_998).astype(int) + (shares > limits.upper_95)
    return [words[2 + step] for step in (above - below).tolist()]
