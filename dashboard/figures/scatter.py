"""Two indicators against each other: a mark a region, told apart by shape and colour, with its name where it fits."""

from collections.abc import Iterator, Sequence
from typing import Any

from dashboard.figures.parts import axis, note, variants
from dashboard.figures.theme import LINE_HEIGHT, MISSING, NEUTRAL, TONES, layout, width
from dashboard.viewmodels.axes import ChartAxis
from dashboard.viewmodels.compare.views import ScatterLine, ScatterPoint, ScatterView

TALL, SHORT = 440, 400
WIDE_PLOT, NARROW_PLOT = 640.0, 250.0
TOP, FOOT, LEFT, RIGHT = 34, 58, 64, 16
NEAR = 9.0
"""How far a name stands from its mark, in pixels."""
LOOKS = {
    "own": {"size": 15, "symbol": "diamond"},
    "peer": {"size": 11, "symbol": "circle"},
    "other": {"size": 9, "symbol": "circle-open"},
}
BAND_SHADE = 0.18
FIRST = ("own", "peer", "other")
Box = tuple[float, float, float, float]


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
    """What hangs on the chart's width: on a phone only the names that fit are written; touching a mark names it."""
    height = SHORT if is_narrow else TALL
    room = (NARROW_PLOT if is_narrow else WIDE_PLOT, float(height - TOP - FOOT))
    return {
        "height": height,
        "margin": {"l": LEFT, "r": RIGHT, "t": TOP, "b": FOOT, "pad": 0},
        "annotations": [*_titles(view), *_names(view.points, across, up, room, keep_all=not is_narrow)],
    }


def _titles(view: ScatterView) -> list[dict[str, Any]]:
    """Along y above its axis, so that it is read as all other text; along x below its right end."""
    above = {"x": 0, "xref": "paper", "xanchor": "left", "xshift": -LEFT + 4, "y": 1, "yref": "paper", "yshift": 8}
    below = {"x": 1, "xref": "paper", "xanchor": "right", "y": 0, "yref": "paper", "yanchor": "top", "yshift": -28}
    return [note(f"↑ {view.y_title}", yanchor="bottom", **above), note(f"{view.x_title} →", **below)]


def _names(
    points: Sequence[ScatterPoint], across: ChartAxis, up: ChartAxis, room: tuple[float, float], *, keep_all: bool
) -> Iterator[dict[str, Any]]:
    """Each name beside its mark where it covers nothing; the reader's own and its peers choose first."""
    spots = {point.code: _spot(point, across, up, room) for point in points}
    taken: list[Box] = [(x - 6, y - 6, x + 6, y + 6) for x, y in spots.values()]
    for point in sorted(points, key=lambda item: FIRST.index(item.group)):
        ways = _ways(spots[point.code], width(point.label))
        costs = [_cost(box, taken, room) for _, box in ways]
        best = min(range(len(ways)), key=lambda place: costs[place])
        if costs[best] and not keep_all and point.group != "own":
            continue
        placing, box = ways[best]
        taken.append(box)
        yield note(point.label, x=point.x, y=point.y, xref="x", yref="y", **placing)


def _spot(point: ScatterPoint, across: ChartAxis, up: ChartAxis, room: tuple[float, float]) -> tuple[float, float]:
    """A mark's place in pixels from the plot's lower left corner."""
    x = (point.x - across.low) / (across.high - across.low) * room[0]
    return x, (point.y - up.low) / (up.high - up.low) * room[1]


def _ways(spot: tuple[float, float], wide: float) -> list[tuple[dict[str, Any], Box]]:
    """Right, left, above and below the mark: how each is written, and the room it takes."""
    (x, y), half = spot, LINE_HEIGHT / 2
    return [
        ({"xanchor": "left", "yanchor": "middle", "xshift": NEAR}, (x + NEAR, y - half, x + NEAR + wide, y + half)),
        ({"xanchor": "right", "yanchor": "middle", "xshift": -NEAR}, (x - NEAR - wide, y - half, x - NEAR, y + half)),
        (
            {"xanchor": "center", "yanchor": "bottom", "yshift": NEAR - 3},
            (x - wide / 2, y + NEAR - 3, x + wide / 2, y + NEAR - 3 + LINE_HEIGHT),
        ),
        (
            {"xanchor": "center", "yanchor": "top", "yshift": 3 - NEAR},
            (x - wide / 2, y + 3 - NEAR - LINE_HEIGHT, x + wide / 2, y + 3 - NEAR),
        ),
    ]


def _cost(box: Box, taken: Sequence[Box], room: tuple[float, float]) -> float:
    """How much a name would cover of others, and how far it would reach out of the plot; 0 where it fits."""
    outside = max(0.0, -box[0]) + max(0.0, box[2] - room[0]) + max(0.0, -box[1]) + max(0.0, box[3] - room[1])
    return outside * LINE_HEIGHT + sum(_shared(box, other) for other in taken)


def _shared(one: Box, other: Box) -> float:
    across, up = min(one[2], other[2]) - max(one[0], other[0]), min(one[3], other[3]) - max(one[1], other[1])
    return across * up if across > 0 and up > 0 else 0.0
