"""The statement of accessibility: how far everyone can use the product, what is known to be wrong, and whom to tell."""

import datetime as dt
from typing import Any

from dash import Dash, html

from dashboard.components.about import contents
from dashboard.components.shell import page as frame
from dashboard.components.statement import point
from dashboard.components.text import heading
from dashboard.page import Address, Page, outer
from dashboard.services import Services
from dashboard.viewmodels.statement import STATEMENT, statement_view


class Ids:
    """The ids of this page: it has nothing that changes."""


def title(services: Services, address: Address) -> str:
    """Return the page's title."""
    return services.words(address.question.lang)("statement.title")


PAGE = Page("statement", STATEMENT, 92, title, not_taken="The page is text: no figure and no table of figures.")


def layout(services: Services, address: Address) -> list[Any]:
    """Return the whole page; whether the assessment is too old is decided by the day it is read."""
    question, words = address.question, services.words(address.question.lang)
    today = dt.date.today().isoformat()
    view = services.view(statement_view, question, services.publisher, services.contact, today)
    late = [html.P(view.late, className="notice", role="note")] if view.late else []
    parts = {part.anchor: part.heading for part in view.points}
    return frame(
        outer(services, address, title(services, address)),
        [
            heading(words("statement.title")),
            html.P(view.lede, className="lede"),
            *late,
            contents(parts, words("about.contents")),
            *[point(part) for part in view.points],
        ],
    )


def register(app: Dash, services: Services) -> None:
    """Wire nothing: the page does not change."""
