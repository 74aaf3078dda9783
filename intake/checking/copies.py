"""Slices that are another slice: another period's, or another series'."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from intake.checking import thresholds as limit
from intake.checking.findings import Facts, Finding, Judged
from intake.checking.panels import SAME, Floats, Panel, Truths
from intake.checking.slices import new_slices


def judge_copied_periods(judged: Judged) -> Iterator[Finding]:
    """Find the slices whose values are those of another period: the same table again, or years that have shifted."""
    panel = judged.panel
    fresh = new_slices(panel)
    if not fresh.any():
        return
    if _copies_itself(panel):
        # What was held has been replaced by another period's values: that is no habit of the publisher's.
        fresh &= np.isfinite(panel.held).any(axis=0)
    for period in np.flatnonzero(fresh):
        share, n = _same(panel, int(period))
        other = int(np.argmax(share))
        if share[other] >= limit.COPIED:
            cells = np.zeros(panel.now.shape, dtype=bool)
            cells[:, period] = panel.is_fresh[:, period]
            yield Finding(panel, cells, "copied-period", _period_facts(panel, other, share[other], int(n[other])))


def _period_facts(panel: Panel, other: int, share: float, n: int) -> Callable[[int, int], Facts]:
    facts: Facts = {"other": str(panel.periods[other]), "same": round(float(share) * n), "areas": n}
    return _always(facts)


def _always(facts: Facts) -> Callable[[int, int], Facts]:
    return lambda _area, _period: facts


def _same(panel: Panel, period: int) -> tuple[Floats, Floats]:
    """The share of a period's fresh values that stand in each other period, and of how many areas."""
    new = np.where(panel.is_fresh[:, period], panel.read[:, period], np.nan)[:, None]
    old = np.where(np.isfinite(panel.held), panel.held, panel.now)
    old[:, period] = np.nan
    # Of two new periods that are the same, the earlier one is the one that may be right.
    old[:, period + 1 :] = panel.held[:, period + 1 :]
    return _share(new, old)


def _share(new: Floats, old: Floats) -> tuple[Floats, Floats]:
    both = np.isfinite(new) & np.isfinite(old)
    n = both.sum(axis=0)
    same = (np.abs(new - old) <= SAME * np.abs(old)) & both
    different = (np.diff(np.sort(old, axis=0), axis=0) > 0).sum(axis=0) + 1
    usable = (n >= limit.SLICE) & (different >= limit.DIFFERENT)
    return np.where(usable, same.sum(axis=0) / np.maximum(n, 1), 0.0), n.astype(np.float64)


def _copies_itself(panel: Panel) -> bool:
    """Whether the publisher itself gives one period's values for another: what is held says so."""
    held = panel.held
    shares = (_share(held[:, [period]], held[:, :period])[0] for period in range(1, held.shape[1]))
    return any(len(share) > 0 and share.max() >= limit.COPIED for share in shares)


@dataclass(frozen=True, slots=True)
class _Slice:
    """A slice of a panel, by the panel's number and the period's."""

    number: int
    period: int


def judge_copied_series(every: Sequence[Panel]) -> Iterator[Finding]:
    """Find the new slices that are to the last digit those of another series, or sex, which never was so before."""
    slices: dict[tuple[object, ...], list[_Slice]] = {}
    pairs: dict[tuple[int, int], set[str]] = {}
    for number, panel in enumerate(every):
        for period, key in _keys(panel):
            slices.setdefault(key, []).append(_Slice(number, period))
    found = [same for same in slices.values() if len(same) > 1]
    for same in found:
        for one in same:
            for other in same:
                if one.number != other.number:
                    pairs.setdefault((one.number, other.number), set()).add(str(every[one.number].periods[one.period]))
    for same in found:
        yield from _copied(every, same, pairs)


def _keys(panel: Panel) -> Iterator[tuple[int, tuple[object, ...]]]:
    for period in range(len(panel.periods)):
        here = np.isfinite(panel.now[:, period])
        values = panel.now[here, period]
        if here.sum() >= limit.SLICE and len(np.unique(values)) >= limit.DIFFERENT:
            areas = panel.areas[here].tobytes()
            yield period, (panel.level, str(panel.periods[period]), areas, values.tobytes())


def _copied(every: Sequence[Panel], same: list[_Slice], pairs: dict[tuple[int, int], set[str]]) -> Iterator[Finding]:
    for one in same:
        panel = every[one.number]
        other = next(item for item in same if item.number != one.number)
        twin = every[other.number]
        is_fresh: Truths = np.zeros(panel.now.shape, dtype=bool)
        is_fresh[:, one.period] = panel.is_fresh[:, one.period]
        # Two measures that are published with the same values are a fact about them, and no copy.
        if new_slices(panel)[one.period] and len(pairs[one.number, other.number]) == 1:
            facts: Facts = {"source": twin.source, "source_key": twin.series, "sex": twin.sex}
            yield Finding(panel, is_fresh, "copied-series", _always(facts))
