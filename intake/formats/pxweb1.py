"""PxWeb, version 1, as Statistics Sweden's older interface and Folkhälsodata speak it.

A table is described first, so that a variable or code that is gone is named instead of guessed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from intake.formats.fetching import Fetcher
from intake.formats.shape import Shape
from intake.http.body import Body
from intake.http.strict_json import read_json

NEEDED = ("code", "text", "values", "valueTexts")
ALSO = ("elimination", "time", "map")


@dataclass(frozen=True, slots=True)
class TableAsk:
    """A table, the codes that are wanted of a variable, and the variable of time, of which all is wanted."""

    source: str
    path: str
    chosen: Mapping[str, Sequence[str]]
    time: str


def ask_table(client: Fetcher, ask: TableAsk) -> Body:
    """Return the wanted part of a table in JSON-stat 2. Raises RefusedError."""
    variables = _variables(client.get(ask.source, ask.path), ask)
    chosen = {**ask.chosen, ask.time: variables[ask.time]}
    query = [{"code": code, "selection": {"filter": "item", "values": list(values)}} for code, values in chosen.items()]
    return client.post(ask.source, ask.path, {"query": query, "response": {"format": "json-stat2"}})


def _variables(body: Body, ask: TableAsk) -> dict[str, list[str]]:
    shape = Shape(body)
    raw = shape.object(read_json(body), "table", ("title", "variables"))
    variables = {item["code"]: item for item in (_variable(shape, member) for member in raw["variables"])}
    wanted = (*ask.chosen, ask.time)
    for code in wanted:
        if code not in variables:
            shape.refuse("variables", sorted(variables), f"{code!r} is missing")
    for code, item in variables.items():
        if code not in wanted and item.get("elimination") is not True:
            shape.refuse(code, "a variable", "is new and must be chosen: someone must see what it means")
    for code, values in ask.chosen.items():
        gone = [value for value in values if value not in variables[code]["values"]]
        if gone:
            shape.refuse(code, variables[code]["values"][:20], f"the code {gone[0]!r} is missing")
    return {code: list(item["values"]) for code, item in variables.items()}


def _variable(shape: Shape, raw: Any) -> dict[str, Any]:
    item = shape.object(raw, "variables", NEEDED, ALSO)
    shape.text(item["code"], "variables.code")
    for value in shape.items(item["values"], "variables.values"):
        shape.text(value, "variables.values")
    return item
