"""The two pictures of a row as SVG: the trend line and the dot-range, drawn as assets/marks.js draws them on screen."""

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from xml.etree.ElementTree import Element

from dashboard.exports._markup import add, el
from dashboard.exports._tokens import coloured, tokens
from dashboard.viewmodels.contract import Point, Row

MARKS = Path(__file__).parents[2] / "assets" / "45-marks.css"
ON_SCREEN = "@media"
TONE = "var(--tone, var(--neutral))"
AXIS, INSIDE, HEIGHT, BARE = 20.0, 37.0, 43, 32
"""Heights of assets/marks.js: the axis, the municipalities' line, the picture with and without that line."""
TREND_WIDTH, TREND_HEIGHT, PAD = 108, 32, 5.0
NEAR, LIFT = 13.5, 13.5
"""Closer than this the nation's mark would cover the area's, so it is lifted as far, in pixels."""
SIDE = 10.0
"""Room at both ends for half a mark."""
HINTS = {"good": "M-3.4 1.9L0-3.1L3.4 1.9Z", "bad": "M-3.4-1.7L0 3.3L3.4-1.7Z"}
QUARTILES = 5
NATION, ABROAD, FLAG = "M0-6.5L5.5 0L0 6.5L-5.5 0Z", "M-5.5-17.5H5.5L0-8Z", "M0.5-18L10-14L0.5-10Z"
KEY: dict[str, tuple[tuple[str, dict[str, object]], ...]] = {
    "region": (("circle", {"r": 6.5, "class_": "own"}),),
    "regions": (("path", {"d": "M-5-6.5v13M0-6.5v13M5-6.5v13", "class_": "ticks"}),),
    "middle": (("rect", {"x": -10, "y": -7.5, "width": 20, "height": 15, "rx": 2, "class_": "band"}),),
    "nation": (("path", {"d": NATION, "class_": "nation"}),),
    "target": (
        ("line", {"x1": -4, "x2": -4, "y1": -10, "y2": 10, "class_": "target"}),
        ("path", {"d": "M-3.5-10L6-6L-3.5-2Z", "class_": "target-flag"}),
    ),
    "target-dashed": (
        ("line", {"x1": -4, "x2": -4, "y1": -10, "y2": 10, "class_": "target dashed"}),
        ("path", {"d": "M-3.5-10L6-6L-3.5-2Z", "class_": "target-flag dashed"}),
    ),
    "international": (("path", {"d": "M-5.5-5H5.5L0 5Z", "class_": "international"}),),
    "inside": (
        ("line", {"x1": -12, "x2": 12, "y1": 0, "y2": 0, "class_": "inside-thin"}),
        ("line", {"x1": -6, "x2": 4, "y1": 0, "y2": 0, "class_": "inside-thick"}),
    ),
}
"""The marks of the key, each round its own origin."""


@cache
def marks_style() -> str:
    """Return the style of the marks, the same as on screen on light paper."""
    css = MARKS.read_text(encoding="utf-8").partition(ON_SCREEN)[0]
    return coloured(css.replace(TONE, "var(--neutral)"))


def key_mark(mark: str, x: float = 0, y: float = 0) -> Element:
    """Return a mark of the key at a place."""
    return el("g", *(el(name, **attributes) for name, attributes in KEY[mark]), transform=f"translate({x} {y})")


def trend_line(row: Row) -> Element | None:
    """Return the last years of the area, the nation as its pale companion; None without years."""
    placed = [point for point in row.trend.points if point.x is not None]
    if not placed:
        return None
    picture = el("svg", class_="trend-line", viewBox=f"0 0 {TREND_WIDTH} {TREND_HEIGHT}", role="img")
    picture.set("aria-label", row.trend.summary)
    picture.set("width", str(TREND_WIDTH))
    picture.set("height", str(TREND_HEIGHT))
    add(picture, *_paths(row.trend.nation, "companion"), *_paths(row.trend.points, "series"))
    add(picture, *(mark for x in row.trend.breaks for mark in _break(x, placed)))
    last = placed[-1]
    return add(picture, el("circle", cx=_x(last.x or 0), cy=_y(last.y or 0), r=3, class_="last"))


def _x(x: float) -> float:
    return round(PAD + x * (TREND_WIDTH - 2 * PAD), 1)


def _y(y: float) -> float:
    return round(TREND_HEIGHT - PAD - y * (TREND_HEIGHT - 2 * PAD), 1)


def _paths(points: Sequence[Point], name: str) -> Iterator[Element]:
    """A stroke for each run of years; a year alone becomes a dot."""
    runs: list[list[str]] = [[]]
    for point in points:
        if point.x is None or point.y is None:
            runs.append([])
        else:
            runs[-1].append(f"{_x(point.x)} {_y(point.y)}")
    for run in filter(None, runs):
        is_alone = len(run) == 1
        yield el(
            "path",
            d=f"M{run[0]}h0.01" if is_alone else f"M{'L'.join(run)}",
            class_=f"{name} lone" if is_alone else name,
        )


def _break(x: float, placed: Sequence[Point]) -> Iterator[Element]:
    after = next((point for point in placed if (point.x or 0) >= x), placed[-1])
    y = _y(after.y or 0)
    yield el("rect", x=_x(x) - 2.5, y=y - 6, width=5, height=12, class_="break-gap")
    for dx in (-2.5, 2.5):
        yield el("path", d=f"M{_x(x) + dx - 1.5} {y + 6}l3-12", class_="break")


def dot_range(row: Row, area: str, width: int) -> Element | None:
    """Return the area among the regions, better to the right; None when there is nothing to draw."""
    if not row.regions and row.x is None:
        return None
    height = HEIGHT if row.inside.xs else BARE
    picture = el("svg", class_="dots", viewBox=f"0 0 {width} {height}", width=width, height=height, role="img")
    picture.set("aria-label", row.summary)
    return add(picture, *_Dots(row, area, width).marks())


class _Dots:
    def __init__(self, row: Row, area: str, width: int) -> None:
        self.row, self.area, self.width = row, area, width

    def at(self, x: float) -> float:
        return round(SIDE + min(1.0, max(0.0, x)) * (self.width - 2 * SIDE), 1)

    def marks(self) -> Iterator[Element]:
        row = self.row
        yield from self.context()
        if row.target.x is not None:
            yield from self.target(row.target.x, " dashed" if row.target.dashed else "")
        if row.international.x is not None:
            yield self.mark("path", row.international.x, AXIS, d=ABROAD, class_="international")
        if row.nation_x is not None and self.area != "00":
            yield from self.nation(row.nation_x)
        if row.x is not None:
            yield from self.own(row.x)

    def mark(self, shape: str, x: float, y: float, **attributes: object) -> Element:
        """A shape drawn round its own origin, moved to a place."""
        return el(shape, transform=f"translate({self.at(x)} {y})", **attributes)

    def context(self) -> Iterator[Element]:
        row, low, high = self.row, self.row.axis.middle_from, self.row.axis.middle_to
        if low is not None and high is not None:
            band = max(self.at(high) - self.at(low), 1.0)
            yield el("rect", x=self.at(low), y=AXIS - 7.5, width=round(band, 1), height=15, rx=2, class_="band")
        yield el("line", x1=0, x2=self.width, y1=AXIS, y2=AXIS, class_="axis")
        others = [mark for mark in row.regions if mark.code != self.area]
        sound = "".join(f"M{self.at(mark.x)} {AXIS - 6.5}v13" for mark in others if not mark.doubtful)
        if sound:
            yield el("path", d=sound, class_="ticks")
        for mark in others:
            if mark.doubtful:
                yield el("circle", cx=self.at(mark.x), cy=AXIS, r=3, class_="tick-doubtful")
        yield from self.inside(row.inside.xs)

    def inside(self, xs: Sequence[float]) -> Iterator[Element]:
        if len(xs) != QUARTILES or self.row.inside.q1 is None:
            yield from (el("circle", cx=self.at(x), cy=INSIDE, r=2.2, class_="inside-point") for x in xs)
            return
        for start, end, name in ((0, 4, "inside-thin"), (1, 3, "inside-thick")):
            yield el("line", x1=self.at(xs[start]), x2=self.at(xs[end]), y1=INSIDE, y2=INSIDE, class_=name)
        for place, half, name in ((0, 2.5, "inside-thin"), (4, 2.5, "inside-thin"), (2, 4.0, "inside-median")):
            yield el(
                "line", x1=self.at(xs[place]), x2=self.at(xs[place]), y1=INSIDE - half, y2=INSIDE + half, class_=name
            )

    def target(self, x: float, dashed: str) -> Iterator[Element]:
        yield self.mark("line", x, AXIS, y1=-18, y2=10, class_=f"target{dashed}")
        yield self.mark("path", x, AXIS, d=FLAG, class_=f"target-flag{dashed}")

    def nation(self, x: float) -> Iterator[Element]:
        """The nation's mark, lifted aside on a stem where it would stand on the area's own."""
        lift = self.lift(x)
        if lift:
            yield self.mark("line", x, AXIS + lift, y1=0, y2=-lift, class_="nation-stem")
        shape = "M0-5.5L4.75 0L0 5.5L-4.75 0Z" if lift else NATION
        yield self.mark("path", x, AXIS + lift, d=shape, class_="nation")

    def lift(self, x: float) -> float:
        near = [other is not None and abs(self.at(other) - self.at(x)) < NEAR for other in (
            self.row.x, self.row.target.x, self.row.international.x)]  # fmt: skip
        return 0 if not near[0] else LIFT if any(near[1:]) else -LIFT

    def own(self, x: float) -> Iterator[Element]:
        tone, doubtful = self.row.position_tone, bool(self.row.doubtful)
        style = f"{'stroke' if doubtful else 'fill'}:{tokens()[tone]}"
        yield self.mark("circle", x, AXIS, r=6.5, class_="own doubtful" if doubtful else "own", style=style)
        if tone in HINTS and not doubtful:
            yield self.mark("path", x, AXIS, d=HINTS[tone], class_="own-hint")
