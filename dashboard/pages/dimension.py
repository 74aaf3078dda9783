"""One dimension: the regions' positions area by area, with the blanks shown."""

from dataclasses import replace
from typing import Any

from dash import Dash, Input, Output, State, html

from dashboard.components.cards import dimension_list, signal_columns
from dashboard.components.drawing import drawing
from dashboard.components.shell import page as frame
from dashboard.components.text import heading
from dashboard.page import Address, Page
from dashboard.query import Question
from dashboard.services import Services
from dashboard.viewmodels.overview import dimension_card, dimension_cards, signals
from dashboard.viewmodels.rug import rug_view
from dashboard.viewmodels.shell import shell
from indicators import FRAMEWORK


class Ids:
    """The ids of this page."""

    RUG = "dimension-rug"
    RUG_HOST = "dimension-rug-host"


def title(services: Services, address: Address) -> str:
    """Return the dimension's name, or the name of the list of dimensions."""
    if not address.code:
        return services.words(address.question.lang)("nav.dimensions")
    return FRAMEWORK.by_code[address.code].name.in_(address.question.lang)


PAGE = Page(
    "dimension", "/dimension", 20, title, knows=lambda _, code: code in FRAMEWORK.by_code, example="population-health"
)


def layout(services: Services, address: Address) -> list[Any]:
    """Return the page of one dimension, or without a code the list of dimensions."""
    question, words = address.question, services.words(address.question.lang)
    outer = shell(services.picture, question, address.notices, address.path, title(services, address))
    if not address.code:
        cards = dimension_list(dimension_cards(services.picture, question))
        return frame(outer, [heading(words("nav.dimensions")), cards])
    return frame(outer, _dimension(services, question, address.code))


def _dimension(services: Services, question: Question, code: str) -> list[Any]:
    words, dimension = services.words(question.lang), FRAMEWORK.by_code[code]
    card = dimension_card(services.picture, question, dimension)
    asked = replace(question, dimension=code)
    n = sum(item.dimension == code for item in services.picture.catalogue.indicators)
    return [
        heading(card.name),
        html.P(words("dimension.lede", areas=len(dimension.areas), n=n), className="lede"),
        html.Section([html.H2(words("dimension.national")), *[html.P(line) for line in card.lines]], className="card"),
        *signal_columns(signals(services.picture, question, code), words.part("overview")),
        html.H2(words("dimension.rug"), className="section-title"),
        *drawing(Ids.RUG, Ids.RUG_HOST, services.view_json(rug_view, asked), words("shell.loading_rug")),
    ]


def register(app: Dash, services: Services) -> None:
    """Wire the rug to the script that draws it."""
    app.clientside_callback(
        "halsodialog.pages.rug",
        Output(f"{Ids.RUG_HOST}-drawn", "data"),
        Input(Ids.RUG, "data"),
        State(Ids.RUG_HOST, "id"),
    )
