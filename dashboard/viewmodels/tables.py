"""Tables as a script draws them: real tables with a caption, scoped headings and numbers as text."""

from dataclasses import dataclass
from typing import Literal

from dashboard.viewmodels.contract import Tone

NO_VALUE = "–"
Kind = Literal["text", "number", "year", "pair", "strip"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `number` is aligned on its right, `year` is large; `pair` and `strip` hold a small picture."""

    text: str
    kind: Kind = "text"


@dataclass(frozen=True, slots=True)
class Strip:
    """Many values on one line, with one of their own and a yardstick; places from 0 to 1. `alt` says it in words."""

    marks: tuple[float, ...]
    own: float | None
    level: float | None
    alt: str


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell. `note` is small text below; `symbol` and `tone` go with the text; `pair` is two places from 0 to 1.

    `note_lang` is the note's language where that is not the page's.
    """

    text: str
    href: str | None = None
    note: str | None = None
    symbol: str | None = None
    tone: Tone | None = None
    pair: tuple[float, float] | None = None
    strip: Strip | None = None
    note_lang: str | None = None


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row; the first cell heads it. `is_own` marks what the others are held against, `is_old` old figures."""

    cells: tuple[str | Cell, ...]
    is_own: bool = False
    is_old: bool = False


@dataclass(frozen=True, slots=True)
class TableGroup:
    """Rows under one heading; `note` says what stands instead where there are none."""

    title: str | None
    rows: tuple[TableRow, ...]
    note: str | None = None
    is_section: bool = False


@dataclass(frozen=True, slots=True)
class TableView:
    """One table. `notes` stand below it."""

    caption: str
    columns: tuple[Column, ...]
    groups: tuple[TableGroup, ...]
    notes: tuple[str, ...] = ()


def plain_table(
    caption: str, columns: tuple[Column, ...], rows: tuple[TableRow, ...], notes: tuple[str, ...] = ()
) -> TableView:
    """Return a table without groups."""
    return TableView(caption, columns, (TableGroup(None, rows),), notes)
