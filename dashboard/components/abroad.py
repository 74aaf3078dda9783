"""The parts of the pages about other countries."""

from collections.abc import Sequence
from typing import Any

from dash import html

from dashboard.components.charts import as_drawn_table
from dashboard.components.text import heading, pieces
from dashboard.viewmodels.abroad.views import AbroadPart, Beside, FigureView
from dashboard.viewmodels.region import TabLink


def shown(links: Sequence[TabLink], label: str) -> html.Nav:
    """Return the links that choose which figures are shown; the one in force says so."""
    items = [
        html.Li(
            html.A(
                [link.text, html.Small(link.count)],
                href=link.href,
                **{"data-keep": "abroad", **({"aria-current": "page"} if link.current else {})},
            )
        )
        for link in links
    ]
    return html.Nav(html.Ul(items), className="abroad-shown", **{"aria-label": label})


def part(view: AbroadPart, host: str, folded: str) -> html.Section:
    """Return one dimension's figures: its name, what is said of them, and the places of its tables."""
    told = [html.H2(view.name, className="section-title"), html.P(view.text)]
    told += [html.P(pieces(view.worse))] if view.worse else []
    tables = {"open": html.Div(html.Div(id=host), className="card"), "folded": as_drawn_table(host, view.show)}
    whole = [tables[view.table]] if view.table in tables else []
    rest = [as_drawn_table(folded, view.folded)] if view.folded else []
    return html.Section([*told, *whole, *rest], id=f"abroad-part-{view.code}", className="abroad")


def figure_head(view: FigureView) -> list[Any]:
    """Return a figure's name and its year in large; what it says heads the chart, where there is one."""
    age = [html.Span(view.age, className="abroad-age")] if view.age else []
    year = html.P([html.Small(view.year_label), f"{view.year} ", *age], className="abroad-year")
    return [
        html.P(pieces(view.places), className="crumbs"),
        heading(view.name),
        year,
        *([] if view.countries else [html.P(view.finding, className="lede")]),
    ]


def figure_facts(view: FigureView) -> html.Div:
    """Return the figure's numbers and where they come from, and what must be known to read them."""
    notes = [] if view.countries else [html.P(text) for text in (*view.notes, view.empty)]
    rows = [part for fact in view.facts for part in (html.Dt(fact.label), html.Dd(in_english(fact.text, view.english)))]
    return html.Div([html.Dl(rows, className="definition"), *notes], className="card")


def in_english(text: str, english: str) -> list[Any]:
    """Return a text with the part of it that is in English marked so, for those who have it read aloud."""
    before, found, after = text.partition(english) if english else (text, "", "")
    return [part for part in (before, html.Span(found, lang="en") if found else "", after) if part]


def told(item: Beside) -> list[Any]:
    """Return what is said of one indicator beside the countries, before its picture."""
    grade = html.P(html.Strong(item.grade))
    return [html.H3(item.heading), grade, *(html.P(text) for text in item.texts), html.P(pieces([item.link]))]
