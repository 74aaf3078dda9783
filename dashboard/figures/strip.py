"""The municipalities of every region as thin marks on the region's row, the region itself as a dot."""

from typing import Any

from dashboard.figures.parts import axis, flag_height, flags, note, rows_axis, upright
from dashboard.figures.theme import MISSING, NEUTRAL, layout
from dashboard.viewmodels.indicator_views import StripPoint, StripView

ROW = 26
FOOT = 50


def strip_figure(view: StripView | None) -> dict[str, Any]:
    """Return the strip of municipalities; without any an empty figure."""
    if view is None or view.axis is None:
        return {"data": [], "layout": layout(height=ROW)}
    plot, top = ROW * len(view.rows), flag_height(view.levels)
    points = [(point, place) for place, row in enumerate(view.rows) for point in row.points]
    regions = [(row.region, place) for place, row in enumerate(view.rows) if row.region]
    end = note(view.axis_end, x=1, xref="paper", xanchor="right", y=0, yref="paper", yanchor="top", yshift=-26)
    thin = {"size": 12, "symbol": "line-ns-open", "color": MISSING, "opacity": 1, "line": {"width": 1.5}}
    dot = {"size": 12, "symbol": "circle", "color": NEUTRAL, "opacity": 1, "line": {"width": 0}}
    return {
        "data": [_marks(points, thin), _marks(regions, dot)],
        "layout": layout(
            height=plot + top + FOOT,
            margin={"l": 8, "r": 16, "t": top, "b": FOOT, "pad": 0},
            separators=view.separators,
            xaxis=axis(view.axis, showgrid=False, ticks="outside", ticklen=5),
            yaxis=rows_axis([row.label for row in view.rows]),
            shapes=upright(view.levels, plot),
            annotations=[*flags(view.levels, view.axis), end],
        ),
    }


def _marks(found: list[tuple[StripPoint, int]], marker: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [point.value for point, _ in found],
        "y": [place for _, place in found],
        "cliponaxis": False,
        "customdata": [point.reading for point, _ in found],
        "hovertemplate": "%{customdata}<extra></extra>",
        "marker": marker,
    }
