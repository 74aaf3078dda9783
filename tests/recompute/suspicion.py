"""Steps that a changed registration may explain (signals.md, section 5)."""

from dataclasses import dataclass

import numpy as np

RECORDED = ("register", "report")
ORDER = ("keeper", "several-registers", "same-register", "many-regions", "big-step")
MANY = 4


@dataclass(frozen=True)
class Step:
    """One region's step of one year in one measure, worse is positive: in thresholds (k) and standard errors (z)."""

    measure: str
    source: str
    kind: str
    theme: str
    area: str
    period: str
    k: float
    z: float

    @property
    def way(self):
        return 1 if self.k > 0 else -1

    def over(self, k, z):
        return abs(self.k) >= k and abs(self.z) >= z


def steps_of(measure, sigma, kind):
    """All steps of a measure that may be judged: single years of registers and reports, with a direction."""
    if kind not in RECORDED or not measure.is_yearly or measure.sign == 0 or sigma is None:
        return
    threshold = measure.threshold(measure.nation(measure.headline)[0])
    apart, signals = measure.regions - measure.regions.median(), measure.signals
    for before, period in zip(apart.columns, apart.columns[1:], strict=False):
        if int(period) - int(before) != 1 or not measure.same_side(before, period):
            continue
        for area, step in (measure.sign * (apart[period] - apart[before])).items():
            if not np.isnan(step):
                yield Step(
                    measure.id, signals["source"], kind, signals["theme"], area, period,
                    step / threshold, step / (sigma[area] * np.sqrt(2)),
                )  # fmt: skip


def _alone(steps, keepers):
    for step in steps:
        if step.over(10, 4) or step.over(20, 2):
            yield step, "big-step"
        if keepers.get(step.measure) == step.period and step.over(5, 2.5):
            yield step, "keeper"


def _grouped(steps, key):
    found = {}
    for step in steps:
        found.setdefault(key(step), []).append(step)
    return found.values()


def _together(steps):
    large = [step for step in steps if step.over(5, 3)]
    for group in _grouped(large, lambda step: (step.measure, step.period, step.way)):
        if len(group) >= MANY:
            yield from ((step, "many-regions") for step in group)
    falls = [step for step in large if step.way > 0]
    for group in _grouped(falls, lambda step: (step.area, step.period)):
        if len(group) >= 3 and len({step.source for step in group}) >= 2:
            yield from ((step, "several-registers") for step in group)


def _companions(steps, suspect):
    """Two measures of the same patients that move the same way: of one register (no report of waits) and one theme."""
    for group in _grouped(
        [step for step in steps if abs(step.k) >= 3 and step.kind == "register"],
        lambda step: (step.source, step.theme, step.area, step.period, step.way),
    ):
        for one in group:
            if abs(one.z) >= 3 or (one.measure, one.area, one.period) in suspect:
                for other in group:
                    if other is not one and abs(other.z) >= 1:
                        yield one, "same-register"
                        yield other, "same-register"


def suspects(steps, keepers):
    """{(measure, area, period): (step, reasons in order)}."""
    found = {}

    def note(pairs):
        for step, reason in pairs:
            found.setdefault((step.measure, step.area, step.period), (step, set()))[1].add(reason)

    note(_alone(steps, keepers))
    note(_together(steps))
    note(list(_companions(steps, dict(found))))
    return {key: (step, _told(reasons)) for key, (step, reasons) in found.items()}


def _told(reasons):
    """In the order of the table; a large step is a reason only where there is no other."""
    return tuple(reason for reason in ORDER if reason in reasons and (reason != "big-step" or len(reasons) == 1))
