"""The register of reference values: what results are held against, who judged it, and when it is due for review."""

import datetime as dt
from typing import Any

from dash import Dash, Input, Output, dcc, html

from dashboard.components.charts import as_drawn_table
from dashboard.components.shell import page as frame
from dashboard.components.text import heading
from dashboard.page import Address, Page, outer
from dashboard.services import Services
from dashboard.viewmodels.abroad.register import REGISTER, register_lede, register_tables
from dashboard.viewmodels.abroad.taken import register_taken

TABLES = ("targets", "international")


class Ids:
    """The ids of this page. A table's place is called `<PREFIX>-<name>-table` (see assets/pages.js)."""

    PREFIX = "references"
    TABLES = "references-tables"


def title(services: Services, address: Address) -> str:
    """Return the page's title."""
    return services.words(address.question.lang)("abroad.register.title")


PAGE = Page("references", REGISTER, 91, title, tables=lambda _: register_taken)


def layout(services: Services, address: Address) -> list[Any]:
    """Return the whole page; what is overdue is decided by the day it is read."""
    question, words = address.question, services.words(address.question.lang)
    today = dt.date.today().isoformat()
    held, late = services.view(register_lede, question, today)
    places = [
        part
        for name in TABLES
        for part in (
            html.H2(words(f"abroad.register.{name}"), className="section-title"),
            html.Div(html.Div(id=f"{Ids.PREFIX}-{name}-table"), className="card abroad"),
        )
    ]
    told = [heading(words("abroad.register.title")), html.P(held, className="lede"), html.P(late)]
    rule = [html.P(words("abroad.register.rule"))]
    rest = as_drawn_table(f"{Ids.PREFIX}-unjudged-table", words("abroad.register.unjudged_show"))
    stores = [dcc.Store(id=Ids.TABLES, data=services.view_json(register_tables, question, today))]
    drawn = dcc.Store(id=f"{Ids.TABLES}-drawn")
    return frame(
        outer(services, address, title(services, address)),
        [*told, *rule, *places, html.Div(rest, className="card abroad"), *stores, drawn],
    )


def register(app: Dash, services: Services) -> None:
    """Wire the tables to the script that draws them."""
    app.clientside_callback(
        f"(views) => halsodialog.pages.tables(views, '{Ids.PREFIX}')",
        Output(f"{Ids.TABLES}-drawn", "data"),
        Input(Ids.TABLES, "data"),
    )
