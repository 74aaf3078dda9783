"""The parts of /data: sections, records in tables, downloads, and what changed between two editions."""

from collections.abc import Sequence
from typing import Any

from dash import html

from dashboard.viewmodels.editions.causes import ChangesCause
from dashboard.viewmodels.editions.changes import ChangesGroup, ChangesView


def section(name: str, title: str, children: Sequence[Any]) -> html.Section:
    """Return one section of the page under its heading; an address may lead to it by its name."""
    return html.Section([html.H2(title, className="section-title"), *children], id=name, className="data-section")


def sentences(texts: Sequence[str]) -> html.Div:
    """Return what is to be said first, as a paragraph each."""
    return html.Div([html.P(text) for text in texts], className="told")


def records(text: str, host: str | None, downloads: Sequence[Any]) -> html.Div:
    """Return a sentence, the place of its table when there is one, and where all of it can be fetched."""
    table = [html.Div(id=host)] if host else []
    return html.Div([html.P(text), *table, *downloads], className="card records")


def download_links(links: Sequence[tuple[str, str]], label: str) -> html.P:
    """Return addresses of files in a line, after a word that says what they are."""
    parts: list[Any] = [f"{label} "]
    for place, (text, href) in enumerate(links):
        parts += [", "] if place else []
        parts.append(html.A(text, href=href, **{"download": ""}))
    return html.P(parts, className="download-line")


def downloads_card(host: str, below: Any) -> html.Div:
    """Return the place of the table of files, and a line below it."""
    return html.Div([html.Div(id=host), below], className="card downloads-card")


def main_download(text: str, href: str, note: str) -> html.Div:
    """Return the one download that most want."""
    link = html.A(text, href=href, className="btn btn-primary", **{"download": ""})
    return html.Div([link, html.P(note)], className="main-download")


def changes(view: ChangesView) -> html.Div:
    """Return what changed between two editions, kind by kind."""
    return html.Div([html.P(view.summary, className="told"), *map(_group, view.groups)], className="card changes")


def _group(group: ChangesGroup) -> html.Div:
    more = [html.P(group.more, className="more-count")] if group.more else []
    items = [html.Ul([html.Li(text) for text in group.sentences])] if group.sentences else []
    return html.Div([html.H3(group.title), *items, *more, *[part for cause in group.causes for part in _cause(cause)]])


def _cause(cause: ChangesCause) -> list[Any]:
    """Every verdict that differs for one cause, a line an indicator: hundreds of elements would be slow to draw."""
    lines = "\n".join(f"{part.title}: {'; '.join(part.sentences)}" for part in cause.parts)
    return [html.Details([html.Summary(cause.title), html.P(lines, className="lines")])]
