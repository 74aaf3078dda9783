"""The indicator page's section: what each region could reach in people, or what is missing."""

from dashboard.query import Question
from dashboard.viewmodels.indicator.focus import focus, region, short_name, unbroken
from dashboard.viewmodels.indicator.views import PeopleView
from dashboard.viewmodels.people.told import lack_text, reach_told
from dashboard.viewmodels.subject import Subject
from dashboard.viewmodels.tables import NO_VALUE, Cell, Column, TableRow, TableView, plain_table
from indicators import CAVEATS, InPeople, Picture, Reached, format_number, in_people, lack_of

AGE = "age-structure"
Known = dict[str, InPeople]


def people_view(picture: Picture, question: Question, code: str) -> PeopleView | None:
    """Return what every region could reach in people; None when no period is early enough."""
    whole = focus(picture, question, code)
    if whole is None:
        return None
    lack = lack_of(whole.definition, whole.row.sex)
    if lack is not None:
        return PeopleView((), (), lack_text(lack, whole.definition, whole.words), None)
    known = {area: _found(whole, area) for area in picture.areas.region_codes}
    kinds = tuple(dict.fromkeys(item.yardstick.kind for found in known.values() for item in found.reached))
    if not kinds:
        lack = next(found.lack for found in known.values() if found.lack is not None)
        return PeopleView((), (), lack_text(lack, whole.definition, whole.words), None)
    chosen = tuple(_told(whole, area, known[area]) for area in question.regions if area in known)
    return PeopleView((_finding(whole, known), whole.words("people.apart")), chosen, "", _table(whole, known, kinds))


def _found(whole: Subject, area: str) -> InPeople:
    return in_people(whole.picture, whole.definition.id, whole.row.sex, area, as_of=whole.question.as_of)


def _told(whole: Subject, area: str, found: InPeople) -> str:
    """One chosen region in sentences."""
    name, own = whole.picture.areas.by_code[area].name, region(whole, area)
    if found.lack is not None:
        return f"{name}: {lack_text(found.lack, whole.definition, whole.words)}"
    return unbroken(f"{name}: {' '.join(reach_told(item, own).text for item in found.reached)}")


def _finding(whole: Subject, known: Known) -> str:
    """How many regions have somewhere to go to the first yardstick that all are held against, and who the furthest."""
    firsts = {area: found.reached[0] for area, found in known.items() if found.reached}
    ahead = {area: item.people.exact for area, item in firsts.items() if item.people is not None}
    if not ahead:
        return whole.words("people.finding_none")
    most = max(ahead, key=lambda area: ahead[area])
    own = reach_told(firsts[most], region(whole, most))
    facts = {"region": whole.picture.areas.by_code[most].name, "yardstick": own.name, "value": own.value_text}
    return unbroken(whole.words.count("people.finding", len(ahead), of=len(firsts), change=own.people_text, **facts))


def _table(whole: Subject, known: Known, kinds: tuple[str, ...]) -> TableView:
    words = whole.words
    least = "_least" if whole.definition.people.is_least else ""
    heads = [words(f"people.column_residents{least}"), *(words(f"people.column.{kind}") for kind in kinds)]
    columns = (
        Column(words("table.region")),
        Column(words("table.value"), "number"),
        *(Column(head, "number") for head in heads),
    )
    rows = tuple(_row(whole, area, found, kinds) for area, found in known.items())
    facts = {"name": short_name(whole), "period": whole.period(whole.row.period or "")}
    notes = [
        words(f"people.how{least}"),
        *([CAVEATS[AGE].in_(words.language)] if AGE in whole.definition.caveats else []),
    ]
    notes.append(words("source.difference", source=whole.source, edition=whole.picture.edition.number))
    return plain_table(words("people.caption", **facts), columns, rows, tuple(notes))


def _row(whole: Subject, area: str, found: InPeople, kinds: tuple[str, ...]) -> TableRow:
    name, own = whole.picture.areas.by_code[area].short_name, region(whole, area)
    value = NO_VALUE if own.row.value is None else whole.number(own.row.value)
    by_kind: dict[str, Reached] = {item.yardstick.kind: item for item in found.reached}
    residents = found.residents
    people: str | Cell = NO_VALUE
    if residents is not None:
        people = Cell(format_number(residents[1], 0, whole.words.language), note=residents[0])
    return TableRow((name, value, people, *(_cell(own, by_kind.get(kind)) for kind in kinds)))


def _cell(own: Subject, item: Reached | None) -> str | Cell:
    """The number of people, and under it which value that is; where it is reached already, that."""
    if item is None:
        return NO_VALUE
    names = own.picture.areas.by_code
    where = ", ".join(names[code].short_name for code in item.yardstick.areas)
    note = f"{where} {own.number(item.yardstick.value)}".strip()
    if item.people is None:
        return Cell(own.words("people.small_short" if item.is_small else "people.reached_short"), note=note)
    return Cell(format_number(item.people.people, 0, own.words.language), note=note)
