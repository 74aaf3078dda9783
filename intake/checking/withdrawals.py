"""Values that are held and were not read again: withdrawn, unless too many go or a fault may hide them."""

from collections.abc import Callable, Iterator

import numpy as np

from intake.checking import thresholds as limit
from intake.checking.findings import Facts, Finding
from intake.checking.panels import Panel, Places, Truths


def judge_gone(panel: Panel, gone: Truths, *, has_faults: bool) -> Iterator[Finding]:
    """Find the values that stay, of those that are gone.

    `has_faults` says that rows of this series were wrong by themselves: one of them may be the value that is missing.
    """
    if not gone.any():
        return
    n_gone, n_held = gone.sum(axis=0), np.isfinite(panel.held).sum(axis=0)
    too_many = (n_gone > limit.WITHDRAWN * n_held) & (n_gone >= limit.WITHDRAWN_AT_LEAST)
    yield Finding(panel, gone & too_many[None, :], "withdrawn-many", _many(n_gone, n_held))
    total, of = int(n_gone.sum()), int(n_held.sum())
    if total > limit.WITHDRAWN * of and total >= limit.WITHDRAWN_AT_LEAST:
        yield Finding(panel, gone, "withdrawn-series", lambda _area, _period: {"gone": total, "held": of})
    if has_faults:
        yield Finding(panel, gone, "beside-fault", lambda _area, _period: {})


def judge_gone_beside(nation: Panel, gone: Truths, regions: Panel, regions_gone: Truths) -> Iterator[Finding]:
    """Find the nation's values that stay because too many regions' values go for the same period.

    Alone it is one value, which may well be withdrawn; beside its regions it stands or falls with them.
    """
    n_gone, n_held = regions_gone.sum(axis=0), np.isfinite(regions.held).sum(axis=0)
    too_many = (n_gone > limit.WITHDRAWN * n_held) & (n_gone >= limit.WITHDRAWN_AT_LEAST)
    at = {str(period): place for place, period in enumerate(regions.periods)}
    theirs = [at.get(str(period), -1) for period in nation.periods]
    stays = np.array([place >= 0 and bool(too_many[place]) for place in theirs])
    kept = gone & stays[None, :]
    if kept.any():
        facts = _many(n_gone, n_held)
        yield Finding(nation, kept, "withdrawn-many", lambda area, period: facts(area, theirs[period]))


def _many(n_gone: Places, n_held: Places) -> Callable[[int, int], Facts]:
    return lambda _area, period: {"gone": int(n_gone[period]), "held": int(n_held[period])}
