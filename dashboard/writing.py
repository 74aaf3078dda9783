"""How Dash's answers are written: by orjson, where plotly's own encoder spends more time than a whole callback."""

from typing import Any

import orjson
import plotly.io.json

OPTIONS = orjson.OPT_NON_STR_KEYS | orjson.OPT_SERIALIZE_NUMPY


def written(plotly_object: Any, pretty: bool = False, engine: str | None = None) -> str:
    """Return JSON of what a callback or a layout holds; components and figures say themselves what they hold.

    Raises TypeError for what has no JSON. `pretty` and `engine`, which plotly's function has, change nothing.
    """
    # Of the signs that plotly escapes this one alone can end the script that Dash's settings stand in.
    return orjson.dumps(plotly_object, default=_held, option=OPTIONS).decode().replace("<", "\\u003c")


def _held(value: Any) -> Any:
    if not hasattr(value, "to_plotly_json"):
        raise TypeError(f"{type(value).__name__} has no JSON")
    return value.to_plotly_json()


def write_with_orjson() -> None:
    """Let Dash write with `written`: it looks the function up in plotly's module at each answer."""
    plotly.io.json.to_json_plotly = written
