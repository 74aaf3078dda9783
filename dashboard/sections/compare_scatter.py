"""The scatter of any two indicators: its pickers, its chart and its table."""

from typing import Any

from dash import Dash, Input, Output, dcc, html

from dashboard.components.charts import ChartIds, chart, chart_outputs, chart_parts, lines
from dashboard.components.compare import scatter_empty
from dashboard.components.controls import checks, filters, select
from dashboard.figures.scatter import scatter_figure
from dashboard.query import MOST_REGIONS, Question
from dashboard.services import Services
from dashboard.viewmodels.choices import Choice
from dashboard.viewmodels.compare.axes import FIRST_X, FIRST_Y, axis_choices
from dashboard.viewmodels.compare.scatter import scatter_view
from dashboard.viewmodels.compare.tables import compare_tables

LINE = "line"


class Ids:
    """The ids of this section."""

    PREFIX = "compare"
    X = "compare-x"
    Y = "compare-y"
    LINE = "compare-line"
    CHART = ChartIds("compare-scatter")
    WHOLE = "compare-scatter-whole"
    EMPTY = "compare-scatter-empty"
    TABLES = "compare-tables"


CONTROLS = {"x": Ids.X, "y": Ids.Y, "line": Ids.LINE}


def body(services: Services, question: Question, code: str) -> list[Any]:
    """Return the section under its heading."""
    words, now = services.words(question.lang), update(services, question, code)
    choices = services.view(axis_choices, Question(lang=question.lang, edition=question.edition))
    shown = [LINE] if question.line else []
    controls = [
        select(Ids.X, words("compare.axis_x"), choices, question.x or FIRST_X, "x", FIRST_X),
        select(Ids.Y, words("compare.axis_y"), choices, question.y or FIRST_Y, "y", FIRST_Y),
        checks(Ids.LINE, words("compare.line_label"), (Choice(LINE, words("compare.line_show")),), shown, "flags"),
    ]
    whole = chart(Ids.CHART, now["scatter"], words("table.show"))
    return [
        html.H2(words("compare.scatter_title"), className="section-title"),
        html.P(words("compare.scatter_intro")),
        filters(words("compare.scatter_title"), controls),
        html.Div(html.Section(whole, className="card"), id=Ids.WHOLE, hidden=now["hidden"]),
        html.Div(now["empty"], id=Ids.EMPTY),
        dcc.Store(id=Ids.TABLES, data=now["tables"]),
        dcc.Store(id=f"{Ids.TABLES}-drawn"),
    ]


def update(services: Services, question: Question, code: str) -> dict[str, Any]:
    """Return everything in the section that follows its pickers, by the names of `outputs`."""
    view = services.view(scatter_view, question, code)
    notes = lines(view.notes, view.source)
    return {
        "scatter": chart_parts(scatter_figure(view), (view.finding, view.caption), view.alt, notes),
        "hidden": view.empty is not None,
        "empty": scatter_empty(view.empty),
        "tables": services.view_json(compare_tables, question, code),
    }


def outputs() -> dict[str, Any]:
    """Return where what `update` gives is shown."""
    return {
        "scatter": chart_outputs(Ids.CHART),
        "hidden": Output(Ids.WHOLE, "hidden"),
        "empty": Output(Ids.EMPTY, "children"),
        "tables": Output(Ids.TABLES, "data"),
    }


def register(app: Dash) -> None:
    """Wire the store to the script that draws the table."""
    app.clientside_callback(
        f"(views) => halsodialog.pages.tables(views, '{Ids.PREFIX}')",
        Output(f"{Ids.TABLES}-drawn", "data"),
        Input(Ids.TABLES, "data"),
    )


def asked_by(services: Services, base: dict[str, str], chosen: dict[str, Any]) -> Question:
    """Return the question that the page's pickers ask together."""
    regions = ",".join((chosen.get("regions") or [])[:MOST_REGIONS])
    line = {"line": "1"} if LINE in (chosen.get("line") or []) else {}
    return services.question({**base, **chosen, "regions": regions, "line": "", **line})
