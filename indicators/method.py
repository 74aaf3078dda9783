"""The method's settings side by side, for whoever explains it. Each stands where it is used, and is only read here."""

from dataclasses import dataclass

from indicators.analysis.rules import AGREE, APART, BEYOND, WIDER
from indicators.areas import AREAS
from indicators.assessment.rules import (
    BEST_COUNTRIES,
    ENOUGH_REGIONS,
    ENOUGH_UNITS,
    FEWEST_YEARS,
    LEVEL,
    MOST_YEARS,
    OLDEST_ABROAD,
)
from indicators.signals import rules
from indicators.statistics.position import FEWEST_FOR_QUARTERS


@dataclass(frozen=True, slots=True)
class MethodSettings:
    """The numbers that decide what is shown and judged.

    `enough` of `regions` make a headline period; `quartered` regions are needed for quarters, `units` municipalities
    for quartiles. A trend takes `fewest` to `most` years and a probability under `level`. International values set the
    average beside the `best` countries' mean, and are drawn when at most `oldest` years older than the regions'.
    Municipalities' lasting spread is told from `wider` times the middle region's, a municipality named from `apart`
    standard errors, women and men from `beyond`, and the order by economic standard where `agree` (0 to 1) of the
    regions go the same way.
    """

    regions: int
    enough: int
    quartered: int
    units: int
    fewest: int
    most: int
    level: float
    best: int
    oldest: int
    wider: float
    apart: float
    beyond: float
    agree: float


@dataclass(frozen=True, slots=True)
class SignalSettings:
    """The numbers that decide what is told as what matters, from the rules of the choice.

    A gap needs `gap` standard errors, or `held` where it was there before, `alike` where regions lie alike; a change
    needs `change` and one year's step `step`. Figures of `old` years count `aged`, older ones nothing; a gap at most
    `cap` spreads; `peers` where comparable regions lie alike. A subject needs `least` points, one measure alone `alone`
    or `single`; there are at most `subjects`. `many` regions with a large step at once are suspect, and `regions` must
    have values. A strength is looked at over `stable` years, a base is at most `base` years old. The nation's change is
    told where `same_way` of the regions, 0 to 1, move alike.
    """

    gap: float
    held: float
    alike: float
    change: float
    step: float
    old: int
    aged: float
    cap: float
    peers: float
    least: float
    alone: float
    single: float
    subjects: int
    many: int
    regions: int
    stable: int
    base: int
    same_way: float


METHOD_SETTINGS = MethodSettings(
    regions=len(AREAS.regions),
    enough=ENOUGH_REGIONS,
    quartered=FEWEST_FOR_QUARTERS,
    units=ENOUGH_UNITS,
    fewest=FEWEST_YEARS,
    most=MOST_YEARS,
    level=LEVEL,
    best=BEST_COUNTRIES,
    oldest=OLDEST_ABROAD,
    wider=WIDER,
    apart=APART,
    beyond=BEYOND,
    agree=AGREE,
)
SIGNAL_SETTINGS = SignalSettings(
    gap=rules.K_GAP,
    held=rules.K_HELD,
    alike=rules.K_ALIKE,
    change=rules.K_CHANGE,
    step=rules.K_STEP,
    old=rules.OLD,
    aged=rules.AGE_FACTORS[rules.OLD],
    cap=rules.CAP,
    peers=rules.PEER_SAME,
    least=rules.LEAST,
    alone=rules.ALONE,
    single=rules.SINGLE,
    subjects=rules.MOST_SUBJECTS,
    many=rules.MANY,
    regions=rules.MIN_REGIONS,
    stable=rules.STABLE_YEARS,
    base=rules.OLDEST_BASE,
    same_way=rules.NATION_SAME_WAY,
)
