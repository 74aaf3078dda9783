"""What pages may use. Put together once at start and never changed after."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, TypeVar

from pydantic import TypeAdapter

from dashboard.i18n import Words, words
from dashboard.query import Question, parse
from indicators import Language, Picture

CACHED_VIEWS = 512
View = TypeVar("View")


@dataclass(frozen=True)
class Services:
    """The open picture; views of it are made once for each question and kept, as objects and as JSON."""

    picture: Picture

    def words(self, language: Language) -> Words:
        """Return the words of one language."""
        return words(language)

    def question(self, values: Mapping[str, object]) -> Question:
        """Return the question that controls ask; whatever is not offered falls back to the default."""
        texts = {str(name): _text(value) for name, value in values.items() if value}
        return parse(texts, self.picture)[0]

    def view(self, make: Callable[..., View], question: Question, *parts: str) -> View:
        """Return a view model, made once."""
        found: View = _made(self, make, question, parts)
        return found

    def view_json(self, make: Callable[..., Any], question: Question, *parts: str) -> str:
        """Return a view model as JSON text, made once."""
        return _as_json(self, make, question, parts)

    def __hash__(self) -> int:
        """Return the identity's hash: views are kept for this very picture, and its content is too large to hash."""
        return id(self)


def _text(value: object) -> str:
    return ",".join(str(item) for item in value) if isinstance(value, list | tuple) else str(value)


@lru_cache(maxsize=CACHED_VIEWS)
def _made(services: Services, make: Callable[..., Any], question: Question, parts: tuple[str, ...]) -> Any:
    return make(services.picture, question, *parts)


@lru_cache(maxsize=CACHED_VIEWS)
def _as_json(services: Services, make: Callable[..., Any], question: Question, parts: tuple[str, ...]) -> str:
    view = _made(services, make, question, parts)
    kind: Any = type(view)
    return _writer(kind).dump_json(view).decode()


@cache
def _writer(kind: Any) -> TypeAdapter[Any]:
    """Making one takes longer than writing the largest view."""
    return TypeAdapter(kind)
