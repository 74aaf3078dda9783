"""Parts that several figures have: axes, and yardsticks with their flags."""

from collections.abc import Sequence
from typing import Any

from dashboard.figures.theme import ABROAD, GRID, LINE_HEIGHT, NATION, TARGET, WIDE, width
from dashboard.viewmodels.axes import ChartAxis
from dashboard.viewmodels.indicator.views import Level

HALF = 0.5
LINE_OF = {"nation": (NATION, "solid"), "target": (TARGET, "solid"), "international": (ABROAD, "dot")}


def axis(found: ChartAxis, **parts: Any) -> dict[str, Any]:
    """Return an axis with the ticks as the view model wrote them; nothing can be dragged or zoomed."""
    ends = [found.high, found.low] if found.mirrored else [found.low, found.high]
    return {
        "range": ends,
        "tickvals": [tick.at for tick in found.ticks],
        "ticktext": [tick.text for tick in found.ticks],
        "tickangle": 0,
        "zeroline": False,
        "fixedrange": True,
        "gridcolor": GRID,
        **parts,
    }


def rows_axis(labels: Sequence[str]) -> dict[str, Any]:
    """Return a vertical axis with one row for each label, the first on top."""
    return {
        "range": [len(labels) - 0.5, -0.5],
        "tickvals": list(range(len(labels))),
        "ticktext": list(labels),
        "automargin": True,
        "ticks": "",
        "ticklabelstandoff": 6,
        "zeroline": False,
        "fixedrange": True,
        "gridcolor": GRID,
    }


def flag_height(levels: Sequence[Level]) -> int:
    """Return the room above a chart that its yardsticks' flags need."""
    return LINE_HEIGHT * len(levels) + 8


def yardsticks(levels: Sequence[Level], rows: int) -> list[dict[str, Any]]:
    """Return the yardsticks as upright lines through all rows: over the grid, under what is drawn after them."""
    return [ruled(level, x=[level.value, level.value], y=[-HALF, rows - HALF]) for level in levels]


def ruled(level: Level, **ends: list[float]) -> dict[str, Any]:
    """Return a yardstick as a straight line that says nothing when it is pointed at."""
    return {"type": "scatter", "mode": "lines", **ends, "line": stroke(level), "hoverinfo": "skip", "showlegend": False}


def stroke(level: Level) -> dict[str, Any]:
    """Return how a yardstick's line is drawn: dashed when it is no plain yardstick."""
    colour, pattern = LINE_OF[level.kind]
    return {"color": colour, "width": 2, "dash": "dash" if level.dashed else pattern}


def posts(levels: Sequence[Level], plot_height: int) -> list[dict[str, Any]]:
    """Return what leads from each yardstick's line up to its flag."""
    return [
        {
            "type": "line",
            "xref": "x",
            "yref": "paper",
            "x0": level.value,
            "x1": level.value,
            "y0": 1,
            "y1": round(1 + (LINE_HEIGHT * place + 4) / plot_height, 4),
            "line": stroke(level),
        }
        for place, level in enumerate(levels)
    ]


def flags(levels: Sequence[Level], found: ChartAxis, room: float = WIDE) -> list[dict[str, Any]]:
    """Return the yardsticks' names above the chart, one a line, each at its own line or where there is room for it."""
    places = [_from_left(level, found) * room for level in levels]
    above = {"y": 1, "yref": "paper", "yanchor": "bottom"}
    return [
        note(level.text, **_anchor(level, places[index:], room), **above, yshift=LINE_HEIGHT * index + 2)
        for index, level in enumerate(levels)
    ]


def _from_left(level: Level, found: ChartAxis) -> float:
    share = (level.value - found.low) / (found.high - found.low)
    return 1 - share if found.mirrored else share


def _anchor(level: Level, places: Sequence[float], room: float) -> dict[str, Any]:
    """A name begins or ends at its own line, on the side with room where no line of a higher name runs through it.

    `places` are its own line's and those of the higher names, in pixels from the left.
    """
    own, wide = places[0], width(level.text)
    sides = {"left": (own, own + wide), "right": (own - wide, own)}
    nearer = "left" if own < room * HALF else "right"
    for side in (nearer, "right" if nearer == "left" else "left"):
        start, end = sides[side]
        if start >= 0 and end <= room and not any(start < place < end for place in places[1:]):
            return {"x": level.value, "xanchor": side}
    if sides[nearer][0] >= 0 and sides[nearer][1] <= room:
        return {"x": level.value, "xanchor": nearer}
    edge = 1 if nearer == "left" else 0
    return {"x": edge, "xref": "paper", "xanchor": "right" if edge else "left"}


def row_names(names: Sequence[str]) -> list[dict[str, Any]]:
    """Return names that stand above their rows, where there is no room beside them."""
    start = {"x": 0, "xref": "paper", "xanchor": "left", "yref": "y", "yanchor": "middle", "yshift": 14}
    return [note(name, y=place, **start) for place, name in enumerate(names)]


def axis_end(text: str) -> dict[str, Any]:
    """Return what is written below the right end of an axis."""
    return note(text, x=1, xref="paper", xanchor="right", y=0, yref="paper", yanchor="top", yshift=-26)


def variants(wide: dict[str, Any], narrow: dict[str, Any]) -> dict[str, Any]:
    """Return the layout's parts as they are in a wide chart, and both variants for the script that fits charts.

    See assets/charts.js. A key with a dot is a part of a part, as Plotly's relayout wants it.
    """
    return {**{key: value for key, value in wide.items() if "." not in key}, "meta": {"wide": wide, "narrow": narrow}}


def apart(values: list[float], ends: tuple[float, float], height: float) -> list[float]:
    """Return by how many pixels, upward, texts at some heights must be moved so that none stands on another."""
    scale = height / ((ends[1] - ends[0]) or 1.0)
    order = sorted(range(len(values)), key=lambda place: values[place])
    at = [values[place] * scale for place in order]
    moved = list(at)
    for place in range(1, len(moved)):
        moved[place] = max(moved[place], moved[place - 1] + LINE_HEIGHT)
    # What was pushed upward is moved back by half, so that names stay near their lines.
    back = (sum(moved) - sum(at)) / len(at) if at else 0.0
    shifts = dict(zip(order, (round(new - old - back, 1) for new, old in zip(moved, at, strict=True)), strict=True))
    return [shifts[place] for place in range(len(values))]


def note(text: str, **place: Any) -> dict[str, Any]:
    """Return a text without arrow in a chart."""
    return {"text": text, "showarrow": False, "align": "left", **place}
