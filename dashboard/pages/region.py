"""One region: who it is, what matters, and its results in four dimensions."""

from dataclasses import replace
from typing import Any

from dash import Dash, Input, Output, State, dcc, html
from dash.exceptions import PreventUpdate

from dashboard.allowed_values import many, one, page_data
from dashboard.components.brief import brief_parts, chosen_parts
from dashboard.components.cards import signal_groups
from dashboard.components.controls import checks, filters, radios, select, way
from dashboard.components.drawing import drawing
from dashboard.components.people import people_section
from dashboard.components.shell import page as frame
from dashboard.components.text import facts_line, heading, pieces, tabs
from dashboard.i18n import words
from dashboard.page import Address, Page, outer
from dashboard.query import ALL, NEWEST, Question, kept
from dashboard.services import Services
from dashboard.viewmodels.choices import Choice, area_choices, period_choices, region_choices, sex_choices
from dashboard.viewmodels.earlier_signals.view import area_groups
from dashboard.viewmodels.people.region import region_people
from dashboard.viewmodels.region import RegionHead, region_head, scope
from dashboard.viewmodels.regions import regions_index
from dashboard.viewmodels.scorecard import scorecard_view
from dashboard.viewmodels.signals.brief import brief
from dashboard.viewmodels.signals.chosen import chosen_view
from dashboard.viewmodels.signals.method import is_earlier
from dashboard.viewmodels.take_home import report_offer
from dashboard.viewmodels.targets import targets_sentences
from indicators import Picture

FLAGS = ("deviating", "target")


class Ids:
    """The ids of this page."""

    BASE = "region-base"
    PICK = "region-pick"
    SEX = "region-sex"
    PERIOD = "region-period"
    AREA = "region-area"
    SHOW = "region-show"
    BRIEF = "region-brief"
    PEOPLE = "region-people"
    VIEW = "region-view"
    HOST = "region-rows"
    STATUS = "region-status"


def title(services: Services, address: Address) -> str:
    """Return the region's name, or the name of the list of regions."""
    if not address.code:
        return services.words(address.question.lang)("nav.regions")
    return services.picture_of(address.question).areas.by_code[address.code].name


PAGE = Page(
    name="region",
    path="/region",
    order=30,
    title=title,
    knows=lambda services, code: code in services.pictures.current().areas.region_codes,
    example="01",
    report=lambda code: report_offer(code) if code else None,
    menu="regions",
    controls={
        "sex.value": one("sex"),
        "period.value": one("period"),
        "area.value": one("area-or-all"),
        "show.value": many("flag"),
        "base.data": page_data(code="region", dimension="dimension"),
    },
)


def layout(services: Services, address: Address) -> list[Any]:
    """Return the page of one region, or without a code the list of regions."""
    framed = outer(services, address, title(services, address))
    if not address.code:
        return frame(framed, _index(services, address.question))
    head = region_head(services.picture_of(address.question), address.question, address.code)
    return frame(framed, [*_head(services, address.question, head), *_rows(services, address.question, head)])


def _index(services: Services, question: Question) -> list[Any]:
    words = services.words(question.lang)
    items = regions_index(services.picture_of(question), question)
    cards = [
        html.Li([html.A(item.name, href=item.href, className="card-title"), html.P(item.text, className="small")])
        for item in items
    ]
    lede = html.P(words("regions.lede"), className="lede")
    return [heading(words("nav.regions")), lede, html.Ul(cards, className="card-list")]


def _head(services: Services, question: Question, head: RegionHead) -> list[Any]:
    words = services.words(question.lang)
    peers = html.Span([f"{words('region.peers')}: ", *pieces(head.peers)]) if head.peers else None
    picker = way(Ids.PICK, words("region.choose"), region_choices(services.picture_of(question)), head.code, PAGE.path)
    return [
        html.Div(
            [
                html.Div([heading(head.name), facts_line(head.facts, [peers] if peers else [])]),
                html.Div(picker, className="page-picker"),
            ],
            className="page-head",
        ),
        html.Section(
            [
                html.H2(words("signals.heading")),
                html.Div(_brief(services.picture_of(question), question, head.code), id=Ids.BRIEF),
            ],
            className="card brief",
        ),
        html.Section(
            _people(services.picture_of(question), question, head.code),
            id=Ids.PEOPLE,
            className="card",
            **{"aria-label": words("people.title")},
        ),
    ]


def _people(picture: Picture, question: Question, code: str) -> list[Any]:
    say = words(question.lang)
    source = say("people.source", edition=picture.edition.number)
    return people_section(region_people(picture, question, code), say("people.title"), source)


def _brief(picture: Picture, question: Question, code: str) -> list[Any]:
    targets = html.P(" ".join(told.text for told in targets_sentences(picture, question, code)))
    if is_earlier(picture):
        said = scope(question)
        scoped = [html.P(html.Strong(said))] if said else []
        return [*scoped, targets, *signal_groups(area_groups(picture, question, code))]
    say = words(question.lang)
    return [
        *brief_parts(brief(picture, question, code), say.part("matters")),
        chosen_parts(chosen_view(picture, question, code)),
        targets,
    ]


def _rows(services: Services, question: Question, head: RegionHead) -> list[Any]:
    words = services.words(question.lang)
    view = services.view_json(scorecard_view, question, head.code)
    base = services.base(question, code=head.code, dimension=question.dimension)
    return [
        html.H2(words("region.rows"), className="section-title"),
        html.P(words("region.rows_scope"), className="small"),
        tabs(head.tabs, words("filters.dimension")),
        _filters(services, question),
        html.P(id=Ids.STATUS, role="status", className="visually-hidden"),
        *drawing(Ids.VIEW, Ids.HOST, view, words("shell.loading_scorecard")),
        dcc.Store(id=Ids.BASE, data=base),
    ]


def _filters(services: Services, question: Question) -> html.Section:
    words = services.words(question.lang)
    shown = [name for name in FLAGS if getattr(question, name)]
    show = tuple(Choice(name, words(f"filters.{name}")) for name in FLAGS)
    return filters(
        words("filters.label"),
        [
            radios(Ids.SEX, words("filters.sex"), sex_choices(question), question.sex, "sex"),
            select(
                Ids.PERIOD,
                words("filters.period"),
                period_choices(services.picture_of(question), question),
                question.period or NEWEST,
                "period",
            ),
            select(Ids.AREA, words("filters.area"), area_choices(question), question.area or ALL, "area"),
            checks(Ids.SHOW, words("filters.show"), show, shown, "flags"),
        ],
    )


def update(services: Services, question: Question, code: str) -> tuple[str, Any, Any, str]:
    """Return the rows as JSON, the sentences, those in people, and what a screen reader is told, of a known region."""
    asked = kept(question)
    # The filters leave the sentences as they are, and of those in people only some: neither is drawn anew for each.
    brief = services.drawn(_brief, asked, code)
    people = services.drawn(_people, replace(asked, dimension=question.dimension, area=question.area), code)
    shown = services.view(scorecard_view, question, code)
    status = services.words(question.lang)("region.rows_status", n=len(shown.rows))
    return services.view_json(scorecard_view, question, code), brief, people, status


def register(app: Dash, services: Services) -> None:
    """Wire the filters to the rows, and the rows to the script that draws them."""

    @app.callback(
        Output(Ids.VIEW, "data"),
        Output(Ids.BRIEF, "children"),
        Output(Ids.PEOPLE, "children"),
        Output(Ids.STATUS, "children"),
        Input(Ids.SEX, "value"),
        Input(Ids.PERIOD, "value"),
        Input(Ids.AREA, "value"),
        Input(Ids.SHOW, "value"),
        State(Ids.BASE, "data"),
        prevent_initial_call=True,
    )
    def _(sex: str, period: str, area: str, show: list[str], base: dict[str, str]) -> tuple[str, Any, Any, str]:
        code = str(base["code"])
        if not PAGE.knows or not PAGE.knows(services, code):
            raise PreventUpdate
        flags = {flag: "1" for flag in FLAGS if flag in (show or [])}
        asked = services.question({**base, "sex": sex, "period": period, "area": area, **flags})
        return update(services, asked, code)

    app.clientside_callback(
        "halsodialog.pages.scorecard",
        Output(f"{Ids.HOST}-drawn", "data"),
        Input(Ids.VIEW, "data"),
        State(Ids.HOST, "id"),
    )
