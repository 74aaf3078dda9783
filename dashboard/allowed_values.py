"""What the value of a control may be: one choice, several, a text, a number of clicks, an address, what a page keeps.

A page says it of each of its controls; the guard holds every callback to it.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any

Offered = Mapping[str, frozenset[str]]
"""What the pickers of an edition offer, by the kind of thing that is picked."""
Rule = Callable[[Any, Offered], bool]
# The number of an edition as a page keeps it; whether there is such an edition is for the view to say.
EDITION_NUMBER = re.compile(r"([A-Za-z0-9][A-Za-z0-9._-]{0,39})?")
LONGEST_PATH, LONGEST_SEARCH = 1_000, 8_000
MOST_CLICKS = 1_000_000
# What a text may not hold: control characters beside those of a line, and halves of characters.
UNSOUND = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


def one(kind: str) -> Rule:
    """Return the rule of a picker with one choice."""
    return lambda value, offered: isinstance(value, str) and value in offered[kind]


def many(kind: str) -> Rule:
    """Return the rule of a picker with several choices, each at most once; none at all may be null."""

    def rule(value: Any, offered: Offered) -> bool:
        if value is None:
            return True
        if not isinstance(value, list) or len(value) > len(offered[kind]):
            return False
        return all(isinstance(item, str) and item in offered[kind] for item in value) and len(set(value)) == len(value)

    return rule


def text(most: int) -> Rule:
    """Return the rule of a field to write in; untouched it has no value."""
    return lambda value, _: value is None or (isinstance(value, str) and len(value) <= most and is_sound(value))


def clicks(value: Any, _: Offered) -> bool:
    """Return whether a value is a number of clicks; none yet is null."""
    return value is None or (type(value) is int and 0 <= value <= MOST_CLICKS)


def path(value: Any, _: Offered) -> bool:
    """Return whether a value is the path of an address in the browser."""
    is_path = isinstance(value, str) and value.startswith("/") and len(value) <= LONGEST_PATH
    return is_path and is_sound(value)


def search(value: Any, _: Offered) -> bool:
    """Return whether a value is the query of an address in the browser, with its question mark; none may be null."""
    if value in (None, ""):
        return True
    return isinstance(value, str) and value.startswith("?") and len(value) <= LONGEST_SEARCH and is_sound(value)


def page_data(**kinds: str) -> Rule:
    """Return the rule of what a page keeps for its pickers: language and edition, and its own by their kinds.

    What is the page's own may be empty or left out; only the code that its views are of must be there.
    """
    names, needed = {"lang", "utgava", "shown", *kinds}, {"code"} & kinds.keys()

    def rule(value: Any, offered: Offered) -> bool:
        if not isinstance(value, dict) or not needed <= value.keys() <= names:
            return False
        if not all(isinstance(text, str) for text in value.values()) or value.get("lang", "sv") not in offered["lang"]:
            return False
        numbers = all(EDITION_NUMBER.fullmatch(value.get(name, "")) for name in ("utgava", "shown"))
        return numbers and all((not value.get(name) or value[name] in offered[kind]) for name, kind in kinds.items())

    return rule


def is_sound(value: str) -> bool:
    """Return whether a text holds characters alone, and no commands to a machine."""
    return UNSOUND.search(value) is None
