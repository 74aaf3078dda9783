"""Variation: the spread inside regions beside the spread between them, and months against their own limits."""

from typing import Any

from dash import Dash, Input, Output, State, dcc, html

from dashboard.components.charts import ChartIds, ChartParts, as_drawn_table, chart, chart_outputs, chart_parts, lines
from dashboard.components.controls import filters, radios, select
from dashboard.components.data import section
from dashboard.components.shell import page as frame
from dashboard.components.text import heading
from dashboard.figures.inside import inside_figure
from dashboard.figures.lines import lines_figure
from dashboard.figures.months import months_figure
from dashboard.figures.strip import strip_figure
from dashboard.page import Address, Page, outer
from dashboard.query import ALL, Question
from dashboard.services import Services
from dashboard.viewmodels.choices import sex_choices
from dashboard.viewmodels.inside_subject import (
    first_inside,
    inside_choices,
    inside_indicators,
    region_choices_or,
)
from dashboard.viewmodels.variation.months import months_view, no_months
from dashboard.viewmodels.variation.page import variation_tables, variation_view
from dashboard.viewmodels.variation.taken import variation_taken
from dashboard.viewmodels.variation.views import MonthsView, VariationView


class Ids:
    """The ids of this page. A table's place is called `<PREFIX>-<name>-table` (see assets/pages.js)."""

    PREFIX = "variation"
    BASE = "variation-base"
    INDICATOR = "variation-indicator"
    SEX = "variation-sex"
    REGION = "variation-region-pick"
    STATUS = "variation-status"
    SHARE = "variation-share"
    FEW = "variation-few"
    FUNNEL = "variation-funnel"
    YEARS_TEXT = "variation-years-text"
    MONTHS_TEXT = "variation-months-text"
    STRIP = ChartIds("variation-strip")
    ONE = ChartIds("variation-region")
    YEARS = ChartIds("variation-years")
    MONTHS = ChartIds("variation-months")
    STRIP_HOST = "variation-strip-host"
    ONE_HOST = "variation-region-host"
    YEARS_HOST = "variation-years-host"
    MONTHS_HOST = "variation-months-host"
    TABLES = "variation-tables"


def title(services: Services, address: Address) -> str:
    """Return the page's title."""
    return services.words(address.question.lang)("variation.title")


PAGE = Page("variation", "/variation", 53, title, tables=lambda _: variation_taken)


def layout(services: Services, address: Address) -> list[Any]:
    """Return the whole page."""
    question, words = address.question, services.words(address.question.lang)
    now = update(services, question)
    return frame(
        outer(services, address, title(services, address)),
        [
            heading(words("variation.title")),
            html.P(words("variation.lede"), className="lede"),
            _pickers(services, question),
            html.P(now["status"], id=Ids.STATUS, role="status", className="visually-hidden"),
            *_sections(services, question, now),
            dcc.Store(id=Ids.BASE, data=services.base(question)),
            dcc.Store(id=Ids.TABLES, data=now["tables"]),
            dcc.Store(id=f"{Ids.TABLES}-drawn"),
        ],
    )


def _pickers(services: Services, question: Question) -> html.Section:
    words, picture = services.words(question.lang), services.picture_of(question)
    choices = inside_choices(picture, question, inside_indicators(picture))
    regions = region_choices_or(picture, question, "variation.region_all")
    first = first_inside(picture)
    chosen = question.indicator if question.indicator in {choice.value for choice in choices} else first
    region = question.regions[0] if question.regions else ALL
    return filters(
        words("filters.label"),
        [
            select(Ids.INDICATOR, words("filters.indicator"), choices, chosen, "indicator", first),
            radios(Ids.SEX, words("filters.sex"), sex_choices(question), question.sex, "sex"),
            select(Ids.REGION, words("variation.region"), regions, region, "regions", ALL),
        ],
    )


def _sections(services: Services, question: Question, now: dict[str, Any]) -> list[Any]:
    words = services.words(question.lang)
    show = words("table.show")
    spread = as_drawn_table(f"{Ids.PREFIX}-spread-table", words("variation.show_spread"))
    everything = as_drawn_table(f"{Ids.PREFIX}-all-table", words("variation.show_all"))
    strip = html.Div(chart(Ids.STRIP, now["strip"], show, [spread]), id=Ids.STRIP_HOST, hidden=now["strip_hidden"])
    parts = {
        "between": [html.Div(now["share"], id=Ids.SHARE), strip, everything],
        "one": [html.Div(chart(Ids.ONE, now["region"], show), id=Ids.ONE_HOST, hidden=now["region_hidden"])],
        "half": [html.Div(now["few"], id=Ids.FEW)],
        "funnel": [html.Div(now["funnel"], id=Ids.FUNNEL)],
        "years": [
            html.Div(now["years_text"], id=Ids.YEARS_TEXT),
            html.Div(chart(Ids.YEARS, now["years"], show), id=Ids.YEARS_HOST, hidden=now["years_hidden"]),
        ],
        "months": [
            html.Div(now["months_text"], id=Ids.MONTHS_TEXT),
            html.Div(chart(Ids.MONTHS, now["months"], show), id=Ids.MONTHS_HOST, hidden=now["months_hidden"]),
        ],
    }
    return [section(f"variation-part-{name}", words(f"variation.part_{name}"), part) for name, part in parts.items()]


def update(services: Services, question: Question) -> dict[str, Any]:
    """Return everything that follows the pickers, by the names of `outputs`."""
    view, months = services.view(variation_view, question), services.view(months_view, question)
    picture = services.picture_of(question)
    none = [] if months else [no_months(question, picture)]
    return {
        **_charts(view, months),
        "share": _paragraphs([view.empty] if view.empty else view.share),
        "few": _paragraphs(view.few),
        "funnel": _paragraphs(view.funnel),
        "years_text": _paragraphs([view.years_text] if view.years_text else []),
        "months_text": _paragraphs(none),
        "strip_hidden": view.strip is None,
        "region_hidden": view.region is None,
        "years_hidden": view.years is None,
        "months_hidden": months is None,
        "status": view.strip.finding if view.strip else view.empty,
        "tables": services.view_json(variation_tables, question),
    }


def _charts(view: VariationView, months: MonthsView | None) -> dict[str, ChartParts]:
    region = view.region.view if view.region else None
    made = {
        "strip": (strip_figure(view.strip), view.strip),
        "region": (inside_figure(view.region), region),
        "years": (lines_figure(view.years), view.years),
        "months": (months_figure(months), months),
    }
    return {name: _parts(figure, shown) for name, (figure, shown) in made.items()}


def _parts(figure: dict[str, Any], shown: Any) -> ChartParts:
    if shown is None:
        return chart_parts(figure, ("", ""), "", [])
    return chart_parts(figure, (shown.finding, shown.caption), shown.alt, lines(shown.notes, shown.source))


def _paragraphs(texts: Any) -> list[Any]:
    return [html.P(text) for text in texts]


def outputs() -> dict[str, Any]:
    """Return where what `update` gives is shown."""
    return {
        "strip": chart_outputs(Ids.STRIP),
        "region": chart_outputs(Ids.ONE),
        "years": chart_outputs(Ids.YEARS),
        "months": chart_outputs(Ids.MONTHS),
        "share": Output(Ids.SHARE, "children"),
        "few": Output(Ids.FEW, "children"),
        "funnel": Output(Ids.FUNNEL, "children"),
        "years_text": Output(Ids.YEARS_TEXT, "children"),
        "months_text": Output(Ids.MONTHS_TEXT, "children"),
        "strip_hidden": Output(Ids.STRIP_HOST, "hidden"),
        "region_hidden": Output(Ids.ONE_HOST, "hidden"),
        "years_hidden": Output(Ids.YEARS_HOST, "hidden"),
        "months_hidden": Output(Ids.MONTHS_HOST, "hidden"),
        "status": Output(Ids.STATUS, "children"),
        "tables": Output(Ids.TABLES, "data"),
    }


def register(app: Dash, services: Services) -> None:
    """Wire the pickers to the pictures and the tables to the script that draws them."""

    @app.callback(
        output=outputs(),
        inputs={
            "indicator": Input(Ids.INDICATOR, "value"),
            "sex": Input(Ids.SEX, "value"),
            "region": Input(Ids.REGION, "value"),
        },
        state={"base": State(Ids.BASE, "data")},
        prevent_initial_call=True,
    )
    def _(indicator: str, sex: str, region: str, base: dict[str, str]) -> dict[str, Any]:
        regions = "" if region == ALL else region
        asked = services.question({**base, "indicator": indicator, "sex": sex, "regions": regions})
        now = update(services, asked)
        return {name: part.props() if isinstance(part, ChartParts) else part for name, part in now.items()}

    app.clientside_callback(
        f"(views) => halsodialog.pages.tables(views, '{Ids.PREFIX}')",
        Output(f"{Ids.TABLES}-drawn", "data"),
        Input(Ids.TABLES, "data"),
    )
