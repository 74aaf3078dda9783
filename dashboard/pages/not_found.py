"""The page for addresses that lead nowhere."""

from collections.abc import Mapping
from typing import Any

from dash import html

from dashboard.components.shell import page as frame
from dashboard.components.text import heading
from dashboard.page import Page
from dashboard.query import link
from dashboard.services import Services
from dashboard.viewmodels.shell import shell, with_menu

WAYS = (
    ("nav.overview", "/"),
    ("nav.regions", "/region"),
    ("nav.indicators", "/indikator"),
    ("nav.dimensions", "/dimension"),
)


def not_found_page(services: Services, query: Mapping[str, str], page: Page | None = None, code: str = "") -> list[Any]:
    """Return the page; with a page and code it says what is unknown and leads to the list of what is known."""
    question = services.question({"lang": query.get("lang", "")})
    words = services.words(question.lang)
    title = words("title.not_found")
    text = words(f"not_found.{page.name}", code=code) if page else words("not_found.text")
    bare = shell(services.picture_of(question), question, (), "/404", title)
    outer = with_menu(bare, services.menu, question, "/404")
    links = html.Ul([html.Li(html.A(words(key), href=link(path, question))) for key, path in WAYS])
    return frame(outer, [html.Div([heading(title), html.P(text), links], className="empty-state")])
