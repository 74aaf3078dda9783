"""The frame of every page: menu, language, edition, notices."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from dashboard.i18n import words
from dashboard.query import Notice, Question, link, to_query
from dashboard.viewmodels.editions.corrected import CORRECTIONS, Told, on_page
from dashboard.viewmodels.editions.newer import Newer, newer
from dashboard.viewmodels.glossary import GLOSSARY
from dashboard.viewmodels.statement import STATEMENT
from dashboard.viewmodels.take_home import Offer, TakeHome, take_home
from indicators import Language, Picture


@dataclass(frozen=True, slots=True)
class MenuItem:
    """One place in the menu."""

    text: str
    href: str
    current: bool


@dataclass(frozen=True, slots=True)
class Shell:
    """What stands round a page's own content. `labels` are the words of the frame itself."""

    lang: str
    title: str
    product: str
    home: str
    menu: tuple[MenuItem, ...]
    other_lang: str
    other_href: str
    banner: str | None
    notices: tuple[str, ...]
    newer: Newer | None
    corrected: tuple[Told, ...]
    footer: str
    about_href: str
    statement_href: str
    glossary_href: str
    corrections_href: str
    labels: dict[str, str]
    edition: str
    present_href: str
    take_home: TakeHome


def shell(
    picture: Picture,
    question: Question,
    notices: Sequence[Notice],
    path: str,
    title: str,
    newest: Picture | None = None,
    offer: tuple[Offer | None, str] = (None, ""),
) -> Shell:
    """Return the frame of one page at one address. `newest` is the current picture when the page shows another.

    `offer` is what the page can be taken home as, and the code in its path. The menu is put in by `with_menu`.
    """
    say = words(question.lang)
    # The menu starts afresh: only the language and the edition follow the reader from page to page.
    fresh = Question(lang=question.lang, edition=question.edition)
    other: Language = "en" if question.lang == "sv" else "sv"
    fallback = picture.edition.fallback
    published = picture.edition.manifest["published"]
    return Shell(
        lang=question.lang,
        title=title,
        product=say("product"),
        home=link("/", fresh),
        menu=(),
        other_lang=other,
        other_href=path + to_query(replace(question, lang=other)),
        banner=say("shell.fallback", fault=fallback, number=picture.edition.number) if fallback else None,
        notices=tuple(_notice(notice, question) for notice in notices),
        newer=newer(picture, newest, question, path) if newest else None,
        corrected=on_page(picture, question, path),
        footer=say("shell.footer", number=picture.edition.number, date=published),
        about_href=link("/om", fresh),
        statement_href=link(STATEMENT, fresh),
        glossary_href=link(GLOSSARY, fresh),
        corrections_href=link(CORRECTIONS, fresh),
        labels={**say.part("nav"), **say.part("shell")},
        edition=picture.edition.number,
        present_href=link("/presentera", fresh),
        take_home=take_home(picture, question, *offer),
    )


def with_menu(frame: Shell, pages: Iterable[tuple[str, str]], question: Question, path: str) -> Shell:
    """Return the frame of the page at a path with the menu of all pages: the key of each one's word, and its path."""
    say, fresh = words(question.lang), Question(lang=question.lang, edition=question.edition)
    items = (MenuItem(say(f"nav.{key}"), link(to, fresh), _is_current(to, path)) for key, to in pages)
    return replace(frame, menu=tuple(items))


def _is_current(to: str, path: str) -> bool:
    return path == to if to == "/" else path == to or path.startswith(f"{to}/")


def _notice(notice: Notice, question: Question) -> str:
    say = words(question.lang)
    name = say.table.get(f"parameter.{notice.name}")
    if name is None:
        return say("shell.notice_name", name=notice.name)
    return say("shell.notice", found=notice.found, name=name)
