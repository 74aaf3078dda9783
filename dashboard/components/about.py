"""The parts of the page about the product."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from dash import html

from dashboard.components.tables import data_table
from dashboard.viewmodels.about import DimensionPart, Example, PublisherLine
from dashboard.viewmodels.contract import Fact


def contents(sections: Mapping[str, str], label: str) -> html.Nav:
    """Return links to the sections of the page."""
    items = [html.Li(html.A(text, href=f"#{name}")) for name, text in sections.items()]
    return html.Nav(html.Ul(items), className="contents", **{"aria-label": label})


def section(name: str, text: str, children: Sequence[Any], *, card: bool = True) -> html.Section:
    """Return one section of the page, which the list of contents leads to."""
    return html.Section([html.H2(text), *children], id=name, className="about card" if card else "about")


def plain_list(texts: Iterable[str]) -> html.Ul:
    """Return texts as a list."""
    return html.Ul([html.Li(text) for text in texts])


def framework(dimensions: Sequence[DimensionPart]) -> html.Div:
    """Return the dimensions beside each other, each with its areas."""
    return html.Div([_dimension(dimension) for dimension in dimensions], className="framework")


def _dimension(dimension: DimensionPart) -> html.Div:
    areas = [html.Li([area.name, html.Small(area.text)]) for area in dimension.areas]
    return html.Div([html.H3(html.A(dimension.name, href=dimension.href)), html.Ul(areas)])


def subsections(facts: Sequence[Fact]) -> html.Div:
    """Return short texts, each under its heading."""
    parts = [part for fact in facts for part in (html.H3(fact.label), html.P(fact.text))]
    return html.Div(parts, className="subsections")


def publishers(lines: Sequence[PublisherLine], caption: str, words: Mapping[str, str]) -> html.Div:
    """Return the publishers as a table, each with its home page and terms."""
    head = [words[name] for name in ("publisher", "series", "values", "period", "fetched", "terms")]
    rows = [
        [html.A(line.name, href=line.home), line.series, line.values, line.period, line.fetched, line.terms]
        for line in lines
    ]
    return data_table(caption, head, rows, numbers=(1, 2))


def examples(found: Sequence[Example]) -> html.Ul:
    """Return addresses of the open interface, each with what it answers."""
    items = [html.Li([html.A(item.href, href=item.href, className="code"), html.Br(), item.text]) for item in found]
    return html.Ul(items)
