"""Sentences, facts, links and source lines."""

from collections.abc import Iterable, Sequence
from typing import Any

from dash import html

from dashboard.viewmodels.contract import Fact
from dashboard.viewmodels.region import TabLink
from dashboard.viewmodels.sentences import Piece, Sentence


def heading(text: str) -> html.H1:
    """Return the page's heading; focus moves here after a change of page."""
    return html.H1(text, id="page-heading", tabIndex=-1)


def pieces(parts: Iterable[Piece]) -> list[Any]:
    """Return a sentence's pieces, those with an address as links."""
    return [_piece(part) for part in parts]


def _piece(part: Piece) -> Any:
    if not part.href:
        return part.text
    return html.A(part.text, href=part.href, **({"data-row": part.row} if part.row else {}))


def signals(sentences: Sequence[Sentence], group: str = "") -> html.Ul:
    """Return findings as a list, each with its symbol; with the code of their group, by which a slide finds them."""
    return html.Ul([_signal(sentence, group) for sentence in sentences], className="signals")


def _signal(sentence: Sentence, group: str) -> html.Li:
    symbol = html.Span(sentence.symbol, className="symbol", **{"aria-hidden": "true"})
    note = [html.Small(sentence.note)] if sentence.note else []
    text = html.Span([*pieces(sentence.pieces), *note], className="signal-text")
    told = {"data-tone": sentence.tone, "data-visit": sentence.visit, "data-group": group}
    return html.Li([symbol, text], className="signal", **{name: value for name, value in told.items() if value})


def facts_line(facts: Sequence[Fact], extra: Sequence[Any] = ()) -> html.Div:
    """Return facts on one line: label and value."""
    shown = [html.Span([f"{fact.label} ", html.Strong(fact.text)]) for fact in facts]
    return html.Div([*shown, *extra], className="facts-line")


def definition_list(facts: Sequence[Fact]) -> html.Dl:
    """Return facts as a definition list."""
    rows: list[Any] = []
    for fact in facts:
        rows += [html.Dt(fact.label), html.Dd(fact.text)]
    return html.Dl(rows, className="definition")


def tabs(links: Sequence[TabLink], label: str) -> html.Nav:
    """Return links that look like tabs; the current one says so. Those with a count choose a dimension of the view."""
    kind = "tabs" if any(link.count for link in links) else "tabs page-tabs"
    return html.Nav(html.Ul([_tab(link) for link in links]), className=kind, **{"aria-label": label})


def _tab(link: TabLink) -> html.Li:
    current = {"aria-current": "page"} if link.current else {}
    if not link.count:
        return html.Li(html.A(link.text, href=link.href, **current))
    kept = {"data-keep": "dimension", "data-drop": "area"}
    return html.Li(html.A([link.text, html.Small(link.count)], href=link.href, **kept, **current))


def source_line(text: str) -> html.P:
    """Return the line that says where figures come from."""
    return html.P(text, className="source-line")
