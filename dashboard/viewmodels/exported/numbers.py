"""Numbers as they are shown: a formatted text turned back into the number that a reader sees.

A workbook whose cells held more decimals than the screen would round by its own rules and could show another number.
Here the formatted text decides, and the number is read from it.
"""

import re

FIRST_NUMBER = re.compile("[-\u2212+]?\\d+(?:[,.\u202f](?=\\d)\\d+)*")
MINUS = "\u2212"
DECIMAL_MARK = {"sv": ",", "en": "."}
GROUP_MARKS = {"sv": "\u202f", "en": ","}


def number_text(text: str) -> str:
    """Return the first number of a formatted text as it stands there. Raises ValueError without one."""
    found = FIRST_NUMBER.search(text)
    if found is None:
        raise ValueError(f"no number in {text!r}")
    return found.group()


def shown_number(text: str, lang: str) -> tuple[float, int]:
    """Return the first number of a formatted text and how many decimals it has. Raises ValueError without one."""
    plain = number_text(text).replace(MINUS, "-")
    for mark in GROUP_MARKS[lang]:
        plain = plain.replace(mark, "")
    whole, _, decimals = plain.partition(DECIMAL_MARK[lang])
    return float(f"{whole}.{decimals or 0}"), len(decimals)
