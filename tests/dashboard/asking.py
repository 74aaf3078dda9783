"""Asks the program as the browser does, without a browser."""

import json
from collections.abc import Iterator
from typing import Any

ROUTER = ".._pages_content.children..._pages_store.data.."


def body(output, inputs, state=(), changed=None):
    """Return what the browser posts for a callback. `inputs` and `state` are (id, property, value)."""
    names = output.strip(".").split("...") if output.startswith("..") else [output]
    outputs = [dict(zip(("id", "property"), name.rsplit(".", 1), strict=True)) for name in names]
    return {
        "output": output,
        "outputs": outputs if output.startswith("..") else outputs[0],
        "inputs": [{"id": i, "property": p, "value": value} for i, p, value in inputs],
        "state": [{"id": i, "property": p, "value": value} for i, p, value in state],
        "changedPropIds": [changed or f"{inputs[0][0]}.{inputs[0][1]}"],
    }


def callback(client, output, inputs, state=()):
    """Post one callback and return the response."""
    return client.post("/_dash-update-component", json=body(output, inputs, state))


def page_body(path, search=""):
    """Return what the browser posts for the page at an address."""
    return body(ROUTER, [("_pages_location", "pathname", path), ("_pages_location", "search", search)])


def page(client, path, search=""):
    """Return the page at an address, as Dash sends it."""
    found = callback(client, ROUTER, [("_pages_location", "pathname", path), ("_pages_location", "search", search)])
    assert found.status_code == 200, f"{path}{search}: {found.status_code}"
    return json.loads(found.data)["response"]["_pages_content"]["children"]


def parts(node: Any) -> Iterator[dict]:
    """Yield every component below a node, as {'type': …, 'props': …}."""
    if isinstance(node, list):
        for item in node:
            yield from parts(item)
    elif isinstance(node, dict) and "props" in node:
        yield node
        yield from parts(node["props"].get("children"))


def props(node, component_id):
    """Return the properties of the component with an id."""
    return next(part["props"] for part in parts(node) if part["props"].get("id") == component_id)


def texts(node: Any) -> str:
    """Return all text below a node."""
    if isinstance(node, list):
        return " ".join(filter(None, map(texts, node)))
    if isinstance(node, dict):
        return texts(node.get("props", {}).get("children"))
    return "" if node is None else str(node)


def main(node):
    """Return the properties of the page's main element."""
    return props(node, "main")
