"""Single values: out of range, misplaced by a power of ten or a sign, zero where a value was, or far from expected."""

from collections.abc import Callable, Iterator

import numpy as np

from intake.checking import thresholds as limit
from intake.checking.findings import Facts, Finding, Judged
from intake.checking.panels import Floats, Truths


def judge_cells(judged: Judged) -> Iterator[Finding]:
    """Find the single values that are not taken."""
    if not judged.panel.is_fresh.any():
        return
    yield from _range(judged)
    yield from _held_misplaced(judged)
    yield from _zero(judged)
    yield from _misplaced(judged)
    yield from _leap(judged)


def _range(judged: Judged) -> Iterator[Finding]:
    panel, limits = judged.panel, judged.limits
    if limits.low is not None:
        low = limits.low
        facts = _value_and(judged, low=lambda _area, _period: low)
        yield Finding(panel, panel.is_fresh & (panel.read < low), "below-range", facts)
    if limits.high is not None:
        high = limits.high
        facts = _value_and(judged, high=lambda _area, _period: high)
        yield Finding(panel, panel.is_fresh & (panel.read > high), "above-range", facts)


def _held_misplaced(judged: Judged) -> Iterator[Finding]:
    """The value held, to its last digit, with another decimal point or sign."""
    panel = judged.panel
    known = panel.is_fresh & (panel.held != 0)
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        ratio = np.where(known, panel.read / panel.held, np.nan)
    for factor in limit.FACTORS:
        for code, wanted in (("too-large", factor), ("too-small", 1 / factor)):
            cells = np.abs(ratio / wanted - 1) <= limit.EXACT
            yield Finding(panel, cells, code, _factor(judged, factor, panel.held))
    yield Finding(panel, np.abs(ratio + 1) <= limit.EXACT, "sign", _near(judged, panel.held))


def _zero(judged: Judged) -> Iterator[Finding]:
    panel = judged.panel
    was_zero = (panel.held == 0).any(axis=1) if np.isfinite(panel.held).any() else np.zeros(len(panel.areas), bool)
    cells = panel.is_fresh & (panel.read == 0) & (np.abs(judged.off) > limit.ZERO) & ~was_zero[:, None]
    yield Finding(panel, cells, "zero", _near(judged))


def _misplaced(judged: Judged) -> Iterator[Finding]:
    """A value that would fit with another decimal point or sign, and does not fit as it is."""
    panel, expected = judged.panel, judged.expected
    gap = np.abs(expected.values - expected.near)
    suspect = panel.is_fresh & (np.abs(judged.off) > limit.MISPLACED)
    far = suspect & (gap > (limit.FAR if judged.scale.is_log else 0))
    for factor in limit.FACTORS[:3]:
        for code, by in (("too-large", 1 / factor), ("too-small", factor)):
            yield Finding(panel, far & _fits(judged, panel.read * by, gap), code, _factor(judged, factor))
    if not judged.scale.is_log:
        yield Finding(panel, suspect & _fits(judged, -panel.read, gap), "sign", _near(judged))


def _fits(judged: Judged, values: Floats, gap: Floats) -> Truths:
    """Whether values would lie well where they should, and much nearer than what was read."""
    other = np.abs(judged.scale.of(values) - judged.expected.near)
    fits: Truths = (other * limit.TIMES_NEARER < gap) & (other < limit.FITS * judged.expected.spread)
    return fits


def _leap(judged: Judged) -> Iterator[Finding]:
    off = np.abs(judged.off)

    def facts(area: int, period: int) -> Facts:
        return {**_near(judged)(area, period), "times": round(float(off[area, period]), 1)}

    yield Finding(judged.panel, judged.panel.is_fresh & (off > limit.LEAP), "leap", facts)


Place = Callable[[int, int], float]


def _value_and(judged: Judged, **more: Place) -> Callable[[int, int], Facts]:
    def facts(area: int, period: int) -> Facts:
        said: Facts = {"value": float(judged.panel.read[area, period])}
        return {**said, **{name: place(area, period) for name, place in more.items()}}

    return facts


def _near(judged: Judged, held: Floats | None = None) -> Callable[[int, int], Facts]:
    return _value_and(judged, near=judged.near if held is None else lambda area, period: float(held[area, period]))


def _factor(judged: Judged, factor: float, held: Floats | None = None) -> Callable[[int, int], Facts]:
    near = _near(judged, held)
    return lambda area, period: {**near(area, period), "factor": factor}
