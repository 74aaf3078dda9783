"""Units as dots by how many people each is about, between the limits that chance alone would keep them within."""

from typing import Any

from dashboard.figures.parts import apart, axis, note, variants
from dashboard.figures.theme import BAD, GRID, LINE_HEIGHT, MISSING, NATION, NEUTRAL, layout, width
from dashboard.viewmodels.variation.views import FunnelMark, FunnelView

HEIGHT, TALL = 440, 400
FOOT, EDGE = 52, 14
INSIDE, OUTSIDE = 8, 12
UNITS = "units"
"""The name of the trace of units: the script that reads them one by one finds it by this."""


def funnel_figure(view: FunnelView | None) -> dict[str, Any]:
    """Return the funnel; without units an empty figure."""
    if view is None:
        return {"data": [], "layout": layout(height=LINE_HEIGHT)}
    return {
        "data": [*_limits(view), _baseline(view), _units(view.marks)],
        "layout": layout(
            separators=view.separators,
            xaxis=axis(view.people, showgrid=False, ticks="outside", ticklen=5),
            yaxis=axis(view.axis, showgrid=True, automargin=True, ticks="", ticklabelstandoff=6),
            **variants(_variant(view, is_narrow=False), _variant(view, is_narrow=True)),
        ),
    }


def _variant(view: FunnelView, *, is_narrow: bool) -> dict[str, Any]:
    """The names stand to the right of their lines; on a phone that of the middle is its value alone."""
    names = _names(view, view.baseline_short if is_narrow else view.baseline_text)
    right = EDGE + max(width(text) for _, text in names)
    place = {"x": 1, "xref": "paper", "yref": "y", "xanchor": "left", "yanchor": "middle", "xshift": 6}
    below = {"x": 1, "xref": "paper", "xanchor": "right", "y": 0, "yref": "paper", "yanchor": "top", "yshift": -26}
    height = TALL if is_narrow else HEIGHT
    room = height - 20 - FOOT
    shifts = apart([value for value, _ in names], (view.axis.low, view.axis.high), room)
    shown = [note(text, y=value, **place, yshift=shift) for (value, text), shift in zip(names, shifts, strict=True)]
    return {
        "height": height,
        "margin": {"l": 8, "r": right, "t": 20, "b": FOOT, "pad": 0},
        "annotations": [*shown, note(view.people_text, **below)],
    }


def _names(view: FunnelView, middle: str) -> list[tuple[float, str]]:
    """What the lines are called, where they end: those that are within the picture."""
    last = view.lines[-1]
    inner, outer = view.names
    pairs = [(last.upper_998, outer), (last.upper_95, inner), (view.baseline, middle)]
    pairs += [(last.lower_95, inner), (last.lower_998, outer)]
    return [(value, text) for value, text in pairs if view.axis.low <= value <= view.axis.high]


def _limits(view: FunnelView) -> list[dict[str, Any]]:
    people = [line.people for line in view.lines]
    rows = (
        ([line.lower_998 for line in view.lines], "solid"),
        ([line.lower_95 for line in view.lines], "dash"),
        ([line.upper_95 for line in view.lines], "dash"),
        ([line.upper_998 for line in view.lines], "solid"),
    )
    return [
        {
            "type": "scatter",
            "mode": "lines",
            "x": people,
            "y": values,
            "line": {"color": GRID, "width": 1.5, "dash": dash},
            "hoverinfo": "skip",
            "showlegend": False,
        }
        for values, dash in rows
    ]


def _baseline(view: FunnelView) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [view.people.low, view.people.high],
        "y": [view.baseline, view.baseline],
        "line": {"color": NATION, "width": 2},
        "hoverinfo": "skip",
        "showlegend": False,
    }


def _units(marks: tuple[FunnelMark, ...]) -> dict[str, Any]:
    """Inside the limits hollow, outside full, far outside a diamond: told apart without colour too."""
    is_in = [mark.place == "inside" for mark in marks]
    return {
        "type": "scatter",
        "mode": "markers",
        "name": UNITS,
        "x": [mark.people for mark in marks],
        "y": [mark.value for mark in marks],
        "cliponaxis": False,
        "customdata": [mark.reading for mark in marks],
        "hovertemplate": "%{customdata}<extra></extra>",
        "marker": {
            "size": [INSIDE if inside else OUTSIDE for inside in is_in],
            "color": [MISSING if mark.place == "inside" else _colour(mark) for mark in marks],
            "symbol": [_symbol(mark) for mark in marks],
            "opacity": 1,
            "line": {"width": 1.5},
        },
    }


def _colour(mark: FunnelMark) -> str:
    return BAD if mark.place.endswith("99.8") else NEUTRAL


def _symbol(mark: FunnelMark) -> str:
    if mark.place == "inside":
        return "circle-open"
    return "diamond" if mark.place.endswith("99.8") else "circle"
