"""The parts of the pages about other countries."""

from typing import Any

from dash import html

from dashboard.components.text import definition_list, heading, pieces
from dashboard.viewmodels.abroad.views import AbroadPart, Beside, FigureView


def part(view: AbroadPart, host: str) -> html.Section:
    """Return one dimension's figures: its name, what is said of them, and the place of its table."""
    return html.Section(
        [
            html.H2(view.name, className="section-title"),
            html.P(view.text),
            html.Div(html.Div(id=host), className="card"),
        ],
        id=f"abroad-part-{view.code}",
        className="abroad",
    )


def figure_head(view: FigureView) -> list[Any]:
    """Return a figure's name and its year in large; what it says heads the chart, where there is one."""
    year = html.P([html.Small(view.year_label), view.year], className="abroad-year")
    return [
        html.P(pieces(view.places), className="crumbs"),
        heading(view.name),
        year,
        *([] if view.countries else [html.P(view.finding, className="lede")]),
    ]


def figure_facts(view: FigureView) -> html.Div:
    """Return the figure's numbers and where they come from, and what must be known to read them."""
    notes = [] if view.countries else [html.P(text) for text in (*view.notes, view.empty)]
    return html.Div([definition_list(view.facts), *notes], className="card")


def told(item: Beside) -> list[Any]:
    """Return what is said of one indicator beside the countries, before its picture."""
    grade = html.P(html.Strong(item.grade))
    return [html.H3(item.heading), grade, *(html.P(text) for text in item.texts), html.P(pieces([item.link]))]
