"""Which groupings there are figures of, what nobody publishes, and what the nation has instead."""

from dashboard.i18n import Words, words
from dashboard.query import Question
from dashboard.viewmodels.choices import Choice
from dashboard.viewmodels.tables import NO_VALUE, Column, TableRow, TableView, plain_table
from indicators import GROUPINGS, NATION, SEX, Picture, format_number, grouping_of

DEPRESSION = (
    ("low", "Self-reported depression, below upper secondary education"),
    ("high", "Self-reported depression, tertiary education"),
    ("all", "Self-reported depression, all education levels"),
)
# What is looked for in vain: the groupings that a reader expects of equal health and care.
EXPECTED = ("education", "income", "birth-country")


def groupings_of(picture: Picture) -> tuple[str, ...]:
    """Return the groupings that the edition or some region's upload has figures of, sexes first."""
    known = {grouping for _, grouping, _ in picture.analysis.groups} | set(map(grouping_of, picture.units.groups))
    return (SEX, *(code for code in GROUPINGS if code in known and code != SEX))


def grouping_choices(picture: Picture, question: Question) -> tuple[Choice, ...]:
    """Return the groupings as choices; one asked for without figures too, so that the picker shows what is asked."""
    known = groupings_of(picture)
    codes = known if question.grouping in known else (*known, question.grouping)
    return tuple(Choice(code, GROUPINGS[code].name.in_(question.lang)) for code in codes)


def groups_texts(picture: Picture, question: Question) -> tuple[str, ...]:
    """Return which groupings there are beside the sexes, the gap in knowledge, and what the nation has instead."""
    say, known = words(question.lang), groupings_of(picture)[1:]
    by_region = {grouping for _, grouping, area in picture.analysis.groups if area != NATION}
    by_region |= set(map(grouping_of, picture.units.groups))
    texts = [say("equality.groups_known", names=_names(known, question))] if known else []
    lacking = tuple(code for code in EXPECTED if code not in by_region)
    if lacking:
        texts.append(say("equality.groups_gap", names=_names(lacking, question)))
    return (*texts, *_national(picture, say))


def _names(codes: tuple[str, ...], question: Question) -> str:
    names = [GROUPINGS[code].name.in_(question.lang).lower() for code in codes]
    if len(names) == 1:
        return names[0]
    return words(question.lang)("equality.listed", first=", ".join(names[:-1]), last=names[-1])


def _national(picture: Picture, say: Words) -> tuple[str, ...]:
    low, high = (_sweden(picture, name) for _, name in DEPRESSION[:2])
    if low is None or high is None:
        return (say("equality.groups_nothing"),)
    facts = {"low": _percent(low[0], say), "high": _percent(high[0], say), "year": low[1]}
    return (say("equality.groups_national", **facts),)


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
