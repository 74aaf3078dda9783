"""An answer as it came: the text, and where and when it was read."""

import datetime as dt
import hashlib
from dataclasses import dataclass, replace
from typing import Any

JSON, CSV = "application/json", "text/csv"
"""The forms that are asked for."""


@dataclass(frozen=True, slots=True)
class Body:
    """One answer, whole and in UTF-8.

    `is_framed` says that the transport vouched for the end of the body (a length, chunks, or packing with a check sum).
    `about` is what the source asked for with it, so that reading needs nothing but the body.
    """

    source: str
    address: str
    content: bytes
    read_on: dt.date
    is_framed: bool = True
    about: Any = None

    @property
    def sha256(self) -> str:
        """The digest of the content, for the edition's manifest."""
        return hashlib.sha256(self.content).hexdigest()

    @property
    def text(self) -> str:
        """The content as text."""
        return self.content.decode("utf-8")

    def asked(self, about: Any) -> "Body":
        """Return the same answer, with what it answers."""
        return replace(self, about=about)
