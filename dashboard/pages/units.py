"""A region's own unit data: the template, a file to review, what the review found, and what is published."""

import datetime as dt
from typing import Any

from dash import Dash, html

from dashboard.components.data import download_links, section
from dashboard.components.shell import page as frame
from dashboard.components.text import heading, tabs
from dashboard.components.uploads import (
    closed,
    confirm_form,
    file_form,
    finding_group,
    published,
    review_head,
    steps,
    unit_changes,
)
from dashboard.page import Address, Page, outer
from dashboard.query import Question
from dashboard.services import Services
from dashboard.viewmodels.choices import region_choices
from dashboard.viewmodels.data.tabs import data_tabs
from dashboard.viewmodels.units.published import ASKED, UNITS, file_links, page_link, published_view
from dashboard.viewmodels.units.review import ReviewView, review_view
from intake import UploadUndo, UploadVersion, current_upload, last_undo, read_upload_review


class Ids:
    """The ids of this page: its forms are sent to the server, so that no callback needs any."""


def title(services: Services, address: Address) -> str:
    """Return the page's title."""
    return services.words(address.question.lang)("units.title")


PAGE = Page(
    "units",
    UNITS,
    82,
    title,
    own=(ASKED,),
    not_taken="A region's own upload is its own; what is published of it goes with its indicator's tables.",
)


def layout(services: Services, address: Address) -> list[Any]:
    """Return the whole page: with a token in the address the review it stands for, else what there is."""
    question, words = address.question, services.words(address.question.lang)
    token = address.own.get(ASKED, "")
    body = _review(services, question, token) if token else _start(services, question)
    return frame(
        outer(services, address, title(services, address)),
        [
            heading(words("units.title")),
            html.P(words("units.lede"), className="lede"),
            tabs(data_tabs(question, UNITS), words("data.tabs")),
            *body,
        ],
    )


def _start(services: Services, question: Question) -> list[Any]:
    words, desk = services.words(question.lang), services.desk
    templates, examples = file_links(question)
    how = [
        steps([words(f"units.step.{n}") for n in ("1", "2", "3", "4")]),
        html.P(words("units.secrecy", smallest=desk.smallest), className="small"),
    ]
    files = [
        html.P(
            [html.A(text, href=href, className="btn", **{"download": ""}) for text, href in templates],
            className="upload-files",
        ),
        download_links(examples, words("units.examples")),
    ]
    first = [
        section("steps", words("units.steps"), [html.Div([*how, *files], className="card")]),
        section("upload", words("units.upload"), [html.Div(_form(services, question), className="card")]),
    ]
    return [
        html.Div(first, className="upload-start"),
        section("published", words("units.published"), [_published(services, question)]),
    ]


def _form(services: Services, question: Question) -> Any:
    words, desk = services.words(question.lang), services.desk
    if desk.closed:
        return closed(words("units.closed"), words(f"units.closed_{desk.closed}"))
    picture = services.picture_of(question)
    return file_form(region_choices(picture), question.lang, words.part("units"))


def _published(services: Services, question: Question) -> html.Div:
    desk, picture = services.desk, services.picture_of(question)
    versions: list[UploadVersion] = []
    undone: list[tuple[str, UploadUndo]] = []
    if desk.folder:
        regions = picture.areas.region_codes
        versions = [version for region in regions if (version := current_upload(desk.folder, region))]
        undone = [(region, back) for region in regions if (back := last_undo(desk.folder, region))]
    view = published_view(versions, undone, picture, question)
    words = services.words(question.lang)
    return published(view, question.lang, words.part("units"), words.part("units.table"), is_open=not desk.closed)


def _review(services: Services, question: Question, token: str) -> list[Any]:
    words, desk = services.words(question.lang), services.desk
    review = read_upload_review(desk.folder, token, dt.datetime.now(dt.UTC)) if desk.folder else None
    back = html.P(html.A(words("units.back"), href=page_link(question)))
    if review is None:
        return [closed(words("upload.heading.gone"), words("upload.gone")), back]
    view = review_view(review, services.picture_of(question), question.lang, desk.smallest)
    own, example = words("units.own_mark"), words("units.example_mark")
    return [
        review_head(view, own, example),
        *map(finding_group, view.groups),
        *_last(services, question, view, token),
        html.P(html.A(words("upload.again"), href=page_link(question), className="btn"), className="upload-again"),
    ]


def _last(services: Services, question: Question, view: ReviewView, token: str) -> list[Any]:
    """What the file changes, and the button that publishes it, where it can be."""
    words = services.words(question.lang)
    if view.changes is None:
        return []
    changed = unit_changes(words("upload.compare"), view.changes)
    is_ready = view.state == "ready" and not services.desk.closed
    return [changed, *([confirm_form(token, question.lang, words.part("upload"))] if is_ready else [])]


def register(app: Dash, services: Services) -> None:
    """Wire nothing: what this page does, its forms ask of the server (see dashboard.web.uploads)."""
