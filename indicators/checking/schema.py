"""The columns of a row of data, what makes a row unique, and the words its columns may hold."""

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
PERIODS = {"year": r"\d{4}", "month": r"\d{4}-(0[1-9]|1[0-2])", "week": r"\d{4}-W(0[1-9]|[1-4]\d|5[0-3])"}
