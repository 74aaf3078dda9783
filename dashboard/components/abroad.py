"""The parts of the pages about other countries."""

from collections.abc import Sequence
from typing import Any

from dash import html

from dashboard.components.charts import ChartIds, chart, chart_parts, lines
from dashboard.components.text import definition_list, heading, pieces
from dashboard.figures.regions import regions_figure
from dashboard.figures.strip import strip_figure
from dashboard.viewmodels.abroad_views import AbroadPart, Beside, FigureView
from dashboard.viewmodels.indicator_views import RegionsView, StripView


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


def countries_chart(ids: ChartIds, view: RegionsView, show_table: str) -> html.Figure:
    """Return the chart of all countries with its table."""
    notes = lines(view.notes, view.source)
    return chart(ids, chart_parts(regions_figure(view), (view.finding, view.caption), view.alt, notes), show_table)


def beside(parts: Sequence[Beside], prefix: str, show_table: str) -> list[Any]:
    """Return each indicator that was judged against the figure, with the regions beside the countries if comparable."""
    found: list[Any] = []
    drawn = 0
    for item in parts:
        picture: list[Any] = []
        if item.picture is not None:
            picture = [_strip(ChartIds(f"{prefix}-beside-{drawn}"), item.picture, show_table)]
            drawn += 1
        found.append(html.Section([*_told(item), *picture], className="card"))
    return found


def _told(item: Beside) -> list[Any]:
    grade = html.P(html.Strong(item.grade))
    return [html.H3(item.heading), grade, *(html.P(text) for text in item.texts), html.P(pieces([item.link]))]


def _strip(ids: ChartIds, view: StripView, show_table: str) -> html.Figure:
    notes = lines(view.notes, view.source)
    return chart(ids, chart_parts(strip_figure(view), (view.finding, view.caption), view.alt, notes), show_table)
