"""Names beside marks in a picture: each where it covers no mark and no other name, or nowhere.

Places are in pixels from the drawing's lower left corner. The same marks always give the same names.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

Side = Literal["left", "center", "right"]
Height = Literal["bottom", "middle", "top"]
Box = tuple[float, float, float, float]
AROUND: tuple[tuple[Side, Height], ...] = (
    ("left", "middle"),
    ("right", "middle"),
    ("center", "bottom"),
    ("center", "top"),
    ("left", "bottom"),
    ("right", "bottom"),
    ("left", "top"),
    ("right", "top"),
)
"""Which part of the name is nearest its mark: right of it first, then left, above, below and the corners."""
MARK = 7.0
"""Half a mark's width, with a little air."""
FAR = {"left": 0.0, "center": 0.5, "right": 1.0, "bottom": 0.0, "middle": 0.5, "top": 1.0}


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark: its place, and how wide its name is. `must` names it even where nothing is free."""

    x: float
    y: float
    wide: float
    must: bool = False


@dataclass(frozen=True, slots=True)
class Placing:
    """A name's place: what of it is nearest the mark, and how far it is moved from there."""

    side: Side
    height: Height
    right: float
    up: float


def placings(marks: Sequence[Mark], room: tuple[float, float], tall: float) -> tuple[Placing | None, ...]:
    """Return where each mark's name stands, the first marks choosing first; None where nothing is free.

    `room` is the drawing's width and height, `tall` the height of a name.
    """
    taken: list[Box] = [(mark.x - MARK, mark.y - MARK, mark.x + MARK, mark.y + MARK) for mark in marks]
    found: list[Placing | None] = []
    for mark in marks:
        ways = [(way, _box(mark, way, tall)) for way in _ways()]
        free = next(((way, box) for way, box in ways if _is_free(box, taken, room)), None)
        if free is None and mark.must:
            free = min(ways, key=lambda item: (_outside(item[1], room), _covered(item[1], taken)))
        if free is not None:
            taken.append(free[1])
        found.append(None if free is None else free[0])
    return tuple(found)


def _ways() -> Iterator[Placing]:
    for side, height in AROUND:
        is_corner = side != "center" and height != "middle"
        across, up = (MARK - 1, MARK - 3) if is_corner else (MARK + 2, MARK)
        yield Placing(side, height, across * (1 - 2 * FAR[side]), up * (1 - 2 * FAR[height]))


def _box(mark: Mark, way: Placing, tall: float) -> Box:
    left = mark.x + way.right - FAR[way.side] * mark.wide
    low = mark.y + way.up - FAR[way.height] * tall
    return left, low, left + mark.wide, low + tall


def _is_free(box: Box, taken: Sequence[Box], room: tuple[float, float]) -> bool:
    return not _outside(box, room) and not _covered(box, taken)


def _outside(box: Box, room: tuple[float, float]) -> float:
    return max(0.0, -box[0]) + max(0.0, box[2] - room[0]) + max(0.0, -box[1]) + max(0.0, box[3] - room[1])


def _covered(box: Box, taken: Sequence[Box]) -> float:
    return sum(_shared(box, other) for other in taken)


def _shared(one: Box, other: Box) -> float:
    across, up = min(one[2], other[2]) - max(one[0], other[0]), min(one[3], other[3]) - max(one[1], other[1])
    return across * up if across > 0 and up > 0 else 0.0
