"""Statistics of the dialogue: pure functions on arrays, which know nothing of indicators or regions.

The trend is left out here on purpose: `indicators.statistics.trend` needs scipy.stats, which takes most
of a second to import. Who needs it imports that module by its own name.
"""

from indicators.statistics.errors import (
    DuplicatePeriodsError,
    NotAVectorError,
    NotFiniteError,
    NoVariationError,
    TooFewGroupsError,
    TooFewPointsError,
    TooManyPointsError,
    UnequalLengthsError,
    UnknownOperatorError,
    ZeroReferenceError,
)
from indicators.statistics.gaps import best_mean, difference, ratio
from indicators.statistics.position import Quarter, quarters
from indicators.statistics.spread import Operator, Spread, reach, summarise, within_share

__all__ = [
    "DuplicatePeriodsError",
    "NoVariationError",
    "NotAVectorError",
    "NotFiniteError",
    "Operator",
    "Quarter",
    "Spread",
    "TooFewGroupsError",
    "TooFewPointsError",
    "TooManyPointsError",
    "UnequalLengthsError",
    "UnknownOperatorError",
    "ZeroReferenceError",
    "best_mean",
    "difference",
    "quarters",
    "ratio",
    "reach",
    "summarise",
    "within_share",
]
