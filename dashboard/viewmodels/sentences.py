"""Sentences with links in them: text in pieces, each piece plain or leading somewhere."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from string import Formatter

from dashboard.i18n import Words
from dashboard.viewmodels.contract import Tone
from indicators import Language

SLOT = "\ufffc"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a sentence; with `href` it is a link, which on a page that has the `row` opens it instead."""

    text: str
    href: str | None = None
    row: str | None = None


Named = tuple[Piece, str]
"""A linked name, and what is said of it in brackets after it, or nothing."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One finding: a symbol and tone that go with its words; `note` stands under it, smaller.

    `visit` is what is said of it on a slide, where that is not the same.
    """

    symbol: str
    tone: Tone
    pieces: tuple[Piece, ...]
    note: str = ""
    visit: str = ""

    @property
    def text(self) -> str:
        """The sentence without its links and its note."""
        return "".join(piece.text for piece in self.pieces)


def filled(template: str, **parts: Piece) -> tuple[Piece, ...]:
    """Return a template with pieces in the places of its braces. Raises KeyError for a brace without a piece."""
    found: list[Piece] = []
    for before, name, _, _ in Formatter().parse(template):
        found += [Piece(before)] if before else []
        found += [parts[name]] if name is not None else []
    return tuple(found)


def genitive(name: str, language: Language) -> str:
    """Return whose something is: «Region Skånes», «Borås», «Region Skåne’s», «Borås’»."""
    hisses = name.casefold().endswith(("s", "x", "z"))
    if language == "sv":
        return name if hisses else f"{name}s"
    return f"{name}’" if name.casefold().endswith("s") else f"{name}’s"


def unbroken(text: str) -> str:
    """Return a text whose large numbers are not broken over two lines."""
    return re.sub(r"(?<=\d) (?=\d{3}(?!\d))", "\u00a0", text)


def with_names(words: Words, key: str, names: Sequence[Named], **facts: object) -> tuple[Piece, ...]:
    """Return the words of `key` with linked names, listed as a person would, in the place of {names}."""
    before, _, after = words(key, names=SLOT, **facts).partition(SLOT)
    return (Piece(before), *listed(names, words), Piece(after))


def listed(names: Sequence[Named], words: Words) -> tuple[Piece, ...]:
    """Return names as a list in words: «A, B och C»; with semicolons when one has a comma of its own."""
    comma = "; " if any("," in name.text + said for name, said in names) else ", "
    last = " och " if words.language == "sv" else " and "
    joined: list[Piece] = []
    for place, (name, said) in enumerate(names):
        if place:
            joined.append(Piece(last if place == len(names) - 1 else comma))
        joined += [name, Piece(f" {said}")] if said else [name]
    return tuple(joined)
