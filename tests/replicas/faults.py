"""How a replica can be told to misbehave: each fault makes another reply of a right one."""

import gzip
import json
import random
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from tests.replicas.messages import Reply, Request
from tests.replicas.wire import wire_length

HALF = 2
BOMB_BYTES = 120_000_000
MARK = 987654321.25
Change = Callable[[Reply, Request, dict[str, Any]], Reply]


@dataclass
class Fault:
    """One fault: its name, how many replies it spoils (None: all), what the address must hold, and its settings."""

    name: str
    times: int | None = None
    where: str = ""
    settings: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.name not in FAULTS:
            raise ValueError(f"no fault {self.name!r}; there are {', '.join(sorted(FAULTS))}")

    def spoil(self, reply: Reply, request: Request) -> Reply:
        if self.times == 0 or self.where not in request.target:
            return reply
        if self.times is not None:
            self.times -= 1
        return FAULTS[self.name](reply, request, self.settings)


def _cut(framing: str, packing: str) -> Change:
    def change(reply: Reply, request: Request, settings: dict[str, Any]) -> Reply:
        whole = replace(reply, framing=framing, packing=packing)
        return replace(whole, cut=settings.get("at", wire_length(whole) // HALF))

    return change


def _in_json(edit: Callable[[Any, dict[str, Any]], Any]) -> Change:
    def change(reply: Reply, request: Request, settings: dict[str, Any]) -> Reply:
        return reply.with_json(edit(json.loads(reply.body.decode("utf-8-sig")), settings))

    return change


def _in_text(edit: Callable[[str], str]) -> Change:
    return lambda reply, request, settings: replace(reply, body=edit(reply.body.decode()).encode())


def _instead(body: bytes, **changes: Any) -> Change:
    return lambda reply, request, settings: replace(reply, body=body, **changes)


def _status(status: int) -> Change:
    def change(reply: Reply, request: Request, settings: dict[str, Any]) -> Reply:
        wait = settings.get("retry_after")
        headers = {} if wait is None else {"Retry-After": str(wait)}
        return Reply(b'{"detail":"told to fail"}', status, headers=headers)

    return change


def _redirect(where: str) -> Change:
    def change(reply: Reply, request: Request, settings: dict[str, Any]) -> Reply:
        to = settings.get("to", where).replace("SELF", request.target)
        return Reply(b"", settings.get("status", 302), headers={"Location": to})

    return change


def _field(name: str, value: Any) -> Callable[[Any, dict[str, Any]], Any]:
    return lambda page, settings: {**page, name: settings.get("value", value)}


def _without(name: str) -> Callable[[Any, dict[str, Any]], Any]:
    return lambda page, settings: {key: value for key, value in page.items() if key != name}


def _values(edit: Callable[[list[Any]], list[Any]]) -> Callable[[Any, dict[str, Any]], Any]:
    def change(page: Any, settings: dict[str, Any]) -> Any:
        values = edit(page["values"])
        return {**page, "values": values, "count": len(values)}

    return change


def _shuffled(values: list[Any]) -> list[Any]:
    """Each place with another's figures."""
    places = sorted({member["municipality"] for member in values})
    others = random.Random(7).sample(places, len(places))
    swapped = dict(zip(places, others, strict=True))
    return [{**member, "municipality": swapped[member["municipality"]]} for member in values]


def _first_value(page: Any, settings: dict[str, Any]) -> Any:
    """The first value of a page, a cube or a table of cells made into something else."""
    told = settings.get("value", 1.5)
    if isinstance(page, list):
        next(iter(page[0]["observations"].values()))["value"] = told
    elif "values" in page:
        page["values"][0]["values"][0]["value"] = told
    elif "data" in page:
        page["data"][0]["varde"] = told
    else:
        page["value"]["0" if isinstance(page["value"], dict) else 0] = told
    return page


def _times(factor: float) -> Callable[[list[Any]], list[Any]]:
    def change(values: list[Any]) -> list[Any]:
        for member in values:
            for value in member["values"]:
                value["value"] = None if value["value"] is None else value["value"] * factor
        return values

    return change


def _other_unit(cube: Any, settings: dict[str, Any]) -> Any:
    for dimension in cube["dimension"].values():
        for unit in dimension["category"].get("unit", {}).values():
            unit["base"] = settings.get("unit", "tusental")
    return cube


def _bomb(reply: Reply, request: Request, settings: dict[str, Any]) -> Reply:
    packed = gzip.compress(b'{"values":[' + b" " * settings.get("bytes", BOMB_BYTES), 9, mtime=0)
    return replace(reply, body=packed, packing="none", headers={"Content-Encoding": "gzip"})


def _number(text: str) -> Change:
    """The first value made into a text that JSON does not allow, or nobody can hold."""

    def change(reply: Reply, request: Request, settings: dict[str, Any]) -> Reply:
        marked = reply.with_json(_first_value(json.loads(reply.body.decode("utf-8-sig")), {"value": MARK}))
        return replace(marked, body=marked.body.replace(str(MARK).encode(), text.encode()))

    return change


FAULTS: dict[str, Change] = {
    "cut-length": _cut("length", "none"),
    "cut-chunked": _cut("chunked", "none"),
    "cut-close": _cut("close", "none"),
    "cut-gzip": _cut("close", "gzip"),
    "reset": lambda reply, request, settings: replace(reply, reset=True),
    "drip": lambda reply, request, settings: replace(reply, drip_s=settings.get("drip_s", 0.05)),
    "status-400": _status(400),
    "status-403": _status(403),
    "status-404": _status(404),
    "status-429": _status(429),
    "status-500": _status(500),
    "status-503": _status(503),
    "redirect-away": _redirect("https://example.org/stolen"),
    "redirect-loop": _redirect("SELF"),
    "redirect-file": _redirect("file:///etc/passwd"),
    "empty": _instead(b""),
    "null": _instead(b"null"),
    "empty-list": _instead(b"[]"),
    "empty-object": _instead(b"{}"),
    "html": _instead(b"<!doctype html><title>Error</title>", kind="text/html"),
    "not-utf8": lambda reply, request, settings: replace(reply, body=b'{"values":["\xe5\xe4\xf6"]}'),
    "bomb": _bomb,
    "packed-oddly": lambda reply, request, settings: replace(reply, headers={"Content-Encoding": "br"}),
    "nested": _instead(b"[" * 1_000_000),
    "nan": _number("NaN"),
    "infinity": _number("Infinity"),
    "minus-infinity": _number("-Infinity"),
    "too-large-number": _number("1e999"),
    "long-integer": _number("9" * 5000),
    "comma-number": _number('"12,5"'),
    "text-number": _number('"12.5"'),
    "true-number": _number("true"),
    "list-number": _number("[]"),
    "duplicate-key": _in_text(lambda text: text.replace("{", '{"kpi":"N1","kpi":"N2",', 1)),
    "lone-surrogate": _in_text(lambda text: text.replace("{", '{"half":"\\ud800",', 1)),
    "no-values": _in_json(_values(lambda values: [])),
    "wrong-count": _in_json(lambda page, settings: {**page, "count": page["count"] + 1}),
    "no-count": _in_json(_without("count")),
    "row-lost": _in_json(lambda page, settings: {**page, "values": page["values"][:-1]}),
    "row-repeated": _in_json(_values(lambda values: [*values, values[0]])),
    "next-url": _in_json(_field("next_url", "https://example.org/v3/data?page=2")),
    "regions-shuffled": _in_json(_values(_shuffled)),
    "scaled": _in_json(_values(_times(100))),
    "unit-changed": _in_json(_other_unit),
    "value": _in_json(_first_value),
}
