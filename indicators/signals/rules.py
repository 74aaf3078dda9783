"""The constants of the choice of signals, each with its reason. Told on the method's page and in docs/methods.md."""

METHOD = 2
"""Raised when a rule changes in another way than by these constants, so that stored signals are made anew."""

MIN_REGIONS = 15
"""Fewest unsuspected regions for a worst quarter: a quarter of fewer is three regions or less."""
K_GAP = 3.0
"""Standard errors that a difference needs alone: the limit of a control chart, about one false alarm in 400."""
K_HELD = 2.0
"""Standard errors enough where the difference was there in one of the two periods before as well."""
ALWAYS_CLEAR = frozenset({"point-measurement", "journal-review"})
"""Caveats whose figures always need K_GAP: one day, or a small sample of records, is not confirmed by another."""
NOISY_SPREAD = 1.5
"""Where the regions lie no further apart than this many standard errors, to be in a quarter says nothing."""
K_ALIKE = 3.3
"""Standard errors needed there: a chance of 0.05 per cent in each of 21 regions is about one in a hundred."""
OTHERS_BETTER = 0.6
"""Share of the other regions that must be better: with many equal values the worst quarter is wider than a quarter."""

K_CHANGE = 2.5
"""Standard errors of a change between two levels. 2.0 gives 0.8 false improvements a region, 3.0 loses a third."""
K_STEP = 3.0
"""Standard errors of one year's step."""
BASE_YEARS = 3
"""Years before the two newest that make up the level a change is counted from."""
OLDEST_BASE = 5
"""Years back that the base may begin: an older base praises what happened long ago."""
PANDEMIC = ("2020", "2021")
"""Years left out of a base where the definition says that the pandemic affects the figure."""
CLAUSE = 0.75
"""Share of the points that a worsening alone gets: the level is not among the worst."""
STAYS_WORST = 0.5
"""Share of the points of an improvement that leaves the region in the worst quarter."""
LOW_START = 0.6
"""A register process that rises from under this share of the nation's value has begun to be recorded."""
FELL_YEARS = 4
"""Years before the last that a fall of one year must lie below."""
STABLE_YEARS = 5
"""Years looked at for a strength: it holds in the two newest and in all but one of them."""

PRIOR = 4
"""Weight of the size model beside a region's own swings, in years."""
MIN_RANGES = 12
"""Fewest year-to-year ranges an indicator must have for its noise to be known."""
MOST_POINTS = 11
"""Points of a region's series that its noise is estimated from: what swung long ago says little of today."""
ENOUGH_FOR_MIDDLE = 10
"""Regions that must report for their middle to say what the whole country did: in fewer it follows who reports."""
SMALLEST_RANGE = 0.05
"""Share of the typical standard error that a range counts as at least in the size model: some are nought."""
TYPICAL_POPULATION = 285_000
"""The middle region's population, which the size model is centred on."""
NORMAL_MEDIAN = 0.6745
"""The median of the absolute value of a standard normal variable."""

FULL_AGE = 2
"""Years from the period's last year to the edition's year within which a figure counts in full."""
AGE_FACTORS = {3: 0.75}
"""What older figures count: three years old 0.75, older ones are background."""
OLD = 3
"""Years from which a signal says that its figure is old; the oldest that is told and counted."""
CAP = 3.0
"""A difference counts at most this many spreads, so that one outlier does not decide."""
PEER_SAME = 0.75
"""Factor where comparable regions lie alike."""
TARGET = 0.5
"""Share of the points of a missed level where the region is not among the worst."""
TARGET_REACH = 1 / 3
"""Share of the regions that must reach a level before it is held against one of them."""

LEAST = 5.0
"""Points of a subject."""
ALONE = 4.5
"""Points of one weight-3 signal that may carry a subject alone."""
SINGLE = 3.0
"""Points of the one weight-3 signal of a single subject, and of a shared theme."""
LEAST_TOLD = 1.0
"""Points below which a signal is not told by itself."""
HEAVIEST = 3
"""The highest weight: outcomes for many, and statutory rights."""
STRONGEST = 3
"""Signals whose points make up a theme's: a large theme does not win by its size."""
ON_ONE_SURVEY = 2 / 3
"""Share of a theme's points from one survey, from which the theme is told with another."""
SUPPORTED = 1 / 3
"""Share of the other theme's points from that survey, and from other figures, for the two to belong together."""

KEEPER_STEP, KEEPER_Z = 5.0, 2.5
"""Thresholds and standard errors of a step that is suspect in the year the collection changed its keeper."""
LARGE_STEP, LARGE_Z = 5.0, 3.0
"""Thresholds and standard errors of a step that counts when several registers or several regions move at once."""
MANY = 4
"""Regions that must take a large step in one measure, year and direction."""
FALLING_MEASURES, FALLING_SOURCES = 3, 2
"""Measures and sources that must fall at once in one region."""
PAIR_STEP, PAIR_Z, COMPANION_Z = 3.0, 3.0, 1.0
"""Thresholds of two measures of the same patients that move alike; standard errors of the one and of the other."""
BIG_STEPS = ((10.0, 4.0), (20.0, 2.0))
"""Thresholds and standard errors of a step that is larger than care usually changes in a year."""
RISE_TOLD = 10.0
"""Thresholds from which a suspect rise is told; a suspect fall always is."""
KEEPER_REGIONS = 2
"""Suspect regions from which the nation's change is held back in the year of a new keeper; else MANY."""

NATION_SAME_WAY = 0.75
"""Share of the regions that must move the nation's way for its change to be told."""
NATION_WEIGHT = 2
"""Least weight of a measure whose change in the nation is told."""
REAL_SPREAD = 4.0
"""How many times the variance of chance the regions' variance must be for their spread to be told."""

MOST_SUBJECTS = 3
MOST_TOLD = {"check": 3, "improving": 2, "strengths": 3, "other": 3}
"""Places on the first page; one that nothing fills stays empty."""
MOST_OF_NATION = {"goals": 4, "worsening": 4, "improving": 4, "spread": 4}
"""Places of the nation's."""
MOST_OBJECTIONS = 3
SMALL_POPULATION = 300_000
"""Inhabitants below which few cases are worth weighing in."""
