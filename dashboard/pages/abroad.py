"""Sweden among countries: every figure by dimension, and one page a figure with all its countries."""

from typing import Any

from dash import Dash, Input, Output, dcc, html

from dashboard.components.abroad import figure_facts, figure_head, part, shown
from dashboard.components.charts import ChartIds
from dashboard.components.shell import page as frame
from dashboard.components.text import heading, tabs
from dashboard.page import Address, Page, outer
from dashboard.query import Question, link
from dashboard.sections.abroad import beside, countries_chart
from dashboard.services import Services
from dashboard.viewmodels.abroad.figure import figure_tables, figure_view
from dashboard.viewmodels.abroad.index import abroad_tables, abroad_view, alone_name
from dashboard.viewmodels.abroad.register import REGISTER
from dashboard.viewmodels.abroad.subject import ABROAD
from dashboard.viewmodels.abroad.taken import abroad_taken, figure_taken
from dashboard.viewmodels.abroad.views import FigureView
from indicators import read_figures


class Ids:
    """The ids of this page. A table's place is called `<PREFIX>-<name>-table` (see assets/pages.js)."""

    PREFIX = "abroad"
    COUNTRIES = ChartIds("abroad-countries")
    TABLES = "abroad-tables"


def title(services: Services, address: Address) -> str:
    """Return the figure's name, or the name of the list of figures."""
    if not address.code:
        return services.words(address.question.lang)("title.abroad")
    return read_figures().by_code[address.code].name.in_(address.question.lang)


def knows(_: Services, code: str) -> bool:
    """Return whether a code is a figure's."""
    return code in read_figures().by_code


PAGE = Page(
    "abroad",
    ABROAD,
    60,
    title,
    knows=knows,
    example="life-expectancy-at-birth-total",
    tables=lambda code: figure_taken if code else abroad_taken,
    menu="abroad",
)


def layout(services: Services, address: Address) -> list[Any]:
    """Return the page of one figure, or without a code the list of figures."""
    framed = outer(services, address, title(services, address))
    if address.code:
        return frame(framed, _figure(services, address.question, address.code))
    return frame(framed, _index(services, address.question))


def _index(services: Services, question: Question) -> list[Any]:
    words, view = services.words(question.lang), services.view(abroad_view, question)
    return [
        heading(words("abroad.heading")),
        html.P(view.lede, className="lede"),
        tabs(view.tabs, words("filters.dimension")),
        shown(view.shown, words("abroad.shown_label")),
        html.P(view.legend, className="abroad-legend"),
        *(part(item, _host(item.code), _host(alone_name(item.code))) for item in view.parts),
        *(html.P(text, className="source-line") for text in view.notes),
        html.P(html.A(words("abroad.register.title"), href=link(REGISTER, question))),
        *_store(services.view_json(abroad_tables, question)),
    ]


def _host(name: str) -> str:
    return f"{Ids.PREFIX}-{name}-table"


def _figure(services: Services, question: Question, code: str) -> list[Any]:
    words, view = services.words(question.lang), services.view(figure_view, question, code)
    if view is None:
        name = read_figures().by_code[code].name.in_(question.lang)
        return [heading(name), html.P(words("abroad.not_held"), className="empty-state"), *_store("")]
    return [
        *figure_head(view),
        figure_facts(view),
        *_pictures(view, words("table.show"), words("abroad.beside_heading")),
        *_store(services.view_json(figure_tables, question, code)),
    ]


def _pictures(view: FigureView, show: str, title: str) -> list[Any]:
    chart = (
        [html.Div(countries_chart(Ids.COUNTRIES, view.countries, show, view.english), className="card")]
        if view.countries
        else []
    )
    told = beside(view.beside, Ids.PREFIX, show, view.english) or [html.P(view.unmapped)]
    return [*chart, html.H2(title, className="section-title"), *told]


def _store(text: str) -> list[Any]:
    return [dcc.Store(id=Ids.TABLES, data=text), dcc.Store(id=f"{Ids.TABLES}-drawn")]


def register(app: Dash, services: Services) -> None:
    """Wire the tables to the script that draws them."""
    app.clientside_callback(
        f"(views) => halsodialog.pages.tables(views, '{Ids.PREFIX}')",
        Output(f"{Ids.TABLES}-drawn", "data"),
        Input(Ids.TABLES, "data"),
    )
