"""One indicator: regions, years, map, municipalities, women and men, other countries, and its definition."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from dash import Dash, Input, Output, State, dcc, html

from dashboard.allowed_values import many, one, page_data
from dashboard.components import indicator as parts
from dashboard.components.charts import ChartIds, ChartParts, as_drawn_table, chart, chart_outputs, chart_parts, lines
from dashboard.components.controls import filters, radios, select
from dashboard.components.drawing import drawing
from dashboard.components.shell import page as frame
from dashboard.components.text import pieces
from dashboard.figures.lines import lines_figure
from dashboard.figures.regions import regions_figure
from dashboard.figures.strip import strip_figure
from dashboard.i18n import Words
from dashboard.page import Address, Page, outer
from dashboard.query import MOST_REGIONS, NEWEST, Notice, Question
from dashboard.sections import indicator_index, units
from dashboard.services import Services
from dashboard.viewmodels.choices import period_choices
from dashboard.viewmodels.indicator.choice import line_choices
from dashboard.viewmodels.indicator.definition import definition_view
from dashboard.viewmodels.indicator.focus import asked_series, shown_question
from dashboard.viewmodels.indicator.head import indicator_head, published_sexes
from dashboard.viewmodels.indicator.lines import lines_view
from dashboard.viewmodels.indicator.people import people_view
from dashboard.viewmodels.indicator.regions import regions_view
from dashboard.viewmodels.indicator.sexes import sexes_view
from dashboard.viewmodels.indicator.strip import strip_view
from dashboard.viewmodels.indicator.tables import indicator_tables
from dashboard.viewmodels.indicator.taken import index_taken, indicator_taken
from dashboard.viewmodels.indicator.views import LinesView, RegionsView, StripView
from dashboard.viewmodels.indicator.world import world_view
from dashboard.viewmodels.map import map_shapes, map_view


class Ids:
    """The ids of this page. A table's place is called `<PREFIX>-<name>-table` (see assets/pages.js)."""

    PREFIX = "indicator"
    BASE = "indicator-base"
    SEX = "indicator-sex"
    PERIOD = "indicator-period"
    CHOSEN = "indicator-chosen"
    CHOSEN_HINT = "indicator-chosen-hint"
    STATUS = "indicator-status"
    LEAD = "indicator-lead"
    SERIES = "indicator-series"
    BRIEF = "indicator-brief"
    SECTIONS = "indicator-sections"
    REGIONS = ChartIds("indicator-regions")
    LINES = ChartIds("indicator-lines")
    STRIP = ChartIds("indicator-strip")
    STRIP_CHART = "indicator-strip-chart"
    STRIP_EMPTY = "indicator-strip-empty"
    MAP = "indicator-map"
    MAP_HOST = "indicator-map-host"
    SHAPES = "indicator-shapes"
    SEXES = "indicator-sexes"
    PEOPLE = "indicator-people"
    WORLD = "indicator-world"
    DEFINITION = "indicator-definition"
    TABLES = "indicator-tables"


def title(services: Services, address: Address) -> str:
    """Return the indicator's short name, or the name of the list of indicators."""
    if not address.code:
        return services.words(address.question.lang)("nav.indicators")
    catalogue = services.picture_of(address.question).catalogue
    return catalogue.by_id[catalogue.main_id(address.code)].short_name.in_(address.question.lang)


def knows(services: Services, code: str) -> bool:
    """Return whether a code is an indicator's or a twin series'; the background has no page of its own."""
    found = services.pictures.current().catalogue.by_id.get(code)
    return found is not None and not found.is_context


PAGE = Page(
    name="indicator",
    path="/indikator",
    order=40,
    title=title,
    knows=knows,
    example="daily-smoking",
    tables=lambda code: indicator_taken if code else index_taken,
    menu="indicators",
    controls={
        "sex.value": one("sex"),
        "period.value": one("period"),
        "chosen.value": many("region"),
        "base.data": page_data(code="indicator", series="indicator"),
    },
)


def layout(services: Services, address: Address) -> list[Any]:
    """Return the page of one indicator, or without a code the list of indicators."""
    question, code = address.question, address.code
    if not code:
        framed = outer(services, address, title(services, address))
        return frame(framed, indicator_index.body(services, question))
    notices = (*address.notices, *_unknown_series(services, question, code))
    framed = outer(services, replace(address, notices=notices), title(services, address))
    return frame(framed, [*_head(services, question, code), *_body(services, question, code)])


def _unknown_series(services: Services, question: Question, code: str) -> tuple[Notice, ...]:
    """A series of another indicator can be read in the address but not be followed here."""
    is_other = question.series and question.series != asked_series(services.picture_of(question), question, code)
    return (Notice("series", question.series),) if is_other else ()


def _head(services: Services, question: Question, code: str) -> list[Any]:
    words, head = services.words(question.lang), services.view(indicator_head, question, code)
    sexes = published_sexes(services.picture_of(question), question, code)
    periods = period_choices(services.picture_of(question), question)
    sex = question.sex if any(choice.value == question.sex for choice in sexes) else sexes[0].value
    controls = [
        html.Div(radios(Ids.SEX, words("filters.sex"), sexes, sex, "sex"), hidden=len(sexes) == 1),
        select(Ids.PERIOD, words("filters.period"), periods, question.period or NEWEST, "period"),
    ]
    return [
        parts.title_block(head, html.Div(parts.lead(head), id=Ids.LEAD)),
        html.Div(_switch(services, question, code), id=Ids.SERIES),
        filters(words("filters.label"), controls),
    ]


def _switch(services: Services, question: Question, code: str) -> list[Any]:
    head = services.view(indicator_head, question, code)
    return parts.series_switch(head.series, head.series_note, services.words(question.lang)("filters.series"))


def _body(services: Services, question: Question, code: str) -> list[Any]:
    words, now = services.words(question.lang), update(services, question, code)
    base = services.base(question, code=code, series=question.series)
    return [
        html.P(id=Ids.STATUS, role="status", className="visually-hidden"),
        html.Div(now["brief"], id=Ids.BRIEF),
        parts.on_page(_titles(words), Ids.PREFIX, words("indicator.on_page")),
        html.Div(_sections(services, question, now), id=Ids.SECTIONS, hidden=now["hidden"]),
        *_section("definition", words("indicator.definition"), [html.Div(now["definition"], id=Ids.DEFINITION)]),
        dcc.Store(id=Ids.BASE, data=base),
        dcc.Store(id=Ids.TABLES, data=now["tables"]),
        dcc.Store(id=f"{Ids.TABLES}-drawn"),
        dcc.Store(id=Ids.SHAPES, data=services.view_json(map_shapes, Question())),
    ]


def _titles(words: Words) -> dict[str, str]:
    names = ("regions", "trend", "map", "inside", "units", "sexes", "people", "international", "table", "definition")
    return {name: words(f"indicator.{name}") for name in names}


def _section(name: str, text: str, content: list[Any]) -> list[Any]:
    heading_id = f"{Ids.PREFIX}-section-{name}"
    title = html.H2(text, id=heading_id, tabIndex=-1, className="section-title")
    return [title, html.Section(content, className="card", **{"aria-labelledby": heading_id})]


def _sections(services: Services, question: Question, now: dict[str, Any]) -> list[Any]:
    words = services.words(question.lang)
    show, tables, choices = words("table.show"), Ids.PREFIX, services.view(line_choices, question)
    titles = (words("indicator.choose_lines"), words("filters.regions"))
    picker = parts.region_picker(Ids.CHOSEN, Ids.CHOSEN_HINT, choices, titles)
    shapes = drawing(Ids.MAP, Ids.MAP_HOST, now["map"], words("shell.loading_map"))
    everything = as_drawn_table(f"{tables}-municipalities-table", words("table.all_municipalities"))
    strip = html.Div(chart(Ids.STRIP, now["strip"], show, [everything]), id=Ids.STRIP_CHART, hidden=now["strip_hidden"])
    bodies = {
        "regions": [chart(Ids.REGIONS, now["regions"], show)],
        "trend": [picker, chart(Ids.LINES, now["lines"], show)],
        "map": [*shapes, as_drawn_table(f"{tables}-map-table", show)],
        "inside": [strip, html.Div(now["strip_empty"], id=Ids.STRIP_EMPTY)],
        "units": units.body(services, question, now),
        "sexes": [html.Div(now["sexes"], id=Ids.SEXES), html.Div(id=f"{tables}-sexes-table")],
        "people": [html.Div(now["people"], id=Ids.PEOPLE), html.Div(id=f"{tables}-people-table")],
        "international": [html.Div(now["world"], id=Ids.WORLD), as_drawn_table(f"{tables}-world-table", show)],
        "table": [as_drawn_table(f"{tables}-values-table", words("table.open"))],
    }
    return [part for name, body in bodies.items() for part in _section(name, words(f"indicator.{name}"), body)]


def update(services: Services, question: Question, code: str) -> dict[str, Any]:
    """Return everything on the page that follows the filters, by the names of `_outputs`."""
    words, head = services.words(question.lang), services.view(indicator_head, question, code)
    strip = services.view(strip_view, question, code)
    charts = _charts(services, question, code)
    empty, choices = strip.empty if strip else (), services.view(line_choices, question)
    return {
        "lead": parts.lead(head),
        "series": _switch(services, question, code),
        "brief": parts.brief(head, words("indicator.brief")),
        "hidden": head.empty is not None,
        **charts,
        "strip_hidden": bool(empty),
        "strip_empty": [html.P(pieces(empty), className="empty-state")] if empty else [],
        "map": _map(services, question, code),
        **units.update(services, question, code),
        "sexes": parts.sexes(services.view(sexes_view, question, code)),
        "people": parts.people(services.view(people_view, question, code)),
        "world": parts.world(services.view(world_view, question, code)),
        "definition": parts.definition(services.view(definition_view, question, code), words.part("indicator")),
        "tables": services.view_json(indicator_tables, question, code),
        "options": parts.region_options(choices.choices),
        "hint": choices.hint,
        "status": charts["regions"].alt or head.empty,
    }


def _charts(services: Services, question: Question, code: str) -> dict[str, ChartParts]:
    regions = services.view(regions_view, question, code)
    years, strip = services.view(lines_view, question, code), services.view(strip_view, question, code)
    return {
        "regions": _chart(regions, regions_figure(regions), parts.missing_list(regions)),
        "lines": _chart(years, lines_figure(years)),
        "strip": _chart(strip, strip_figure(strip)),
    }


def _chart(
    view: RegionsView | LinesView | StripView | None, figure: dict[str, Any], above: Sequence[Any] = ()
) -> ChartParts:
    if view is None or view.axis is None:
        return chart_parts(figure, ("", ""), "", [])
    return chart_parts(figure, (view.finding, view.caption), view.alt, [*above, *lines(view.notes, view.source)])


def _map(services: Services, question: Question, code: str) -> str:
    shown = shown_question(services.picture_of(question), question, code)
    if shown is None:
        return ""
    return services.view_json(map_view, shown, services.picture_of(question).catalogue.main_id(code))


def _outputs() -> dict[str, Any]:
    return {
        "lead": Output(Ids.LEAD, "children"),
        "series": Output(Ids.SERIES, "children"),
        "brief": Output(Ids.BRIEF, "children"),
        "hidden": Output(Ids.SECTIONS, "hidden"),
        "regions": chart_outputs(Ids.REGIONS),
        "lines": chart_outputs(Ids.LINES),
        "strip": chart_outputs(Ids.STRIP),
        "strip_hidden": Output(Ids.STRIP_CHART, "hidden"),
        "strip_empty": Output(Ids.STRIP_EMPTY, "children"),
        "map": Output(Ids.MAP, "data"),
        **units.outputs(),
        "sexes": Output(Ids.SEXES, "children"),
        "people": Output(Ids.PEOPLE, "children"),
        "world": Output(Ids.WORLD, "children"),
        "definition": Output(Ids.DEFINITION, "children"),
        "tables": Output(Ids.TABLES, "data"),
        "options": Output(Ids.CHOSEN, "options"),
        "hint": Output(Ids.CHOSEN_HINT, "children"),
        "status": Output(Ids.STATUS, "children"),
    }


def register(app: Dash, services: Services) -> None:
    """Wire the filters to the charts, and the stores to the scripts that draw map and tables."""

    controls = {"sex": Ids.SEX, "period": Ids.PERIOD, "chosen": Ids.CHOSEN}

    @app.callback(
        output=_outputs(),
        inputs={name: Input(control, "value") for name, control in controls.items()},
        state={"base": State(Ids.BASE, "data")},
        prevent_initial_call=True,
    )
    def _(sex: str, period: str, chosen: list[str], base: dict[str, str]) -> dict[str, Any]:
        regions = ",".join((chosen or [])[:MOST_REGIONS])
        asked = services.question({**base, "sex": sex, "period": period, "regions": regions})
        code = base["code"] if knows(services, str(base["code"])) else PAGE.example
        found = update(services, asked, code)
        return {name: value.props() if isinstance(value, ChartParts) else value for name, value in found.items()}

    app.clientside_callback(
        "halsodialog.pages.map",
        Output(f"{Ids.MAP_HOST}-drawn", "data"),
        Input(Ids.MAP, "data"),
        State(Ids.SHAPES, "data"),
        State(Ids.MAP_HOST, "id"),
    )
    app.clientside_callback(
        f"(views) => halsodialog.pages.tables(views, '{Ids.PREFIX}')",
        Output(f"{Ids.TABLES}-drawn", "data"),
        Input(Ids.TABLES, "data"),
    )
    indicator_index.register(app)
    units.register(app)
