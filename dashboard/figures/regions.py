"""All regions as a dot chart: one row a region, the better on top and to the right."""

from typing import Any

from dashboard.figures.parts import axis, flag_height, flags, note, rows_axis, upright
from dashboard.figures.theme import MISSING, NATION, TONES, layout, width
from dashboard.viewmodels.indicator_views import Dot, RegionsView

ROW = 26
FOOT = 50
EDGE = 14


def regions_figure(view: RegionsView | None) -> dict[str, Any]:
    """Return the chart of all regions; without values an empty one."""
    if view is None or view.axis is None:
        return {"data": [], "layout": layout(height=ROW)}
    plot, top = ROW * len(view.dots), flag_height(view.levels)
    right = EDGE + width(max((dot.value_text for dot in view.dots), key=len))
    values = [_value(dot, place, right) for place, dot in enumerate(view.dots)]
    end = note(view.axis_end, x=1, xref="paper", xanchor="right", y=0, yref="paper", yanchor="top", yshift=-26)
    return {
        "data": [*_stems(view), _dots(view.dots)],
        "layout": layout(
            height=plot + top + FOOT,
            margin={"l": 8, "r": right, "t": top, "b": FOOT, "pad": 0},
            separators=view.separators,
            xaxis=axis(view.axis, showgrid=True),
            yaxis=rows_axis([dot.label for dot in view.dots]),
            shapes=upright(view.levels, plot),
            annotations=[*flags(view.levels, view.axis), *values, end],
        ),
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
