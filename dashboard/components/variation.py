"""Variation: the mark of what is made up, texts, and the units outside their limits."""

from collections.abc import Sequence
from typing import Any

from dash import html

from dashboard.viewmodels.variation.views import FunnelView


def card(children: Sequence[Any]) -> html.Div:
    """Return one part of the page on its card."""
    return html.Div(list(children), className="card")


def paragraphs(texts: Sequence[str]) -> list[Any]:
    """Return texts as a paragraph each, without those that say nothing."""
    return [html.P(text) for text in texts if text]


def example_mark(example: tuple[str, str]) -> list[Any]:
    """Return the mark of what is made up, for screen and paper; nothing when all is real."""
    text, where = example
    if not text:
        return []
    return [html.Div([html.Strong(text), html.Span(where)], className="example-mark", role="note")]


def outside_list(view: FunnelView | None) -> list[Any]:
    """Return the units outside the limits by name; of many the first, the table has all."""
    if view is None or not view.outside:
        return []
    items = [html.Li(text) for text in view.outside]
    more = [html.P(view.outside_more)] if view.outside_more else []
    return [html.H3(view.outside_title), html.Ul(items), *more]
