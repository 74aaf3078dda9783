"""JSON: a page's tables for programs. Each number stands as a number and as it is shown."""

from collections.abc import Iterator
from typing import Any

import orjson

from dashboard.exports.report.plain_data import as_data
from dashboard.viewmodels.exported.page_tables import PageTable, PageTables

NAME, MIME, SUFFIX = "json", "application/json", ".json"


def write(view: PageTables) -> Iterator[bytes]:
    """Yield what the page is, and its tables by name."""
    content = {
        "title": view.title,
        "language": view.lang,
        "edition": view.edition,
        "published": view.published,
        "choices": {fact.label: fact.text for fact in view.choices},
        "sources": view.sources,
        "address": view.address or view.path,
        "tables": {part.table.name: _table(part) for part in view.tables},
    }
    yield orjson.dumps(content, option=orjson.OPT_INDENT_2) + b"\n"


def _table(part: PageTable) -> dict[str, Any]:
    return as_data(part.table) | {"notes": part.notes}
