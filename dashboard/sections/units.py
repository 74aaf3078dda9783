"""The regions' own units of one indicator: the mark of what is made up, the picture, and its tables."""

from typing import Any

from dash import Dash, Input, Output, dcc, html

from dashboard.components.charts import ChartIds, ChartParts, as_drawn_table, chart, chart_outputs, told_parts
from dashboard.components.indicator_units import units_empty, units_mark
from dashboard.figures.units import units_figure
from dashboard.query import Question
from dashboard.services import Services
from dashboard.viewmodels.contract_units import UnitsView
from dashboard.viewmodels.indicator.units import units_tables, units_view

PREFIX = "indicator-units"


class Ids:
    """The ids of this section. A table's place is called `<PREFIX>-<name>-table` (see assets/pages.js)."""

    CHART = ChartIds(f"{PREFIX}-units")
    SHOWN = f"{PREFIX}-shown"
    MARK = f"{PREFIX}-mark"
    EMPTY = f"{PREFIX}-empty"
    TABLES = f"{PREFIX}-tables"


def body(services: Services, question: Question, now: dict[str, Any]) -> list[Any]:
    """Return the section; `now` is what `update` gave."""
    words = services.words(question.lang)
    spread = as_drawn_table(f"{PREFIX}-spread-table", words("units_shown.show_spread"))
    return [
        html.Div(now["units_mark"], id=Ids.MARK),
        html.Div(
            chart(Ids.CHART, now["units"], words("table.show"), [spread]), id=Ids.SHOWN, hidden=now["units_hidden"]
        ),
        html.Div(now["units_empty"], id=Ids.EMPTY),
        dcc.Store(id=Ids.TABLES, data=now["units_tables"]),
        dcc.Store(id=f"{Ids.TABLES}-drawn"),
    ]


def update(services: Services, question: Question, code: str) -> dict[str, Any]:
    """Return everything in the section that follows the page's filters, by the names of `outputs`."""
    # A view is kept for the uploads it was made of: a confirm or an undo shows at once.
    version = services.picture_of(question).units_version
    view = services.view(units_view, question, code, "", version)
    return {
        "units": _chart(view),
        "units_hidden": view is None or bool(view.empty),
        "units_mark": units_mark(view),
        "units_empty": units_empty(view),
        "units_tables": services.view_json(units_tables, question, code, "", version),
    }


def _chart(view: UnitsView | None) -> ChartParts:
    figure = units_figure(view)
    return told_parts(figure, None if view is None or view.empty else view)


def outputs() -> dict[str, Any]:
    """Return where what `update` gives is shown."""
    return {
        "units": chart_outputs(Ids.CHART),
        "units_hidden": Output(Ids.SHOWN, "hidden"),
        "units_mark": Output(Ids.MARK, "children"),
        "units_empty": Output(Ids.EMPTY, "children"),
        "units_tables": Output(Ids.TABLES, "data"),
    }


def register(app: Dash) -> None:
    """Wire the store to the script that draws the tables."""
    app.clientside_callback(
        f"(views) => halsodialog.pages.tables(views, '{PREFIX}')",
        Output(f"{Ids.TABLES}-drawn", "data"),
        Input(Ids.TABLES, "data"),
    )
