"""The colours and measures of figures: the only place with a colour in Python.

A figure is made once and shown on light and on dark paper, so every colour here is a middle tone that stands out from
both (at least 3:1). Text and grid take their colours from assets/35-charts.css.
"""

from typing import Any

GOOD, BAD, NEUTRAL, MISSING = "#178a82", "#c8632d", "#3f7fb8", "#74818e"
TARGET, NATION, ABROAD = "#9467c9", "#6b7f91", "#8a6f5a"
TONES = {"good": GOOD, "bad": BAD, "neutral": NEUTRAL, "target": TARGET, "missing": MISSING}
# Lines are told apart by colour, dash and marker together, so that each alone is enough.
LINES = (
    ("#2b7cc0", "solid", "circle"),
    ("#a87a1c", "dash", "square"),
    ("#c0558a", "dot", "diamond"),
    ("#6f8a2e", "dashdot", "cross"),
    ("#8a6f5a", "longdash", "x"),
    ("#7a62c0", "longdashdot", "star"),
)
GRID = "#74818e"
CLEAR = "rgba(0,0,0,0)"
FAMILY = '"Source Sans 3", "Halsodialog Symbols", "Segoe UI", system-ui, sans-serif'
SIZE = 14
SMALL = 13
LINE_HEIGHT = 18
LETTER = 6.6
"""About how wide a letter of small text is, in pixels, for margins that must hold a text."""


def layout(**parts: Any) -> dict[str, Any]:
    """Return a layout without decoration: no paper, no legend, no tools, nothing that moves."""
    return {
        "paper_bgcolor": CLEAR,
        "plot_bgcolor": CLEAR,
        "showlegend": False,
        "dragmode": False,
        "hovermode": "closest",
        "font": {"family": FAMILY, "size": SIZE, "color": GRID},
        "hoverlabel": {"font": {"family": FAMILY, "size": SIZE}, "align": "left"},
        **parts,
    }


def width(text: str) -> float:
    """Return about how wide a text is, in pixels."""
    return len(text) * LETTER
