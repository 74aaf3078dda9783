"""What is wanted of a source: one series of one indicator, and how the publisher is asked for it."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from intake.http.refusals import UnverifiedError


@dataclass(frozen=True, slots=True)
class Wanted:
    """One series. `ask` is what its source needs to ask for it; `doubt` says why nobody knows that yet, if so.

    `since` asks for what has changed from a day on, where the publisher can tell.
    """

    indicator: str
    provider: str
    key: str
    levels: tuple[str, ...]
    sexes: tuple[str, ...] = ("T",)
    ask: Mapping[str, Any] = field(default_factory=dict)
    doubt: str = ""
    since: dt.date | None = None

    def established(self) -> "Wanted":
        """Return the same, when how to ask for it is established. Raises UnverifiedError, which says what is not."""
        if self.doubt:
            raise UnverifiedError(self.provider, self.key, self.doubt)
        return self
