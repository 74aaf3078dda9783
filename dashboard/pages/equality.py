"""Equality: women and men, municipalities by economic standard, other groups, and differences judged by people."""

import datetime as dt
from typing import Any

from dash import Dash, Input, Output, State, dcc, html

from dashboard.components.charts import ChartIds, ChartParts, as_drawn_table, chart, chart_outputs, chart_parts, lines
from dashboard.components.controls import filters, select
from dashboard.components.data import section
from dashboard.components.equality import form, grade_cards, made
from dashboard.components.shell import page as frame
from dashboard.components.text import heading
from dashboard.figures.lines import lines_figure
from dashboard.figures.regions import regions_figure
from dashboard.page import Address, Page, outer
from dashboard.query import ALL, Question
from dashboard.services import Services
from dashboard.viewmodels.data.head import dimension_choices
from dashboard.viewmodels.equality.draft import NAMES, draft
from dashboard.viewmodels.equality.graded import grade_choices
from dashboard.viewmodels.equality.page import equality_indicators, equality_tables, equality_view, first_equal
from dashboard.viewmodels.equality.taken import equality_taken
from dashboard.viewmodels.inside_subject import inside_choices, region_choices_or


class Ids:
    """The ids of this page. A table's place is called `<PREFIX>-<name>-table` (see assets/pages.js)."""

    PREFIX = "equality"
    BASE = "equality-base"
    INDICATOR = "equality-indicator"
    REGION = "equality-region"
    DIMENSION = "equality-dimension"
    STATUS = "equality-status"
    SEXES = "equality-sexes"
    LINES = ChartIds("equality-lines")
    LINES_HOST = "equality-lines-host"
    LINES_TEXT = "equality-lines-text"
    FIFTHS = ChartIds("equality-fifths")
    FIFTHS_HOST = "equality-fifths-host"
    FIFTHS_TEXT = "equality-fifths-text"
    TABLES = "equality-tables"
    DRAFT = "equality-draft"


def title(services: Services, address: Address) -> str:
    """Return the page's title."""
    return services.words(address.question.lang)("equality.title")


PAGE = Page("equality", "/jamlikhet", 56, title, tables=lambda _: equality_taken)


def layout(services: Services, address: Address) -> list[Any]:
    """Return the whole page."""
    question, words = address.question, services.words(address.question.lang)
    now = update(services, question)
    return frame(
        outer(services, address, title(services, address)),
        [
            heading(words("equality.title")),
            html.P(words("equality.lede"), className="lede"),
            html.P(words("equality.tone")),
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
    choices = inside_choices(picture, question, equality_indicators(picture, question))
    regions = region_choices_or(picture, question, "equality.nation")
    region = question.regions[0] if question.regions else ALL
    dimensions = dimension_choices(question, ALL)
    first = first_equal(picture, question)
    now = question.indicator if question.indicator in {choice.value for choice in choices} else first
    return filters(
        words("filters.label"),
        [
            select(Ids.REGION, words("equality.area"), regions, region, "regions", ALL),
            select(Ids.INDICATOR, words("filters.indicator"), choices, now, "indicator", first),
            select(Ids.DIMENSION, words("filters.dimension"), dimensions, question.dimension or ALL, "dimension", ALL),
        ],
    )


def _sections(services: Services, question: Question, now: dict[str, Any]) -> list[Any]:
    words, prefix = services.words(question.lang), Ids.PREFIX
    show = words("table.show")
    parts = {
        "sexes": [
            html.Div(now["sexes"], id=Ids.SEXES),
            as_drawn_table(f"{prefix}-sexes-table", words("equality.show_sexes")),
            html.Div(now["lines_text"], id=Ids.LINES_TEXT),
            html.Div(chart(Ids.LINES, now["lines"], show), id=Ids.LINES_HOST, hidden=now["lines_hidden"]),
        ],
        "fifths": [
            html.Div(chart(Ids.FIFTHS, now["fifths"], show), id=Ids.FIFTHS_HOST, hidden=now["fifths_hidden"]),
            html.Div(now["fifths_text"], id=Ids.FIFTHS_TEXT),
            as_drawn_table(f"{prefix}-every-table", words("equality.show_every")),
        ],
        "groups": [
            *_paragraphs(services.view(equality_view, question).groups),
            as_drawn_table(f"{prefix}-groups-table", words("equality.show_groups")),
        ],
        "graded": _graded(services, question),
    }
    return [section(f"equality-part-{name}", words(f"equality.part_{name}"), part) for name, part in parts.items()]


def _graded(services: Services, question: Question) -> list[Any]:
    words, view = services.words(question.lang), services.view(equality_view, question)
    picture = services.picture_of(question)
    indicators = inside_choices(picture, question, tuple(item.id for item in picture.catalogue.indicators))
    return [
        html.P(words("equality.graded_what")),
        html.P(view.graded_text),
        grade_cards(view.graded),
        form(Ids.DRAFT, words.part("equality"), indicators, grade_choices(question)),
    ]


def update(services: Services, question: Question) -> dict[str, Any]:
    """Return everything that follows the pickers, by the names of `outputs`."""
    view = services.view(equality_view, question)
    return {
        "sexes": _paragraphs(view.sexes),
        "lines": _parts(lines_figure(view.lines), view.lines),
        "lines_hidden": view.lines is None,
        "lines_text": _paragraphs([view.lines_text] if view.lines_text else []),
        "fifths": _parts(regions_figure(view.fifths), view.fifths),
        "fifths_hidden": view.fifths is None,
        "fifths_text": _paragraphs(view.fifths_texts),
        "status": view.sexes[0],
        "tables": services.view_json(equality_tables, question),
    }


def _parts(figure: dict[str, Any], shown: Any) -> ChartParts:
    if shown is None:
        return chart_parts(figure, ("", ""), "", [])
    return chart_parts(figure, (shown.finding, shown.caption), shown.alt, lines(shown.notes, shown.source))


def _paragraphs(texts: Any) -> list[Any]:
    return [html.P(text) for text in texts]


def outputs() -> dict[str, Any]:
    """Return where what `update` gives is shown."""
    return {
        "sexes": Output(Ids.SEXES, "children"),
        "lines": chart_outputs(Ids.LINES),
        "lines_hidden": Output(Ids.LINES_HOST, "hidden"),
        "lines_text": Output(Ids.LINES_TEXT, "children"),
        "fifths": chart_outputs(Ids.FIFTHS),
        "fifths_hidden": Output(Ids.FIFTHS_HOST, "hidden"),
        "fifths_text": Output(Ids.FIFTHS_TEXT, "children"),
        "status": Output(Ids.STATUS, "children"),
        "tables": Output(Ids.TABLES, "data"),
    }


def register(app: Dash, services: Services) -> None:
    """Wire the pickers to the pictures, the form to its draft, and the tables to the script that draws them."""

    @app.callback(
        output=outputs(),
        inputs={
            "indicator": Input(Ids.INDICATOR, "value"),
            "region": Input(Ids.REGION, "value"),
            "dimension": Input(Ids.DIMENSION, "value"),
        },
        state={"base": State(Ids.BASE, "data")},
        prevent_initial_call=True,
    )
    def _(indicator: str, region: str, dimension: str, base: dict[str, str]) -> dict[str, Any]:
        regions, kind = ("" if value == ALL else value for value in (region, dimension))
        asked = services.question({**base, "indicator": indicator, "regions": regions, "dimension": kind})
        now = update(services, asked)
        return {name: part.props() if isinstance(part, ChartParts) else part for name, part in now.items()}

    @app.callback(
        output=Output(f"{Ids.DRAFT}-made", "children"),
        inputs={"clicks": Input(f"{Ids.DRAFT}-make", "n_clicks")},
        state={
            "filled": {name: State(f"{Ids.DRAFT}-{name}", "value") for name in NAMES},
            "base": State(Ids.BASE, "data"),
        },
        prevent_initial_call=True,
    )
    def _(clicks: int, filled: dict[str, str], base: dict[str, str]) -> list[Any]:
        asked = services.question(base)
        today = dt.datetime.now(tz=dt.UTC).date()
        return made(draft(services.picture_of(asked), asked, filled, today)) if clicks else []

    app.clientside_callback(
        f"(views) => halsodialog.pages.tables(views, '{Ids.PREFIX}')",
        Output(f"{Ids.TABLES}-drawn", "data"),
        Input(Ids.TABLES, "data"),
    )
