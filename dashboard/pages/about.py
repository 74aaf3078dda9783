"""Why the product is there, how it works, where its figures come from, and every indicator with its criteria."""

from typing import Any

from dash import Dash, Input, Output, State, html

from dashboard.components.about import contents, examples, framework, plain_list, publishers, section, subsections
from dashboard.components.drawing import drawing
from dashboard.components.shell import page as frame
from dashboard.components.text import definition_list, heading
from dashboard.i18n import Words
from dashboard.page import Address, Page, outer
from dashboard.query import Question
from dashboard.services import Services
from dashboard.viewmodels.about import AboutView, about_view, catalogue_list


class Ids:
    """The ids of this page."""

    CATALOGUE = "about-catalogue"
    CATALOGUE_HOST = "about-catalogue-host"


def title(services: Services, address: Address) -> str:
    """Return the page's title."""
    return services.words(address.question.lang)("title.about")


PAGE = Page("about", "/om", 90, title, not_taken="The page is text: no figure and no table of figures.", menu="about")


def layout(services: Services, address: Address) -> list[Any]:
    """Return the whole page."""
    question, words = address.question, services.words(address.question.lang)
    framed = outer(services, address, title(services, address))
    view, titles = services.view(about_view, question), words.part("about.section")
    bodies = {**_why(view, words), "indicators": _catalogue(services, question), **_facts(view, words)}
    sections = [section(name, text, bodies[name], card=name != "indicators") for name, text in titles.items()]
    head = [heading(words("about.heading")), html.P(view.lede, className="lede")]
    return frame(framed, [*head, contents(titles, words("about.contents")), *sections])


def _why(view: AboutView, words: Words) -> dict[str, list[Any]]:
    principles = plain_list(words.part("about.principle").values())
    return {
        "purpose": [html.P(words("about.purpose"))],
        "principles": [html.P(words("about.principles")), principles],
        "framework": [html.P(view.framework), framework(view.dimensions)],
        "method": [html.P(html.A(words("about.glossary"), href=view.glossary)), subsections(view.method)],
    }


def _catalogue(services: Services, question: Question) -> list[Any]:
    text, words = services.view_json(catalogue_list, question), services.words(question.lang)
    return drawing(Ids.CATALOGUE, Ids.CATALOGUE_HOST, text, words("about.loading"))


def _facts(view: AboutView, words: Words) -> dict[str, list[Any]]:
    table = publishers(view.publishers, view.publishers_caption, words.part("about"))
    reference = [html.H3(words("about.reference")), definition_list(view.reference)]
    return {
        "sources": [html.P(words("about.sources")), table, *reference, _register(view, words)],
        "licence": [html.P(words("about.licence"))],
        "api": [html.P(words("about.api")), examples(view.examples)],
        "accessibility": _accessibility(view, words),
        "version": [definition_list(view.version), html.P(html.A(words("about.corrections"), href=view.corrections))],
    }


def _register(view: AboutView, words: Words) -> Any:
    return html.P(html.A(words("abroad.register.title"), href=view.register))


def _accessibility(view: AboutView, words: Words) -> list[Any]:
    return [html.P(words("about.accessibility")), html.P(html.A(words("statement.title"), href=view.statement))]


def register(app: Dash, services: Services) -> None:
    """Wire the catalogue to the script that draws it."""
    app.clientside_callback(
        "halsodialog.pages.catalogue",
        Output(f"{Ids.CATALOGUE_HOST}-drawn", "data"),
        Input(Ids.CATALOGUE, "data"),
        State(Ids.CATALOGUE_HOST, "id"),
    )
