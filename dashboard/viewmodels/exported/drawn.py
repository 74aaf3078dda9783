"""Pictures of the whole country for files: the map and the rug as places, symbols and words, whoever draws them."""

from dataclasses import dataclass

from dashboard.viewmodels.contract import Tone

Spot = tuple[float, float]
Ring = tuple[Spot, ...]
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Mark:
    """How a verdict is drawn, and the word for it. The symbol tells it without the colour."""

    symbol: str
    tone: Tone
    text: str


@dataclass(frozen=True, slots=True)
class Land:
    """One county: its outlines in kilometres from the frame's corner, and where inside them its symbol stands."""

    name: str
    text: str
    rings: tuple[Ring, ...]
    centre: Spot
    mark: Mark


@dataclass(frozen=True, slots=True)
class Sheet:
    """A window of the map, (left, top, width, height) in kilometres, the counties drawn in it, its symbols' size."""

    name: str
    box: Box
    lands: tuple[Land, ...]
    sign: float


@dataclass(frozen=True, slots=True)
class DrawnMap:
    """The country, the part of it that is drawn once more larger, the key, and all of it in words."""

    country: Sheet
    inset: Sheet
    key: tuple[Mark, ...]
    alt: str


@dataclass(frozen=True, slots=True)
class DrawnRow:
    """One row of the rug: its name, its period, and a mark for each column."""

    name: str
    note: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class DrawnRug:
    """The rug: the heading of its rows, its columns' names, its rows, the key, and all of it in words."""

    head: str
    columns: tuple[str, ...]
    rows: tuple[DrawnRow, ...]
    key: tuple[Mark, ...]
    alt: str
