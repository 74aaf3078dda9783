"""The page that is shown when a view could not be made."""

from collections.abc import Mapping
from typing import Any

from dash import html

from dashboard.components.text import heading


def failure_page(services: Any, query: Mapping[str, str], number: str = "") -> list[Any]:
    """Return a page that says the view failed and where to go; `number` is the request's, as it stands in the log."""
    question = services.question({"lang": query.get("lang", "")})
    words = services.words(question.lang)
    body = [heading(words("error.heading")), html.P(words("error.text")), html.A(words("nav.overview"), href="/")]
    if number:
        body.append(html.P(words("guard.id", id=number), className="small"))
    facts = {"data-title": words("error.heading"), "data-lang": question.lang}
    return [html.Main(body, id="main", tabIndex=-1, **facts)]
