"""How Dash's answers are written: by orjson, where plotly's own encoder spends more time than a whole callback."""

from typing import Any

import orjson
import plotly.io.json

# Sorted, because a component tells its data- and aria- attributes in an order that each process draws by lot, and two
# machines shall answer alike. Not OPT_SERIALIZE_NUMPY: to know numpy's values it imports numpy, which no page needs.
OPTIONS = orjson.OPT_NON_STR_KEYS | orjson.OPT_SORT_KEYS
# How what orjson does not know says what it holds: components and figures, numpy's arrays and numbers.
PLAIN = ("to_plotly_json", "tolist")


def written(value: Any) -> str:
    """Return JSON of what a callback or a layout holds; components and figures say themselves what they hold.

    Raises TypeError for what has no JSON.
    """
    # Of the signs that plotly escapes this one alone can end the script that Dash's settings stand in.
    return orjson.dumps(value, default=_held, option=OPTIONS).decode().replace("<", "\\u003c")


def _held(value: Any) -> Any:
    for name in PLAIN:
        if hasattr(value, name):
            return getattr(value, name)()
    raise TypeError(f"{type(value).__name__} has no JSON")


def write_with_orjson() -> None:
    """Let Dash write with `written`: it looks the function up in plotly's module at each answer."""
    plotly.io.json.to_json_plotly = written
