"""The presenter's screen: slides in the reader's own browser, their order and words, and the showing of them."""

from typing import Any

from dash import Dash, Input, Output, State, html

from dashboard.components.present import places
from dashboard.components.shell import page as frame
from dashboard.components.text import heading
from dashboard.exports.presentation import FORMATS
from dashboard.page import Address, Page, outer
from dashboard.query import Question
from dashboard.services import Services
from dashboard.viewmodels.map import map_shapes
from dashboard.viewmodels.present.page import present_view

# The presenter's own window is this page, asked to be one.
SPEAKER = "talare"


class Ids:
    """The ids of this page."""

    VIEW = "present-view"
    HOST = "present-list"


def title(services: Services, address: Address) -> str:
    """Return the page's title, or that of the presenter's own window."""
    key = "speaker_title" if SPEAKER in address.own else "title"
    return services.words(address.question.lang)(f"present.{key}")


PAGE = Page(
    "present",
    "/presentera",
    70,
    title,
    own=(SPEAKER,),
    not_taken="A presentation is the reader's own: its own buttons save it as a file, a deck and a PDF.",
    menu="present",
)


def layout(services: Services, address: Address) -> list[Any]:
    """Return the list of slides, or the presenter's own window."""
    question, words = address.question, services.words(address.question.lang)
    named = title(services, address)
    shapes = services.view_json(map_shapes, Question())
    view = services.view_json(present_view, question, shapes, *FORMATS)
    lede = [] if SPEAKER in address.own else [html.P(words("present.lede"), className="lede")]
    host = places(Ids.VIEW, Ids.HOST, view, words("present.loading"))
    return frame(outer(services, address, named), [heading(named), *lede, *host])


def register(app: Dash, services: Services) -> None:
    """Wire the words and limits to the script that draws the list."""
    app.clientside_callback(
        "halsodialog.pages.present",
        Output(f"{Ids.HOST}-drawn", "data"),
        Input(Ids.VIEW, "data"),
        State(Ids.HOST, "id"),
    )
