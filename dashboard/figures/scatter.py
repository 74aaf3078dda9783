"""Two indicators against each other: a mark a region, told apart by shape and colour, with its name where it fits."""

from collections.abc import Iterator, Sequence
from textwrap import wrap
from typing import Any

from dashboard.figures.parts import axis, note, variants
from dashboard.figures.theme import LETTER, LINE_HEIGHT, MISSING, NEUTRAL, TONES, layout, width
from dashboard.viewmodels.axes import ChartAxis
from dashboard.viewmodels.compare.views import ScatterLine, ScatterPoint, ScatterView
from dashboard.viewmodels.labels import Mark, placings

TALL, SHORT = 348, 308
WIDE_PLOT, NARROW_PLOT = 600.0, 190.0
"""The drawing's own height and width, in pixels: the least it is given on a desk and on a phone."""
TOP, FOOT, LEFT, RIGHT = 16, 40, 64, 16
LOOKS = {
    "own": {"size": 15, "symbol": "diamond"},
    "peer": {"size": 11, "symbol": "circle"},
    "other": {"size": 9, "symbol": "circle-open"},
}
BAND_SHADE = 0.18
FIRST = ("own", "peer", "other")


def scatter_figure(view: ScatterView) -> dict[str, Any]:
    """Return the scatter of two indicators; without axes an empty figure."""
    if view.x is None or view.y is None:
        return {"data": [], "layout": layout(height=LINE_HEIGHT)}
    line = _line(view.line) if view.line else []
    return {
        "data": [*line, *(_marks(view.points, group) for group in reversed(FIRST))],
        "layout": layout(
            separators=view.separators,
            xaxis=axis(view.x, showgrid=True),
            yaxis=axis(view.y, showgrid=True),
            **variants(_variant(view, view.x, view.y, is_narrow=False), _variant(view, view.x, view.y, is_narrow=True)),
        ),
    }


def _marks(points: Sequence[ScatterPoint], group: str) -> dict[str, Any]:
    shown = [point for point in points if point.group == group]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [point.x for point in shown],
        "y": [point.y for point in shown],
        "cliponaxis": False,
        "customdata": [point.reading for point in shown],
        "hovertemplate": "%{customdata}<extra></extra>",
        "marker": {**LOOKS[group], "color": TONES[shown[0].tone] if shown else MISSING, "opacity": 1},
    }


def _line(line: ScatterLine) -> list[dict[str, Any]]:
    """The band as one closed shape, then the line on it: neither says anything when it is pointed at."""
    still = {"type": "scatter", "mode": "lines", "hoverinfo": "skip", "showlegend": False}
    outline = {"x": [*line.places, *reversed(line.places)], "y": [*line.upper, *reversed(line.lower)]}
    edge = {"color": NEUTRAL, "width": 0.5}
    return [
        {**still, **outline, "fill": "toself", "fillcolor": NEUTRAL, "opacity": BAND_SHADE, "line": edge},
        {**still, "x": list(line.places), "y": list(line.fitted), "line": {"color": NEUTRAL, "width": 2}},
    ]


def _variant(view: ScatterView, across: ChartAxis, up: ChartAxis, *, is_narrow: bool) -> dict[str, Any]:
    """What hangs on the chart's width: the names that fit, and how the axes' names are broken into lines."""
    wide = NARROW_PLOT if is_narrow else WIDE_PLOT
    above, below = _broken(f"↑ {view.y_title}", wide + LEFT), _broken(f"{view.x_title} →", wide + LEFT)
    top, foot = TOP + LINE_HEIGHT * len(above), FOOT + LINE_HEIGHT * len(below)
    drawn = SHORT if is_narrow else TALL
    return {
        "height": drawn + top + foot,
        "margin": {"l": LEFT, "r": RIGHT, "t": top, "b": foot, "pad": 0},
        "annotations": [*_titles(above, below), *_names(view.points, across, up, (wide, float(drawn)))],
    }


def _broken(text: str, wide: float) -> list[str]:
    return wrap(text, max(1, int(wide / LETTER)), break_long_words=False)


def _titles(above: Sequence[str], below: Sequence[str]) -> list[dict[str, Any]]:
    """Along y above its axis, so that it is read as all other text; along x below its right end."""
    start = {"x": 0, "xref": "paper", "xanchor": "left", "xshift": -LEFT + 4, "y": 1, "yref": "paper", "yshift": 8}
    end = {"x": 1, "xref": "paper", "xanchor": "right", "y": 0, "yref": "paper", "yanchor": "top", "yshift": -28}
    return [note("<br>".join(above), yanchor="bottom", **start), note("<br>".join(below), **end)]


def _names(
    points: Sequence[ScatterPoint], across: ChartAxis, up: ChartAxis, room: tuple[float, float]
) -> Iterator[dict[str, Any]]:
    """Each name that covers nothing; the reader's own region always, and it and its peers choose first."""
    ordered = sorted(points, key=lambda item: FIRST.index(item.group))
    marks = [_mark(point, across, up, room) for point in ordered]
    for point, found in zip(ordered, placings(marks, room, LINE_HEIGHT), strict=True):
        if found is not None:
            near = {"xanchor": found.side, "yanchor": found.height, "xshift": found.right, "yshift": found.up}
            yield note(point.label, x=point.x, y=point.y, xref="x", yref="y", **near)


def _mark(point: ScatterPoint, across: ChartAxis, up: ChartAxis, room: tuple[float, float]) -> Mark:
    """A mark's place in pixels from the plot's lower left corner."""
    x = (point.x - across.low) / (across.high - across.low) * room[0]
    y = (point.y - up.low) / (up.high - up.low) * room[1]
    return Mark(x, y, width(point.label), must=point.group == "own")
