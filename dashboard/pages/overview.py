"""The country: what matters in it, the four dimensions, the rug, a map, and how much is covered."""

from dataclasses import replace
from typing import Any

from dash import Dash, html

from dashboard import country
from dashboard.components.cards import coverage_card, dimension_list
from dashboard.components.shell import page as frame
from dashboard.components.text import heading
from dashboard.country import COUNTRY_CONTROLS, CountryIds
from dashboard.page import Address, Page, outer
from dashboard.services import Services
from dashboard.viewmodels.overview import coverage_view, dimension_cards
from dashboard.viewmodels.take_home import report_offer
from indicators import NATION

Ids = CountryIds.of("overview")


def title(services: Services, address: Address) -> str:
    """Return the page's title."""
    return services.words(address.question.lang)("title.overview")


PAGE = Page(
    "overview", "/", 10, title, report=lambda _: report_offer(NATION), menu="overview", controls=COUNTRY_CONTROLS
)


def layout(services: Services, address: Address) -> list[Any]:
    """Return the whole overview."""
    # The overview always shows all four: a dimension has a page of its own.
    question, words = replace(address.question, dimension=""), services.words(address.question.lang)
    framed = outer(services, address, title(services, address))
    return frame(
        framed,
        [
            heading(words("overview.heading")),
            html.P(words("overview.lede"), className="lede"),
            country.signals_section(services, question, Ids),
            html.H2(words("overview.dimensions"), className="section-title"),
            dimension_list(dimension_cards(services.picture_of(question), question)),
            *country.rug_section(services, question, Ids, words("overview.rug")),
            *country.map_section(services, question, Ids),
            coverage_card(coverage_view(services.picture_of(question), question), words.part("overview")),
            country.base(services, question, Ids),
        ],
    )


def register(app: Dash, services: Services) -> None:
    """Wire the pickers to the pictures."""
    country.register(app, services, Ids)
