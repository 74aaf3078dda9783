"""The numbers that decide, each with its reason. Tuned on one half of the indicators, reported on the other."""

# --- what a value is held against ---
# The three nearest values on a side: one alone may be odd, five reach over a decade in biennial surveys.
NEIGHBOURS = 3
# A share of the middle value, added before logarithms are taken: 0.1 and 0.2 of something that is usually 10 are alike.
START = 0.05
# Fewer areas than this have no common change of their own.
AREAS_FOR_A_SHIFT = 5
# Fewer known changes than this tell nothing of how large changes usually are.
VALUES_FOR_A_SPREAD = 4
# What all areas do counts as much as this many of the area's own changes.
WEIGHT_OF_ALL = 4.0
# One wild change of an area's own does not make it wilder than this many common spreads.
OWN_AT_MOST = 6.0
# A slice in which all areas move more than usual is given this much at the most.
WIDER = 8.0
# One earlier period alone may be a copy of the one before it: then the new slice has a say in what is usual.
PERIODS_FOR_A_SPREAD = 2
# A period with so large a share of the values of the period before is partly that period given again.
REPEATED = 0.4

# --- time ---
# No series of the catalogue reaches further back.
FIRST_YEAR = 1990

# --- single values ---
# How many usual spreads a value may lie from where it should be. Three in a thousand true values lie further.
LEAP = 6.0
# A value that would fit if its decimal point stood elsewhere, or its sign were other, may lie no further than this.
MISPLACED = 3.5
# ... when the correction brings it this many times nearer.
TIMES_NEARER = 4.0
# ... and it is at least this far off on the scale: a factor of two and a half.
FAR = 0.9
# Zero instead of a value is the commonest form of a missing one: it has to be nearer than other values.
ZERO = 4.0
# A value that is the one held times such a number, to the last decimal, is the same value misplaced.
FACTORS = (10.0, 100.0, 1000.0, 10_000.0, 100_000.0, 1_000_000.0)
# How exactly.
EXACT = 1e-6

# --- slices: all areas of a series, sex and level in one period ---
# From how many areas on values are a slice that can be judged as one.
SLICE = 5
# ... and which share of its values must be new for it to be a new slice.
NEW_SHARE = 0.5
# The middle value may change by this factor (half of ten, on a logarithmic scale) ...
UNIT = 3.16
# ... where a series can be negative, its middle is near zero and moves more ...
UNIT_SIGNED = 6.0
# ... or by so many times the largest change of the middle that the series has made before.
UNIT_TIMES = 2.0
# So large a share of a slice's values is not the same as another period's by chance: survey shares in whole per cent
# that lean on the year before reach 0.81 among 21 regions.
COPIED = 0.9
# A slice with fewer different values than this is the same as another by chance.
DIFFERENT = 3
# A slice where so many values are one and the same, or zero, though they were not before.
ALIKE = 0.8
# A slice with a smaller share of the areas of the period before is held back: the smallest true one has 0.62.
AREAS_KEPT = 0.6
# So large a share of values may be withdrawn at once, when it is more than two.
WITHDRAWN = 0.4
WITHDRAWN_AT_LEAST = 3
# Areas keep their order from one period to the next at least so well in series where order says something ...
ORDER = 0.5
# ... which two periods cannot tell: their orders are held against each other alone ...
PERIODS_FOR_AN_ORDER = 3
# ... nor can few areas: one wild value among six turns their order over ...
AREAS_FOR_AN_ORDER = 10
# ... and fall short of it, on Fisher's scale, by no more than this many standard errors ...
ORDER_ERRORS = 3.5
# ... and what is left of it is no more than chance gives: this, or so many standard errors.
NO_ORDER = 0.2
NO_ORDER_ERRORS = 1.5

# --- exchanges ---
# Two areas: how much likelier the exchange must be (twice the logarithm of the ratio of likelihoods); to this is
# added as much as the number of pairs that were tried makes likely by chance ...
EXCHANGED = 14.0
# ... and how well the exchanged values must fit, in usual spreads.
FITS = 2.5
# ... and how badly each must fit at its own place.
MISFITS = 1.5
# Women and men in one area.
SEXES_EXCHANGED = 16.0
# In a slice: the middle difference lies on the side where it has never been, by this share of the least it has been ...
TURNED_SHARE = 0.5
# ... and by so many of its standard errors.
TURNED_ERRORS = 2.5
# In a period where more values than this share of those held are changed, two that are each other's are chance.
REVISED_SHARE = 0.2

# --- values that must fit together ---
# How many usual spreads the value for all may lie from its usual place between women's and men's.
BETWEEN = 8.0
# The nation may lie outside its regions by this share of their range: an average does not, a count of events may.
OUTSIDE = 0.5
