"""The editions there are, what changed from each to the next, and the way to read an earlier one."""

from functools import lru_cache
from typing import Any

from dash import Dash, Input, Output, State, dcc, html

from dashboard.components.data import changes, section
from dashboard.components.drawing import drawing
from dashboard.components.shell import page as frame
from dashboard.components.tabs import tabs
from dashboard.components.text import heading
from dashboard.page import Address, Page, outer
from dashboard.query import Question
from dashboard.services import Services, as_json
from dashboard.viewmodels.data.tabs import EDITIONS, data_tabs
from dashboard.viewmodels.editions.changes import ChangesView, changes_view
from dashboard.viewmodels.editions.listed import CHANGES_PART, editions_view
from indicators import EditionDamagedError, Language, Picture, compare_editions, edition_facts

# Comparing two editions reads all their figures: what came of it is kept for the few that are asked for.
KEPT = 8


class Ids:
    """The ids of this page."""

    LIST = "editions-list"
    LIST_HOST = "editions-list-host"
    BASE = "editions-base"
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
    """The place of what changed. To compare takes seconds the first time: the page does not wait for it."""
    previous, words = services.picture_of(question).edition.manifest["previous"], services.words(question.lang)
    loading = [html.P(words("editions.comparing"), className="loading-state")] if previous else []
    return [html.Div(loading, id=Ids.CHANGES), dcc.Store(id=Ids.BASE, data=services.base(question))]


def update(services: Services, question: Question) -> list[Any]:
    """Return what changed from the edition before to the one that is asked about; nothing when there is none before."""
    words = services.words(question.lang)
    view = changes_of(services, services.picture_of(question), question.lang)
    if view is None:
        return []
    name = words("editions.changed", older=view.older, newer=view.newer)
    return [section("editions-part-changes", name, [changes(view)])]


def changes_of(services: Services, picture: Picture, language: Language) -> ChangesView | None:
    """Return what changed from the edition before to this one; None when there is none before, or it is damaged."""
    previous = picture.edition.manifest["previous"]
    try:
        earlier = services.pictures.of(previous) if previous else None
    except EditionDamagedError:
        return None
    return _compared(earlier, picture, language) if earlier else None


@lru_cache(maxsize=KEPT)
def _compared(earlier: Picture, picture: Picture, language: Language) -> ChangesView:
    return changes_view(compare_editions(earlier.edition, picture.edition, picture.catalogue), picture, language)


def register(app: Dash, services: Services) -> None:
    """Wire the list to the script that draws it, and what changed to the edition that is asked about."""

    @app.callback(Output(Ids.CHANGES, "children"), Input(Ids.BASE, "data"))
    def _(base: dict[str, str]) -> list[Any]:
        return update(services, services.question(base))

    app.clientside_callback(
        "halsodialog.pages.cards",
        Output(f"{Ids.LIST_HOST}-drawn", "data"),
        Input(Ids.LIST, "data"),
        State(Ids.LIST_HOST, "id"),
    )
