"""Sheets, decks and workbooks for many regions at once: choose, see how it goes, stop, and take home one archive."""

from collections.abc import Sequence
from typing import Any

import dash_bootstrap_components as dbc
from dash import Dash, Input, Output, State, dcc, html

from dashboard.allowed_values import many, one, page_data
from dashboard.bulk import screen_view
from dashboard.components.controls import checks, radios, select
from dashboard.components.shell import page as frame
from dashboard.components.text import heading
from dashboard.page import Address, Page, outer
from dashboard.query import NEWEST, Question
from dashboard.services import Services, as_json
from dashboard.viewmodels.bulk import EXPORT, KINDS, BulkChoice, BulkView
from dashboard.viewmodels.choices import Choice, indicator_choices, period_choices, region_choices, sex_choices
from dashboard.viewmodels.report.forms import FORM_NAMES
from indicators import MOST_ON_SHEET, NATION, read_sheet

EVERY, CHOSEN = "all", "own"


class Ids:
    """The ids of this page."""

    BASE = "export-base"
    WHOM = "export-whom"
    AREAS = "export-areas"
    AREAS_HOST = "export-areas-host"
    KINDS = "export-kinds"
    SET = "export-set"
    INDICATORS = "export-indicators"
    INDICATORS_HOST = "export-indicators-host"
    FORMS = "export-forms"
    SEX = "export-sex"
    PERIOD = "export-period"
    FILES = "export-files"
    TEXT = "export-text"
    START = "export-start"
    RUN = "export-run"


PICKERS = {
    "whom": Ids.WHOM,
    "areas": Ids.AREAS,
    "kinds": Ids.KINDS,
    "set": Ids.SET,
    "indicators": Ids.INDICATORS,
    "forms": Ids.FORMS,
    "sex": Ids.SEX,
    "period": Ids.PERIOD,
}


def title(services: Services, address: Address) -> str:
    """Return the page's title."""
    return services.words(address.question.lang)("bulk.title")


PAGE = Page(
    "export",
    EXPORT,
    85,
    title,
    not_taken="The page is itself a way to take things home.",
    controls={
        "whom.value": one("whole"),
        "areas.value": many("area"),
        "kinds.value": many("scope"),
        "set.value": one("whole"),
        "indicators.value": many("indicator"),
        "forms.value": many("form"),
        "sex.value": one("sex"),
        "period.value": one("period"),
        "base.data": page_data(),
    },
)


def layout(services: Services, address: Address) -> list[Any]:
    """Return the whole page; to begin with, one sheet for the nation and each region."""
    question, words = address.question, services.words(address.question.lang)
    view = update(services, question, BulkChoice(_areas(services, question), ("region",), ("pdf",)))
    return frame(
        outer(services, address, title(services, address)),
        [
            heading(words("bulk.title")),
            html.P(words("bulk.lede"), className="lede"),
            _form(services, question, view),
            html.Div(id=Ids.RUN, className="export"),
            dcc.Store(id=Ids.BASE, data=services.base(question)),
            dcc.Store(id=Ids.FILES, data=as_json(view)),
            dcc.Store(id=f"{Ids.RUN}-drawn"),
        ],
    )


def _areas(services: Services, question: Question) -> tuple[str, ...]:
    return (NATION, *services.picture_of(question).areas.region_codes)


def _form(services: Services, question: Question, view: BulkView) -> html.Div:
    words, picture = services.words(question.lang), services.picture_of(question)
    whom = [Choice(EVERY, words("bulk.whom_all")), Choice(CHOSEN, words("bulk.whom_own"))]
    areas = [Choice(NATION, words(f"area.{NATION}")), *region_choices(picture)]
    kinds = [Choice(kind, words(f"bulk.kind.{kind}")) for kind in KINDS]
    forms = [Choice(form, words(f"bulk.form.{form}")) for form in FORM_NAMES]
    many = checks(Ids.AREAS, words("bulk.areas"), areas, [])
    many.className = "many"
    return html.Div(
        [
            radios(Ids.WHOM, words("bulk.whom"), whom, EVERY),
            html.Div(many, id=Ids.AREAS_HOST, hidden=True),
            checks(Ids.KINDS, words("bulk.kinds"), kinds, ["region"]),
            *_own_set(services, question),
            checks(Ids.FORMS, words("bulk.forms"), forms, ["pdf"]),
            radios(Ids.SEX, words("filters.sex"), sex_choices(question), question.sex, "sex"),
            select(
                Ids.PERIOD,
                words("filters.period"),
                period_choices(picture, question),
                question.period or NEWEST,
                "period",
            ),
            html.P(view.text, id=Ids.TEXT, role="status"),
            dbc.Button(words("bulk.start"), id=Ids.START, color="primary", disabled=not view.files),
        ],
        className="card export-form",
    )


def _own_set(services: Services, question: Question) -> list[Any]:
    """The default set of the region's page, or the reader's own: to begin with the same, to take from and add to."""
    words, picture = services.words(question.lang), services.picture_of(question)
    sets = [Choice(EVERY, words("bulk.set_default")), Choice(CHOSEN, words("bulk.set_own"))]
    choices = indicator_choices(picture, Question(lang=question.lang))
    many = checks(Ids.INDICATORS, words("bulk.indicators", most=MOST_ON_SHEET), choices, read_sheet().ids)
    many.className = "many"
    return [
        radios(Ids.SET, words("bulk.set"), sets, EVERY),
        html.Div(many, id=Ids.INDICATORS_HOST, hidden=True),
    ]


def update(services: Services, question: Question, choice: BulkChoice) -> BulkView:
    """Return the files of a choice."""
    return screen_view(services.picture_of(question), question, choice)


def register(app: Dash, services: Services) -> None:
    """Wire the choices to the list of files, and the button to the script that fetches them."""

    @app.callback(
        output={
            "files": Output(Ids.FILES, "data"),
            "text": Output(Ids.TEXT, "children"),
            "hidden": Output(Ids.AREAS_HOST, "hidden"),
            "none": Output(Ids.START, "disabled"),
            "set_hidden": Output(Ids.INDICATORS_HOST, "hidden"),
        },
        inputs={"chosen": {name: Input(control, "value") for name, control in PICKERS.items()}},
        state={"base": State(Ids.BASE, "data")},
        prevent_initial_call=True,
    )
    def _(chosen: dict[str, Any], base: dict[str, str]) -> dict[str, Any]:
        view = update(services, *_asked(services, chosen, base))
        hidden = {"hidden": chosen["whom"] != CHOSEN, "set_hidden": chosen["set"] != CHOSEN}
        return {"files": as_json(view), "text": view.text, "none": not view.files, **hidden}

    app.clientside_callback(
        f"(clicks, text) => halsodialog.bulk.start(clicks, text, '{Ids.RUN}')",
        Output(f"{Ids.RUN}-drawn", "data"),
        Input(Ids.START, "n_clicks"),
        State(Ids.FILES, "data"),
    )


def _asked(services: Services, chosen: dict[str, Any], base: dict[str, str]) -> tuple[Question, BulkChoice]:
    period = "" if chosen["period"] == NEWEST else chosen["period"]
    question = services.question({**base, "sex": chosen["sex"], "period": period})
    every = _areas(services, question)
    areas = _known(chosen["areas"], every) if chosen["whom"] == CHOSEN else every
    codes = tuple(item.id for item in services.picture_of(question).catalogue.indicators)
    own = _known(chosen["indicators"], codes) if chosen["set"] == CHOSEN else ()
    kinds, forms = _known(chosen["kinds"], KINDS), _known(chosen["forms"], FORM_NAMES)
    return question, BulkChoice(areas, kinds, forms, own)


def _known(found: object, allowed: Sequence[Any]) -> tuple[Any, ...]:
    """What was chosen of what there is, in its order; anything else in the request is no choice."""
    return tuple(item for item in allowed if isinstance(found, list) and item in found)
