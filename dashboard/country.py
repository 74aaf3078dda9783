"""What the overview and a dimension share: the signals, the rug and the map, with their pickers."""

from dataclasses import dataclass
from typing import Any

from dash import Dash, Input, Output, State, dcc, html

from dashboard.allowed_values import Rule, one, page_data
from dashboard.components.brief import country_parts
from dashboard.components.cards import signal_groups
from dashboard.components.controls import filters, radios, select
from dashboard.components.drawing import drawing
from dashboard.components.tables import map_table
from dashboard.query import NEWEST, Question
from dashboard.services import Services
from dashboard.viewmodels.choices import Choice, indicator_choices, period_choices
from dashboard.viewmodels.earlier_signals.view import country_groups
from dashboard.viewmodels.map import first_on_map, map_shapes, map_view
from dashboard.viewmodels.rug import rug_view
from dashboard.viewmodels.signals.country import country_brief
from dashboard.viewmodels.signals.method import is_earlier

COUNTRY_CONTROLS: dict[str, Rule] = {
    "period.value": one("period"),
    "order.value": one("order"),
    "indicator.value": one("indicator"),
    "base.data": page_data(dimension="dimension"),
}
"""What the controls of a page of the whole country may hold."""


@dataclass(frozen=True, slots=True)
class CountryIds:
    """The ids of these parts on one page, all under the page's name."""

    BASE: str
    PERIOD: str
    ORDER: str
    INDICATOR: str
    SIGNALS: str
    RUG: str
    RUG_HOST: str
    MAP: str
    MAP_HOST: str
    MAP_TABLE: str
    SHAPES: str

    @classmethod
    def of(cls, page: str) -> "CountryIds":
        """Return the ids of one page."""
        return cls(**{name: f"{page}-{name.lower().replace('_', '-')}" for name in cls.__slots__})


def base(services: Services, question: Question, ids: CountryIds) -> dcc.Store:
    """Return the store of what the pickers do not ask: the language and the dimension."""
    return dcc.Store(id=ids.BASE, data=services.base(question, dimension=question.dimension))


def signals_section(services: Services, question: Question, ids: CountryIds) -> html.Div:
    """Return the strongest signals."""
    return html.Div(_signals(services, question), id=ids.SIGNALS)


def _signals(services: Services, question: Question) -> list[Any]:
    heading = html.H2(services.words(question.lang)("overview.signals"))
    picture = services.picture_of(question)
    if is_earlier(picture):
        parts = signal_groups(country_groups(picture, question, question.dimension))
    else:
        parts = country_parts(
            country_brief(picture, question, question.dimension), services.words(question.lang).part("matters")
        )
    return [html.Section([heading, *parts], className="card brief")]


def rug_section(services: Services, question: Question, ids: CountryIds, title: str) -> list[Any]:
    """Return the rug under its heading, with its pickers."""
    words = services.words(question.lang)
    orders = (
        Choice("official", words("filters.order_official")),
        Choice("north-south", words("filters.order_north")),
    )
    periods = period_choices(services.picture_of(question), question)
    controls = [
        select(ids.PERIOD, words("filters.period"), periods, question.period or NEWEST, "period"),
        radios(ids.ORDER, words("filters.order"), orders, question.order, "order"),
    ]
    return [
        html.H2(title, className="section-title"),
        html.P(words("overview.rug_intro")),
        filters(words("filters.label"), controls),
        *drawing(ids.RUG, ids.RUG_HOST, services.view_json(rug_view, question), words("shell.loading_rug")),
    ]


def map_section(services: Services, question: Question, ids: CountryIds) -> list[Any]:
    """Return the map under its heading, with its picker and the same as a table."""
    words = services.words(question.lang)
    first = first_on_map(services.picture_of(question), question)
    chosen = question.indicator or first
    choices = indicator_choices(services.picture_of(question), question)
    picker = select(ids.INDICATOR, words("filters.indicator"), choices, chosen, "indicator", first)
    return [
        html.H2(words("overview.map"), className="section-title"),
        filters(words("overview.map"), [picker]),
        dcc.Store(id=ids.SHAPES, data=services.view_json(map_shapes, Question())),
        *drawing(ids.MAP, ids.MAP_HOST, services.view_json(map_view, question, chosen), words("shell.loading_map")),
        html.Div(_table(services, question, chosen), id=ids.MAP_TABLE),
    ]


def _table(services: Services, question: Question, chosen: str) -> Any:
    words = services.words(question.lang)
    return map_table(services.view(map_view, question, chosen), words.part("table"))


def update(services: Services, question: Question) -> tuple[str, str, Any, list[Any]]:
    """Return the rug, the map with its table, and the signals of one question."""
    chosen = question.indicator or first_on_map(services.picture_of(question), question)
    return (
        services.view_json(rug_view, question),
        services.view_json(map_view, question, chosen),
        _table(services, question, chosen),
        _signals(services, question),
    )


def register(app: Dash, services: Services, ids: CountryIds) -> None:
    """Wire the pickers to the pictures, and the pictures to the scripts that draw them."""

    @app.callback(
        Output(ids.RUG, "data"),
        Output(ids.MAP, "data"),
        Output(ids.MAP_TABLE, "children"),
        Output(ids.SIGNALS, "children"),
        Input(ids.PERIOD, "value"),
        Input(ids.ORDER, "value"),
        Input(ids.INDICATOR, "value"),
        State(ids.BASE, "data"),
        prevent_initial_call=True,
    )
    def _(period: str, order: str, indicator: str, base: dict[str, str]) -> tuple[str, str, Any, list[Any]]:
        asked = services.question({**base, "period": period, "order": order, "indicator": indicator})
        return update(services, asked)

    drawn = {"rug": (ids.RUG, ids.RUG_HOST), "map": (ids.MAP, ids.MAP_HOST)}
    for name, (store, host) in drawn.items():
        shapes = [State(ids.SHAPES, "data")] if name == "map" else []
        app.clientside_callback(
            f"halsodialog.pages.{name}",
            Output(f"{host}-drawn", "data"),
            Input(store, "data"),
            *shapes,
            State(host, "id"),
        )
