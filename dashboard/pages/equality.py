"""Equality: groups beside each other, municipalities by economic standard, what nobody knows, people's judgements."""

import datetime as dt
from typing import Any

from dash import Dash, Input, Output, State, dcc, html

from dashboard.allowed_values import clicks, one, page_data, text
from dashboard.components.charts import ChartIds, ChartParts, as_drawn_table, chart, chart_outputs, told_parts
from dashboard.components.controls import filters, radios, select
from dashboard.components.data import section
from dashboard.components.drawing import drawing
from dashboard.components.equality import example_mark, form, grade_cards, made
from dashboard.components.shell import page as frame
from dashboard.components.text import heading
from dashboard.figures.lines import lines_figure
from dashboard.figures.regions import regions_figure
from dashboard.page import Address, Page, outer
from dashboard.query import ALL, NEWEST, Question
from dashboard.services import Services, as_json
from dashboard.viewmodels.choices import period_choices
from dashboard.viewmodels.data.head import dimension_choices
from dashboard.viewmodels.equality.draft import NAMES, draft
from dashboard.viewmodels.equality.graded import grade_choices, group_choices
from dashboard.viewmodels.equality.groups import grouping_choices
from dashboard.viewmodels.equality.page import equality_indicators, equality_tables, equality_view, first_equal
from dashboard.viewmodels.equality.taken import equality_taken
from dashboard.viewmodels.equality.views import EqualityView
from dashboard.viewmodels.inside_subject import inside_choices, region_choices_or
from indicators import LANGUAGES


class Ids:
    """The ids of this page. A table's place is called `<PREFIX>-<name>-table` (see assets/pages.js)."""

    PREFIX = "equality"
    BASE = "equality-base"
    GROUPING = "equality-grouping"
    INDICATOR = "equality-indicator"
    REGION = "equality-region"
    DIMENSION = "equality-dimension"
    PERIOD = "equality-period"
    STATUS = "equality-status"
    FINDING = "equality-finding"
    SEXES = "equality-sexes"
    ROWS = "equality-rows"
    HOST = "equality-dumbbells"
    LINES = ChartIds("equality-lines")
    LINES_HOST = "equality-lines-host"
    LINES_TEXT = "equality-lines-text"
    FIFTHS = ChartIds("equality-fifths")
    FIFTHS_HOST = "equality-fifths-host"
    FIFTHS_TEXT = "equality-fifths-text"
    GROUPS = "equality-groups"
    TABLES = "equality-tables"
    DRAFT = "equality-draft"


CONTROLS = {
    "grouping": Ids.GROUPING,
    "indicator": Ids.INDICATOR,
    "regions": Ids.REGION,
    "dimension": Ids.DIMENSION,
    "period": Ids.PERIOD,
}


def title(services: Services, address: Address) -> str:
    """Return the page's title."""
    return services.words(address.question.lang)("equality.title")


REASON, AUTHOR = 4_000, 200
"""Letters that a reason and a name may have."""

PAGE = Page(
    "equality",
    "/jamlikhet",
    56,
    title,
    tables=lambda _: equality_taken,
    menu="equality",
    controls={
        "grouping.value": one("grouping"),
        "indicator.value": one("indicator"),
        "region.value": one("region-or-all"),
        "dimension.value": one("dimension-or-all"),
        "period.value": one("period"),
        "draft-make.n_clicks": clicks,
        "draft-indicator.value": one("indicator"),
        "draft-first.value": one("group"),
        "draft-second.value": one("group"),
        "draft-unwarranted.value": one("grade"),
        "draft-grave.value": one("grade"),
        **{f"draft-{name}_{lang}.value": text(REASON) for name in ("unwarranted", "grave") for lang in LANGUAGES},
        "draft-author.value": text(AUTHOR),
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
            heading(words("equality.title")),
            html.P(words("equality.lede"), className="lede"),
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
    dimensions, periods = dimension_choices(question, ALL), period_choices(picture, question)
    first = first_equal(picture, question)
    now = question.indicator if question.indicator in {choice.value for choice in choices} else first
    groupings = grouping_choices(picture, question)
    return filters(
        words("filters.label"),
        [
            # With one grouping there is nothing to choose.
            html.Div(
                radios(Ids.GROUPING, words("equality.grouping"), groupings, question.grouping, "grouping"),
                hidden=len(groupings) == 1,
            ),
            select(Ids.REGION, words("equality.area"), regions, region, "regions", ALL),
            select(Ids.DIMENSION, words("filters.dimension"), dimensions, question.dimension or ALL, "dimension", ALL),
            select(Ids.PERIOD, words("filters.period"), periods, question.period or NEWEST, "period"),
            select(Ids.INDICATOR, words("filters.indicator"), choices, now, "indicator", first),
        ],
    )


def _sections(services: Services, question: Question, now: dict[str, Any]) -> list[Any]:
    words, prefix = services.words(question.lang), Ids.PREFIX
    show, tone = words("table.show"), html.P(words("equality.tone"), className="tone")
    parts = {
        "sexes": [
            html.Div(
                [html.H3(now["finding"], id=Ids.FINDING), html.Div(now["sexes"], id=Ids.SEXES), tone], className="card"
            ),
            html.Div(drawing(Ids.ROWS, Ids.HOST, now["rows"], words("compare.loading")), className="compare-rows"),
            _card(
                html.Div(now["lines_text"], id=Ids.LINES_TEXT),
                html.Div(chart(Ids.LINES, now["lines"], show), id=Ids.LINES_HOST, hidden=now["lines_hidden"]),
            ),
        ],
        "fifths": [
            _card(
                html.Div(chart(Ids.FIFTHS, now["fifths"], show), id=Ids.FIFTHS_HOST, hidden=now["fifths_hidden"]),
                html.Div(now["fifths_text"], id=Ids.FIFTHS_TEXT, className="chart-notes"),
                as_drawn_table(f"{prefix}-every-table", words("equality.show_every")),
            )
        ],
        "groups": [
            _card(
                html.Div(now["groups"], id=Ids.GROUPS),
                as_drawn_table(f"{prefix}-groups-table", words("equality.show_groups")),
            )
        ],
        "graded": _graded(services, question),
    }
    return [section(f"equality-part-{name}", words(f"equality.part_{name}"), part) for name, part in parts.items()]


def _card(*parts: Any) -> html.Div:
    return html.Div(list(parts), className="card")


def _graded(services: Services, question: Question) -> list[Any]:
    words, view = services.words(question.lang), _view(services, question)
    picture = services.picture_of(question)
    indicators = inside_choices(picture, question, tuple(item.id for item in picture.catalogue.indicators))
    return [
        html.P(words("equality.graded_what"), className="measure"),
        html.P(view.graded_text),
        grade_cards(view.graded),
        form(Ids.DRAFT, words.part("equality"), indicators, group_choices(question), grade_choices(question)),
    ]


def _view(services: Services, question: Question) -> EqualityView:
    # A view is kept for the uploads it was made of: a confirm or an undo shows at once.
    return services.view(equality_view, question, services.picture_of(question).units_version)


def update(services: Services, question: Question) -> dict[str, Any]:
    """Return everything that follows the pickers, by the names of `outputs`."""
    view, version = _view(services, question), services.picture_of(question).units_version
    return {
        "finding": view.finding,
        "sexes": [*example_mark(view.example), *_paragraphs(view.sexes)],
        "rows": as_json(view.dumbbells),
        "lines": told_parts(lines_figure(view.lines), view.lines),
        "lines_hidden": view.lines is None,
        "lines_text": _paragraphs(view.lines_text),
        "fifths": told_parts(regions_figure(view.fifths), view.fifths),
        "fifths_hidden": view.fifths is None,
        "fifths_text": _paragraphs(view.fifths_texts),
        "groups": _paragraphs(view.groups),
        "status": view.finding,
        "tables": services.view_json(equality_tables, question, version),
    }


def _paragraphs(texts: Any) -> list[Any]:
    return [html.P(text) for text in texts]


def outputs() -> dict[str, Any]:
    """Return where what `update` gives is shown."""
    places = {"finding": Ids.FINDING, "sexes": Ids.SEXES, "lines_text": Ids.LINES_TEXT, "fifths_text": Ids.FIFTHS_TEXT}
    return {
        **{name: Output(place, "children") for name, place in {**places, "groups": Ids.GROUPS}.items()},
        "rows": Output(Ids.ROWS, "data"),
        "lines": chart_outputs(Ids.LINES),
        "lines_hidden": Output(Ids.LINES_HOST, "hidden"),
        "fifths": chart_outputs(Ids.FIFTHS),
        "fifths_hidden": Output(Ids.FIFTHS_HOST, "hidden"),
        "status": Output(Ids.STATUS, "children"),
        "tables": Output(Ids.TABLES, "data"),
    }


def register(app: Dash, services: Services) -> None:
    """Wire the pickers to the pictures, the form to its draft, and rows and tables to the scripts that draw them."""

    @app.callback(
        output=outputs(),
        inputs={name: Input(control, "value") for name, control in CONTROLS.items()},
        state={"base": State(Ids.BASE, "data")},
        prevent_initial_call=True,
    )
    def _(base: dict[str, str], **chosen: str) -> dict[str, Any]:
        asked = {name: "" if value in (ALL, NEWEST) else value for name, value in chosen.items()}
        now = update(services, services.question({**base, **asked}))
        return {name: part.props() if isinstance(part, ChartParts) else part for name, part in now.items()}

    _register_draft(app, services)
    app.clientside_callback(
        "halsodialog.pages.dumbbells",
        Output(f"{Ids.HOST}-drawn", "data"),
        Input(Ids.ROWS, "data"),
        State(Ids.HOST, "id"),
    )
    app.clientside_callback(
        f"(views) => halsodialog.pages.tables(views, '{Ids.PREFIX}')",
        Output(f"{Ids.TABLES}-drawn", "data"),
        Input(Ids.TABLES, "data"),
    )


def _register_draft(app: Dash, services: Services) -> None:
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
