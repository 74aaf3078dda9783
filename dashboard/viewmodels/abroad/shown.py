"""Which figures of other countries the reader has asked to see, and the links that choose among them."""

from collections.abc import Sequence

from dashboard.i18n import words
from dashboard.query import SHOWN_ABROAD, Question, link
from dashboard.viewmodels.abroad.subject import ABROAD, Abroad
from dashboard.viewmodels.region import TabLink
from indicators import FRAMEWORK

DRAWN = ("same", "similar")
"""The grades of comparability that may stand beside our own regions."""


def is_shown(item: Abroad, asked: str) -> bool:
    """Return whether a figure is among those asked for; `asked` is a name of SHOWN_ABROAD, or empty for all."""
    if asked == "judged":
        comparisons = item.picture.reference.comparisons
        return any(one.international == item.facts.figure and one.grade in DRAWN for one in comparisons)
    return asked in ("", item.side)


def shown_links(question: Question, found: Sequence[Abroad]) -> tuple[TabLink, ...]:
    """Return the links that choose which figures are shown, each with how many of the chosen dimension there are."""
    say = words(question.lang)
    own = [item for item in found if question.dimension in ("", item.facts.dimension)]
    return tuple(
        TabLink(
            say(f"abroad.shown.{asked or 'all'}"),
            str(sum(is_shown(item, asked) for item in own)),
            link(ABROAD, question, dimension=question.dimension, abroad=asked),
            question.abroad == asked,
        )
        for asked in ("", *SHOWN_ABROAD)
    )


def dimension_links(question: Question, found: Sequence[Abroad]) -> tuple[TabLink, ...]:
    """Return the links to all dimensions and to each, with how many of the figures asked for each has."""
    say, chosen = words(question.lang), question.dimension
    own = [item for item in found if is_shown(item, question.abroad)]
    names = {"": say("filters.dimension_all")} | {
        item.code: item.name.in_(question.lang) for item in FRAMEWORK.dimensions
    }
    return tuple(
        TabLink(
            name,
            str(sum(code in ("", item.facts.dimension) for item in own)),
            link(ABROAD, question, dimension=code, abroad=question.abroad),
            chosen == code,
        )
        for code, name in names.items()
    )
