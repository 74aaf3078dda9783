"""Numbers that publishers write as text."""

import re

from intake.formats.shape import Shape

# So many digits, and so small an exponent, that every number which fits can be held.
POINT = re.compile(r"-?\d{1,15}(\.\d{1,20})?([eE][-+]?\d{1,2})?")
COMMA = re.compile(r"-?\d{1,3}(?:[ \u00a0\u202f]\d{3})*(?:,\d{1,12})?|-?\d{1,15}(?:,\d{1,12})?")
SPACES = str.maketrans(dict.fromkeys(" \u00a0\u202f", ""))
NONE = ("", "..")


def point_number(shape: Shape, text: str, where: str) -> float | None:
    """Return a number with a decimal point; None for an empty text. Raises ContractError."""
    if text == "":
        return None
    if not POINT.fullmatch(text):
        shape.refuse(where, text, "must be a number with a decimal point, or empty")
    return float(text)


def comma_number(shape: Shape, text: str, where: str) -> float | None:
    """Return a number with a decimal comma, thousands apart or not; None for none. Raises ContractError."""
    if text in NONE:
        return None
    if not COMMA.fullmatch(text):
        shape.refuse(where, text, "must be a number with a decimal comma")
    return float(text.translate(SPACES).replace(",", "."))
