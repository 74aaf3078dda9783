"""The parts of the page of one indicator that are text."""

from collections.abc import Mapping, Sequence
from typing import Any

import dash_bootstrap_components as dbc
from dash import html

from dashboard.components.text import definition_list, facts_line, heading, pieces, signals, source_line
from dashboard.viewmodels.contract import Fact
from dashboard.viewmodels.indicator.choice import LineChoices, RegionChoice
from dashboard.viewmodels.indicator.views import (
    DefinitionView,
    IndicatorHead,
    PeopleView,
    RegionsView,
    SexesView,
    TargetCard,
    WorldView,
)
from dashboard.viewmodels.region import TabLink


def title_block(head: IndicatorHead, facts: Any) -> html.Div:
    """Return where the indicator belongs, its name, what it measures, and the facts of the shown series."""
    return html.Div(
        [
            html.P(pieces(head.places), className="crumbs"),
            heading(head.name),
            html.P(head.measures, className="lede"),
            facts,
        ],
        className="indicator-title",
    )


def lead(head: IndicatorHead) -> list[Any]:
    """Return the facts of the shown series; with a notice when it is not just what was asked for."""
    notice = [html.Div(head.notice, className="notice", role="status")] if head.notice else []
    return [facts_line(head.facts), *notice] if head.facts else notice


def series_switch(links: Sequence[TabLink], note: str, label: str) -> list[Any]:
    """Return the links between two publishers' series and how they differ; nothing where there is one."""
    if not links:
        return []
    items = [html.Li(_series_link(link)) for link in links]
    nav = html.Nav(html.Ul(items), className="tabs", **{"aria-label": label})
    return [html.Div([nav, html.P(note, className="series-note")], className="series-switch")]


def _series_link(link: TabLink) -> html.A:
    current = {"aria-current": "true"} if link.current else {}
    return html.A([link.text, html.Small(link.count)], href=link.href, **{"data-keep": "series", **current})


def on_page(titles: Mapping[str, str], prefix: str, label: str) -> html.Nav:
    """Return links to the parts of the page."""
    items = [html.Li(html.A(text, href=f"#{prefix}-section-{name}")) for name, text in titles.items()]
    return html.Nav(html.Ul(items), className="on-page", **{"aria-label": label})


def brief(head: IndicatorHead, title: str) -> list[Any]:
    """Return what matters in a few sentences; where nothing can be shown, why."""
    if head.empty:
        return [html.Div(head.empty, className="empty-state", role="status")]
    return [html.Section([html.H2(title), signals(head.brief)], className="card brief")]


def region_picker(component_id: str, hint_id: str, found: LineChoices, titles: tuple[str, str]) -> html.Details:
    """Return the check boxes that choose the regions drawn as lines, under two titles; open where some are chosen."""
    boxes = dbc.Checklist(id=component_id, options=region_options(found.choices), value=list(found.chosen))
    address = {"data-param": "regions", "data-control": component_id, "data-default": "", "data-list": "1"}
    fieldset = html.Fieldset([html.Legend(titles[1]), boxes], className="many", **address)
    hint = html.P(found.hint, id=hint_id, role="status", className="small")
    return html.Details(
        [html.Summary(titles[0]), fieldset, hint], className="more chart-choice", open=bool(found.chosen)
    )


def region_options(choices: Sequence[RegionChoice]) -> list[dict[str, Any]]:
    """Return the regions to choose as a checklist takes them."""
    return [{"value": choice.value, "label": choice.text, "disabled": choice.disabled} for choice in choices]


def missing_list(view: RegionsView | None) -> list[Any]:
    """Return the regions without a value for the period, each with its own last one."""
    if view is None or not view.missing:
        return []
    return [html.P(html.Strong(view.missing_heading)), html.Ul([html.Li(text) for text in view.missing])]


def sexes(view: SexesView | None) -> list[Any]:
    """Return the finding on women and men; where there is none, why and what exists instead."""
    if view is None:
        return []
    if view.empty:
        return [html.P(pieces(view.empty), className="empty-state")]
    return [html.P(view.finding, className="finding")]


def people(view: PeopleView | None) -> list[Any]:
    """Return what the regions could reach in people, the chosen ones in sentences; else what is missing."""
    if view is None:
        return []
    if view.empty:
        return [html.P(view.empty, className="empty-state")]
    finding, *more = view.texts
    chosen = [html.Ul([html.Li(text) for text in view.chosen])] if view.chosen else []
    return [html.P(finding, className="finding"), *(html.P(text) for text in more), *chosen]


def world(view: WorldView | None) -> list[Any]:
    """Return what is said of other countries."""
    if view is None:
        return []
    source = [source_line(view.source)] if view.source else []
    return [*(html.P(text) for text in view.texts), *source]


def definition(view: DefinitionView, words: Mapping[str, str]) -> list[Any]:
    """Return everything that is known of the indicator, part by part."""
    criteria = html.Ul([html.Li([html.Strong(fact.label), fact.text]) for fact in view.criteria], className="criteria")
    return [
        definition_list(view.facts),
        html.H3(words["criteria"]),
        criteria,
        *_texts(words["caveats"], view.caveats),
        *_texts(words["doubts"], view.doubts),
        *_facts(words["breaks"], view.breaks),
        html.H3(words["target"]),
        *([_target(card, words) for card in view.targets] or [html.P(words["target_none"])]),
        html.H3(words["source"]),
        _publisher(view, words),
    ]


def _publisher(view: DefinitionView, words: Mapping[str, str]) -> html.Dl:
    rows: list[Any] = [html.Dt(words["publisher"]), html.Dd(html.A(view.publisher.text, href=view.publisher.href))]
    for fact in view.source:
        rows += [html.Dt(fact.label), html.Dd(fact.text)]
    return html.Dl(rows, className="definition")


def _target(card: TargetCard, words: Mapping[str, str]) -> html.Div:
    is_address = card.source.startswith(("http://", "https://"))
    where = html.A(_host(card.source), href=card.source) if is_address else card.source
    source = html.P([f"{words['target_source']}: ", where], className="small")
    return html.Div([html.H4(card.heading), definition_list(card.facts), source], className="target-card")


def _host(address: str) -> str:
    return address.split("//", 1)[-1].split("/", 1)[0].removeprefix("www.")


def _texts(title: str, texts: Sequence[str]) -> list[Any]:
    return [html.H3(title), html.Ul([html.Li(text) for text in texts])] if texts else []


def _facts(title: str, facts: Sequence[Fact]) -> list[Any]:
    return [html.H3(title), definition_list(facts)] if facts else []
