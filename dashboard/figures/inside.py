"""One region's municipalities as dots, with the middle half of them as a band."""

from typing import Any

from dashboard.figures.regions import regions_figure
from dashboard.figures.theme import GRID
from dashboard.viewmodels.variation.views import OneRegion

SHADE = 0.16


def inside_figure(found: OneRegion | None) -> dict[str, Any]:
    """Return the chart of the municipalities; without any an empty one."""
    figure = regions_figure(found.view if found else None)
    if found is None or found.middle is None or "meta" not in figure["layout"]:
        return figure
    band = _band(found.middle)
    layout = figure["layout"]
    wide, narrow = (_with(layout["meta"][name], band) for name in ("wide", "narrow"))
    shown = {**layout, "shapes": wide["shapes"], "meta": {**layout["meta"], "wide": wide, "narrow": narrow}}
    return {**figure, "layout": shown}


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
