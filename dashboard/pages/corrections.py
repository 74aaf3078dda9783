"""Every correction of a published figure, for ever: which figure, why it was wrong, who found it and what is right."""

from typing import Any

from dash import Dash, html

from dashboard.components.corrections import correction
from dashboard.components.shell import page as frame
from dashboard.components.text import heading
from dashboard.page import Address, Page, outer
from dashboard.services import Services
from dashboard.viewmodels.editions.corrected import CORRECTIONS, corrections_view


class Ids:
    """The ids of this page: it has nothing that changes."""


def title(services: Services, address: Address) -> str:
    """Return the page's title."""
    return services.words(address.question.lang)("corrected.title")


PAGE = Page("corrections", CORRECTIONS, 94, title, not_taken="The list is taken home from the open interface.")


def layout(services: Services, address: Address) -> list[Any]:
    """Return the whole page."""
    question, words = address.question, services.words(address.question.lang)
    view = services.view(corrections_view, question)
    return frame(
        outer(services, address, title(services, address)),
        [
            heading(words("corrected.title")),
            html.P(words("corrected.lede"), className="lede"),
            html.P([view.text, " ", html.A(words("corrected.about"), href=f"/om?lang={question.lang}")]),
            *[correction(item, words.part("corrected")) for item in view.corrections],
        ],
    )


def register(app: Dash, services: Services) -> None:
    """Wire nothing: the page does not change."""
