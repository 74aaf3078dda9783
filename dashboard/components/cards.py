"""Cards of the overview and the dimension pages."""

from collections.abc import Mapping, Sequence
from typing import Any

from dash import html

from dashboard.components.text import signals
from dashboard.viewmodels.overview import CoverageView, DimensionCard
from dashboard.viewmodels.sentences import Sentence


def dimension_list(cards: Sequence[DimensionCard]) -> html.Ul:
    """Return the dimensions as cards that lead to their pages."""
    return html.Ul([_dimension(card) for card in cards], className="card-list dimension-cards")


def _dimension(card: DimensionCard) -> html.Li:
    title = html.H3(html.A(card.name, href=card.href), className="card-title")
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
