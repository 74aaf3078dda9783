"""Cards of the overview and the dimension pages."""

from collections.abc import Mapping, Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.components.text import signals
from dashboard.viewmodels.overview import CoverageView, DimensionCard
from dashboard.viewmodels.sentences import Sentence


def dimension_list(cards: Sequence[DimensionCard], heading: type[Component] = html.H3) -> html.Ul:
    """Return the dimensions as cards that lead to their pages, with headings of the rank the place asks for."""
    return html.Ul([_dimension(card, heading) for card in cards], className="card-list dimension-cards")


def _dimension(card: DimensionCard, heading: type[Component]) -> html.Li:
    title = heading(html.A(card.name, href=card.href), className="card-title")
    count = html.P(card.count, className="small")
    return html.Li([title, count, *[html.P(line) for line in card.lines]], className="card")


def signal_columns(found: tuple[Sequence[Sentence], Sequence[Sentence]], words: Mapping[str, str]) -> list[Any]:
    """Return the strongest signals in two columns: worsening, and promising."""
    columns = [
        html.Div([html.H3(words[key]), signals(sentences)])
        for key, sentences in zip(("worsening", "promising"), found, strict=True)
        if sentences
    ]
    if not columns:
        return []
    return [html.Section([html.H2(words["signals"]), html.Div(columns, className="columns-2")], className="card brief")]


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
