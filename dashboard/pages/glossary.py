"""The glossary: what the words and abbreviations of the screens mean."""

from typing import Any

from dash import Dash, Input, Output, State, html

from dashboard.components.drawing import drawing
from dashboard.components.shell import page as frame
from dashboard.components.text import heading
from dashboard.page import Address, Page, outer
from dashboard.services import Services
from dashboard.viewmodels.glossary import GLOSSARY, glossary_view


class Ids:
    """The ids of this page."""

    LIST = "glossary-list"
    HOST = "glossary-list-host"


def title(services: Services, address: Address) -> str:
    """Return the page's title."""
    return services.words(address.question.lang)("glossary.title")


PAGE = Page("glossary", GLOSSARY, 93, title, not_taken="The page is text: no figure and no table of figures.")


def layout(services: Services, address: Address) -> list[Any]:
    """Return the whole page."""
    words = services.words(address.question.lang)
    text = services.view_json(glossary_view, address.question)
    return frame(
        outer(services, address, title(services, address)),
        [
            heading(words("glossary.title")),
            html.P(words("glossary.lede"), className="lede"),
            *drawing(Ids.LIST, Ids.HOST, text, words("glossary.loading")),
        ],
    )


def register(app: Dash, _: Services) -> None:
    """Wire the list to the script that draws it."""
    app.clientside_callback(
        "halsodialog.pages.glossary",
        Output(f"{Ids.HOST}-drawn", "data"),
        Input(Ids.LIST, "data"),
        State(Ids.HOST, "id"),
    )
