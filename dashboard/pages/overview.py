"""The country in four dimensions: the strongest signals, the rug, a map, and how much is covered."""

from typing import Any

from dash import Dash, Input, Output, State, dcc, html

from dashboard.components.cards import coverage_card, dimension_list, signal_columns
from dashboard.components.controls import filters, radios, select
from dashboard.components.drawing import drawing
from dashboard.components.shell import page as frame
from dashboard.components.tables import map_table
from dashboard.components.text import heading
from dashboard.page import Address, Page
from dashboard.query import NEWEST, Question
from dashboard.services import Services
from dashboard.viewmodels.choices import Choice, indicator_choices, period_choices
from dashboard.viewmodels.map import map_shapes, map_view
from dashboard.viewmodels.overview import coverage_view, dimension_cards, signals
from dashboard.viewmodels.rug import rug_view
from dashboard.viewmodels.shell import shell

FIRST_ON_MAP = "treatable-mortality"


class Ids:
    """The ids of this page."""

    BASE = "overview-base"
    PERIOD = "overview-period"
    ORDER = "overview-order"
    INDICATOR = "overview-indicator"
    SIGNALS = "overview-signals"
    RUG = "overview-rug"
    RUG_HOST = "overview-rug-host"
    MAP = "overview-map"
    MAP_HOST = "overview-map-host"
    MAP_TABLE = "overview-map-table"
    SHAPES = "overview-shapes"


def title(services: Services, address: Address) -> str:
    """Return the page's title."""
    return services.words(address.question.lang)("title.overview")


PAGE = Page("overview", "/", 10, title)


def layout(services: Services, address: Address) -> list[Any]:
    """Return the whole overview."""
    question, words = address.question, services.words(address.question.lang)
    outer = shell(services.picture, question, address.notices, address.path, title(services, address))
    return frame(
        outer,
        [
            heading(words("overview.heading")),
            html.P(words("overview.lede"), className="lede"),
            html.H2(words("overview.dimensions"), className="section-title"),
            dimension_list(dimension_cards(services.picture, question)),
            html.Div(_signals(services, question), id=Ids.SIGNALS),
            *_rug(services, question),
            *_map(services, question),
            coverage_card(coverage_view(services.picture, question), words.part("overview")),
            dcc.Store(id=Ids.BASE, data={"lang": question.lang}),
        ],
    )


def _signals(services: Services, question: Question) -> list[Any]:
    return signal_columns(signals(services.picture, question), services.words(question.lang).part("overview"))


def _rug(services: Services, question: Question) -> list[Any]:
    words = services.words(question.lang)
    orders = (
        Choice("official", words("filters.order_official")),
        Choice("north-south", words("filters.order_north")),
    )
    periods = period_choices(services.picture, question)
    controls = [
        select(Ids.PERIOD, words("filters.period"), periods, question.period or NEWEST, "period"),
        radios(Ids.ORDER, words("filters.order"), orders, question.order, "order"),
    ]
    return [
        html.H2(words("overview.rug"), className="section-title"),
        html.P(words("overview.rug_intro")),
        filters(words("filters.label"), controls),
        *drawing(Ids.RUG, Ids.RUG_HOST, services.view_json(rug_view, question), words("shell.loading_rug")),
    ]


def _map(services: Services, question: Question) -> list[Any]:
    words = services.words(question.lang)
    chosen = question.indicator or FIRST_ON_MAP
    choices = indicator_choices(services.picture, question)
    return [
        html.H2(words("overview.map"), className="section-title"),
        filters(
            words("overview.map"),
            [select(Ids.INDICATOR, words("filters.indicator"), choices, chosen, "indicator", FIRST_ON_MAP)],
        ),
        dcc.Store(id=Ids.SHAPES, data=services.view_json(map_shapes, Question())),
        *drawing(Ids.MAP, Ids.MAP_HOST, services.view_json(map_view, question, chosen), words("shell.loading_map")),
        html.Div(_table(services, question, chosen), id=Ids.MAP_TABLE),
    ]


def _table(services: Services, question: Question, chosen: str) -> Any:
    words = services.words(question.lang)
    return map_table(services.view(map_view, question, chosen), words.part("table"))


def update(services: Services, question: Question) -> tuple[str, str, Any, list[Any]]:
    """Return the rug, the map with its table, and the signals of one question."""
    chosen = question.indicator or FIRST_ON_MAP
    return (
        services.view_json(rug_view, question),
        services.view_json(map_view, question, chosen),
        _table(services, question, chosen),
        _signals(services, question),
    )


def register(app: Dash, services: Services) -> None:
    """Wire the pickers to the pictures, and the pictures to the scripts that draw them."""

    @app.callback(
        Output(Ids.RUG, "data"),
        Output(Ids.MAP, "data"),
        Output(Ids.MAP_TABLE, "children"),
        Output(Ids.SIGNALS, "children"),
        Input(Ids.PERIOD, "value"),
        Input(Ids.ORDER, "value"),
        Input(Ids.INDICATOR, "value"),
        State(Ids.BASE, "data"),
        prevent_initial_call=True,
    )
    def _(period: str, order: str, indicator: str, base: dict[str, str]) -> tuple[str, str, Any, list[Any]]:
        asked = services.question({**base, "period": period, "order": order, "indicator": indicator})
        return update(services, asked)

    drawn = {"rug": (Ids.RUG, Ids.RUG_HOST), "map": (Ids.MAP, Ids.MAP_HOST)}
    for name, (store, host) in drawn.items():
        shapes = [State(Ids.SHAPES, "data")] if name == "map" else []
        app.clientside_callback(
            f"halsodialog.pages.{name}",
            Output(f"{host}-drawn", "data"),
            Input(store, "data"),
            *shapes,
            State(host, "id"),
        )
