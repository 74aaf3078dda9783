"""The municipalities of every region as thin marks on the region's row, the region itself as a dot."""

from typing import Any

from dashboard.figures.parts import (
    axis,
    axis_end,
    flag_height,
    flags,
    posts,
    row_names,
    rows_axis,
    variants,
    yardsticks,
)
from dashboard.figures.theme import MISSING, NARROW, NEUTRAL, WIDE, layout
from dashboard.viewmodels.axes import ChartAxis
from dashboard.viewmodels.indicator.views import StripPoint, StripView

ROW, TALL_ROW = 26, 42
FOOT = 50
EDGE = 16
THIN = {"size": 12, "symbol": "line-ns-open", "color": MISSING, "opacity": 1, "line": {"width": 1.5}}
DOT = {"size": 12, "symbol": "circle", "color": NEUTRAL, "opacity": 1, "line": {"width": 0}}


def strip_figure(view: StripView | None) -> dict[str, Any]:
    """Return the strip of municipalities; without any an empty figure."""
    if view is None or view.axis is None:
        return {"data": [], "layout": layout(height=ROW)}
    points = [(point, place) for place, row in enumerate(view.rows) for point in row.points]
    regions = [(row.region, place) for place, row in enumerate(view.rows) if row.region]
    return {
        "data": [*yardsticks(view.levels, len(view.rows)), _marks(points, THIN), _marks(regions, DOT)],
        "layout": layout(
            separators=view.separators,
            xaxis=axis(view.axis, showgrid=False, ticks="outside", ticklen=5),
            yaxis=rows_axis([row.label for row in view.rows]),
            **variants(_variant(view, view.axis, is_narrow=False), _variant(view, view.axis, is_narrow=True)),
        ),
    }


def _variant(view: StripView, found: ChartAxis, *, is_narrow: bool) -> dict[str, Any]:
    """What hangs on the chart's width: on a phone each name stands above its row."""
    plot, top = (TALL_ROW if is_narrow else ROW) * len(view.rows), flag_height(view.levels)
    names = row_names([row.label for row in view.rows]) if is_narrow else []
    room = NARROW if is_narrow else WIDE
    return {
        "height": plot + top + FOOT,
        "margin": {"l": EDGE if is_narrow else 8, "r": EDGE, "t": top, "b": FOOT, "pad": 0},
        "shapes": posts(view.levels, plot),
        "annotations": [*flags(view.levels, found, room), *names, axis_end(view.axis_end)],
        "yaxis.showticklabels": not is_narrow,
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
