"""Variation: the spread inside regions beside the spread between them, and months against their own limits."""

from typing import Any

from dash import Dash, Input, Output, State, dcc, html

from dashboard.allowed_values import many, one, page_data
from dashboard.components.charts import ChartIds, ChartParts, as_drawn_table, chart, chart_outputs, told_parts
from dashboard.components.controls import checks, filters, radios, select
from dashboard.components.data import section
from dashboard.components.shell import page as frame
from dashboard.components.text import heading, pieces
from dashboard.components.variation import card, example_mark, outside_list, paragraphs
from dashboard.figures.funnel import funnel_figure
from dashboard.figures.inside import inside_figure
from dashboard.figures.lines import lines_figure
from dashboard.figures.months import months_figure
from dashboard.figures.strip import strip_figure
from dashboard.page import Address, Page, outer
from dashboard.query import ALL, NEWEST, Question
from dashboard.services import Services
from dashboard.viewmodels.choices import Choice, period_choices, sex_choices
from dashboard.viewmodels.inside_subject import first_inside, region_choices_or
from dashboard.viewmodels.variation.members import KINDS, indicator_choices_inside, shown_indicator
from dashboard.viewmodels.variation.months import months_view, no_months
from dashboard.viewmodels.variation.page import variation_tables, variation_view
from dashboard.viewmodels.variation.taken import variation_taken
from dashboard.viewmodels.variation.views import MonthsView, VariationView

WIDEN = "widen"
PICTURES = ("strip", "region", "funnel", "years", "months")


CHARTS = {name: ChartIds(f"variation-{name}") for name in PICTURES}


class Ids:
    """The ids of this page. A table's place is called `<PREFIX>-<name>-table` (see assets/pages.js)."""

    PREFIX = "variation"
    BASE = "variation-base"
    INDICATOR = "variation-indicator"
    SEX = "variation-sex"
    REGION = "variation-region-pick"
    PERIOD = "variation-period"
    KIND = "variation-kind"
    WIDEN = "variation-widen"
    STATUS = "variation-status"
    MARK = "variation-mark"
    EMPTY = "variation-empty"
    ONE_TEXT = "variation-region-text"
    FEW = "variation-few"
    FUNNEL_TEXT = "variation-funnel-text"
    OUTSIDE = "variation-outside"
    YEARS_TEXT = "variation-years-text"
    MONTHS_TEXT = "variation-months-text"
    TABLES = "variation-tables"


CONTROLS = {
    "indicator": Ids.INDICATOR,
    "sex": Ids.SEX,
    "regions": Ids.REGION,
    "period": Ids.PERIOD,
    "kind": Ids.KIND,
    "widen": Ids.WIDEN,
}


def title(services: Services, address: Address) -> str:
    """Return the page's title."""
    return services.words(address.question.lang)("variation.title")


PAGE = Page(
    "variation",
    "/variation",
    53,
    title,
    tables=lambda _: variation_taken,
    menu="variation",
    controls={
        "indicator.value": one("indicator"),
        "sex.value": one("sex"),
        "region-pick.value": one("region-or-all"),
        "period.value": one("period"),
        "kind.value": one("unit"),
        "widen.value": many("widen"),
        "base.data": page_data(),
    },
)


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
            html.Div(now["mark"], id=Ids.MARK),
            *_sections(services, question, now),
            dcc.Store(id=Ids.BASE, data=services.base(question)),
            dcc.Store(id=Ids.TABLES, data=now["tables"]),
            dcc.Store(id=f"{Ids.TABLES}-drawn"),
        ],
    )


def _pickers(services: Services, question: Question) -> html.Section:
    words, picture = services.words(question.lang), services.picture_of(question)
    choices, first = indicator_choices_inside(picture, question), first_inside(picture)
    regions = region_choices_or(picture, question, "variation.region_all")
    kinds = tuple(Choice(kind, words(f"variation.kinds.{kind}")) for kind in KINDS)
    chosen, region = shown_indicator(picture, question), question.regions[0] if question.regions else ALL
    periods = period_choices(picture, question)
    return filters(
        words("filters.label"),
        [
            select(Ids.INDICATOR, words("filters.indicator"), choices, chosen, "indicator", first),
            select(Ids.REGION, words("variation.region"), regions, region, "regions", ALL),
            radios(Ids.KIND, words("variation.kind"), kinds, question.kind, "kind"),
            radios(Ids.SEX, words("filters.sex"), sex_choices(question), question.sex, "sex"),
            select(Ids.PERIOD, words("filters.period"), periods, question.period or NEWEST, "period"),
        ],
    )


def _sections(services: Services, question: Question, now: dict[str, Any]) -> list[Any]:
    words = services.words(question.lang)
    spread = as_drawn_table(f"{Ids.PREFIX}-spread-table", words("variation.show_spread"))
    everything = as_drawn_table(f"{Ids.PREFIX}-all-table", words("variation.show_all"))
    parts = {
        "between": [html.Div(now["empty"], id=Ids.EMPTY), _host(now, words, "strip", spread), everything],
        "one": [html.Div(now["one_text"], id=Ids.ONE_TEXT), _host(now, words, "region")],
        "half": [html.Div(now["few"], id=Ids.FEW), html.Div(id=f"{Ids.PREFIX}-few-table")],
        "funnel": [
            html.Div(now["funnel_text"], id=Ids.FUNNEL_TEXT),
            _host(now, words, "funnel", html.Div(now["outside"], id=Ids.OUTSIDE), choice=_widen(services, question)),
        ],
        "years": [html.Div(now["years_text"], id=Ids.YEARS_TEXT), _host(now, words, "years")],
        "months": [html.Div(now["months_text"], id=Ids.MONTHS_TEXT), _host(now, words, "months")],
    }
    return [section(f"variation-part-{n}", words(f"variation.part_{n}"), [card(part)]) for n, part in parts.items()]


def _host(now: dict[str, Any], words: Any, name: str, *below: Any, choice: Any = None) -> html.Div:
    """One picture where it stands, hidden while there is nothing to draw; `below` comes after its table."""
    reading = words("variation.funnel_read") if name == "funnel" else ""
    drawn = chart(CHARTS[name], now[name], words("table.show"), below, reading)
    return html.Div([choice, drawn] if choice else drawn, id=f"variation-{name}-host", hidden=now[f"{name}_hidden"])


def _widen(services: Services, question: Question) -> html.Div:
    words = services.words(question.lang)
    choices, shown = (Choice(WIDEN, words("variation.widen_show")),), [WIDEN] if question.widen else []
    return html.Div(checks(Ids.WIDEN, words("variation.widen"), choices, shown, "flags"), className="chart-choice")


def update(services: Services, question: Question) -> dict[str, Any]:
    """Return everything that follows the pickers, by the names of `outputs`."""
    picture = services.picture_of(question)
    version = picture.units_version
    view, months = services.view(variation_view, question, version), services.view(months_view, question)
    shown = _shown(view, months)
    return {
        **{name: told_parts(figure, found) for name, (figure, found) in shown.items()},
        **{f"{name}_hidden": found is None for name, (_, found) in shown.items()},
        "mark": example_mark(view.example),
        "empty": [html.P(pieces(view.empty), className="empty-state")] if view.empty else [],
        "one_text": paragraphs([] if view.region else [view.region_text]),
        "few": paragraphs(view.few),
        "funnel_text": paragraphs([view.funnel_text]),
        "outside": outside_list(view.funnel),
        "years_text": paragraphs([view.years_text]),
        "months_text": paragraphs([months.about] if months else [no_months(question, picture)]),
        "status": view.status,
        "tables": services.view_json(variation_tables, question, version),
    }


def _shown(view: VariationView, months: MonthsView | None) -> dict[str, tuple[dict[str, Any], Any]]:
    return {
        "strip": (strip_figure(view.strip), view.strip),
        "region": (inside_figure(view.region), view.region.view if view.region else None),
        "funnel": (funnel_figure(view.funnel), view.funnel),
        "years": (lines_figure(view.years), view.years),
        "months": (months_figure(months), months),
    }


def outputs() -> dict[str, Any]:
    """Return where what `update` gives is shown."""
    places = {
        "mark": Ids.MARK,
        "empty": Ids.EMPTY,
        "one_text": Ids.ONE_TEXT,
        "few": Ids.FEW,
        "funnel_text": Ids.FUNNEL_TEXT,
        "outside": Ids.OUTSIDE,
        "years_text": Ids.YEARS_TEXT,
        "months_text": Ids.MONTHS_TEXT,
        "status": Ids.STATUS,
    }
    return {
        **{name: chart_outputs(ids) for name, ids in CHARTS.items()},
        **{f"{name}_hidden": Output(f"variation-{name}-host", "hidden") for name in PICTURES},
        **{name: Output(place, "children") for name, place in places.items()},
        "tables": Output(Ids.TABLES, "data"),
    }


def register(app: Dash, services: Services) -> None:
    """Wire the pickers to the pictures and the tables to the script that draws them."""

    @app.callback(
        output=outputs(),
        inputs={name: Input(control, "value") for name, control in CONTROLS.items()},
        state={"base": State(Ids.BASE, "data")},
        prevent_initial_call=True,
    )
    def _(base: dict[str, str], **chosen: Any) -> dict[str, Any]:
        regions = "" if chosen["regions"] == ALL else chosen["regions"]
        widen = "1" if WIDEN in (chosen["widen"] or []) else ""
        now = update(services, services.question({**base, **chosen, "regions": regions, "widen": widen}))
        return {name: part.props() if isinstance(part, ChartParts) else part for name, part in now.items()}

    app.clientside_callback(
        f"(views) => halsodialog.pages.tables(views, '{Ids.PREFIX}')",
        Output(f"{Ids.TABLES}-drawn", "data"),
        Input(Ids.TABLES, "data"),
    )
