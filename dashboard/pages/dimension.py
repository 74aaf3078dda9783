"""One dimension: the regions' positions area by area, with the blanks shown."""

from dataclasses import replace
from typing import Any

from dash import Dash, html

from dashboard import country
from dashboard.components.cards import dimension_list
from dashboard.components.shell import page as frame
from dashboard.components.text import heading
from dashboard.country import COUNTRY_CONTROLS, CountryIds
from dashboard.page import Address, Page, outer
from dashboard.query import Question
from dashboard.services import Services
from dashboard.viewmodels.overview import dimension_card, dimension_cards
from dashboard.viewmodels.take_home import report_offer
from indicators import FRAMEWORK, NATION

Ids = CountryIds.of("dimension")


def title(services: Services, address: Address) -> str:
    """Return the dimension's name, or the name of the list of dimensions."""
    if not address.code:
        return services.words(address.question.lang)("nav.dimensions")
    return FRAMEWORK.by_code[address.code].name.in_(address.question.lang)


PAGE = Page(
    "dimension",
    "/dimension",
    20,
    title,
    knows=lambda _, code: code in FRAMEWORK.by_code,
    example="population-health",
    report=lambda code: report_offer(NATION, code) if code else None,
    menu="dimensions",
    controls=COUNTRY_CONTROLS,
)


def layout(services: Services, address: Address) -> list[Any]:
    """Return the page of one dimension, or without a code the list of dimensions."""
    question, words = address.question, services.words(address.question.lang)
    framed = outer(services, address, title(services, address))
    if not address.code:
        cards = dimension_list(dimension_cards(services.picture_of(question), question), html.H2)
        return frame(framed, [heading(words("nav.dimensions")), cards])
    return frame(framed, _dimension(services, replace(question, dimension=address.code)))


def _dimension(services: Services, question: Question) -> list[Any]:
    words, dimension = services.words(question.lang), FRAMEWORK.by_code[question.dimension]
    card = dimension_card(services.picture_of(question), question, dimension)
    n = sum(item.dimension == dimension.code for item in services.picture_of(question).catalogue.indicators)
    return [
        heading(card.name),
        html.P(words("dimension.lede", areas=len(dimension.areas), n=n), className="lede"),
        html.Section([html.H2(words("dimension.national")), *[html.P(line) for line in card.lines]], className="card"),
        country.signals_section(services, question, Ids),
        *country.rug_section(services, question, Ids, words("dimension.rug")),
        *country.map_section(services, question, Ids),
        country.base(services, question, Ids),
    ]


def register(app: Dash, services: Services) -> None:
    """Wire the pickers to the pictures."""
    country.register(app, services, Ids)
