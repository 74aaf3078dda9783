"""A region's own units: each a dot with a thin line for how sure it is, within the band of its region and kind."""

from collections.abc import Iterator
from typing import Any

from dashboard.figures.parts import axis, axis_end, flag_height, flags, note, posts, variants, yardsticks
from dashboard.figures.theme import GRID, MISSING, NARROW, NEUTRAL, WIDE, layout
from dashboard.viewmodels.axes import ChartAxis
from dashboard.viewmodels.contract_units import UnitBand, UnitMark, UnitsView
from dashboard.viewmodels.indicator.units_bands import unit_label

ROW, TALL_ROW = 26, 40
FOOT = 50
EDGE = 16
LARGE, SMALL = 10, 6
SHADE = 0.16
# Where a name stands above its own row, in pixels from the row's middle.
ABOVE = 14


def units_figure(view: UnitsView | None) -> dict[str, Any]:
    """Return the picture of the units; without values an empty one."""
    if view is None or view.axis is None:
        return {"data": [], "layout": layout(height=ROW)}
    marks, named = [mark for band in view.bands for mark in band.units if mark.at is not None], view.is_named
    return {
        "data": [*yardsticks(view.levels, view.lanes), *_regions(view), _limits(marks, named), _dots(marks, named)],
        "layout": layout(
            separators=view.separators,
            xaxis=axis(view.axis, showgrid=False, ticks="outside", ticklen=5),
            yaxis=_rows(view),
            **variants(_variant(view, view.axis, is_narrow=False), _variant(view, view.axis, is_narrow=True)),
        ),
    }


def _rows(view: UnitsView) -> dict[str, Any]:
    """One name to each unit, or to each band where its units have no room for theirs."""
    names = _names(view)
    return {
        "range": [view.lanes - 0.5, -0.5],
        "tickvals": [at for at, _ in names],
        "ticktext": [text for _, text in names],
        "automargin": True,
        "ticks": "",
        "ticklabelstandoff": 6,
        "zeroline": False,
        "showgrid": False,
        "fixedrange": True,
    }


def _names(view: UnitsView) -> list[tuple[float, str]]:
    if view.is_named:
        return [(mark.at, unit_label(mark.unit)) for band in view.bands for mark in band.units if mark.at is not None]
    drawn = [band for band in view.bands if band.top is not None and band.bottom is not None]
    return [(((band.top or 0.0) + (band.bottom or 0.0)) / 2, band.label) for band in drawn]


def _variant(view: UnitsView, found: ChartAxis, *, is_narrow: bool) -> dict[str, Any]:
    """What hangs on the chart's width: on a phone each name stands above its row."""
    plot, top = (TALL_ROW if is_narrow else ROW) * view.lanes, flag_height(view.levels)
    room = NARROW if is_narrow else WIDE
    names = list(_above(view)) if is_narrow else []
    titles = [_title(band) for band in view.bands if band.title_at is not None]
    return {
        "height": plot + top + FOOT,
        "margin": {"l": EDGE if is_narrow else 8, "r": EDGE, "t": top, "b": FOOT, "pad": 0},
        "shapes": [*_shades(view), *posts(view.levels, plot)],
        "annotations": [*flags(view.levels, found, room), *titles, *names, axis_end(view.axis_end)],
        "yaxis.showticklabels": not is_narrow,
    }


def _above(view: UnitsView) -> Iterator[dict[str, Any]]:
    """Names above what they are of: a unit's row, or the whole of a band."""
    start = {"x": 0, "xref": "paper", "xanchor": "left", "yref": "y"}
    if view.is_named:
        for at, text in _names(view):
            yield note(text, **start, y=at, yanchor="middle", yshift=ABOVE)
        return
    for band in view.bands:
        if band.top is not None:
            yield note(band.label, **start, y=band.top, yanchor="bottom")


def _title(band: UnitBand) -> dict[str, Any]:
    start = {"x": 0, "xref": "paper", "xanchor": "left", "yref": "y", "yanchor": "middle"}
    return note(f"<b>{band.label}</b>", y=band.title_at, **start)


def _shades(view: UnitsView) -> list[dict[str, Any]]:
    """The middle half of each band with units enough for quartiles."""
    return [
        {
            "type": "rect",
            "x0": band.spread.q1,
            "x1": band.spread.q3,
            "y0": band.top,
            "y1": band.bottom,
            "fillcolor": GRID,
            "opacity": SHADE,
            "line": {"width": 0},
            "layer": "below",
        }
        for band in view.bands
        if band.top is not None and band.spread.q1 is not None
    ]


def _regions(view: UnitsView) -> list[dict[str, Any]]:
    """The region's own published value, through its band and no further."""
    return [
        {
            "type": "scatter",
            "mode": "lines",
            "x": [band.region_value.value] * 2,
            "y": [band.top, band.bottom],
            "line": {"color": NEUTRAL, "width": 4},
            "opacity": 0.75,
            "cliponaxis": False,
            "customdata": [band.region_value.reading] * 2,
            "hovertemplate": "%{customdata}<extra></extra>",
            "showlegend": False,
        }
        for band in view.bands
        if band.top is not None and band.region_value is not None
    ]


def _limits(marks: list[UnitMark], named: bool) -> dict[str, Any]:
    """One trace for all thin lines, with a gap after each."""
    known = [mark for mark in marks if mark.lower is not None and mark.upper is not None]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [x for mark in known for x in (mark.lower, mark.upper, None)],
        "y": [y for mark in known for y in (mark.at, mark.at, None)],
        "line": {"color": MISSING, "width": 1.5 if named else 1},
        "opacity": 1 if named else 0.55,
        "hoverinfo": "skip",
        "showlegend": False,
    }


def _dots(marks: list[UnitMark], named: bool) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [mark.value for mark in marks],
        "y": [mark.at for mark in marks],
        "cliponaxis": False,
        "customdata": [mark.reading for mark in marks],
        "hovertemplate": "%{customdata}<extra></extra>",
        "marker": {"size": LARGE if named else SMALL, "opacity": 1, "color": NEUTRAL, "line": {"width": 0}},
    }
