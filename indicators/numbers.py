"""Numbers as people write them: rounded as a person expects, in each language's format."""

from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from indicators.text import Language

THIN_SPACE = "\u202f"
MINUS = "\u2212"
SWEDISH = str.maketrans({",": THIN_SPACE, ".": ",", "-": MINUS})
ENGLISH = str.maketrans({"-": MINUS})


@lru_cache(maxsize=65536)
def format_number(value: float, decimals: int, language: Language, *, signed: bool = False) -> str:
    """Return a number with a fixed number of decimals, halves rounded away from zero (2,5 becomes 3)."""
    rounded = as_shown(value, decimals)
    rounded = abs(rounded) if rounded == 0 else rounded
    sign = "+" if signed and rounded != 0 else ""
    text = f"{rounded:{sign},.{decimals}f}"
    return text.translate(SWEDISH if language == "sv" else ENGLISH)


def as_shown(value: float, decimals: int) -> Decimal:
    """Return a number as it is written, halves rounded away from zero: what a reader subtracts."""
    return Decimal(repr(float(value))).quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)


def is_one(number: str) -> bool:
    """Return whether a number as it is written is read in the singular: 1 with or without a sign, never 1,0."""
    return number.lstrip(f"+{MINUS}") == "1"
