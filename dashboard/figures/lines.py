"""The years as lines, each with its name at its end."""

from collections.abc import Sequence
from typing import Any

from dashboard.figures.parts import axis, note, ruled, variants
from dashboard.figures.theme import CLEAR, LINE_HEIGHT, LINES, NATION, layout, width
from dashboard.viewmodels.axes import ChartAxis
from dashboard.viewmodels.indicator.views import Line, LinePoint, LinesView

HEIGHT = 420
TOP, FOOT = 28, 40
PLOT = HEIGHT - TOP - FOOT
EDGE = 14
LEADER = 16
KEY_HEIGHT = 22
# The key below a narrow chart only names the lines: pressing it must not hide one.
KEY = {
    "x": 0,
    "xanchor": "left",
    "y": round(-32 / PLOT, 4),
    "yanchor": "top",
    "orientation": "v",
    "bgcolor": CLEAR,
    "itemclick": False,
    "itemdoubleclick": False,
}

Style = tuple[str, str, str]


def lines_figure(view: LinesView | None) -> dict[str, Any]:
    """Return the chart of the years; without values an empty one."""
    if view is None or view.axis is None or view.periods is None:
        return {"data": [], "layout": layout(height=LINE_HEIGHT)}
    styles = _styles(view.lines)
    ticks = {"range": _edges(view.periods), "minor": _every_period(view.lines), "ticks": "outside", "ticklen": 5}
    return {
        "data": [*_target(view, view.periods), *map(_line, view.lines, styles)],
        "layout": layout(
            separators=view.separators,
            xaxis=axis(view.periods, showgrid=False, **ticks),
            yaxis=axis(view.axis, showgrid=True, automargin=True, ticks="", ticklabelstandoff=6),
            legend=KEY,
            shapes=_cuts(view),
            **variants(_wide(view, styles, view.axis), _narrow(view)),
        ),
    }


def _wide(view: LinesView, styles: Sequence[Style], found: ChartAxis) -> dict[str, Any]:
    """The lines' names at their ends."""
    right = EDGE + LEADER + max((width(line.end_text) for line in view.lines), default=0)
    return {
        "height": HEIGHT,
        "margin": {"l": 8, "r": right, "t": TOP, "b": FOOT, "pad": 0},
        "showlegend": False,
        "annotations": [*_ends(view.lines, styles, found), *_cut_names(view), *_target_name(view)],
    }


def _narrow(view: LinesView) -> dict[str, Any]:
    """On a phone there is no room beside the lines: their names stand below, one a line."""
    foot = FOOT + KEY_HEIGHT * len(view.lines)
    return {
        "height": TOP + PLOT + foot,
        "margin": {"l": 8, "r": EDGE, "t": TOP, "b": foot, "pad": 0},
        "showlegend": True,
        "annotations": [*_cut_names(view), *_target_name(view)],
    }


def _edges(periods: ChartAxis) -> list[float]:
    """The ends with a little room on both sides, so that the first and last markers are whole."""
    room = (periods.high - periods.low) * 0.02
    return [periods.low - room, periods.high + room]


def _every_period(lines: Sequence[Line]) -> dict[str, Any]:
    """A small tick for every period that has a value."""
    every = sorted({point.at for line in lines for point in line.points if point.at is not None})
    return {"tickmode": "array", "tickvals": every, "ticks": "outside", "ticklen": 3}


def _styles(lines: Sequence[Line]) -> list[Style]:
    """The nation has a style of its own; the regions take theirs in turn."""
    rest = iter(LINES)
    return [(NATION, "solid", "diamond") if line.is_nation else next(rest) for line in lines]


def _line(line: Line, style: Style) -> dict[str, Any]:
    colour, pattern, marker = style
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": line.end_text,
        "x": [point.at for point in line.points],
        "y": [point.value for point in line.points],
        "connectgaps": False,
        "cliponaxis": False,
        "customdata": [point.reading for point in line.points],
        "hovertemplate": "%{customdata}<extra></extra>",
        "line": {"color": colour, "width": 3 if line.is_nation else 2.5, "dash": pattern},
        "marker": {
            "size": 8,
            "color": colour,
            "symbol": [f"{marker}-open" if point.doubtful else marker for point in line.points],
        },
    }


def _cuts(view: LinesView) -> list[dict[str, Any]]:
    line = {"color": NATION, "width": 1.5, "dash": "dot"}
    ends = {"xref": "x", "yref": "paper", "y0": 0, "y1": 1}
    return [{"type": "line", "x0": cut.at, "x1": cut.at, **ends, "line": line} for cut in view.cuts]


def _cut_names(view: LinesView) -> list[dict[str, Any]]:
    return [note(cut.text, x=cut.at, y=1, yref="paper", yanchor="bottom", xanchor="center") for cut in view.cuts]


def _target(view: LinesView, periods: ChartAxis) -> list[dict[str, Any]]:
    if view.target is None:
        return []
    start, end = _edges(periods)
    return [ruled(view.target, x=[start, end], y=[view.target.value, view.target.value])]


def _target_name(view: LinesView) -> list[dict[str, Any]]:
    """The target's name stands on its line, on the side where the chart is."""
    if view.target is None or view.axis is None:
        return []
    is_high = view.target.value > (view.axis.low + view.axis.high) / 2
    anchor = "top" if is_high else "bottom"
    return [note(view.target.text, x=0, xref="paper", xanchor="left", y=view.target.value, yref="y", yanchor=anchor)]


def _ends(lines: Sequence[Line], styles: Sequence[Style], found: ChartAxis) -> list[dict[str, Any]]:
    """The lines' names at their ends, moved apart where they would cover each other, each led to its own line."""
    low, high = found.low, found.high
    last = [next(point for point in reversed(line.points) if point.value is not None) for line in lines]
    places = [PLOT * (high - (point.value or 0)) / (high - low) for point in last]
    return [
        {
            "text": line.end_text,
            "x": point.at,
            "y": point.value,
            "xref": "x",
            "yref": "y",
            "xanchor": "left",
            "yanchor": "middle",
            "showarrow": True,
            "arrowhead": 0,
            "arrowwidth": 1,
            "arrowcolor": style[0],
            "standoff": 5,
            "ax": LEADER,
            "ay": round(to - at, 1),
        }
        for line, point, style, at, to in zip(lines, last, styles, places, _moved(last, places), strict=True)
    ]


def _moved(last: Sequence[LinePoint], places: Sequence[float]) -> list[float]:
    """Only names in the same column can cover each other: those of lines that end at the same time."""
    moved = list(places)
    for at in {point.at for point in last}:
        column = [index for index, point in enumerate(last) if point.at == at]
        for index, to in zip(column, apart([places[index] for index in column]), strict=True):
            moved[index] = to
    return moved


def apart(places: Sequence[float], gap: float = LINE_HEIGHT, top: float = 0, foot: float = PLOT) -> list[float]:
    """Return places moved just far enough that each is `gap` from the next, inside the chart."""
    order = sorted(range(len(places)), key=lambda index: places[index])
    moved = list(places)
    floor = top
    for index in order:
        moved[index] = max(moved[index], floor)
        floor = moved[index] + gap
    ceiling = foot
    for index in reversed(order):
        moved[index] = min(moved[index], ceiling)
        ceiling = moved[index] - gap
    return moved
