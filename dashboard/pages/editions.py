"""The editions there are, what changed from each to the next, and the way to read an earlier one."""

from typing import Any

from dash import Dash, Input, Output, State, html

from dashboard.components.data import changes, section
from dashboard.components.drawing import drawing
from dashboard.components.shell import page as frame
from dashboard.components.text import heading, tabs
from dashboard.page import Address, Page, outer
from dashboard.query import Question
from dashboard.services import Services, as_json
from dashboard.viewmodels.data.tabs import EDITIONS, data_tabs
from dashboard.viewmodels.editions.changes import kept_changes
from dashboard.viewmodels.editions.listed import CHANGES_PART, editions_view
from indicators import EditionDamagedError, edition_facts, is_new_method


class Ids:
    """The ids of this page."""

    LIST = "editions-list"
    LIST_HOST = "editions-list-host"
    CHANGES = CHANGES_PART


def title(services: Services, address: Address) -> str:
    """Return the page's title."""
    return services.words(address.question.lang)("editions.title")


PAGE = Page(
    "editions",
    EDITIONS,
    81,
    title,
    not_taken="Every edition is taken home whole at /data; what changed between two is found by comparing them there.",
)


def layout(services: Services, address: Address) -> list[Any]:
    """Return the whole page; what changed is told of the edition that the address names, else of the current one."""
    question, words = address.question, services.words(address.question.lang)
    library, current = services.pictures.library, services.pictures.current().edition.number
    view = editions_view([edition_facts(library, number) for number in library.numbers()], current, question)
    more = [html.P(view.more)] if view.more else []
    cards = drawing(Ids.LIST, Ids.LIST_HOST, as_json(view.cards), words("editions.loading"))
    return frame(
        outer(services, address, title(services, address)),
        [
            heading(words("editions.title")),
            html.P(words("editions.lede"), className="lede"),
            tabs(data_tabs(question, EDITIONS), words("data.tabs")),
            *_changes(services, question),
            section("editions-part-all", words("editions.all"), [html.P(view.text), *cards, *more]),
        ],
    )


def _changes(services: Services, question: Question) -> list[Any]:
    """What changed from the edition before, which was kept when the edition was published."""
    picture, words = services.picture_of(question), services.words(question.lang)
    previous = picture.edition.manifest["previous"]
    if not previous:
        return []
    view = services.view(kept_changes, question)
    name = words("editions.changed", older=previous, newer=picture.edition.number)
    told = changes(view) if view else html.P(words("editions.not_kept", older=previous, newer=picture.edition.number))
    return [section(Ids.CHANGES, name, [*_method(services, question), told])]


def _method(services: Services, question: Question) -> list[html.P]:
    """That another method chose the signals of the edition before, where it did."""
    edition = services.picture_of(question).edition
    try:
        before = services.pictures.library.open(edition.manifest["previous"]).signals
    except EditionDamagedError:
        return []
    return (
        [html.P(services.words(question.lang)("changes.new_method"))] if is_new_method(edition.signals, before) else []
    )


def register(app: Dash, _: Services) -> None:
    """Wire the list to the script that draws it."""
    app.clientside_callback(
        "halsodialog.pages.cards",
        Output(f"{Ids.LIST_HOST}-drawn", "data"),
        Input(Ids.LIST, "data"),
        State(Ids.LIST_HOST, "id"),
    )
