"""Parts that several figures have: axes, and yardsticks with their flags."""

from collections.abc import Sequence
from typing import Any

from dashboard.figures.theme import ABROAD, GRID, LINE_HEIGHT, NATION, SMALL, TARGET
from dashboard.viewmodels.axes import ChartAxis
from dashboard.viewmodels.indicator_views import Level

LINE_OF = {"nation": (NATION, "solid", 2), "target": (TARGET, "solid", 2), "international": (ABROAD, "dot", 2)}


def axis(found: ChartAxis, **parts: Any) -> dict[str, Any]:
    """Return an axis with the ticks as the view model wrote them; nothing can be dragged or zoomed."""
    ends = [found.high, found.low] if found.mirrored else [found.low, found.high]
    return {
        "range": ends,
        "tickvals": [tick.at for tick in found.ticks],
        "ticktext": [tick.text for tick in found.ticks],
        "tickangle": 0,
        "tickfont": {"size": SMALL},
        "zeroline": False,
        "fixedrange": True,
        "gridcolor": GRID,
        **parts,
    }


def rows_axis(labels: Sequence[str]) -> dict[str, Any]:
    """Return a vertical axis with one row for each label, the first on top."""
    return {
        "range": [len(labels) - 0.5, -0.5],
        "tickvals": list(range(len(labels))),
        "ticktext": list(labels),
        "tickfont": {"size": SMALL},
        "automargin": True,
        "ticks": "",
        "ticklabelstandoff": 6,
        "zeroline": False,
        "fixedrange": True,
        "gridcolor": GRID,
    }


def dash(level: Level) -> str:
    """Return how a yardstick's line is broken."""
    return "dash" if level.dashed else LINE_OF[level.kind][1]


def flag_height(levels: Sequence[Level]) -> int:
    """Return the room above a chart that its yardsticks' flags need."""
    return LINE_HEIGHT * len(levels) + 8


def upright(levels: Sequence[Level], plot_height: int) -> list[dict[str, Any]]:
    """Return the yardsticks as upright lines, each reaching up to its flag."""
    return [
        straight(
            {"color": LINE_OF[level.kind][0], "width": LINE_OF[level.kind][2], "dash": dash(level)},
            xref="x",
            x0=level.value,
            x1=level.value,
            y1=round(1 + (LINE_HEIGHT * place + 4) / plot_height, 4),
        )
        for place, level in enumerate(levels)
    ]


def straight(line: dict[str, Any], **ends: Any) -> dict[str, Any]:
    """Return a straight line above the grid and under the values; across the whole chart where no end is given."""
    whole = {"xref": "paper", "yref": "paper", "x0": 0, "x1": 1, "y0": 0, "y1": 1}
    return {"type": "line", "layer": "between", "line": line, **whole, **ends}


def flags(levels: Sequence[Level], found: ChartAxis) -> list[dict[str, Any]]:
    """Return the yardsticks' names above the chart, one a line, each beginning or ending at its own line."""
    return [
        note(
            level.text,
            x=level.value,
            xanchor="left" if _is_left(level.value, found) else "right",
            y=1,
            yref="paper",
            yanchor="bottom",
            yshift=LINE_HEIGHT * place + 2,
        )
        for place, level in enumerate(levels)
    ]


def _is_left(value: float, found: ChartAxis) -> bool:
    share = (value - found.low) / (found.high - found.low)
    return (share < 0.5) != found.mirrored


def note(text: str, **place: Any) -> dict[str, Any]:
    """Return a text without arrow in a chart."""
    return {"text": text, "showarrow": False, "font": {"size": SMALL}, "align": "left", **place}
