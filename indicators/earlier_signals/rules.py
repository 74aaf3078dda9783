"""How many signals an area gets, and in which order their caveats are said. Told on the method's page."""

from indicators.earlier_signals.records import Sure

MOST_DEVIATING = 3
MOST_PROMISING = 2
MOST_DIFFERENCES = 2
"""Together seven for a region; each place is for its own kind of finding and stays empty when there is none."""
MOST_DIFFERENCES_OF_NATION = 3
"""The nation has one of each kind: it is what regions are held beside."""
MOST_REGIONS = 3
"""Regions named on the overview for what deviates, and for what is promising."""
UNSURE: tuple[Sure, ...] = ("small-numbers", "survey-sample", "journal-review")
"""The caveats of NOISY in the order they are looked for: the first one found says how sure the signal is."""
