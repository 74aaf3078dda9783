"""Other groups than women and men: what is published, and what nobody publishes."""

from dashboard.i18n import Words, words
from dashboard.query import Question
from dashboard.viewmodels.tables import NO_VALUE, Column, TableRow, TableView, plain_table
from indicators import Picture, format_number

DEPRESSION = (
    ("low", "Self-reported depression, below upper secondary education"),
    ("high", "Self-reported depression, tertiary education"),
    ("all", "Self-reported depression, all education levels"),
)


def groups_texts(picture: Picture, question: Question) -> tuple[str, ...]:
    """Return the gap in knowledge, and what there is for the nation instead."""
    say = words(question.lang)
    gap = say("equality.groups_gap")
    low, high = (_sweden(picture, name) for _, name in DEPRESSION[:2])
    if low is None or high is None:
        return (gap, say("equality.groups_nothing"))
    facts = {"low": _percent(low[0], say), "high": _percent(high[0], say), "year": low[1]}
    return gap, say("equality.groups_national", **facts)


def groups_table(picture: Picture, question: Question) -> TableView | None:
    """Return Sweden's depression by education; None when the edition has none."""
    say = words(question.lang)
    found = [(group, _sweden(picture, name)) for group, name in DEPRESSION]
    known = [(group, *value) for group, value in found if value is not None]
    if not known:
        return None
    columns = (Column(say("equality.education")), Column(say("equality.depression_unit"), "number"))
    rows = tuple(TableRow((say(f"equality.education_{group}"), _number(value, say))) for group, value, _ in known)
    source = picture.edition.countries[DEPRESSION[0][1]].edition
    caption = say("equality.depression", year=known[0][2])
    return plain_table(caption, columns, rows, (say("equality.groups_source", source=source),))


def _sweden(picture: Picture, name: str) -> tuple[float, str] | None:
    found = picture.edition.countries.get(name)
    return None if found is None or found.sweden is None else (found.sweden, found.year)


def _number(value: float | None, say: Words) -> str:
    return NO_VALUE if value is None else format_number(value, 1, say.language)


def _percent(value: float, say: Words) -> str:
    return f"{_number(value, say)}{'' if say.language == 'en' else chr(0xA0)}%"
