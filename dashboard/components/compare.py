"""The parts of the page of comparison that are text, and the picker of an own choice."""

from collections.abc import Mapping, Sequence
from typing import Any

import dash_bootstrap_components as dbc
from dash import html

from dashboard.components.brief import brief_parts
from dashboard.components.cards import signal_groups
from dashboard.components.text import pieces
from dashboard.viewmodels.compare.views import CompareSummary, PeersView
from dashboard.viewmodels.indicator.choice import RegionChoice


def peers_text(view: PeersView) -> list[Any]:
    """Return whom the region is held beside and how they were chosen; where there is nobody, what to do."""
    if view.empty:
        return [html.Div(view.empty, className="empty-state", role="status")]
    evidence = [" ", *pieces([view.evidence])] if view.evidence else []
    return [html.P(html.Strong(view.text)), html.P([view.why, *evidence], className="small")]


def own_choice(component_id: str, hint_id: str, view: PeersView, titles: tuple[str, str]) -> html.Details:
    """Return the check boxes of an own choice under two titles; open where the own choice is what is compared with."""
    boxes = dbc.Checklist(id=component_id, options=options(view.regions), value=list(view.chosen))
    address = {"data-param": "regions", "data-control": component_id, "data-default": "", "data-list": "1"}
    fieldset = html.Fieldset([html.Legend(titles[1]), boxes], className="many", **address)
    hint = html.P(view.hint, id=hint_id, role="status", className="small")
    parts = [html.Summary(titles[0]), fieldset, hint]
    return html.Details(parts, className="more chart-choice", open=view.kind == "own")


def options(choices: Sequence[RegionChoice]) -> list[dict[str, Any]]:
    """Return the regions to choose as a checklist takes them."""
    return [{"value": choice.value, "label": choice.text, "disabled": choice.disabled} for choice in choices]


def summary(view: CompareSummary, words: Mapping[str, str]) -> list[Any]:
    """Return what stands out, then how the measures fall out beside the peers."""
    counted = [html.P(view.counted)] if view.counted else []
    if view.brief is None:
        return [*signal_groups(view.earlier), *counted]
    return [*brief_parts(view.brief, words, view.middles), *counted]


def scatter_empty(text: str | None) -> list[Any]:
    """Return why there is no picture; nothing where there is one."""
    return [html.P(text, className="empty-state")] if text else []
