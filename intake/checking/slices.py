"""Slices, all areas of a series, sex and level in one period: another unit, all alike, shuffled, or too few."""

from collections.abc import Callable, Iterator

import numpy as np
from scipy.stats import rankdata

from intake.checking import thresholds as limit
from intake.checking.expected import median, middle_size, neighbours, newest, repeated
from intake.checking.findings import Facts, Finding, Judged
from intake.checking.panels import SAME, Floats, Panel, Truths


def judge_slices(judged: Judged) -> Iterator[Finding]:
    """Find the slices that are not taken as a whole."""
    panel = judged.panel
    fresh = new_slices(panel)
    if fresh.any():
        yield from _alike(judged, fresh)
        yield from _unit(judged, fresh)
        yield from _permuted(judged, fresh)
        yield from _order(judged, fresh)
    yield from _areas_lost(judged)


def new_slices(panel: Panel) -> Truths:
    """Return which periods are new, or changed in most of their values, in areas enough to be judged as one."""
    n = panel.is_fresh.sum(axis=0)
    valued = np.isfinite(panel.now).sum(axis=0)
    result: Truths = (n >= limit.SLICE) & (n >= limit.NEW_SHARE * valued)
    return result


def _alike(judged: Judged, fresh: Truths) -> Iterator[Finding]:
    """Nearly all values zero, or one and the same, in a series where that was never so."""
    panel = judged.panel
    zeros, same = _share(panel.now == 0, panel.now), _commonest(panel.now)
    others = [np.where(fresh, 0.0, share).max(initial=0.0) for share in (zeros, same)]
    for code, share, usual in (("zeros", zeros, others[0]), ("all-equal", same, others[1])):
        periods = fresh & (share >= limit.ALIKE) & (usual < limit.ALIKE)
        yield Finding(panel, judged.slice(periods), code, _alike_facts(panel, share))


def _alike_facts(panel: Panel, share: Floats) -> Callable[[int, int], Facts]:
    n = np.isfinite(panel.now).sum(axis=0)
    return lambda area, period: {
        "value": float(panel.read[area, period]),
        "same": round(float(share[period] * n[period])),
        "areas": int(n[period]),
    }


def _share(truths: Truths, values: Floats) -> Floats:
    n = np.isfinite(values).sum(axis=0)
    result: Floats = truths.sum(axis=0) / np.maximum(n, 1)
    return result


def _commonest(values: Floats) -> Floats:
    """The share of each period's values that are the middle one: where most are the same, that is it."""
    return _share(values == median(values.T), values)


def _unit(judged: Judged, fresh: Truths) -> Iterator[Finding]:
    """The middle value against the middles of its neighbours in time, and against how the middle has moved before."""
    panel = judged.panel
    start = limit.START * middle_size(panel.held if np.isfinite(panel.held).any() else panel.now)
    middles = np.log(median(np.abs(panel.now).T) + start)[None, :]
    is_last = newest(middles, fresh[None, :])
    near = np.where(is_last, *neighbours(middles))
    moved = (middles - near)[0]
    settled = np.abs(moved[~fresh & np.isfinite(moved)])
    factor = limit.UNIT if judged.scale.is_log else limit.UNIT_SIGNED
    allowed = max(np.log(factor), limit.UNIT_TIMES * (float(settled.max()) if len(settled) else 0.0))
    usual = np.exp(near[0]) - start

    def facts(_area: int, period: int) -> Facts:
        now = float(np.exp(middles[0, period]) - start)
        earlier = float(usual[period])
        return {"now": now, "earlier": earlier, "factor": now / earlier if earlier else None}

    yield Finding(panel, judged.slice(fresh & (np.abs(moved) > allowed)), "unit", facts)


def _permuted(judged: Judged, fresh: Truths) -> Iterator[Finding]:
    """The values held, all of them, at other areas."""
    panel = judged.panel
    moved = panel.is_fresh & np.isfinite(panel.held)
    periods = np.zeros(len(panel.periods), dtype=bool)
    for period in np.flatnonzero(moved.sum(axis=0) >= limit.SLICE):
        cells = moved[:, period]
        new, old = np.sort(panel.read[cells, period]), np.sort(panel.held[cells, period])
        periods[period] = bool(np.all(np.abs(new - old) <= SAME * np.abs(old))) and len(np.unique(old)) > 1
    n = moved.sum(axis=0)
    yield Finding(panel, judged.slice(periods), "permuted", lambda _area, period: {"areas": int(n[period])})


def _order(judged: Judged, fresh: Truths) -> Iterator[Finding]:
    """The areas' order against the one expected, when that has said something in the periods before."""
    panel, expected = judged.panel, judged.expected
    agreement, n = agreements(expected.values, np.where(np.isfinite(expected.spread), expected.near, np.nan))
    known = ~fresh & np.isfinite(agreement) & ~repeated(judged.values).any(axis=0)
    if int(known.sum()) < limit.PERIODS_FOR_AN_ORDER:
        return
    usual = float(np.median(agreement[known]))
    short = np.arctanh(min(usual, 0.999)) - np.arctanh(np.clip(agreement, -0.999, 0.999))
    errors = short * np.sqrt(np.maximum(n - 3, 1))
    lowest = float(agreement[known].min())
    chance = np.maximum(limit.NO_ORDER, limit.NO_ORDER_ERRORS / np.sqrt(np.maximum(n - 1, 1)))
    broken = (
        fresh
        & (n >= limit.AREAS_FOR_AN_ORDER)
        & (usual >= limit.ORDER)
        & (errors > limit.ORDER_ERRORS)
        & (agreement < np.minimum(lowest, chance))
    )

    def facts(_area: int, period: int) -> Facts:
        return {"now": round(float(agreement[period]), 2), "usual": round(usual, 2), "areas": int(n[period])}

    yield Finding(panel, judged.slice(broken), "shuffled", facts)


def agreements(values: Floats, near: Floats) -> tuple[Floats, Floats]:
    """Return Spearman's rank correlation of each period's values with what was expected, and of how many areas."""
    both = np.isfinite(values) & np.isfinite(near)
    n = both.sum(axis=0).astype(np.float64)
    ranks = [rankdata(np.where(both, part, np.nan), axis=0, nan_policy="omit") for part in (values, near)]
    first, second = (np.where(both, part - (n + 1) / 2, 0.0) for part in ranks)
    size = np.sqrt((first**2).sum(axis=0) * (second**2).sum(axis=0))
    usable = (n >= limit.SLICE) & (size > 0)
    return np.where(usable, (first * second).sum(axis=0) / np.where(usable, size, 1.0), np.nan), n


def _areas_lost(judged: Judged) -> Iterator[Finding]:
    """A new period with many fewer areas than the one before, and than any before it."""
    panel = judged.panel
    n = np.isfinite(panel.now).sum(axis=0)
    has_held: Truths = np.any(np.isfinite(panel.held), axis=0)
    before = np.zeros(len(n), dtype=int)
    lost = np.zeros(len(n), dtype=bool)
    for period in range(1, len(n)):
        earlier = n[:period][n[:period] > 0]
        if len(earlier) and panel.is_fresh[:, period].any() and not has_held[period]:
            before[period] = earlier[-1]
            lost[period] = before[period] >= limit.SLICE and n[period] < min(
                limit.AREAS_KEPT * before[period], earlier.min()
            )
    yield Finding(
        panel,
        judged.slice(lost),
        "areas-lost",
        lambda _area, period: {"areas": int(n[period]), "earlier": int(before[period])},
    )
