"""JSON: a description as it is."""

from collections.abc import Iterator
from typing import Any

import orjson

NAME, MIME = "json", "application/json"


def write(content: Any) -> Iterator[bytes]:
    """Yield plain data as JSON that a person can read."""
    yield orjson.dumps(content, option=orjson.OPT_INDENT_2) + b"\n"
