"""The numbers and names that decide what is analysed. Told on the method's page."""

VERSION = 1
"""Raised when a method changes, so that stored analyses are made anew."""
RANKING = "persistent-low-income"
"""The indicator that municipalities are put in five groups by."""
ECONOMIC = frozenset({RANKING, "child-low-income"})
"""Economic standard itself: not held against groups that are made of it."""
FIFTHS = 5
ENOUGH_FOR_FIFTHS = 15
"""Municipalities in a region that make five groups of its own: three to a group. Fewer are shown by the nation."""
POPULATION = "context-population"
"""The series of residents; it says how many live in a municipality when an edition holds it at that level."""
WHOLE_POPULATION = frozenset({"ami-incidence-local", "cancer-incidence", "inpatient-injuries"})
"""Indicators whose denominator is all residents. Others are of some ages, or of those who answered."""
PER = {"percent": 100.0, "per-1000": 1000.0, "rate": 100_000.0}
"""What values are per, by unit."""
