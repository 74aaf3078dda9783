"""What a source needs of the client, and cutting a list into parts."""

from collections.abc import Iterator, Sequence
from typing import Any, Protocol, TypeVar

from intake.http.body import Body

Item = TypeVar("Item")


class Fetcher(Protocol):
    """The client, as a source sees it."""

    @property
    def most_pages(self) -> int:
        """How many pages one answer may have."""

    def get(self, source: str, path: str, asked: Sequence[tuple[str, str]] = (), accept: str = ...) -> Body:
        """Ask for a path under a source's base address."""

    def follow(self, source: str, address: str) -> Body:
        """Ask for an address that the publisher gave."""

    def post(self, source: str, path: str, question: Any) -> Body:
        """Ask with a question in JSON."""

    def file(self, name: str) -> Body:
        """Return a file of the folder of figures."""


def parts(items: Sequence[Item], size: int) -> Iterator[list[Item]]:
    """Cut a list into parts of at most a size."""
    for start in range(0, len(items), size):
        yield list(items[start : start + size])
