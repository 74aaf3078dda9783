"""What a page module tells about itself, and how one address becomes one page."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from dashboard.allowed_values import Rule, path, search
from dashboard.query import Notice, Question
from dashboard.services import Services
from dashboard.viewmodels.shell import Shell, shell, with_menu
from dashboard.viewmodels.take_home import Offer, TakeTables, page_offer


@dataclass(frozen=True, slots=True)
class Address:
    """One address followed: the code in the path, the question, what could not be followed, and the page's own."""

    path: str
    code: str
    question: Question
    notices: tuple[Notice, ...]
    own: Mapping[str, str] = field(default_factory=dict)
    offer: Offer | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its path and title; where a code follows the path, which codes are known, and one for an example.

    `menu` is the key of its word in the menu, where it stands in the page's `order`; empty for none. `controls` says
    what each control that a callback reads may hold, by its name on the page and the property («sex.value»).

    `own` are parameters of the address that only this page has. By the code in the path, `report` gives the report that
    the page shows, and `tables` what makes its tables, each None where there is none; a page with neither has
    `not_taken`, the reason why nothing can be taken home.
    """

    name: str
    path: str
    order: int
    title: Callable[[Services, Address], str]
    knows: Callable[[Services, str], bool] | None = None
    example: str = ""
    own: tuple[str, ...] = ()
    report: Callable[[str], Offer | None] | None = None
    tables: Callable[[str], TakeTables | None] | None = None
    not_taken: str = ""
    menu: str = ""
    controls: Mapping[str, Rule] = field(default_factory=dict)

    def address(self, services: Services, code: str, query: Mapping[str, str]) -> Address:
        """Return the address of a code and query on this page."""
        question, notices = services.read({name: text for name, text in query.items() if name not in self.own})
        own = {name: query[name] for name in self.own if name in query}
        there = f"{self.path}/{code}" if code else self.path
        return Address(there, code, question, notices, own, self.offer(code))

    def offer(self, code: str) -> Offer | None:
        """Return what the page of a code can be taken home as; None when it is nothing."""
        found = self.report(code) if self.report else None
        if found is None and self.tables and self.tables(code):
            return page_offer(f"{self.path}/{code}" if code else self.path)
        return found


# What Dash's own router reads.
ROUTER: dict[str, Rule] = {"_pages_location.pathname": path, "_pages_location.search": search}


def controls_of(pages: Iterable[Page]) -> dict[str, Rule]:
    """Return what every control may hold, by its id and property as Dash writes them: «region-sex.value»."""
    own = {f"{page.name}-{name}": rule for page in pages for name, rule in page.controls.items()}
    return {**ROUTER, **own}


def menu_of(pages: Iterable[Page]) -> tuple[tuple[str, str], ...]:
    """Return the pages of the menu in its order: the key of each one's word, and its path."""
    listed = sorted((page for page in pages if page.menu), key=lambda page: page.order)
    return tuple((page.menu, page.path) for page in listed)


Layout = Callable[[Services, Address], list[Any]]


def outer(services: Services, address: Address, title: str) -> Shell:
    """Return the frame of the page at an address."""
    question = address.question
    newest = services.newer_than(question)
    offer = (address.offer, address.code)
    frame = shell(services.picture_of(question), question, address.notices, address.path, title, newest, offer)
    return with_menu(frame, services.menu, question, address.path)
