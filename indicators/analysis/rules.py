"""The numbers and names that decide what is analysed. Told on the method's page."""

from indicators.denominator import PER as PER
from indicators.denominator import POPULATION as POPULATION

VERSION = 1
"""Raised when a method changes, so that stored analyses are made anew."""
RANKING = "persistent-low-income"
"""The indicator that municipalities are put in five groups by."""
ECONOMIC = frozenset({RANKING, "child-low-income"})
"""Economic standard itself: not held against groups that are made of it."""
FIFTHS = 5
ENOUGH_FOR_FIFTHS = 15
"""Municipalities in a region that make five groups of its own: three to a group. Fewer are shown by the nation."""
