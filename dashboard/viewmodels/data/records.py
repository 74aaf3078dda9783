"""Values that were held back, and values that were revised: the first fifty, newest first, and how many there are."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dashboard.i18n import Words, words
from dashboard.query import Question, link
from dashboard.viewmodels.subject import area_name, span_text
from dashboard.viewmodels.tables import NO_VALUE, Cell, Column, TableRow, TableView, plain_table
from indicators import (
    PUBLISHERS,
    Definition,
    Picture,
    Quarantined,
    Revision,
    difference_text,
    reason_of,
    say,
    value_text,
)

MOST = 50
NUMBERS = frozenset(("found", "kept", "old", "new", "difference"))


@dataclass(frozen=True, slots=True)
class RecordsView:
    """A sentence that says how many there are, and the first of them as a table; without any, the sentence alone."""

    text: str
    table: TableView | None


def quarantine_view(picture: Picture, question: Question) -> RecordsView:
    """Return the values that were read and held back."""
    tell = words(question.lang)
    found = sorted(picture.edition.quarantine, key=lambda item: item.read_on, reverse=True)
    if not found:
        return RecordsView(tell("data.quarantine_none"), None)
    rows = tuple(_held(picture, question, item) for item in found[:MOST])
    columns = _columns(("indicator", "area", "period", "found", "kept", "reason", "read"), tell)
    caption = tell("data.quarantine_caption", edition=picture.edition.number)
    text = tell.count("data.quarantine_text", len(found))
    return RecordsView(_cut(text, len(found), tell), plain_table(caption, columns, rows))


def revisions_view(picture: Picture, question: Question) -> RecordsView:
    """Return the published values that their publishers changed afterwards."""
    tell = words(question.lang)
    found = sorted(picture.edition.revisions.all, key=lambda item: item.date, reverse=True)
    if not found:
        return RecordsView(tell("data.revisions_none"), None)
    rows = tuple(_revised(picture, question, item) for item in found[:MOST])
    names = ("indicator", "area", "period", "old", "new", "difference", "source", "date", "edition")
    caption = tell("data.revisions_caption", edition=picture.edition.number)
    text = tell.count("data.revisions_text", len(found))
    return RecordsView(_cut(text, len(found), tell), plain_table(caption, _columns(names, tell), rows))


def _cut(text: str, n: int, tell: Words) -> str:
    """The sentence, and that not all are shown when there are more."""
    return f"{text} {tell('data.first', n=MOST)}" if n > MOST else text


def _columns(names: Iterable[str], tell: Words) -> tuple[Column, ...]:
    return tuple(Column(tell(f"data.column.{name}"), "number" if name in NUMBERS else "text") for name in names)


def _held(picture: Picture, question: Question, item: Quarantined) -> TableRow:
    definition, tell = picture.catalogue.by_id.get(item.indicator), words(question.lang)
    values = [_value(value, definition, tell) for value in (item.value, item.held)]
    where = _where(picture, question, item, definition)
    return TableRow((*where, *values, _reason(item, definition, tell), item.read_on))


def _reason(item: Quarantined, definition: Definition | None, tell: Words) -> str:
    try:
        if definition is not None:
            return say(reason_of(item.reason, item.facts), definition, tell.language)
    except (KeyError, TypeError, ValueError):
        # An edition outlives the program that made it: a reason that this one has no words for is given by its name.
        pass
    return tell("data.reason_unknown", code=item.reason)


def _revised(picture: Picture, question: Question, item: Revision) -> TableRow:
    definition, tell = picture.catalogue.by_id.get(item.indicator), words(question.lang)
    source = PUBLISHERS[item.source].name.in_(question.lang) if item.source in PUBLISHERS else item.source
    old, new = _value(item.old, definition, tell), _value(item.new, definition, tell)
    if item.new is None:
        new = tell("data.withdrawn")
    where = _where(picture, question, item, definition)
    return TableRow((*where, old, new, _difference(item, definition, tell), source, item.date, item.edition))


def _difference(item: Revision, definition: Definition | None, tell: Words) -> str:
    if item.new is None or definition is None:
        return NO_VALUE
    return difference_text(item.new - item.old, definition, tell.language, signed=True)


def _value(value: float | None, definition: Definition | None, tell: Words) -> str:
    if value is None:
        return NO_VALUE
    return f"{value:g}" if definition is None else value_text(value, definition, tell.language)


def _where(
    picture: Picture, question: Question, item: Quarantined | Revision, definition: Definition | None
) -> Sequence[str | Cell]:
    """The indicator, the area with the sex where it is not both, and the period."""
    tell = words(question.lang)
    area = area_name(picture, item.area, tell) if item.area in picture.areas.by_code else item.area
    sex = "" if item.sex == "T" else f", {tell(f'sex.{item.sex}').lower()}"
    period = span_text(item.period, definition, tell) if definition else item.period
    return (_named(picture, question, item.indicator), f"{area}{sex}", period)


def _named(picture: Picture, question: Question, indicator: str) -> str | Cell:
    definition = picture.catalogue.by_id.get(indicator)
    if definition is None:
        return indicator
    href = None if definition.is_context else link(f"/indikator/{picture.catalogue.main_id(indicator)}", question)
    return Cell(definition.short_name.in_(question.lang), href=href)
