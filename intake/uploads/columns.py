"""What a file of unit data holds: its columns, and the words that are accepted in them."""

from typing import NamedTuple

from indicators.groups import WHOLE, group_words

FIELDS = ("unit", "kind", "indicator", "period", "sex", "value", "numerator", "denominator", "group")
REQUIRED = ("unit", "kind", "indicator", "period", "sex", "value")
# What stands first is what the Swedish template says, then the English one.
HEADINGS: dict[str, tuple[str, ...]] = {
    "unit": ("enhet", "unit", "enhetsnamn", "unit name"),
    "kind": ("enhetstyp", "unit kind", "typ", "kind", "unit type"),
    "indicator": ("indikator", "indicator", "mått"),
    "period": ("period", "år", "year"),
    "sex": ("kön", "sex", "gender"),
    "value": ("värde", "value"),
    "numerator": ("täljare", "numerator"),
    "denominator": ("nämnare", "denominator"),
    "group": ("grupp", "group"),
}
FIELD_OF = {heading: field for field, headings in HEADINGS.items() for heading in headings}

KIND_OF = {
    "sjukhus": "hospital",
    "hospital": "hospital",
    "vårdcentral": "health-centre",
    "hälsocentral": "health-centre",
    "health centre": "health-centre",
    "health center": "health-centre",
    "health-centre": "health-centre",
    "mottagning": "clinic",
    "klinik": "clinic",
    "clinic": "clinic",
}
# «K» is women in Swedish statistics.
SEX_OF = {
    **dict.fromkeys(("alla", "totalt", "båda", "all", "both", "total", "t"), "T"),
    **dict.fromkeys(("kvinnor", "kvinna", "women", "woman", "female", "k", "f"), "F"),
    **dict.fromkeys(("män", "man", "men", "male", "m"), "M"),
}
# Of whom a value is; nothing stands for everybody, as do the words that stand for both sexes.
GROUP_OF = {**{word: WHOLE for word, sex in SEX_OF.items() if sex == "T"}, **group_words()}
MISSING_MARKS = frozenset(("..", ".", "-", "–", "−", "n/a", "#n/a", "na", "saknas", "missing"))
TOTAL_NAMES = frozenset(("totalt", "total", "summa", "sum", "samtliga", "alla", "all", "hela regionen", "regionen"))

# Units whose names begin so are made up: a file that holds one is an example however it was copied.
EXAMPLE_PREFIX = "exempel"
# The template's own row, there to be written over.
TEMPLATE_ROW_PREFIX = "exempelrad"
EXAMPLE_PROPERTY = "Exempeldata"
EXAMPLE_MARKS = ("exempeldata", "example data")

SUPPLIED, TOO_FEW, NOT_REPORTED = "supplied", "too-few", "not-reported"


class GivenRow(NamedTuple):
    """One value of one unit. A value that is missing or hidden is None; `status` says why."""

    unit: str
    kind: str
    indicator: str
    period: str
    frequency: str
    sex: str
    value: float | None
    numerator: float | None
    denominator: float | None
    status: str
    group: str = WHOLE

    @property
    def key(self) -> tuple[str, str, str, str, str]:
        """What a value belongs to: it stands once in a file."""
        return self.unit, self.indicator, self.period, self.sex, self.group
