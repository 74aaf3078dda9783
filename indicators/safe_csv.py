"""CSV that is safe to open: RFC 4180 quoting, and no text that a spreadsheet would run as a formula.

The one place where the program writes CSV; a test finds any other. Numbers are written as numbers, with a point and as
many decimals as they need; nothing is written for None. UTF-8 without a byte order mark, lines end in CR LF.
"""

import re
from collections.abc import Hashable, Iterable
from functools import lru_cache

CSV_ENCODING = "utf-8"
LINE_END = "\r\n"
# A cell that begins so is run as a formula. A text may be cut into cells at a semicolon, a tab or a line break by a
# spreadsheet that expects another separator, so what follows one of these is a beginning too.
FORMULA = re.compile("(^|[;\t\r\n])(?=[ \u00a0]*[=+\\-@\t\r\n\x00\uff1d\uff0b\uff0d\uff20])")
QUOTED = re.compile('[",;\t\r\n]|^[ \u00a0]|[ \u00a0]$')

# A number as people write it, and nothing after it: a spreadsheet reads it as a number, sign or not.
ONLY_NUMBER = re.compile("[+-]?\\d+(?:[.,\u202f\u00a0]\\d+)*")


class NumberText(str):
    """A text that the program wrote as a number, like «+0,5»: where it is no more than that, it is left as it is."""


def csv_line(cells: Iterable[Hashable]) -> str:
    """Return one line with its end. Cells are texts, numbers, booleans, or None for nothing."""
    return ",".join(map(csv_cell, cells)) + LINE_END


# An edition has two million cells and a few thousand different ones.
@lru_cache(maxsize=1 << 15, typed=True)
def csv_cell(value: Hashable) -> str:
    """Return one cell: a text harmless and quoted where it must be; anything else as it is written in plain text."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return _number(value)
    is_plain = isinstance(value, NumberText) and ONLY_NUMBER.fullmatch(value)
    text = str(value) if is_plain else harmless(str(value))
    return '"' + text.replace('"', '""') + '"' if QUOTED.search(text) else text


def harmless(text: str) -> str:
    """Return a text that no spreadsheet runs: an apostrophe stands before whatever would begin a formula."""
    return FORMULA.sub(r"\1'", text)


def _number(value: float) -> str:
    # Adding nothing makes a negative zero plain.
    text = repr(value + 0)
    if text in ("nan", "inf", "-inf"):
        return ""
    # 5.0 is written 5: what a number means does not hang on how it was stored.
    return text.removesuffix(".0")
