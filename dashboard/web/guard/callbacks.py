"""What asks for a callback: held against the callbacks there are and against what each control can hold.

Dash itself takes the names of outputs, inputs and state from the browser. Here they must be those that were registered,
in their order, and each value one that its control can have; anything else is refused before Dash reads it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from dash import Dash
from flask import Response, request
from werkzeug.exceptions import HTTPException

from dashboard.allowed_values import Offered, Rule
from dashboard.services import Services
from dashboard.web.guard.limits import LARGEST_CALLBACK, RefusedError
from dashboard.web.guard.offered import offered
from dashboard.web.guard.places import UPDATE
from indicators import EditionDamagedError

KEYS = frozenset(("output", "outputs", "inputs", "state", "changedPropIds", "parsedChangedPropsIds"))
CHANGED = ("changedPropIds", "parsedChangedPropsIds")
Place = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Signature:
    """What one callback must be asked with: its outputs as Dash sends them, and the places of its inputs and state."""

    outputs: Any
    inputs: tuple[Place, ...]
    state: tuple[Place, ...]
    names: frozenset[str] = field(default_factory=frozenset)


def signatures(registered: Mapping[str, Mapping[str, Any]]) -> dict[str, Signature]:
    """Return the signature of every callback that runs on the server, by the text that Dash knows it by."""
    return {output: _signature(output, spec) for output, spec in registered.items() if "callback" in spec}


def _signature(output: str, spec: Mapping[str, Any]) -> Signature:
    is_many = output.startswith("..")
    names = output[2:-2].split("...") if is_many else [output]
    outputs = [dict(zip(("id", "property"), _place(name), strict=True)) for name in names]
    inputs, state = _places(spec["inputs"]), _places(spec["state"])
    changed = frozenset(f"{name}.{prop}" for name, prop in inputs)
    return Signature(outputs if is_many else outputs[0], inputs, state, changed)


def _place(name: str) -> Place:
    control, _, prop = name.rpartition(".")
    return control, prop.partition("@")[0]


def _places(listed: Iterable[Mapping[str, str]]) -> tuple[Place, ...]:
    return tuple((item["id"], item["property"]) for item in listed)


def add_callbacks(app: Dash, services: Services, controls: Mapping[str, Rule]) -> None:
    """Put the check in front of Dash's own answer to a callback. To be called when every callback is registered.

    `controls` says what each control may hold, by its id and property.
    """
    known, inner = signatures(app.callback_map), app.server.view_functions[UPDATE]

    def checked() -> Response:
        request.max_content_length = LARGEST_CALLBACK
        check(_body(), known, services, controls)
        found: Response = inner()
        return found

    app.server.view_functions[UPDATE] = checked


def _body() -> Any:
    # A body that does not tell its length is read to the limit and cut there.
    if request.content_length is None and len(request.get_data()) >= LARGEST_CALLBACK:
        raise RefusedError(413)
    try:
        return request.get_json()
    except HTTPException:
        raise
    except (ValueError, RecursionError) as error:
        raise RefusedError(400, "callback") from error


def check(body: Any, known: Mapping[str, Signature], services: Services, controls: Mapping[str, Rule]) -> None:
    """Raise RefusedError unless a body asks for a known callback as its page would."""
    signature = known.get(_text(body, "output")) if isinstance(body, dict) and body.keys() <= KEYS else None
    if signature is None or body.get("outputs") != signature.outputs or not _is_changed(body, signature):
        raise RefusedError(400, "callback")
    values = [*_values(body.get("inputs"), signature.inputs), *_values(body.get("state", []), signature.state)]
    for choices in _editions(values, services):
        if all(controls[name](value, choices) for name, value in values):
            return
    raise RefusedError(400, "callback")


def _text(body: Mapping[str, Any], name: str) -> str:
    found = body.get(name)
    return found if isinstance(found, str) else ""


def _is_changed(body: Mapping[str, Any], signature: Signature) -> bool:
    lists = [body.get(name, []) for name in CHANGED]
    if not all(isinstance(names, list) and len(names) <= len(signature.names) for names in lists):
        return False
    return all(isinstance(name, str) and name in signature.names for names in lists for name in names)


def _values(sent: Any, places: tuple[Place, ...]) -> list[tuple[str, Any]]:
    if not isinstance(sent, list) or len(sent) != len(places):
        raise RefusedError(400, "callback")
    found = []
    for item, (control, prop) in zip(sent, places, strict=True):
        named = isinstance(item, dict) and item.get("id") == control and item.get("property") == prop
        if not named or not item.keys() <= {"id", "property", "value"}:
            raise RefusedError(400, "callback")
        found.append((f"{control}.{prop}", item.get("value")))
    return found


def _editions(values: Iterable[tuple[str, Any]], services: Services) -> Iterable[Offered]:
    """What the current edition offers, then what that of the page does: a page may be older than the edition."""
    yield offered(services.pictures.current())
    for name, value in values:
        if name.endswith("-base.data") and isinstance(value, dict):
            number = value.get("utgava") or value.get("shown")
            if isinstance(number, str) and number != services.pictures.current().edition.number:
                try:
                    yield offered(services.pictures.of(number))
                except EditionDamagedError:
                    return
