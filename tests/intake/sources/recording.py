"""A recorded answer: what was asked, the text, and the rows it holds."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from intake.formats.wanted import Wanted
from intake.http.body import Body
from intake.sources import SOURCES

READ_ON = dt.date(2026, 11, 21)
EVERYWHERE = ("nation", "region", "municipality")


def wanted(
    provider: str, key: str, levels: tuple[str, ...] = EVERYWHERE, sexes: tuple[str, ...] = ("T", "F", "M")
) -> Wanted:
    return Wanted("sample", provider, key, levels, sexes)


@dataclass(frozen=True)
class Recorded:
    """One answer: the source that reads it, the text, what it is about, and (area, period, sex, value, status) rows."""

    source: str
    text: str
    about: Any
    rows: tuple[tuple[str, str, str, float | None, str], ...]

    @property
    def body(self) -> Body:
        return self.changed(self.text)

    def changed(self, text: str | bytes) -> Body:
        """The same answer with another text."""
        content = text.encode() if isinstance(text, str) else text
        return Body(self.source, "https://example.org/recorded", content, READ_ON, about=self.about)

    def read(self, body: Body | None = None) -> list[tuple[str, str, str, float | None, str]]:
        found = SOURCES[self.source].read(body or self.body)
        return [(r.area, r.period, r.sex, None if r.value != r.value else r.value, r.status) for r in found]
