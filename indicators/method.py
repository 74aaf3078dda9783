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
from indicators.earlier_signals.rules import MOST_DEVIATING, MOST_DIFFERENCES, MOST_PROMISING
from indicators.statistics.results import FEWEST_FOR_QUARTERS


@dataclass(frozen=True, slots=True)
class MethodSettings:
    """The numbers that decide what is shown and judged.

    `enough` of `regions` make a headline period; `quartered` regions are needed for quarters, `units` municipalities
    for quartiles. A trend takes `fewest` to `most` years and a probability under `level`. International values set the
    average beside the `best` countries' mean, and are drawn when at most `oldest` years older than the regions'. A
    region has at most `deviating`, `promising` and `differing` signals of each sort. Municipalities' lasting spread is
    told from `wider` times the middle region's, a municipality named from `apart` standard errors, women and men from
    `beyond`, and the order by economic standard where `agree` (0 to 1) of the regions go the same way.
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
    deviating: int
    promising: int
    differing: int
    wider: float
    apart: float
    beyond: float
    agree: float


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
    deviating=MOST_DEVIATING,
    promising=MOST_PROMISING,
    differing=MOST_DIFFERENCES,
    wider=WIDER,
    apart=APART,
    beyond=BEYOND,
    agree=AGREE,
)
