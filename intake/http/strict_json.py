"""JSON without what JSON does not allow, and without what two readers may read differently."""

import json
import math
import re
from typing import Any, NoReturn

from intake.http.body import Body
from intake.http.refusals import JsonError

LONGEST_NUMBER = 40
LONE = re.compile(r"[\ud800-\udfff]")


class _FaultError(ValueError):
    """What is wrong, in words."""


def read_json(body: Body) -> Any:
    """Return the content of a body. Raises JsonError.

    Refused: NaN, Infinity, numbers too large to hold, numbers of absurd length, a key twice in one object, half a
    character, nesting without end, and anything after the value.
    """
    text = body.text
    try:
        content = json.loads(
            text, parse_constant=_constant, parse_float=_float, parse_int=_int, object_pairs_hook=_object
        )
        # Only an escape can bring half a character into text that is UTF-8.
        if "\\ud" in text.lower():
            _whole_characters(content)
    except _FaultError as error:
        raise JsonError(body.source, body.address, str(error)) from error
    except json.JSONDecodeError as error:
        what = "an HTML page instead of data" if text.lstrip()[:1] == "<" else f"{error.msg} at character {error.pos}"
        raise JsonError(body.source, body.address, f"not JSON: {what}") from error
    except RecursionError as error:
        raise JsonError(body.source, body.address, "nested beyond reason") from error
    return content


def _constant(text: str) -> NoReturn:
    raise _FaultError(f"{text} is not a number in JSON")


def _float(text: str) -> float:
    number = float(text) if len(text) <= LONGEST_NUMBER else math.inf
    if not math.isfinite(number):
        raise _FaultError(f"the number {text[:LONGEST_NUMBER]} cannot be held")
    return number


def _int(text: str) -> int:
    if len(text) > LONGEST_NUMBER:
        raise _FaultError(f"a number of {len(text)} digits")
    return int(text)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise _FaultError(f"the key {twice[:80]!r} stands twice in one object")
    return found


def _whole_characters(content: Any) -> None:
    waiting = [content]
    while waiting:
        item = waiting.pop()
        if isinstance(item, str) and LONE.search(item):
            raise _FaultError("half a character (a lone surrogate)")
        if isinstance(item, dict):
            waiting.extend([*item.keys(), *item.values()])
        elif isinstance(item, list):
            waiting.extend(item)
