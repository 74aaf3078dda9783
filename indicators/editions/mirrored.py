"""What came of the last try to fetch editions to a folder, as it is told there; knows nothing of object stores."""

from dataclasses import dataclass
from pathlib import Path

import orjson

FETCHED, LOCK = ".fetched.json", ".fetching.lock"


@dataclass(frozen=True, slots=True)
class Fetched:
    """When it was tried, and what went wrong since when ("" for nothing); `is_store` when no store answered rightly."""

    at: str
    since: str
    fault: str
    is_store: bool


def read_fetched(store: Path) -> Fetched | None:
    """Return what is told in a folder; None in one that nothing is fetched to."""
    try:
        return Fetched(**orjson.loads((store / FETCHED).read_bytes()))
    except (OSError, orjson.JSONDecodeError, TypeError):
        return None
