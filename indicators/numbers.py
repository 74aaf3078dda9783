"""Numbers as people write them: rounded as a person expects, in each language's format."""

from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from indicators.text import Language

THIN_SPACE = "\u202f"
MINUS = "\u2212"
SWEDISH = str.maketrans({",": THIN_SPACE, ".": ",", "-": MINUS})
ENGLISH = str.maketrans({"-": MINUS})
NOISE_FROM, NOISE = 10, 1e-12
"""No publisher gives so many decimals; how far from them, as a part of itself, a number may be and mean the same."""


class FormattedNumber(str):
    """The text of a number, which knows the number: a screen shows the text, a file holds the value.

    `value` is unrounded, `unit` what follows the number with the space before it. What is put together of such a text
    and another is a plain text.
    """

    __slots__ = ("decimals", "is_signed", "unit", "value")
    value: float
    decimals: int
    unit: str
    is_signed: bool

    def __new__(
        cls, text: str, value: float, decimals: int, *, unit: str = "", is_signed: bool = False
    ) -> "FormattedNumber":
        """Return the text of a number, with what follows it."""
        made = super().__new__(cls, text + unit)
        made.value, made.decimals, made.unit, made.is_signed = value, decimals, unit, is_signed
        return made

    @property
    def digits(self) -> str:
        """The text without the unit."""
        return self.removesuffix(self.unit)

    def beside(self, unit: str) -> "FormattedNumber":
        """Return the number with a unit after it, the space before it included."""
        return FormattedNumber(self.digits, self.value, self.decimals, unit=unit, is_signed=self.is_signed)


@lru_cache(maxsize=65536)
def format_number(value: float, decimals: int, language: Language, *, signed: bool = False) -> FormattedNumber:
    """Return a number with a fixed number of decimals, halves rounded away from zero (2,5 becomes 3)."""
    rounded = as_shown(value, decimals)
    rounded = abs(rounded) if rounded == 0 else rounded
    sign = "+" if signed and rounded != 0 else ""
    text = f"{rounded:{sign},.{decimals}f}"
    told = text.translate(SWEDISH if language == "sv" else ENGLISH)
    return FormattedNumber(told, plain_number(float(value)) + 0.0, decimals, is_signed=signed)


def as_shown(value: float, decimals: int) -> Decimal:
    """Return a number as it is written, halves rounded away from zero: what a reader subtracts."""
    return Decimal(repr(float(value))).quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)


def is_one(number: str) -> bool:
    """Return whether a number as it is written is read in the singular: 1 with or without a sign, never 1,0."""
    return number.lstrip(f"+{MINUS}") == "1"


def plain_number(value: float) -> float:
    """Return a number without what computing in binary left at its end: 59.9 less 64.9 is -5, not -5.000000000000007.

    What is published has fewer decimals than are looked at, and a number that truly has more keeps them.
    """
    rounded = round(value, NOISE_FROM)
    return rounded if abs(rounded - value) <= NOISE * max(1.0, abs(value)) else value
