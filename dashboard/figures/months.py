"""Months against their own limits: a line, its centre, its limits, and larger marks where a cause shows."""

from typing import Any

from dashboard.figures.parts import apart, axis, note, ruled, variants
from dashboard.figures.theme import BAD, GRID, LINE_HEIGHT, NATION, NEUTRAL, layout, width
from dashboard.viewmodels.variation.views import MonthStretch, MonthsView

HEIGHT = 380
FOOT = 44
EDGE = 14


def months_figure(view: MonthsView | None) -> dict[str, Any]:
    """Return the chart of one region's months; without one an empty one."""
    if view is None:
        return {"data": [], "layout": layout(height=LINE_HEIGHT)}
    edges = (
        [view.stretches[0].start, view.stretches[-1].end] if view.stretches else [view.periods.low, view.periods.high]
    )
    limits = [line for stretch in view.stretches for line in _limits(stretch)]
    return {
        "data": [*limits, *(ruled(level, x=edges, y=[level.value] * 2) for level in view.levels), _line(view)],
        "layout": layout(
            separators=view.separators,
            xaxis=axis(view.periods, showgrid=False, range=edges, ticks="outside", ticklen=5),
            yaxis=axis(view.axis, showgrid=True, automargin=True, ticks="", ticklabelstandoff=6),
            **variants(_variant(view, is_narrow=False), _variant(view, is_narrow=True)),
        ),
    }


def _variant(view: MonthsView, *, is_narrow: bool) -> dict[str, Any]:
    """On a desk the limits' names stand to the right of them; on a phone above their lines."""
    longest = max((width(text) for _, text in view.names), default=0)
    right = EDGE if is_narrow else EDGE + longest
    place = {"x": 1, "xref": "paper", "yref": "y"}
    side = (
        {"xanchor": "right", "yanchor": "bottom"}
        if is_narrow
        else {"xanchor": "left", "yanchor": "middle", "xshift": 6}
    )
    ends = (view.axis.low, view.axis.high)
    shifts = apart([value for value, _ in view.names], ends, HEIGHT - 20 - FOOT)
    return {
        "height": HEIGHT,
        "margin": {"l": 8, "r": right, "t": 20, "b": FOOT, "pad": 0},
        "annotations": [
            note(text, y=value, **place, **side, yshift=shift)
            for (value, text), shift in zip(view.names, shifts, strict=True)
        ],
    }


def _limits(stretch: MonthStretch) -> list[dict[str, Any]]:
    return [
        {
            "type": "scatter",
            "mode": "lines",
            "x": [stretch.start, stretch.end],
            "y": [value, value],
            "line": {"color": NATION if value == stretch.centre else GRID, "width": 1.5, "dash": dash},
            "hoverinfo": "skip",
            "showlegend": False,
        }
        for value, dash in ((stretch.centre, "solid"), (stretch.lower, "dash"), (stretch.upper, "dash"))
    ]


def _line(view: MonthsView) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "x": [mark.at for mark in view.marks],
        "y": [mark.value for mark in view.marks],
        "cliponaxis": False,
        "customdata": [mark.reading for mark in view.marks],
        "hovertemplate": "%{customdata}<extra></extra>",
        "line": {"color": NEUTRAL, "width": 2},
        "marker": {
            "size": [13 if mark.signal else 7 for mark in view.marks],
            "color": [BAD if mark.signal else NEUTRAL for mark in view.marks],
            "symbol": ["diamond" if mark.signal else "circle" for mark in view.marks],
        },
        "showlegend": False,
    }
