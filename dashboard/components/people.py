"""What a region could reach, told in people: indicator by indicator, and what is missing for the others."""

from typing import Any

from dash import html

from dashboard.components.text import pieces, source_line
from dashboard.viewmodels.people.region import PeopleItem, RegionPeople


def people_section(view: RegionPeople, title: str, source: str) -> list[Any]:
    """Return the section of one region under its title, folded; where too little is known one line, and no title."""
    if not view.items:
        return [html.P(view.lede)]
    items = html.Ul([html.Li(_item(item)) for item in view.items], className="people")
    heading = html.H2(title, className="section-title")
    parts = [html.P(view.lede), items, source_line(source), *_missing(view)]
    return [heading, html.Details([html.Summary(view.headline), *parts], className="more on-paper")]


def _item(item: PeopleItem) -> list[Any]:
    reached = html.Ul(
        [
            html.Li(html.Span([html.B(f"{each.name} ({each.value_text})"), ": ", each.people_text]))
            for each in item.reached
        ]
    )
    return [
        html.P([*pieces((item.name,)), f": {item.value}"]),
        reached,
        html.P(item.basis, className="small"),
    ]


def _missing(view: RegionPeople) -> list[Any]:
    if not view.missing:
        return []
    return [
        html.Details(
            [html.Summary(view.missing_title), html.Ul([html.Li(text) for text in view.missing])], className="more"
        )
    ]
