"""Pieces of a slide's XML, written as text where there are hundreds of them."""

from xml.sax.saxutils import escape, quoteattr

from dashboard.exports._slides.text import colour

LOWEST = " "
"""XML has no place for the characters below it."""


def fill(token: str) -> str:
    """Return a fill of one of the screens' colours."""
    return f'<a:solidFill><a:srgbClr val="{colour(token)}"/></a:solidFill>'


def plain(text: str) -> str:
    """Return a text as it stands between tags."""
    return escape(_sound(text))


def attribute(text: str) -> str:
    """Return a text as the value of an attribute, with its quotation marks."""
    return quoteattr(_sound(text))


def _sound(text: str) -> str:
    return "".join(letter if letter >= LOWEST else " " for letter in text)
