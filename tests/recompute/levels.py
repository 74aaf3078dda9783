"""Where a region lies against the nation: gap, target and strength (signals.md, 6.1, 6.3 and 6.5)."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from tests.recompute.figures import Measure
from tests.recompute.noise import year_of

MIN_REGIONS, K_GAP, K_HELD, NOISY_SPREAD, K_ALIKE, CAP, PEER_SAME, STABLE_YEARS = 15, 3, 2, 1.5, 3.3, 3, 0.75, 5
TINY = 1e-9
PUBLISHED = 9  # decimals a difference keeps, so that 83.2 - 82.9 is 0.3 and not a little less
AGES = {3: 0.75, 4: 0.0}
ALWAYS_THREE = {"point-measurement", "journal-review"}


@dataclass(frozen=True)
class Judged:
    """One measure with what may be held against it: its noise, and the values under suspicion left out."""

    measure: Measure
    sigma: dict
    suspects: dict
    peers: dict
    edition_year: int

    @cached_property
    def plain(self):
        """The regions' sound values that are not under suspicion."""
        table = self.measure.regions.copy()
        for area, period in self.suspects:
            table.at[area, period] = np.nan
        return table

    def values(self, period):
        return self.plain[period].dropna() if period in self.plain else self.plain.iloc[:, 0].iloc[:0]

    def worse(self, value, other):
        """By how much a value is worse than another; negative is better."""
        return round(self.measure.sign * (float(value) - float(other)), PUBLISHED)

    def gap(self, area, period):
        return self.worse(self.values(period)[area], self.measure.nation(period)[0])

    def threshold(self, period):
        return self.measure.threshold(self.measure.nation(period)[0])

    def rounding(self, period, *, of_mean=False):
        step = self.measure.unit_step
        if step < self.threshold(period) / 2:
            return 0.0
        return step / 2 if of_mean else step

    def spread(self, period):
        return max(self.scale(period), self.threshold(period) / 2, 1.5 * self._middle_sigma())

    def scale(self, period):
        low, high = np.percentile(self.values(period), [25, 75])
        return (high - low) / 1.349

    def _middle_sigma(self):
        return float(np.median(list(self.sigma.values())))

    def is_noisy(self, period):
        return self.scale(period) < NOISY_SPREAD * self._middle_sigma()

    def quarter(self, area, period):
        """-1 at or beyond the limit of the worst quarter, 1 of the best, 0 between."""
        values = self.measure.sign * self.values(period)
        best, worst = np.percentile(values, [25, 75])
        return 1 if values[area] <= best + TINY else -1 if values[area] >= worst - TINY else 0

    def best_quarter(self, period):
        return float(np.percentile(self.values(period), 25 if self.measure.sign > 0 else 75))

    def age(self, period):
        years = self.edition_year - year_of(period)
        return 1.0 if years <= 2 else AGES.get(years, 0.0)

    def size(self, area, period):
        gap = self.gap(area, period)
        return np.sign(gap) * max(0.0, abs(gap) - self.rounding(period)) / self.spread(period)

    def z(self, area, period):
        return self.gap(area, period) / self.sigma[area]

    def beyond_peers(self, area, period):
        values = self.measure.regions[period] if period in self.measure.regions else self.values(period)
        return self.worse(self.values(period)[area], float(values[self.peers[area]].median()))

    def can_judge(self, area, period):
        values = self.values(period)
        return len(values) >= MIN_REGIONS and area in values.index

    def period_of(self, area):
        """The headline, or the year before it where the region's step is under suspicion."""
        period = self.measure.headline
        if (area, period) not in self.suspects:
            return period
        earlier = [one for one in self.measure.regions.columns if one < period]
        return earlier[-1] if earlier else None


def _needed(judged, area, period):
    """How many standard errors a gap needs here."""
    if ALWAYS_THREE & set(judged.measure.item["caveats"]):
        needed = K_GAP
    else:
        needed = K_HELD if _was_there(judged, area, period) else K_GAP
    return max(needed, K_ALIKE) if judged.is_noisy(period) else needed


def _was_there(judged, area, period):
    """Whether the gap was there in one of the two newest periods before that share no year with this one."""
    apart = [one for one in judged.plain.columns if year_of(period) - year_of(one) >= judged.measure.width]
    return any(
        area in judged.values(one).index and judged.gap(area, one) >= judged.threshold(one)
        for one in apart[-2:]
        if one < period
    )


def has_gap(judged, area, period):
    """Whether the region deviates: large, beyond chance, among the worst, and where it is asked against peers too."""
    if judged.gap(area, period) - judged.rounding(period) < judged.threshold(period):
        return False
    if judged.z(area, period) < _needed(judged, area, period) or judged.quarter(area, period) >= 0:
        return False
    others = judged.values(period).drop(area)
    better = (judged.measure.sign * others < judged.measure.sign * judged.values(period)[area]).mean()
    if better < 0.6:
        return False
    if judged.measure.signals["compare"] == "peers":
        return judged.beyond_peers(area, period) >= judged.threshold(period)
    return True


def peers_are_alike(judged, area, period, *, better=False):
    beyond = judged.beyond_peers(area, period)
    return (-beyond if better else beyond) < judged.threshold(period)


def gap_points(judged, area, period):
    weight = judged.measure.signals["weight"]
    alike = PEER_SAME if peers_are_alike(judged, area, period) else 1.0
    return weight * min(CAP, judged.size(area, period)) * judged.age(period) * alike


def has_strength(judged, area, period):
    """Among the best, clearly better than the nation, and so year after year without a fall."""
    years = [one for one in judged.plain.columns if one <= period and area in judged.values(one).index]
    newest = years[-STABLE_YEARS:]
    so = [_is_ahead(judged, area, one) for one in newest]
    if not so or newest[-1] != period or not all(so[-2:]) or so.count(False) > 1 or len(newest) < 2:
        return False
    if judged.quarter(area, period) != 1:
        return False
    if -judged.gap(area, period) - judged.rounding(period) < judged.threshold(period):
        return False
    needed = K_ALIKE if judged.is_noisy(period) else K_HELD
    return -judged.z(area, period) >= needed


def _is_ahead(judged, area, period):
    return -judged.gap(area, period) >= judged.threshold(period)


def strength_points(judged, area, period):
    weight = judged.measure.signals["weight"]
    return weight * min(CAP, -judged.size(area, period)) * judged.age(period)
