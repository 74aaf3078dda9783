"""The list of all indicators, which stands where no indicator is named."""

from typing import Any

from dash import Dash, Input, Output, State, html

from dashboard.components.drawing import drawing
from dashboard.components.text import heading, tabs
from dashboard.query import Question
from dashboard.services import Services
from dashboard.viewmodels.indicator.index import index_table, index_view


class Ids:
    """The ids of this section."""

    INDEX = "indicator-index"
    HOST = "indicator-index-host"


def body(services: Services, question: Question) -> list[Any]:
    """Return the list of indicators, of one dimension or all."""
    words, view = services.words(question.lang), services.view(index_view, question)
    table = services.view_json(index_table, question)
    return [
        heading(words("indicator.index_heading")),
        html.P(view.lede, className="lede"),
        tabs(view.tabs, words("filters.dimension")),
        html.Div(drawing(Ids.INDEX, Ids.HOST, table, words("indicator.loading_table")), className="index-table"),
    ]


def register(app: Dash) -> None:
    """Wire the store to the script that draws the list."""
    app.clientside_callback(
        "halsodialog.pages.table",
        Output(f"{Ids.HOST}-drawn", "data"),
        Input(Ids.INDEX, "data"),
        State(Ids.HOST, "id"),
    )
