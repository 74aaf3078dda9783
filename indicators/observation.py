"""The columns of a row of data, what makes a row unique, and the words its columns may hold."""

from indicators.periods import FORMS

COLUMNS = (
    "indicator", "area", "level", "period", "frequency", "sex", "group", "value", "lower", "upper",
    "numerator", "denominator", "status", "source", "source_key", "vintage",
)  # fmt: skip
KEY = ["source", "source_key", "area", "level", "period", "sex", "group"]
STATUSES = (
    "final", "preliminary", "revised", "suppressed", "too-few", "not-reported", "discontinued", "supplied",
)  # fmt: skip
# The statuses that stand beside a number; the others say why there is none.
VALUED = ("final", "preliminary", "revised", "supplied")
SEXES = ("T", "F", "M")
PERIODS = {frequency: FORMS[frequency].pattern for frequency in ("year", "month", "week")}
