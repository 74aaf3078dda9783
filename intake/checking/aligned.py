"""Panels of women, men and all, cut to the areas and periods that they share."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from intake.checking.findings import Facts, Judged
from intake.checking.panels import Floats, Panel, Places, Truths


@dataclass(frozen=True)
class Side:
    """One panel's values at the areas and periods that several share: arrays of one shape for all of them."""

    judged: Judged
    down: Places
    across: Places

    @property
    def panel(self) -> Panel:
        """The panel."""
        return self.judged.panel

    def cut(self, values: Floats) -> Floats:
        """Return the shared part of an array of the panel's."""
        return values[np.ix_(self.down, self.across)]

    @property
    def fresh(self) -> Truths:
        """Which of the shared values are new."""
        result: Truths = self.panel.is_fresh[np.ix_(self.down, self.across)]
        return result

    def cells(self, chosen: Truths) -> Truths:
        """Return the panel's cells of those chosen among the shared ones."""
        cells = np.zeros(self.panel.now.shape, dtype=bool)
        cells[np.ix_(self.down, self.across)] = chosen
        return cells

    def facts(self, said: Callable[[int, int], Facts]) -> Callable[[int, int], Facts]:
        """Return facts by the panel's places, from facts by the shared ones."""
        rows = {int(place): row for row, place in enumerate(self.down)}
        columns = {int(place): column for column, place in enumerate(self.across)}
        return lambda area, period: said(rows[area], columns[period])


def align(judged: Sequence[Judged]) -> list[Side]:
    """Return some panels cut to the areas and periods that all of them have."""
    areas, periods = judged[0].panel.areas, judged[0].panel.periods
    for other in judged[1:]:
        areas, periods = np.intersect1d(areas, other.panel.areas), np.intersect1d(periods, other.panel.periods)
    return [
        Side(one, np.searchsorted(one.panel.areas, areas), np.searchsorted(one.panel.periods, periods))
        for one in judged
    ]
