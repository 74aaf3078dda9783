"""Sentences with links in them: text in pieces, each piece plain or leading somewhere."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.i18n import Words
from dashboard.viewmodels.contract import Tone

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
    """One finding: a symbol and tone that go with its words."""

    symbol: str
    tone: Tone
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """The sentence without its links."""
        return "".join(piece.text for piece in self.pieces)


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
