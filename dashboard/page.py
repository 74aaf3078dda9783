"""What a page module tells about itself, and how one address becomes one page."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from dashboard.query import Notice, Question, parse
from dashboard.services import Services


@dataclass(frozen=True, slots=True)
class Address:
    """One address followed: the code in the path, the question, and what could not be followed."""

    path: str
    code: str
    question: Question
    notices: tuple[Notice, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its path and title; where a code follows the path, which codes are known, and one for an example."""

    name: str
    path: str
    order: int
    title: Callable[[Services, Address], str]
    knows: Callable[[Services, str], bool] | None = None
    example: str = ""

    def address(self, services: Services, code: str, query: Mapping[str, str]) -> Address:
        """Return the address of a code and query on this page."""
        question, notices = parse(query, services.picture)
        path = f"{self.path}/{code}" if code else self.path
        return Address(path, code, question, notices)


Layout = Callable[[Services, Address], list[Any]]
