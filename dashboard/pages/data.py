"""Where the figures come from, which region lacks what, what was held back or revised, and all of it to take home."""

from typing import Any

from dash import Dash, Input, Output, State, dcc, html

from dashboard.allowed_values import one, page_data
from dashboard.components.charts import as_drawn_table
from dashboard.components.controls import filters, select
from dashboard.components.data import (
    download_links,
    downloads_card,
    main_download,
    records,
    section,
    sentences,
)
from dashboard.components.drawing import drawing
from dashboard.components.shell import page as frame
from dashboard.components.text import facts_line, heading, tabs
from dashboard.i18n import Words
from dashboard.page import Address, Page, outer
from dashboard.query import ALL, Question
from dashboard.services import Services
from dashboard.viewmodels.data.coverage import coverage_numbers, coverage_rug
from dashboard.viewmodels.data.downloads import description_href, download_href, whole_href
from dashboard.viewmodels.data.head import data_facts, dimension_choices
from dashboard.viewmodels.data.package import DESCRIPTION, FORMS, file_name
from dashboard.viewmodels.data.records import RecordsView, quarantine_view, revisions_view
from dashboard.viewmodels.data.sources import sources_view
from dashboard.viewmodels.data.tables import data_tables
from dashboard.viewmodels.data.tabs import DATA, data_tabs
from dashboard.viewmodels.data.taken import data_taken


class Ids:
    """The ids of this page. A table's place is called `<PREFIX>-<name>-table` (see assets/pages.js)."""

    PREFIX = "data"
    BASE = "data-base"
    SOURCES = "data-sources"
    SOURCES_HOST = "data-sources-host"
    DIMENSION = "data-dimension"
    COVERAGE = "data-coverage"
    COVERAGE_HOST = "data-coverage-host"
    COVERAGE_TEXT = "data-coverage-text"
    TABLES = "data-tables"
    TABLES_DRAWN = "data-tables-drawn"


def title(services: Services, address: Address) -> str:
    """Return the page's title."""
    return services.words(address.question.lang)("data.title")


PAGE = Page(
    "data",
    DATA,
    80,
    title,
    tables=lambda _: data_taken,
    menu="data",
    controls={"dimension.value": one("dimension-or-all"), "base.data": page_data()},
)


def layout(services: Services, address: Address) -> list[Any]:
    """Return the whole page."""
    question, words = address.question, services.words(address.question.lang)
    framed = outer(services, address, title(services, address))
    return frame(
        framed,
        [
            heading(words("data.title")),
            html.P(words("data.lede"), className="lede"),
            facts_line(services.view(data_facts, question)),
            tabs(data_tabs(question, DATA), words("data.tabs")),
            section("data-part-sources", words("data.sources"), _sources(services, question, words)),
            section("data-part-coverage", words("data.coverage"), _coverage(services, question, words)),
            section("data-part-quarantine", words("data.quarantine"), [_records(services, question, "quarantine")]),
            section("data-part-revisions", words("data.revisions"), [_records(services, question, "revisions")]),
            section("data-part-downloads", words("data.downloads"), _downloads(services, question, words)),
            dcc.Store(id=Ids.BASE, data=services.base(question)),
            dcc.Store(id=Ids.TABLES, data=services.view_json(data_tables, question)),
            dcc.Store(id=Ids.TABLES_DRAWN),
        ],
    )


def _sources(services: Services, question: Question, words: Words) -> list[Any]:
    text = services.view_json(sources_view, question)
    return [
        html.P(words("data.sources_intro")),
        *drawing(Ids.SOURCES, Ids.SOURCES_HOST, text, words("data.loading_sources")),
    ]


def _coverage(services: Services, question: Question, words: Words) -> list[Any]:
    choices = dimension_choices(question, ALL)
    picker = select(Ids.DIMENSION, words("filters.dimension"), choices, question.dimension or ALL, "dimension")
    told = services.view(coverage_numbers, question)
    return [
        html.P(words("data.coverage_intro")),
        filters(words("data.coverage"), [picker]),
        html.Div(sentences(told.sentences), id=Ids.COVERAGE_TEXT, role="status"),
        *drawing(
            Ids.COVERAGE, Ids.COVERAGE_HOST, services.view_json(coverage_rug, question), words("data.loading_coverage")
        ),
        as_drawn_table(f"{Ids.PREFIX}-coverage-table", words("data.coverage_as_table")),
        _files(services, question, "coverage"),
    ]


def _records(services: Services, question: Question, name: str) -> Any:
    view: RecordsView = services.view(RECORDS[name], question)
    if view.table is None:
        return records(view.text, None, [])
    return records(view.text, f"{Ids.PREFIX}-{name}-table", [_files(services, question, name)])


def _files(services: Services, question: Question, table: str) -> html.P:
    picture, words = services.picture_of(question), services.words(question.lang)
    files = [file_name(table, form) for form in FORMS]
    return download_links([(file, download_href(picture, file)) for file in files], words("data.fetch"))


def _downloads(services: Services, question: Question, words: Words) -> list[Any]:
    picture = services.picture_of(question)
    also = [(DESCRIPTION, description_href(picture))]
    return [
        main_download(words("data.whole"), whole_href(picture), words("data.whole_note")),
        downloads_card(f"{Ids.PREFIX}-downloads-table", download_links(also, words("data.described"))),
        html.P(words("data.form_note")),
        html.P([words("data.dcat_note"), " ", html.A("/dcat", href="/dcat")]),
    ]


RECORDS = {"quarantine": quarantine_view, "revisions": revisions_view}


def update(services: Services, question: Question) -> tuple[str, Any, str]:
    """Return the coverage of one question: the picture, its sentences, and the tables."""
    told = services.view(coverage_numbers, question)
    return (
        services.view_json(coverage_rug, question),
        sentences(told.sentences),
        services.view_json(data_tables, question),
    )


def register(app: Dash, services: Services) -> None:
    """Wire the picker to the coverage, and the views to the scripts that draw them."""

    @app.callback(
        Output(Ids.COVERAGE, "data"),
        Output(Ids.COVERAGE_TEXT, "children"),
        Output(Ids.TABLES, "data"),
        Input(Ids.DIMENSION, "value"),
        State(Ids.BASE, "data"),
        prevent_initial_call=True,
    )
    def _(dimension: str, base: dict[str, str]) -> tuple[str, Any, str]:
        return update(services, services.question({**base, "dimension": dimension}))

    for name, store in {"cards": Ids.SOURCES, "rug": Ids.COVERAGE}.items():
        app.clientside_callback(
            f"halsodialog.pages.{name}",
            Output(f"{store}-host-drawn", "data"),
            Input(store, "data"),
            State(f"{store}-host", "id"),
        )
    app.clientside_callback(
        f"(views) => halsodialog.pages.tables(views, '{Ids.PREFIX}')",
        Output(Ids.TABLES_DRAWN, "data"),
        Input(Ids.TABLES, "data"),
    )
