"""The pictures of a page found again among its own components, so that a slide shows what the live view shows.

A picture is found by what every chart, drawing and table carries; a page built later needs nothing of its own for it.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.components.charts import ChartIds
from dashboard.viewmodels.contract import Fact
from dashboard.viewmodels.report.records import ReportSentence

TABLE = "-table"
FINDINGS = ("signal", "subject")


@dataclass(frozen=True, slots=True)
class FoundChart:
    """A chart of a page: its finding, what is shown, the words for it, its source, and the figure itself."""

    finding: str
    shown: str
    alt: str
    source: str
    figure: dict[str, Any]


@dataclass(frozen=True, slots=True)
class FoundHead:
    """The top of a page: its heading, what stands under it, its facts, its findings, and whose their weights are."""

    heading: str
    lede: str
    facts: tuple[Fact, ...]
    sentences: tuple[ReportSentence, ...]
    preliminary: str = ""


def chart_of(page: list[Any], name: str) -> FoundChart | None:
    """Return a chart by its name; None when the page has none or it shows nothing now."""
    ids = ChartIds(name)
    figure = next((part for part in _all(page, html.Figure) if _has(part, ids.graph)), None)
    if figure is None:
        return None
    graph, picture = _by_id(figure, ids.graph), _by_id(figure, ids.picture)
    caption = _children(_by_id(figure, ids.caption))
    if graph is None or picture is None or not graph.figure.get("data"):
        return None
    sources = [text_of(part) for part in _all(figure, html.P) if part_class(part) == "source-line"]
    said = [text_of(part) for part in caption]
    alt = picture.to_plotly_json()["props"].get("aria-label", "")
    return FoundChart(said[0], " ".join(said[1:]), alt, sources[-1] if sources else "", graph.figure)


def drawn_of(page: list[Any], host: str) -> str | None:
    """Return the JSON of the view that is drawn in a host; None when there is no such host."""
    for siblings in _lists(page):
        for before, part in pairwise(siblings):
            if isinstance(before, dcc.Store) and _id(part) == host:
                return str(before.data) if before.data else None
    return None


def table_of(page: list[Any], host: str) -> str | None:
    """Return the JSON of the table that is drawn in a host; None when there is none."""
    for store in _all(page, dcc.Store):
        views = _views(store)
        for name, view in views.items():
            is_here = host.endswith(f"-{name}{TABLE}") and isinstance(view, dict) and "columns" in view
            if is_here and _by_id(page, host) is not None:
                return json.dumps(view)
    return None


def _views(store: Any) -> dict[str, Any]:
    text = getattr(store, "data", None)
    if not isinstance(text, str) or not text.startswith("{"):
        return {}
    found = json.loads(text)
    return found if isinstance(found, dict) else {}


def head_of(page: list[Any]) -> FoundHead:
    """Return the top of a page."""
    heading = next((text_of(part) for part in _all(page, html.H1)), "")
    lede = next((text_of(part) for part in _all(page, html.P) if part_class(part) == "lede"), "")
    line = next((part for part in _all(page, html.Div) if part_class(part) == "facts-line"), None)
    facts = tuple(_fact(part) for part in _children(line) if _children(part)) if line else ()
    preliminary = next((text_of(part) for part in _walk(page) if "preliminary" in part_class(part).split()), "")
    return FoundHead(heading, lede, facts, findings_of(page), preliminary)


def finding_of(page: list[Any]) -> str:
    """Return the finding that a page states above its pictures, empty when it states none."""
    return next((text_of(part) for part in _walk(page) if part_class(part) == "finding"), "")


def _fact(part: Any) -> Fact:
    label, *rest = _children(part)
    return Fact(text_of(label).strip().rstrip(":"), "".join(map(text_of, rest)))


def findings_of(page: list[Any]) -> tuple[ReportSentence, ...]:
    """Return the findings that a page tells in sentences, in its order."""
    items = [part for part in _all(page, html.Li) if "data-tone" in part.to_plotly_json()["props"]]
    return tuple(_sentence(item) for item in items if part_class(item) in FINDINGS)


def _sentence(item: Any) -> ReportSentence:
    symbols = [text_of(part) for part in _all([item], html.Span) if part_class(part) == "symbol"]
    told = [part for part in _children(item) if part_class(part) != "symbol"]
    note = " ".join(text_of(part) for part in _all(told, html.Small))
    text = " ".join(map(text_of, told)).removesuffix(note).rstrip()
    props = item.to_plotly_json()["props"]
    return ReportSentence(
        symbols[0] if symbols else "",
        props["data-tone"],
        props.get("data-visit") or text,
        note,
        props.get("data-group", ""),
    )


def text_of(node: Any) -> str:
    """Return all text below a component."""
    if isinstance(node, str | int | float):
        return str(node)
    return "".join(text_of(part) for part in _children(node))


def part_class(part: Any) -> str:
    """Return a component's class, empty when it has none."""
    return str(getattr(part, "className", None) or "")


def _children(node: Any) -> list[Any]:
    children = node if isinstance(node, list | tuple) else getattr(node, "children", None)
    if children is None:
        return []
    return list(children) if isinstance(children, list | tuple) else [children]


def _walk(node: Any) -> Iterator[Any]:
    for part in _children(node):
        if isinstance(part, Component):
            yield part
        yield from _walk(part) if not isinstance(part, str) else ()


def _lists(node: Any) -> Iterator[list[Any]]:
    yield _children(node)
    for part in _children(node):
        if not isinstance(part, str):
            yield from _lists(part)


def _all(node: Any, kind: type[Component]) -> Iterator[Any]:
    return (part for part in _walk(node) if isinstance(part, kind))


def _id(part: Any) -> str:
    return str(getattr(part, "id", None) or "")


def _by_id(node: Any, component_id: str) -> Any:
    return next((part for part in _walk(node) if _id(part) == component_id), None)


def _has(node: Any, component_id: str) -> bool:
    return _by_id(node, component_id) is not None
