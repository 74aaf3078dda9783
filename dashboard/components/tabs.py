"""Links that look like tabs: each leads to a page of its own, and the current one says so."""

from collections.abc import Sequence

from dash import html

from dashboard.viewmodels.data.tabs import PageTab


def tabs(view: Sequence[PageTab], label: str) -> html.Nav:
    """Return the parts of a place as a row of links under a name."""
    return html.Nav(html.Ul([_tab(tab) for tab in view]), className="tabs page-tabs", **{"aria-label": label})


def _tab(tab: PageTab) -> html.Li:
    current = {"aria-current": "page"} if tab.current else {}
    return html.Li(html.A(tab.text, href=tab.href, **current))
