"""What the rules find: which values of a panel, why, and by which numbers; and the ledger in which it ends."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np

from indicators.definition import Definition, Plausible
from intake.checking.expected import Expected, Scale, across, expect, middle_size, scale_of
from intake.checking.panels import Floats, Panel, Truths

Facts = dict[str, float | int | str | None]
# What is a size, a time, a sum or a number of something is never below zero. A share may be, where its definition says.
NEVER_NEGATIVE = frozenset({"rate", "per-1000", "per-100", "per-100-beds", "days", "years", "sek", "count", "index"})


@dataclass(frozen=True, slots=True)
class Finding:
    """Values of a panel that are not taken: a truth a value, the reason's code, and the facts of the value at a place.

    A value that is held and was not read again can be found too: then it stays.
    """

    panel: Panel
    cells: Truths
    code: str
    facts: Callable[[int, int], Facts]


@dataclass(frozen=True)
class Judged:
    """A panel with what is expected of it. `definition` is None for figures of other countries."""

    panel: Panel
    definition: Definition | None

    @cached_property
    def limits(self) -> Plausible:
        """The range a value can have, by the definition and the nature of its unit."""
        if self.definition is None:
            return Plausible(low=0.0)
        plausible = self.definition.plausible
        if plausible.low is None and self.definition.unit in NEVER_NEGATIVE:
            return Plausible(low=0.0, high=plausible.high)
        return plausible

    @cached_property
    def scale(self) -> Scale:
        """How values are compared."""
        low = self.limits.low
        return scale_of(self.panel.now, may_be_negative=low is None or low < 0)

    @cached_property
    def floor(self) -> float:
        """The least spread that is believed, on the scale: half of the last decimal shown."""
        step = 0.5 * 10.0 ** -(self.definition.decimals if self.definition else 1)
        return step / middle_size(self.panel.now) if self.scale.is_log else step

    @cached_property
    def values(self) -> Floats:
        """The values as they stand if everything read is taken, on the scale."""
        return self.scale.of(self.panel.now)

    @cached_property
    def expected(self) -> Expected:
        """What is expected of each value by its own history; where it has none, by the other areas."""
        own = expect(self.values, self.panel.is_fresh, self.floor)
        others = across(self.values, self.floor)
        known = np.isfinite(own.near) & np.isfinite(own.spread)
        near, spread = np.where(known, own.near, others.near), np.where(known, own.spread, others.spread)
        return Expected(self.values, near, spread)

    @cached_property
    def off(self) -> Floats:
        """How many usual spreads each value lies from the expected one."""
        return self.expected.off

    def near(self, area: int, period: int) -> float:
        """Return the value that was expected, not on the scale."""
        return self.scale.back(float(self.expected.near[area, period]))

    def slice(self, periods: Truths) -> Truths:
        """Return the fresh values of some periods."""
        return self.panel.is_fresh & periods[None, :]


@dataclass
class Ledger:
    """The reasons by row, and by row held that was not read again. The first reason given to a row is the one it keeps.

    `read` is how many rows were read.
    """

    read: int
    codes: "np.ndarray[Any, np.dtype[np.object_]]" = field(init=False)
    facts: dict[int, Facts] = field(init=False, default_factory=dict)
    kept: dict[int, tuple[str, Facts]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        """Begin with no reason for any row."""
        self.codes = np.full(self.read, "", dtype=object)

    def row(self, row: int, code: str, facts: Facts) -> None:
        """Give a row that was read its reason, if it has none."""
        if not self.codes[row]:
            self.codes[row] = code
            self.facts[row] = facts

    def is_bad(self, panel: Panel) -> Truths:
        """Return which values of a panel are held back so far."""
        result: Truths = (panel.row >= 0) & (self.codes[panel.row] != "") if len(self.codes) else panel.row >= 0
        return result

    def take(self, finding: Finding) -> None:
        """Give every row of a finding its reason."""
        panel = finding.panel
        for area, period in np.argwhere(finding.cells):
            row, old = int(panel.row[area, period]), int(panel.old_row[area, period])
            facts = finding.facts(int(area), int(period))
            if row >= 0:
                self.row(row, finding.code, facts)
            elif panel.is_gone[area, period]:
                self.kept.setdefault(old, (finding.code, facts))
