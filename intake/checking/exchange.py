"""Values that stand in each other's place: two areas', or women's and men's."""

from collections.abc import Callable, Iterator, Sequence

import numpy as np

from intake.checking import thresholds as limit
from intake.checking.aligned import Side, align
from intake.checking.expected import NORMAL, Expected, expect, median
from intake.checking.findings import Facts, Finding, Judged
from intake.checking.panels import SAME, Floats, Panel, Places, Truths

# So many usual spreads are as many as any more: one wild value does not make an exchange.
AT_MOST = 12.0


def judge_areas(judged: Judged) -> Iterator[Finding]:
    """Find pairs of areas whose values stand at each other's place."""
    panel = judged.panel
    for period in np.flatnonzero(panel.is_fresh.any(axis=0)):
        fresh = np.flatnonzero(panel.is_fresh[:, period])
        if len(fresh) < 2:
            continue
        for first, second in (*_each_others(panel, fresh, int(period)), *_likelier(judged, fresh, int(period))):
            for area, other in ((first, second), (second, first)):
                cells = np.zeros(panel.now.shape, dtype=bool)
                cells[area, period] = True
                yield Finding(panel, cells, "areas-exchanged", _area_facts(judged, other))


def _area_facts(judged: Judged, other: int) -> Callable[[int, int], Facts]:
    panel = judged.panel
    return lambda area, period: {
        "value": float(panel.read[area, period]),
        "other": str(panel.areas[other]),
        "other_value": float(panel.read[other, period]),
    }


def _each_others(panel: Panel, fresh: Places, period: int) -> list[tuple[int, int]]:
    """Pairs whose values are each other's of those held, in a period where little else has changed."""
    held = panel.held[:, period]
    changed = fresh[np.isfinite(held[fresh])]
    if len(changed) > max(2, limit.REVISED_SHARE * np.isfinite(held).sum()):
        return []
    new = panel.read[changed, period]
    old = held[changed]
    same = np.abs(new[:, None] - old[None, :]) <= SAME * np.abs(old[None, :])
    first, second = np.nonzero(np.triu(same & same.T, 1))
    return [(int(changed[one]), int(changed[two])) for one, two in zip(first, second, strict=True)]


def _likelier(judged: Judged, fresh: Places, period: int) -> list[tuple[int, int]]:
    """Pairs that fit well at each other's place, and badly at their own; each area in its best pair only."""
    enough = limit.EXCHANGED + 2 * np.log(len(fresh) * (len(fresh) - 1) / 2)
    # Only what fits badly where it is can be at another's place: a few of many municipalities.
    fresh = fresh[np.abs(judged.off[fresh, period]) > limit.MISFITS]
    if len(fresh) < 2:
        return []
    values, near, spread = (part[fresh, period] for part in _parts(judged.expected))
    own = np.minimum(((values - near) / spread) ** 2, AT_MOST**2)
    # Row i, column j: how the value of area i would fit at area j.
    crossed = ((values[:, None] - near[None, :]) / spread[None, :]) ** 2
    gain = own[:, None] + own[None, :] - crossed - crossed.T
    fits = np.maximum(crossed, crossed.T) <= limit.FITS**2
    gain = np.where(fits & np.isfinite(gain), gain, -np.inf)
    np.fill_diagonal(gain, -np.inf)
    best = np.argmax(gain, axis=1)
    return [
        (int(fresh[one]), int(fresh[two]))
        for one, two in enumerate(best)
        if one < two and best[two] == one and gain[one, two] > enough
    ]


def _parts(expected: Expected) -> tuple[Floats, Floats, Floats]:
    return expected.values, expected.near, expected.spread


def judge_sexes(women: Judged, men: Judged) -> Iterator[Finding]:
    """Find where women's values stand at the men's place: in a whole slice, or in single areas."""
    sides = align([women, men])
    fresh = sides[0].fresh & sides[1].fresh
    if not fresh.any():
        return
    gap = women.scale.of(sides[0].cut(women.panel.now)) - women.scale.of(sides[1].cut(men.panel.now))
    yield from _both(sides, fresh & _turned(gap, fresh)[None, :], "sexes-exchanged-slice")
    opposite = fresh & (_opposite(gap, sides) > limit.SEXES_EXCHANGED)
    yield from _both(sides, _held_exchanged(sides) | opposite, "sexes-exchanged")


def _turned(gap: Floats, fresh: Truths) -> Truths:
    """Which new slices have the middle difference between the sexes on the side where it has never been."""
    new = np.where(fresh, gap, np.nan)
    settled = median(np.where(fresh, np.nan, gap).T)
    settled = settled[np.isfinite(settled)]
    n = np.isfinite(new).sum(axis=0)
    if not len(settled) or not np.all(np.sign(settled) == np.sign(settled[0])) or not settled[0]:
        return np.zeros(len(n), dtype=bool)
    middle = median(new.T)
    error = NORMAL * median(np.abs(new - middle).T) / np.sqrt(np.maximum(n, 1))
    sure = np.maximum(limit.TURNED_SHARE * np.abs(settled).min(), limit.TURNED_ERRORS * error)
    turned: Truths = (n >= limit.SLICE) & (-np.sign(settled[0]) * middle > sure)
    return turned


def _opposite(gap: Floats, sides: Sequence[Side]) -> Floats:
    """How much likelier it is that the difference has the opposite of its usual sign: a difference of two squares."""
    floor = max(side.judged.floor for side in sides)
    usual = expect(gap, sides[0].fresh | sides[1].fresh, floor, has_common=False)
    result: Floats = -4 * gap * usual.near / usual.spread**2
    return result


def _held_exchanged(sides: Sequence[Side]) -> Truths:
    """Which values are, to the last digit, those held of the other sex."""
    read, held = ([side.cut(part) for side, part in zip(sides, parts, strict=True)] for parts in _read_held(sides))
    same = [np.abs(new - old) <= SAME * np.abs(old) for new, old in ((read[0], held[1]), (read[1], held[0]))]
    result: Truths = same[0] & same[1] & sides[0].fresh & sides[1].fresh
    return result


def _read_held(sides: Sequence[Side]) -> tuple[list[Floats], list[Floats]]:
    return [side.panel.read for side in sides], [side.panel.held for side in sides]


def _both(sides: Sequence[Side], chosen: Truths, code: str) -> Iterator[Finding]:
    for side, other in (sides, sides[::-1]):
        yield Finding(side.panel, side.cells(chosen), code, side.facts(_exchanged(side, other, chosen)))


def _exchanged(side: Side, other: Side, chosen: Truths) -> Callable[[int, int], Facts]:
    n, values, others = chosen.sum(axis=0), side.cut(side.panel.read), other.cut(other.panel.read)
    return lambda area, period: {
        "value": float(values[area, period]),
        "other_value": float(others[area, period]),
        "areas": int(n[period]),
    }
