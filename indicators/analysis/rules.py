"""The numbers and names that decide what is analysed. Told on the method's page."""

from indicators.denominator import PER as PER
from indicators.denominator import POPULATION as POPULATION

VERSION = 3
"""Raised when a method changes, so that stored analyses are made anew."""
RANKING = "persistent-low-income"
"""The indicator that municipalities are put in five groups by."""
ECONOMIC = frozenset({RANKING, "child-low-income"})
"""Economic standard itself: not held against groups that are made of it."""
FIFTHS = 5
ENOUGH_FOR_FIFTHS = 15
"""Municipalities that make five groups: three to a group."""
WIDER = 1.5
"""How many times the middle region's lasting spread of municipalities a region's must be to be told."""
ENOUGH_LASTING = 10
"""Regions that a middle region's lasting spread is taken of."""
APART = 3.0
"""Standard errors from its region's mean that let a municipality be named."""
BEYOND = 3.0
"""Standard errors that a region's difference between women and men must be beyond the nation's."""
AGREE = 0.75
"""The part of the regions whose own order by economic standard must go the nation's way."""
