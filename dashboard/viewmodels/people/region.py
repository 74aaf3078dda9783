"""The region page's section: the few rows that can be told in people, and what is missing for the others."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dashboard.i18n import Words, words
from dashboard.query import Question, link
from dashboard.viewmodels.contract import Reach
from dashboard.viewmodels.people.told import people_told
from dashboard.viewmodels.sentences import Piece
from dashboard.viewmodels.subject import Subject, subject
from indicators import LACKS, Picture

FEWEST_ITEMS = 3


@dataclass(frozen=True, slots=True)
class PeopleItem:
    """One indicator told in people: its name, value and period, each yardstick, and what the numbers rest on."""

    name: Piece
    value: str
    reached: tuple[Reach, ...]
    basis: str


@dataclass(frozen=True, slots=True)
class RegionPeople:
    """What a region could reach, indicator by indicator and never added up; `missing` is why, with how many.

    `headline` says how many indicators are told, and of them the one that concerns most people. With fewer than three
    indicators there is no list, and `lede` is the one line that says so.
    """

    headline: str
    lede: str
    items: tuple[PeopleItem, ...]
    missing_title: str
    missing: tuple[str, ...]


def region_people(picture: Picture, question: Question, code: str) -> RegionPeople:
    """Return what is known in people of one region, of every indicator or of the chosen dimension or area."""
    say, items = words(question.lang), []
    lacks: Counter[str] = Counter()
    for found in _subjects(picture, question, code):
        told = people_told(found)
        if told.lack is None:
            items.append(_item(found, told.reached, told.text))
        else:
            lacks[told.lack] += 1
    if len(items) < FEWEST_ITEMS:
        return RegionPeople("", say.count("people.too_few", len(items)), (), "", ())
    title = say.count("people.missing", lacks.total())
    return RegionPeople(
        _headline(items, say), say("people.lede"), tuple(items), title if lacks else "", missing_texts(lacks, say)
    )


def _headline(items: Sequence[PeopleItem], say: Words) -> str:
    """The number of indicators, and the one that concerns most people at its first yardstick, if any does."""
    first = [(item, item.reached[0]) for item in items if item.reached and item.reached[0].people]
    told = say.count("people.indicators", len(items))
    if not first:
        return told
    item, reach = max(first, key=lambda found: found[1].people or 0)
    facts = {"name": item.name.text, "people": reach.people_text, "yardstick": reach.name, "value": reach.value_text}
    return f"{told} {say('people.headline', **facts)}"


def missing_texts(lacks: Counter[str], say: Words) -> tuple[str, ...]:
    """Return each reason once, the commonest first, with how many indicators it concerns."""
    order = sorted(lacks, key=lambda code: (-lacks[code], list(LACKS).index(code)))
    return tuple(
        say("people.lack", indicators=say.count("count.indicators", lacks[code]), lack=LACKS[code].in_(say.language))
        for code in order
    )


def _subjects(picture: Picture, question: Question, code: str) -> Iterator[Subject]:
    for definition in picture.catalogue.indicators:
        chosen = question.dimension in ("", definition.dimension) and question.area in ("", definition.area)
        found = subject(picture, question, definition.id, code) if chosen else None
        if found is not None:
            yield found


def _item(found: Subject, reached: tuple[Reach, ...], basis: str) -> PeopleItem:
    name, row = found.indicator.short_name.in_(found.words.language), found.row
    href = link(f"/indikator/{found.indicator.id}", found.question, regions=(row.area,))
    value = found.words("people.value", value=found.text(row.value or 0.0), period=found.period(row.period or ""))
    return PeopleItem(Piece(name, href, found.indicator.id), value, reached, basis)
