"""One region's members as dots, each with a thin line for how sure it is, and the middle half of them as a band."""

from typing import Any

from dashboard.figures.regions import regions_figure
from dashboard.figures.theme import GRID, MISSING
from dashboard.viewmodels.variation.views import OneRegion

SHADE = 0.16


def inside_figure(found: OneRegion | None) -> dict[str, Any]:
    """Return the chart of the members; without any an empty one."""
    figure = regions_figure(found.view if found else None)
    if found is None or "meta" not in figure["layout"]:
        return figure
    *under, dots = figure["data"]
    figure = {**figure, "data": [*under, *_whiskers(found), dots]}
    return figure if found.middle is None else _banded(figure, _band(found.middle))


def _banded(figure: dict[str, Any], band: dict[str, Any]) -> dict[str, Any]:
    layout = figure["layout"]
    wide, narrow = (_with(layout["meta"][name], band) for name in ("wide", "narrow"))
    shown = {**layout, "shapes": wide["shapes"], "meta": {**layout["meta"], "wide": wide, "narrow": narrow}}
    return {**figure, "layout": shown}


def _whiskers(found: OneRegion) -> list[dict[str, Any]]:
    """One trace for all thin lines, with a gap after each."""
    known = [(place, ends) for place, ends in enumerate(found.whiskers) if ends is not None]
    if not known:
        return []
    return [
        {
            "type": "scatter",
            "mode": "lines",
            "x": [x for _, ends in known for x in (*ends, None)],
            "y": [y for place, _ in known for y in (place, place, None)],
            "line": {"color": MISSING, "width": 1.5},
            "hoverinfo": "skip",
            "showlegend": False,
        }
    ]


def _with(variant: dict[str, Any], band: dict[str, Any]) -> dict[str, Any]:
    return {**variant, "shapes": [band, *variant["shapes"]]}


def _band(middle: tuple[float, float]) -> dict[str, Any]:
    return {
        "type": "rect",
        "x0": middle[0],
        "x1": middle[1],
        "y0": 0,
        "y1": 1,
        "yref": "paper",
        "fillcolor": GRID,
        "opacity": SHADE,
        "line": {"width": 0},
        "layer": "below",
    }
