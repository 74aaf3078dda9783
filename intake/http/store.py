"""Copies of answers, so that what has not changed is not sent again. JSON only, in a folder nobody else may read.

The store is a help and never a need: an entry that is damaged or cannot be written is as if it were not there.
"""

import hashlib
import logging
import sqlite3
import zlib
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, TypeVar

from diskcache import Cache, JSONDisk, Timeout
from diskcache.core import MODE_PICKLE

logger = logging.getLogger(__name__)

PRIVATE = 0o700
SIZE_LIMIT = 500_000_000
FAILURES = (sqlite3.Error, OSError, ValueError, TypeError, KeyError, zlib.error, Timeout)
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Copy:
    """A stored answer: its text, the digest of the text, and what the server calls this version of it."""

    text: str
    sha256: str
    etag: str = ""
    modified: str = ""
    is_framed: bool = True

    @property
    def conditions(self) -> dict[str, str]:
        """The headers that ask for the answer only if it has changed."""
        named = {"If-None-Match": self.etag, "If-Modified-Since": self.modified}
        return {name: value for name, value in named.items() if value}


class JsonAlone(JSONDisk):  # type: ignore[misc]  # diskcache carries no types
    """Values as JSON; the library's own would also unpickle, and so run, what somebody had marked as a pickle."""

    def fetch(self, mode: int, filename: str | None, value: Any, read: bool) -> Any:
        """Return a value. Raises ValueError for one that is marked as a pickle."""
        if mode == MODE_PICKLE:
            raise ValueError("marked as a pickle, which is never read")
        return super().fetch(mode, filename, value, read)


class Store:
    """The copies, and the times of calls that must be remembered between runs."""

    def __init__(self, folder: Path) -> None:
        """Open or make the folder, private to its owner. Raises OSError when it cannot be made."""
        folder.mkdir(parents=True, exist_ok=True, mode=PRIVATE)
        folder.chmod(PRIVATE)
        self._cache = Cache(str(folder), disk=JsonAlone, size_limit=SIZE_LIMIT)

    def close(self) -> None:
        """Close the store's files."""
        self._cache.close()

    def get(self, key: str) -> Copy | None:
        """Return the copy of an answer; None when there is none, or none that is whole."""
        raw = _tried(lambda: self._cache.get(key), None)
        found = _tried(lambda: Copy(**raw) if isinstance(raw, dict) else None, None)
        return found if found is not None and _is_whole(found) else None

    def put(self, key: str, copy: Copy) -> None:
        """Keep the copy of an answer."""
        _tried(lambda: self._cache.set(key, asdict(copy)), None)

    def times(self, source: str) -> list[float]:
        """Return the times of earlier calls to a source, in seconds since 1970."""
        raw = _tried(lambda: self._cache.get(f"times:{source}"), None)
        return [float(time) for time in raw if isinstance(time, (int, float))] if isinstance(raw, list) else []

    def remember(self, source: str, times: list[float]) -> None:
        """Keep the times of the calls to a source."""
        _tried(lambda: self._cache.set(f"times:{source}", times), None)


def digest(text: str) -> str:
    """Return the digest that a copy is known by."""
    return hashlib.sha256(text.encode()).hexdigest()


def _is_whole(copy: Copy) -> bool:
    texts = (copy.text, copy.etag, copy.modified)
    return all(isinstance(text, str) for text in texts) and digest(copy.text) == copy.sha256


def _tried(action: Callable[[], Result], otherwise: Result) -> Result:
    try:
        return action()
    except FAILURES as error:
        logger.warning("the store of answers: %s: %s", type(error).__name__, error)
        return otherwise
