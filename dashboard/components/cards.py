"""Cards of the overview and the dimension pages."""

from collections.abc import Mapping, Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.components.text import signals
from dashboard.viewmodels.earlier_signals.view import METHOD, SignalGroup
from dashboard.viewmodels.overview import CoverageView, DimensionCard


def dimension_list(cards: Sequence[DimensionCard], heading: type[Component] = html.H3) -> html.Ul:
    """Return the dimensions as cards that lead to their pages, with headings of the rank the place asks for."""
    return html.Ul([_dimension(card, heading) for card in cards], className="card-list dimension-cards")


def _dimension(card: DimensionCard, heading: type[Component]) -> html.Li:
    title = heading(html.A(card.name, href=card.href), className="card-title")
    count = html.P(card.count, className="small")
    return html.Li([title, count, *[html.P(line) for line in (*card.findings, *card.lines)]], className="card")


def signal_groups(groups: Sequence[SignalGroup]) -> list[Any]:
    """Return what deviates beside what is promising, the differences below them, and above all how they were chosen."""
    above = [signals(group.sentences) for group in groups if group.code == METHOD]
    shown = {
        group.code: html.Div([html.H3(group.heading), signals(group.sentences)])
        for group in groups
        if group.code != METHOD
    }
    columns = [part for code, part in shown.items() if code != "differences"]
    below = [part for code, part in shown.items() if code == "differences"]
    return [*above, html.Div(columns, className="columns-2"), *below]


def coverage_card(coverage: CoverageView, words: Mapping[str, str]) -> html.Section:
    """Return how much of the framework is covered, and the gaps with their reasons."""
    gaps = [html.Li([html.Strong(name), f": {reason}"]) for name, reason in coverage.gaps]
    return html.Section(
        [
            html.H2(words["coverage"]),
            html.P(coverage.text),
            html.H3(words["coverage_gaps"]),
            html.Ul(gaps, className="plain"),
        ],
        className="card",
    )
