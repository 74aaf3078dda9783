"""What each value of a panel should be near, by its own neighbours in time, and how far values of it usually are."""

from dataclasses import dataclass

import numpy as np

from intake.checking import thresholds as limit
from intake.checking.panels import Floats, Truths

# From the middle of absolute deviations to a standard deviation, for normal values.
NORMAL = 1.4826


@dataclass(frozen=True, slots=True)
class Scale:
    """How values are compared: logarithms where a series cannot be negative, else as they are.

    `start` is added before the logarithm is taken, so that small values near zero are not far apart.
    """

    is_log: bool
    start: float

    def of(self, values: Floats) -> Floats:
        """Return values on the scale; a negative value where none can be is as far down as zero."""
        if not self.is_log:
            return values
        result: Floats = np.log(np.maximum(values, 0) + self.start)
        return result

    def back(self, value: float) -> float:
        """Return a value from the scale."""
        return float(max(np.exp(value) - self.start, 0.0)) if self.is_log else value


def scale_of(values: Floats, *, may_be_negative: bool) -> Scale:
    """Return the scale for some values."""
    return Scale(is_log=not may_be_negative, start=limit.START * middle_size(values))


def middle_size(values: Floats) -> float:
    """Return the middle of the sizes of what is not zero; 1 when there is nothing."""
    sizes = np.abs(values[np.isfinite(values) & (values != 0)])
    return float(np.median(sizes)) if len(sizes) else 1.0


@dataclass(frozen=True, slots=True)
class Expected:
    """What is expected of some values, on their scale. Arrays have the shape (areas, periods).

    `near` is where a value should be and `spread` how far from it values of this area usually lie; both are NaN where
    nothing is known.
    """

    values: Floats
    near: Floats
    spread: Floats

    @property
    def off(self) -> Floats:
        """How many usual spreads each value lies from where it should be."""
        return (self.values - self.near) / self.spread


def expect(values: Floats, is_fresh: Truths, floor: float, *, has_common: bool = True) -> Expected:
    """Return what is expected of values on a scale.

    `floor` is the least spread that is believed. What all areas have in common in a period is taken away first, unless
    `has_common` says that it is what matters.
    """
    shift = _middle(values) if has_common else np.zeros(values.shape[1])
    level = values - shift
    is_last = newest(values, is_fresh)
    telling = np.isfinite(values) & ~repeated(values)
    one_sided, both_sided = neighbours(level)
    offs = [level - side for side in (one_sided, both_sided)]
    if has_common:
        offs = [off - _middle(off) for off in offs]
    off = np.where(is_last, *offs)
    spread = np.where(is_last, *(_spread(off, telling & ~is_fresh, telling, floor) for off in offs))
    return Expected(values, values - off, spread)


def across(values: Floats, floor: float) -> Expected:
    """Return what is expected of values by the other areas in the same period, where these are enough."""
    middle = median(values.T)
    spread = NORMAL * median(np.abs(values - middle).T)
    enough = np.isfinite(values).sum(axis=0) >= limit.AREAS_FOR_A_SHIFT
    near = np.where(enough, middle, np.nan)
    shape = np.ones((len(values), 1))
    return Expected(values, shape * near, shape * np.maximum(spread, floor))


def newest(values: Floats, is_fresh: Truths) -> Truths:
    """Return which periods nothing settled comes after: they can be held against the past alone."""
    settled: Truths = np.any(np.isfinite(values) & ~is_fresh, axis=0)
    if not settled.any():
        return np.zeros(values.shape[1], dtype=bool)
    result: Truths = np.arange(values.shape[1]) >= np.flatnonzero(settled)[-1]
    return result


def _middle(values: Floats) -> Floats:
    """The middle of each period's values, where the areas are many enough to have one; else zero."""
    n = np.isfinite(values).sum(axis=0)
    return np.where(n >= limit.AREAS_FOR_A_SHIFT, median(values.T), 0.0)


def median(values: Floats) -> Floats:
    """Return the middle of each row, without what is missing; NaN for a row of nothing."""
    ordered = np.sort(values, axis=-1)
    n = np.isfinite(values).sum(axis=-1)
    rows = np.arange(len(values))
    low, high = np.maximum(n - 1, 0) // 2, np.minimum(n // 2, values.shape[-1] - 1)
    result: Floats = (ordered[rows, low] + ordered[rows, high]) / 2
    result[n == 0] = np.nan
    return result


def neighbours(level: Floats) -> tuple[Floats, Floats]:
    """Return the middle of the three values before each, and of the three on each side."""
    before = _last_three(level)
    after = _last_three(level[:, ::-1])[:, ::-1]
    back = median(before.reshape(-1, limit.NEIGHBOURS)).reshape(level.shape)
    both = median(np.concatenate([before, after], axis=2).reshape(-1, 2 * limit.NEIGHBOURS)).reshape(level.shape)
    return back, both


def _last_three(level: Floats) -> Floats:
    """The nearest values before each, newest first: an array (areas, periods, neighbours)."""
    found = np.full((*level.shape, limit.NEIGHBOURS), np.nan)
    kept = np.full((len(level), limit.NEIGHBOURS), np.nan)
    for period in range(level.shape[1]):
        found[:, period] = kept
        here = np.isfinite(level[:, period])
        kept[here, 1:] = kept[here, :-1]
        kept[here, 0] = level[here, period]
    return found


def repeated(values: Floats) -> Truths:
    """Return which values are those of the period before, in periods where most are.

    A survey's publisher gives the last answers again for areas that were not asked: they say nothing of usual changes.
    """
    before = _last_three(values)[:, :, 0]
    same = np.isfinite(values) & (values == before)
    both = (np.isfinite(values) & np.isfinite(before)).sum(axis=0)
    mostly = same.sum(axis=0) >= limit.REPEATED * np.maximum(both, 1)
    result: Truths = same & mostly[None, :]
    return result


def _spread(off: Floats, settled: Truths, telling: Truths, floor: float) -> Floats:
    """How far values usually lie from where they should: what all areas do, leaning to the area's own and the slice."""
    settled = settled & np.isfinite(off)
    known = np.abs(off[settled])
    if len(known) < limit.VALUES_FOR_A_SPREAD or settled.any(axis=0).sum() < limit.PERIODS_FOR_A_SPREAD:
        known = np.abs(off[np.isfinite(off) & telling])
    if len(known) < limit.VALUES_FOR_A_SPREAD:
        return np.full(off.shape, np.nan)
    common = max(NORMAL * float(np.median(known)), floor)
    own = np.where(settled, np.minimum(off**2, (limit.OWN_AT_MOST * common) ** 2), 0.0)
    weight = limit.WEIGHT_OF_ALL
    area = np.sqrt((weight * common**2 + own.sum(axis=1)) / (weight + settled.sum(axis=1)))
    slices = NORMAL * median(np.abs(off).T) / common
    enough = np.isfinite(off).sum(axis=0) >= limit.AREAS_FOR_A_SHIFT
    wide = np.clip(np.where(enough, slices, 1.0), 1.0, limit.WIDER)
    result: Floats = np.maximum(area[:, None] * wide[None, :], floor)
    return result
