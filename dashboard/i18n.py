"""The words of the screen, in Swedish and English."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import tomli

from indicators import LANGUAGES, Language

LOCALE = Path(__file__).parent / "locale"


@dataclass(frozen=True)
class Words:
    """One language's words by dotted key. Calling it fills the braces; an unknown key is an error, never a blank."""

    language: Language
    table: dict[str, str]

    def __call__(self, key: str, **facts: object) -> str:
        """Return the words of a key, its braces filled. Raises KeyError for an unknown key or a fact left out."""
        text = self.table[key]
        return text.format(**facts) if facts else text

    def count(self, key: str, n: int, **facts: object) -> str:
        """Return the form of `key` for a number: `key.one` for one, else `key.other`."""
        return self(f"{key}.{'one' if n == 1 else 'other'}", n=n, **facts)

    def part(self, prefix: str) -> dict[str, str]:
        """Return the words under a prefix, without it."""
        start = f"{prefix}."
        return {key.removeprefix(start): text for key, text in self.table.items() if key.startswith(start)}


@lru_cache(maxsize=len(LANGUAGES))
def words(language: Language) -> Words:
    """Return the words of one language."""
    raw = tomli.loads((LOCALE / f"{language}.toml").read_text(encoding="utf-8"))
    return Words(language, dict(_flat(raw)))


def _flat(raw: dict[str, Any], prefix: str = "") -> Iterator[tuple[str, str]]:
    for key, value in raw.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", str(value)
