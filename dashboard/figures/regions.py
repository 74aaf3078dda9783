"""All regions as a dot chart: one row a region, the better on top and to the right."""

from typing import Any

from dashboard.figures.parts import (
    axis,
    axis_end,
    flag_height,
    flags,
    note,
    posts,
    row_names,
    rows_axis,
    variants,
    yardsticks,
)
from dashboard.figures.theme import MISSING, NARROW, NATION, TONES, WIDE, layout, width
from dashboard.viewmodels.axes import ChartAxis
from dashboard.viewmodels.indicator.views import Dot, RegionsView

ROW, TALL_ROW = 26, 40
FOOT = 50
EDGE = 14


def regions_figure(view: RegionsView | None) -> dict[str, Any]:
    """Return the chart of all regions; without values an empty one."""
    if view is None or view.axis is None:
        return {"data": [], "layout": layout(height=ROW)}
    return {
        "data": [*yardsticks(view.levels, len(view.dots)), *_stems(view), _dots(view.dots)],
        "layout": layout(
            separators=view.separators,
            xaxis=axis(view.axis, showgrid=True),
            yaxis=rows_axis([dot.label for dot in view.dots]),
            **variants(_variant(view, view.axis, is_narrow=False), _variant(view, view.axis, is_narrow=True)),
        ),
    }


def _variant(view: RegionsView, found: ChartAxis, *, is_narrow: bool) -> dict[str, Any]:
    """What hangs on the chart's width: on a phone each name stands above its row."""
    plot, top = (TALL_ROW if is_narrow else ROW) * len(view.dots), flag_height(view.levels)
    right = EDGE + width(max((dot.value_text for dot in view.dots), key=len))
    names = row_names([dot.label for dot in view.dots]) if is_narrow else []
    values = [_value(dot, place, right) for place, dot in enumerate(view.dots)]
    room = NARROW if is_narrow else WIDE
    return {
        "height": plot + top + FOOT,
        "margin": {"l": 12 if is_narrow else 8, "r": right, "t": top, "b": FOOT, "pad": 0},
        "shapes": posts(view.levels, plot),
        "annotations": [*flags(view.levels, found, room), *names, *values, axis_end(view.axis_end)],
        "yaxis.showticklabels": not is_narrow,
    }


def _value(dot: Dot, place: int, right: float) -> dict[str, Any]:
    """The value in a column of its own, so that the figures stand under each other."""
    at_edge = {"x": 1, "xref": "paper", "xanchor": "right", "xshift": right - 2}
    return note(dot.value_text, y=place, yref="y", yanchor="middle", **at_edge)


def _stems(view: RegionsView) -> list[dict[str, Any]]:
    """From the nation to each region: how far apart they are."""
    nation = next((level.value for level in view.levels if level.kind == "nation"), None)
    sound = [(place, dot) for place, dot in enumerate(view.dots) if not dot.doubtful]
    if nation is None or not sound:
        return []
    return [
        {
            "type": "scatter",
            "mode": "lines",
            "x": [x for _, dot in sound for x in (nation, dot.value, None)],
            "y": [y for place, _ in sound for y in (place, place, None)],
            "line": {"color": NATION, "width": 1.5},
            "opacity": 0.5,
            "hoverinfo": "skip",
        }
    ]


def _dots(dots: tuple[Dot, ...]) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [dot.value for dot in dots],
        "y": list(range(len(dots))),
        "cliponaxis": False,
        "customdata": [dot.reading for dot in dots],
        "hovertemplate": "%{customdata}<extra></extra>",
        "marker": {
            "size": 12,
            "opacity": 1,
            "color": [MISSING if dot.doubtful else TONES[dot.tone] for dot in dots],
            "symbol": ["circle-open" if dot.doubtful else "circle" for dot in dots],
            "line": {"width": [2 if dot.doubtful else 0 for dot in dots]},
        },
    }
