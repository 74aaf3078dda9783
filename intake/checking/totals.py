"""Values that must fit together: all with women and men, the nation with its regions."""

from collections.abc import Callable, Iterator

import numpy as np

from intake.checking import thresholds as limit
from intake.checking.aligned import Side, align
from intake.checking.expected import Expected, expect
from intake.checking.findings import Facts, Finding, Judged, Ledger
from intake.checking.panels import Floats, Truths


def judge_total(total: Judged, women: Judged, men: Judged, ledger: Ledger) -> Iterator[Finding]:
    """Find the value that breaks how the value for all usually lies between women's and men's.

    Where one of the three is held back already, the other two are not to blame.
    """
    sides = align([total, women, men])
    fresh = sides[0].fresh | sides[1].fresh | sides[2].fresh
    if not fresh.any():
        return
    values = [total.scale.of(side.cut(side.panel.now)) for side in sides]
    floor = max(side.judged.floor for side in sides)
    between = expect(values[0] - (values[1] + values[2]) / 2, fresh, floor, has_common=False)
    blamed = [side.cut(ledger.is_bad(side.panel).astype(np.float64)) > 0 for side in sides]
    broken = fresh & (np.abs(between.off) > limit.BETWEEN) & ~np.any(blamed, axis=0)
    if broken.any():
        blame = _worst(sides)
        for number, side in enumerate(sides):
            yield Finding(
                side.panel, side.cells(broken & (blame == number)), "total", side.facts(_facts(sides, between))
            )


def _worst(sides: list[Side]) -> Floats:
    """Which of the three values is new and lies furthest from what its own history says."""
    off = [np.where(side.fresh, np.nan_to_num(np.abs(side.cut(side.judged.expected.off))), -1.0) for side in sides]
    result: Floats = np.argmax(np.stack(off), axis=0).astype(np.float64)
    return result


def _facts(sides: list[Side], between: Expected) -> Callable[[int, int], Facts]:
    total, women, men = (side.cut(side.panel.now) for side in sides)
    times = np.abs(between.off)
    return lambda area, period: {
        "total": float(total[area, period]),
        "women": float(women[area, period]),
        "men": float(men[area, period]),
        "times": round(float(times[area, period]), 1),
    }


def judge_nation(nation: Judged, regions: Judged, ledger: Ledger) -> Iterator[Finding]:
    """Find a value of the nation that is far outside those of its regions, as far as these are not held back."""
    place = np.searchsorted(regions.panel.periods, nation.panel.periods)
    place = np.minimum(place, len(regions.panel.periods) - 1)
    known = regions.panel.periods[place] == nation.panel.periods
    sound = np.where(ledger.is_bad(regions.panel), np.nan, regions.panel.now)[:, place]
    enough = np.isfinite(sound).sum(axis=0) >= limit.SLICE
    values: Floats = np.where(known & enough, sound, np.nan)
    usable = np.isfinite(values).any(axis=0)
    low, high = (np.where(usable, side, np.nan) for side in _ends(values))
    scale = nation.scale
    margin = limit.OUTSIDE * (scale.of(high) - scale.of(low))
    outside: Truths = (nation.values < scale.of(low) - margin) | (nation.values > scale.of(high) + margin)

    def facts(area: int, period: int) -> Facts:
        return {"value": float(nation.panel.read[area, period]), "low": float(low[period]), "high": float(high[period])}

    yield Finding(nation.panel, nation.panel.is_fresh & outside, "nation-outside", facts)


def _ends(values: Floats) -> tuple[Floats, Floats]:
    return np.where(np.isnan(values), np.inf, values).min(axis=0), np.where(np.isnan(values), -np.inf, values).max(
        axis=0
    )
