"""What pages may use. Put together once at start and never changed after."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from threading import RLock
from typing import Any, TypeVar

import orjson
from cachetools import LRUCache, cached
from cachetools.keys import hashkey
from pydantic import TypeAdapter

from dashboard.desk import NO_DESK, Desk
from dashboard.i18n import Words, words
from dashboard.query import EDITION, Notice, Question, parse, unknown_edition
from dashboard.writing import written
from indicators import EditionDamagedError, Language, Picture, Pictures

# The largest view, a region's rows, is 1.3 MB as objects and 0.7 MB as text: objects are kept by number, texts by size.
CACHED_VIEWS = 64
CACHED_BYTES = 48_000_000
# The edition that a page was drawn from: what its pickers ask must be answered from the same one.
SHOWN = "shown"
View = TypeVar("View")


@dataclass(frozen=True)
class Services:
    """The pictures, whose views are made once for each question and kept; and the desk where regions hand in units.

    `publisher` is who answers for the product here and `contact` where to write; empty when nobody has been named.
    `menu` has the pages of the menu: the key of each one's word, and its path.
    """

    pictures: Pictures
    desk: Desk = NO_DESK
    publisher: str = ""
    contact: str = ""
    menu: tuple[tuple[str, str], ...] = ()

    def picture_of(self, question: Question) -> Picture:
        """Return the picture a question is answered from: of the edition it names, else the current one."""
        return self.pictures.of(question.edition) if question.edition else self.pictures.current()

    def newer_than(self, question: Question) -> Picture | None:
        """Return the current picture when the question is answered from another edition, else None."""
        current = self.pictures.current()
        return None if self.picture_of(question) is current else current

    def words(self, language: Language) -> Words:
        """Return the words of one language."""
        return words(language)

    def read(self, query: Mapping[str, str]) -> tuple[Question, tuple[Notice, ...]]:
        """Return the question an address asks, and what in it could not be followed."""
        number = query.get(EDITION, "")
        try:
            picture = self.pictures.of(number) if number else self.pictures.current()
        except EditionDamagedError:
            rest = {name: text for name, text in query.items() if name != EDITION}
            question, notices = parse(rest, self.pictures.current())
            return question, (unknown_edition(number), *notices)
        return parse(query, picture)

    def question(self, values: Mapping[str, object]) -> Question:
        """Return the question that controls ask; whatever is not offered falls back to the default."""
        texts = {str(name): _text(value) for name, value in values.items() if value}
        shown = texts.pop(SHOWN, "")
        if shown and EDITION not in texts and shown != self.pictures.current().edition.number:
            texts[EDITION] = shown
        return self.read(texts)[0]

    def base(self, question: Question, **more: str) -> dict[str, str]:
        """Return what a page keeps for the questions of its pickers: what they do not ask themselves."""
        shown = self.picture_of(question).edition.number
        return {"lang": question.lang, EDITION: question.edition, SHOWN: shown, **more}

    def view(self, make: Callable[..., View], question: Question, *parts: str) -> View:
        """Return a view model, made once."""
        found: View = _made(self.picture_of(question), make, question, parts)
        return found

    def view_json(self, make: Callable[..., Any], question: Question, *parts: str) -> str:
        """Return a view model as JSON text, made once."""
        return _as_json(self.picture_of(question), make, question, parts)

    def drawn(self, draw: Callable[..., Any], question: Question, *parts: str) -> Any:
        """Return the components of `draw(picture, question, *parts)` as Dash sends them, drawn once.

        Dash asks every component for its properties by name, each time it is sent: what is plain already is sent as
        it is.
        """
        return orjson.loads(_drawn(self.picture_of(question), draw, question, parts))


def _text(value: object) -> str:
    return ",".join(str(item) for item in value) if isinstance(value, list | tuple) else str(value)


@lru_cache(maxsize=CACHED_VIEWS)
def _made(picture: Picture, make: Callable[..., Any], question: Question, parts: tuple[str, ...]) -> Any:
    return make(picture, question, *parts)


_TEXTS: LRUCache[Any, str] = LRUCache(CACHED_BYTES, getsizeof=len)
_LOCK = RLock()


@cached(_TEXTS, lock=_LOCK, info=True)
def _as_json(picture: Picture, make: Callable[..., Any], question: Question, parts: tuple[str, ...]) -> str:
    return as_json(_made(picture, make, question, parts))


@cached(_TEXTS, key=partial(hashkey, "drawn"), lock=_LOCK)
def _drawn(picture: Picture, draw: Callable[..., Any], question: Question, parts: tuple[str, ...]) -> str:
    return written(draw(picture, question, *parts))


def as_json(view: Any) -> str:
    """Return a view model as JSON text; for one that is not made of a picture and a question alone."""
    kind: Any = type(view)
    return _writer(kind).dump_json(view).decode()


@cache
def _writer(kind: Any) -> TypeAdapter[Any]:
    """Making one takes longer than writing the largest view."""
    return TypeAdapter(kind)
