"""JSON-LD: what a web program reads."""

from collections.abc import Iterator
from typing import Any

import orjson

from dashboard.viewmodels.data.dcat import DcatView

NAME, MIME = "jsonld", "application/ld+json"


def write(view: DcatView) -> Iterator[bytes]:
    """Yield the description of the catalogue as JSON-LD."""
    # rdflib is needed by nobody who only looks at pages.
    from dashboard.exports._dcat import dcat_graph

    nodes = orjson.loads(dcat_graph(view).serialize(format="json-ld", encoding="utf-8"))
    # rdflib's order of nodes changes from process to process.
    yield orjson.dumps(_ordered(nodes), option=orjson.OPT_SORT_KEYS | orjson.OPT_INDENT_2)


def _ordered(part: Any) -> Any:
    if isinstance(part, list):
        return sorted(map(_ordered, part), key=lambda item: orjson.dumps(item, option=orjson.OPT_SORT_KEYS))
    return {name: _ordered(value) for name, value in part.items()} if isinstance(part, dict) else part
