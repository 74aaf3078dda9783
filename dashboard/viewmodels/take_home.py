"""What a page can be taken home as: the addresses of its files, which are of the view and the edition that is shown."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any
from urllib.parse import parse_qsl, urlencode

from dashboard.i18n import words
from dashboard.query import DEFAULTS, IN_ADDRESS, Question, link, to_query
from dashboard.viewmodels.bulk import EXPORT
from dashboard.viewmodels.report.forms import FORM_NAMES
from dashboard.viewmodels.tables import TableView
from indicators import NATION, Picture

TABLE_FORMS = ("csv", "xlsx", "json", "html")
EVERY = tuple(IN_ADDRESS.get(name, name) for name, _ in DEFAULTS)
"""Every parameter of an address."""
OF_REPORTS = ("lang", "sex", "period", "dimension", "area", "deviating", "target", "utgava")
"""The parameters that a report follows; it refuses others."""
OF_THE_COUNTRY = ("lang", "sex", "period", "utgava")
"""Those that pages of the whole country follow: they show every area, and always all or one dimension."""
REGION, DIMENSION, PAGE = f"{EXPORT}/region", f"{EXPORT}/dimension", f"{EXPORT}/sida"


@dataclass(frozen=True, slots=True)
class Taken:
    """The tables of a page as they are shown, by the name of their place, and the lines that tell their sources."""

    tables: Mapping[str, TableView]
    sources: tuple[str, ...]


TakeTables = Callable[[Picture, Question, str], Taken]
"""Picture, question and the code in the page's path -> the page's tables."""


def taken(tables: Any, *shown: Any) -> Taken:
    """Return the tables of a page, as a mapping or a dataclass; `shown` are views that have a `source`, or None."""
    found = {item.name: getattr(tables, item.name) for item in fields(tables)} if is_dataclass(tables) else tables
    sources = dict.fromkeys(view.source for view in shown if view is not None and view.source)
    return Taken({name: view for name, view in found.items() if view is not None}, tuple(sources))


@dataclass(frozen=True, slots=True)
class Offer:
    """The files of one view: the start of their address, their endings, and the view's parameters that they follow."""

    path: str
    forms: tuple[str, ...]
    takes: tuple[str, ...]


def report_offer(area: str, dimension: str = "") -> Offer:
    """Return the files of an area's report, or of one dimension of it."""
    path = f"{DIMENSION}/{dimension}/{area}" if dimension else f"{REGION}/{area}"
    return Offer(path, FORM_NAMES, OF_THE_COUNTRY if area == NATION else OF_REPORTS)


def page_offer(path: str) -> Offer:
    """Return the files of the tables of the page at a path."""
    return Offer(PAGE + path, TABLE_FORMS, EVERY)


@dataclass(frozen=True, slots=True)
class TakeLink:
    """One file: what it is called and where it is."""

    text: str
    href: str


@dataclass(frozen=True, slots=True)
class TakeHome:
    """What stands under «Ladda ner». `takes` are the parameters that a script keeps as the view's own: those that the
    files follow, and those of the page where files are made for many.

    `pictures` are the words and facts for the pictures that the browser makes itself; without files there are no links.
    """

    label: str
    links: tuple[TakeLink, ...]
    takes: tuple[str, ...]
    more: TakeLink
    many_takes: tuple[str, ...]
    pictures: dict[str, str]


def take_home(picture: Picture, question: Question, offer: Offer | None, code: str) -> TakeHome:
    """Return the links of a page with an offer; without one only what pictures need."""
    say, number = words(question.lang), picture.edition.number
    texts = say.part("take_home")
    edition = say("take_home.edition", number=number, date=picture.edition.manifest["published"])
    return TakeHome(
        label=texts["label"],
        links=tuple(_links(question, offer, number)) if offer else (),
        takes=offer.takes if offer else (),
        more=TakeLink(texts["many"], link(EXPORT, question)),
        many_takes=OF_THE_COUNTRY,
        pictures={
            **{key: texts[key] for key in ("picture", "svg", "png", "making", "made", "failed")},
            "edition": edition,
            "number": number,
            "product": say("report.file"),
            "code": code,
            "lang": question.lang,
        },
    )


def _links(question: Question, offer: Offer, number: str) -> list[TakeLink]:
    say = words(question.lang)
    # The file is of the edition that is on screen, though another may be published meanwhile.
    asked = parse_qsl(to_query(replace(question, edition=number)).removeprefix("?"))
    kept = urlencode([(name, value) for name, value in asked if name in offer.takes], safe=",")
    is_report = offer.forms == FORM_NAMES
    texts = [say(f"bulk.form.{form}") if is_report else say(f"take_home.table_form.{form}") for form in offer.forms]
    return [TakeLink(text, f"{offer.path}.{form}?{kept}") for form, text in zip(offer.forms, texts, strict=True)]
