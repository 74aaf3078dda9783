"""The two pictures of a row as SVG: the dot-range and the trend line, as on the screen, in millimetres.

Each mark is one function, used in the rows and in the key alike. A mark has a class and no colour: the style sheet
beside the template has those. Text alternatives stand with the picture where it is placed.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from dashboard.exports._tokens import coloured
from dashboard.viewmodels.report.sheet import Run, SheetDots, SheetTrend

WIDTH, HEIGHT = 33.0, 4.4
TREND_WIDTH, TREND_HEIGHT = 12.5, 4.6
SAMPLE_WIDTH, SAMPLE_HEIGHT = 4.2, 3.6
AXIS, INSIDE, EDGE = 2.0, 3.5, 1.2
# Two marks nearer than this share of the axis would cover each other.
NEAR, LIFT = 0.045, 1.6
ROUND = 1.05
STYLE = Path(__file__).parent / "typst" / "marks.css"
RULE = re.compile(r"([^{}/*]+)\{([^{}]*)\}")
PROPERTY = re.compile(r"([a-z-]+): ([^;]+);")


def dots_svg(dots: SheetDots) -> str:
    """Return the dot-range: the area among all it is held against."""
    return _svg(WIDTH, HEIGHT, (*_background(dots), *_foreground(dots)))


def trend_svg(trend: SheetTrend) -> str:
    """Return the trend line over the nation's paler one; empty where there is no series."""
    if not trend.runs:
        return ""
    x, y = _point(trend.runs[-1][-1])
    cuts = (_cut(EDGE + share * (TREND_WIDTH - 2 * EDGE)) for share in trend.breaks)
    last = f'<circle {_look("series-last")} cx="{x}" cy="{y}" r=".6"/>'
    marks = (*_lines(trend.nation, "companion"), *_lines(trend.runs, "series"), *cuts, last)
    return _svg(TREND_WIDTH, TREND_HEIGHT, marks)


def sample_svg(mark: str) -> str:
    """Return one mark of the key."""
    return _svg(SAMPLE_WIDTH, SAMPLE_HEIGHT, SAMPLES[mark]())


def _svg(width: float, height: float, marks: Iterable[str]) -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">{"".join(marks)}</svg>'


@cache
def _rules() -> tuple[tuple[frozenset[str], dict[str, str]], ...]:
    text = re.sub(r"/\*.*?\*/", "", coloured(STYLE.read_text(encoding="utf-8")), flags=re.DOTALL)
    return tuple(
        (frozenset(selector.strip().lstrip(".").split(".")), dict(PROPERTY.findall(body)))
        for selectors, body in RULE.findall(text)
        for selector in selectors.split(",")
    )


@cache
def _look(classes: str) -> str:
    """How a mark of these classes looks, written out: a style sheet in each small picture would be read each time."""
    held = frozenset(classes.split())
    found: dict[str, str] = {}
    for needed, properties in _rules():
        if needed <= held:
            found |= properties
    return " ".join(f'{name}="{value}"' for name, value in found.items())


def _place(share: float) -> float:
    return round(EDGE + share * (WIDTH - 2 * EDGE), 3)


def _background(dots: SheetDots) -> Iterator[str]:
    if dots.middle:
        yield _middle(*map(_place, dots.middle))
    yield f'<path {_look("path axis")} d="M0 {AXIS}H{WIDTH}"/>'
    yield _regions(map(_place, dots.regions))
    yield from (f'<circle {_look("hollow")} cx="{_place(x)}" cy="{AXIS}" r=".5"/>' for x in dots.hollow)
    if dots.inside:
        yield _inside([_place(x) for x in dots.inside], is_range=dots.inside_range)


def _foreground(dots: SheetDots) -> Iterator[str]:
    if dots.target is not None:
        yield _target(_place(dots.target), dashed=dots.dashed)
    if dots.international is not None:
        yield _international(_place(dots.international))
    if dots.nation is not None:
        yield _nation(_place(dots.nation), _lift(dots, dots.nation))
    if dots.x is not None:
        yield _own(_place(dots.x), dots.tone, doubtful=dots.doubtful)


def _lift(dots: SheetDots, nation: float) -> float:
    """How far the nation's mark is moved off the axis: up, or down where a flag or triangle stands above it."""
    if dots.x is None or abs(dots.x - nation) >= NEAR:
        return 0
    is_taken = any(x is not None and abs(x - nation) < NEAR for x in (dots.target, dots.international))
    return LIFT if is_taken else -LIFT


def _middle(start: float, end: float) -> str:
    return f'<rect {_look("band")} x="{start}" y="{AXIS - 1}" width="{max(end - start, 0.3):.3f}" height="2" rx=".3"/>'


def _regions(places: Iterable[float]) -> str:
    return f'<path {_look("path tick")} d="{"".join(f"M{x} {AXIS - 0.8}v1.6" for x in places)}"/>'


def _own(x: float, tone: str, *, doubtful: bool) -> str:
    """The area itself. A cut-out arrow repeats the verdict, so that the colour is not alone."""
    look = _look(f"own {tone}{' doubtful' if doubtful else ''}")
    dot = f'<circle {look} cx="{x}" cy="{AXIS}" r="{ROUND}"/>'
    way = {"good": 1, "bad": -1}.get(tone, 0)
    if doubtful or not way:
        return dot
    return f'{dot}<path {_look("path hint")} d="M{x - 0.55:.3f} {AXIS + 0.35 * way:.2f}h1.1l-.55 {-0.9 * way:.2f}z"/>'


def _nation(x: float, lift: float) -> str:
    stem = f'<path {_look("path stem")} d="M{x} {AXIS}v{lift}"/>' if lift else ""
    w, h = (0.65, 0.8) if lift else (0.85, 1.05)
    return f'{stem}<path {_look("path nation")} d="M{x} {AXIS + lift - h:.2f}l{w} {h}l-{w} {h}l-{w} -{h}z"/>'


def _target(x: float, *, dashed: bool) -> str:
    kind = "target dashed" if dashed else "target"
    pole = f'<path {_look("path pole " + kind)} d="M{x} .1V3.3"/>'
    return f'{pole}<path {_look("path flag " + kind)} d="M{x} .1l1.5 .5l-1.5 .5z"/>'


def _international(x: float) -> str:
    return f'<path {_look("path international")} d="M{x - 0.8:.3f} .15h1.6l-.8 1.15z"/>'


def _inside(places: list[float], *, is_range: bool) -> str:
    """The municipalities: the whole range thin, the middle half thick, the median a cut; a few are only points."""
    if not is_range:
        return "".join(f'<circle {_look("inside-point")} cx="{x}" cy="{INSIDE}" r=".35"/>' for x in places)
    low, q1, median, q3, high = places
    ends = "".join(f"M{x} {INSIDE - 0.4}v.8" for x in (low, high))
    return (
        f'<path {_look("path inside-thin")} d="M{low} {INSIDE}H{high}{ends}"/>'
        f'<path {_look("path inside-thick")} d="M{q1} {INSIDE}H{max(q3, q1 + 0.3):.3f}"/>'
        f'<path {_look("path inside-median")} d="M{median} {INSIDE - 0.65}v1.3"/>'
    )


def _point(place: tuple[float, float]) -> tuple[float, float]:
    x, y = place
    return round(EDGE + x * (TREND_WIDTH - 2 * EDGE), 2), round(TREND_HEIGHT - 0.8 - y * (TREND_HEIGHT - 1.6), 2)


def _lines(runs: Iterable[Run], kind: str) -> Iterator[str]:
    """A gap in the series is a gap in the line; a point without neighbours is a dot: a stroke of no length."""
    found = (("L".join(f"{x} {y}" for x, y in map(_point, run)), len(run) == 1) for run in runs)
    d = "".join(f"M{line}h.01" if is_lone else f"M{line}" for line, is_lone in found)
    if d:
        yield f'<path {_look("path " + kind)} d="{d}"/>'


def _cut(x: float) -> str:
    """Where the series was redefined."""
    return f'<path {_look("path cut")} d="M{x - 0.5:.2f} 3.4l.5 -2.2M{x:.2f} 3.4l.5 -2.2"/>'


SAMPLES: dict[str, Callable[[], Any]] = {
    "region": lambda: _own(2, "neutral", doubtful=False),
    "regions": lambda: _regions((1, 2, 3)),
    "middle": lambda: _middle(0.3, 3.9),
    "nation": lambda: _nation(2, 0),
    "target": lambda: _target(1.4, dashed=False),
    "target-dashed": lambda: _target(1.4, dashed=True),
    "international": lambda: f'<g transform="translate(0 1)">{_international(2)}</g>',
    "inside": lambda: f'<g transform="translate(0 -1.5)">{_inside([0.2, 1.2, 2.1, 2.9, 3.8], is_range=True)}</g>',
}
