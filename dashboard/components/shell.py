"""The frame of every page."""

from typing import Any

from dash import html

from dashboard.components.present import way_in
from dashboard.components.take_home import for_pictures, take_home
from dashboard.viewmodels.editions.newer import Newer
from dashboard.viewmodels.shell import MenuItem, Shell


def page(shell: Shell, children: list[Any]) -> list[Any]:
    """Return a whole page: skip link, header, notices, main and footer."""
    main = html.Main(
        [*_notices(shell), *take_home(shell.take_home), *children, way_in(shell), for_pictures(shell.take_home)],
        id="main",
        tabIndex=-1,
        **{"data-title": f"{shell.title} – {shell.product}", "data-lang": shell.lang},
    )
    return [html.A(shell.labels["skip"], href="#main", className="skip-link"), _header(shell), main, _footer(shell)]


def _header(shell: Shell) -> html.Header:
    items = html.Ul([_item(item) for item in shell.menu])
    menu = html.Nav(items, className="site-nav", **{"aria-label": shell.labels["main"]})
    return html.Header(
        html.Div(
            [
                html.A(shell.product, href=shell.home, className="brand"),
                html.Details([html.Summary(shell.labels["menu"]), menu], className="nav-menu"),
                _tools(shell),
            ],
            className="site-bar",
        ),
        className="site-header",
    )


def _item(item: MenuItem) -> html.Li:
    current = {"aria-current": "page"} if item.current else {}
    return html.Li(html.A(item.text, href=item.href, **current))


def _tools(shell: Shell) -> html.Div:
    labels = shell.labels
    language = html.A(
        labels["other_language"],
        href=shell.other_href,
        lang=shell.other_lang,
        hrefLang=shell.other_lang,
        **{"data-keep": "lang", "aria-label": labels["other_language_label"]},
    )
    # What a press does; theme.js puts the words of the theme that the page is not in.
    acts = {"data-to-light": labels["theme_light"], "data-to-dark": labels["theme_dark"]}
    theme = html.Button(labels["theme_dark"], className="theme-toggle", type="button", **acts)
    return html.Div([language, theme], className="site-tools")


def _notices(shell: Shell) -> list[Any]:
    found: list[Any] = []
    if shell.banner:
        found.append(html.Div(shell.banner, className="banner", role="alert"))
    if shell.newer:
        found.append(_newer(shell.newer))
    if shell.corrected:
        lines = [html.P([item.text, " ", html.A(item.link, href=item.href)]) for item in shell.corrected]
        found.append(html.Div([html.Strong(shell.labels["corrected"]), *lines], className="notice", role="note"))
    if shell.notices:
        lines = [html.P(text) for text in shell.notices]
        head = html.Strong(shell.labels["notice_heading"])
        found.append(html.Div([head, *lines], className="notice", role="status"))
    return found


def _newer(newer: Newer) -> html.Div:
    items = [html.Ul([html.Li(text) for text in newer.items])] if newer.items else []
    way = html.P(html.A(newer.link, href=newer.href))
    return html.Div([html.P(newer.text), *items, way], className="notice", role="status")


def _footer(shell: Shell) -> html.Footer:
    leads = {
        "footer_about": shell.about_href,
        "corrections": shell.corrections_href,
        "statement": shell.statement_href,
        "glossary": shell.glossary_href,
    }
    links = html.Ul(
        [html.Li(html.A(shell.labels[name], href=to)) for name, to in leads.items()], className="footer-links"
    )
    return html.Footer([html.P(shell.footer), _abbreviations(shell), links], className="site-footer")


def _abbreviations(shell: Shell) -> html.Details:
    """The abbreviations of the page; a script fetches and lists those that stand on it when the reader opens this."""
    return html.Details(
        html.Summary(shell.labels["abbreviations"]),
        className="abbreviations",
        # Another page or language is another element: an opened list of the page before must not stay.
        key=shell.other_href,
        **{
            "data-lang": shell.lang,
            "data-href": shell.glossary_href,
            "data-loading": shell.labels["abbreviations_loading"],
            "data-none": shell.labels["abbreviations_none"],
            "data-failed": shell.labels["abbreviations_failed"],
        },
    )
