"""The colours and measures of figures: the only place with a colour in Python.

A figure is made once and shown on light and on dark paper, so every colour here is a middle tone that stands out from
both (at least 3:1), and no two lines and no two verdicts look alike to anybody (CIEDE2000 of 10 or more, with any of
the three kinds of colour vision lost: tests/dashboard/test_colours.py). Text and grid take their colours from
assets/35-charts.css.
"""

from typing import Any

GOOD, BAD, NEUTRAL, MISSING = "#2a7f84", "#e5463d", "#7390bf", "#74818e"
TARGET, NATION, ABROAD = "#974dd8", "#6b7f91", "#8a6f5a"
TONES = {"good": GOOD, "bad": BAD, "neutral": NEUTRAL, "target": TARGET, "missing": MISSING}
# Lines are told apart by colour, dash and marker together, so that each alone is enough.
LINES = (
    ("#2b7cc0", "solid", "circle"),
    ("#978d18", "dash", "square"),
    ("#b54f73", "dot", "diamond"),
    ("#749966", "dashdot", "cross"),
    ("#886f30", "longdash", "x"),
    ("#c3759b", "longdashdot", "star"),
)
GRID = "#74818e"
CLEAR = "rgba(0,0,0,0)"
FAMILY = '"Source Sans 3", "Halsodialog Symbols", "Segoe UI", system-ui, sans-serif'
SIZE = 14
LINE_HEIGHT = 18
WIDE, NARROW = 600, 215
"""About how wide the drawing itself is, in pixels, on a desk and on a phone."""
LETTER = 7.0
"""About how wide a letter is, in pixels, for margins that must hold a text."""


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
