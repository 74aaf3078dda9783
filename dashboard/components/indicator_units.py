"""The regions' own units on the page of one indicator: whose they are, and a mark when they are made up."""

from typing import Any

from dash import html

from dashboard.components.text import pieces
from dashboard.viewmodels.contract_units import UnitsView


def units_mark(view: UnitsView | None) -> list[Any]:
    """Return the mark of what is made up, for screen and paper; nothing when all is real."""
    if view is None or not view.example:
        return []
    return [
        html.Div([html.Strong(view.example), html.Span(view.example_where)], className="example-mark", role="note"),
    ]


def units_empty(view: UnitsView | None) -> list[Any]:
    """Return why there are no units, and what a region can do; nothing where there are some."""
    if view is None or not view.empty:
        return []
    return [html.P(pieces(view.empty), className="empty-state")]
