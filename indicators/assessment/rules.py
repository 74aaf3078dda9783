"""The numbers that decide what is shown and judged. Each is used by one verdict and told on the method's page."""

ENOUGH_REGIONS = 18
"""Regions that make a period the headline."""
ENOUGH_UNITS = 5
"""Municipalities that make a distribution; fewer are points."""
FEWEST_YEARS, MOST_YEARS = 5, 10
"""Yearly values that a trend is judged by."""
LEVEL = 0.05
"""The two-sided probability under which a movement counts as steady."""
BEST_COUNTRIES = 3
"""Countries whose mean is the best abroad."""
OLDEST_ABROAD = 5
"""Years that an international value may be older than the regions' and still be drawn beside them."""
NOISY = frozenset({"survey-sample", "small-numbers", "journal-review"})
"""Caveats of indicators that rest on samples or few cases: they are named after the others where signals are listed."""
PUBLISHED = 9
"""Decimals that differences keep: more than any source publishes, so that 81.6 − 81.3 is 0.3 and not a little less."""
COARSE = 0.5
"""Share of the relevance threshold from which a source's rounding is added to it; a finer one decides nothing."""
RECORDING, RECORDED = "recording-start", 0.6
"""The caveat of indicators that begin with recording, and the share of the nation's value under which it has not."""
