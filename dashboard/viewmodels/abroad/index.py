"""Sweden among countries, figure by figure and dimension by dimension."""

from collections.abc import Sequence

from dashboard.i18n import words
from dashboard.query import Question, link
from dashboard.viewmodels.abroad.subject import ABROAD, SWEDEN, Abroad, all_abroad
from dashboard.viewmodels.abroad.views import AbroadPart, AbroadView
from dashboard.viewmodels.geometry import scale
from dashboard.viewmodels.region import TabLink
from dashboard.viewmodels.tables import NO_VALUE, Cell, Column, Strip, TableGroup, TableRow, TableView
from indicators import FRAMEWORK, Dimension, Picture

AbroadTables = dict[str, TableView]


def abroad_view(picture: Picture, question: Question) -> AbroadView:
    """Return what stands above the tables; of one dimension when the question names one."""
    say, found = words(question.lang), all_abroad(picture, question)
    compared = [item for item in found if item.is_comparison]
    lede = say("abroad.lede", n=len(found), compared=len(compared), edition=picture.edition.number)
    parts = tuple(_part(question, dimension, found) for dimension in _dimensions(question))
    return AbroadView(
        lede,
        say("abroad.legend"),
        _tabs(question, found),
        parts,
        (say("abroad.note_years"), say("abroad.note_average")),
    )


def _tabs(question: Question, found: Sequence[Abroad]) -> tuple[TabLink, ...]:
    say, chosen = words(question.lang), question.dimension
    counts = [(item, sum(one.facts.dimension == item.code for one in found)) for item in FRAMEWORK.dimensions]
    every = TabLink(say("filters.dimension_all"), str(len(found)), link(ABROAD, question), not chosen)
    rest = (
        TabLink(item.name.in_(question.lang), str(n), link(ABROAD, question, dimension=item.code), chosen == item.code)
        for item, n in counts
    )
    return (every, *rest)


def _dimensions(question: Question) -> list[Dimension]:
    return [item for item in FRAMEWORK.dimensions if question.dimension in ("", item.code)]


def _part(question: Question, dimension: Dimension, found: Sequence[Abroad]) -> AbroadPart:
    say, own = words(question.lang), [item for item in found if item.facts.dimension == dimension.code]
    sides = [item for item in own if item.is_comparison and item.figure.sweden is not None and item.average]
    text = say("abroad.part", n=len(own), compared=len(sides)) if own else say("abroad.part_empty")
    return AbroadPart(dimension.code, dimension.name.in_(question.lang), text)


def abroad_tables(picture: Picture, question: Question) -> AbroadTables:
    """Return a table for each dimension shown, by its code."""
    found = all_abroad(picture, question)
    return {item.code: _table(question, item, found) for item in _dimensions(question)}


def _table(question: Question, dimension: Dimension, found: Sequence[Abroad]) -> TableView:
    say = words(question.lang)
    own = [item for item in found if item.facts.dimension == dimension.code]
    groups = {"compared": [x for x in own if x.is_comparison], "alone": [x for x in own if not x.is_comparison]}
    return TableView(
        caption=say("abroad.caption", dimension=dimension.name.in_(question.lang)),
        columns=(
            Column(say("abroad.column.figure")),
            Column(say("abroad.column.strip"), "strip"),
            Column(say("abroad.column.sweden"), "number"),
            Column(say("abroad.column.average"), "number"),
            Column(say("abroad.column.best")),
            Column(say("abroad.column.countries"), "number"),
            Column(say("abroad.column.year"), "year"),
        ),
        groups=tuple(
            TableGroup(say(f"abroad.group.{name}"), tuple(map(_row, rows))) for name, rows in groups.items() if rows
        ),
    )


def _row(item: Abroad) -> TableRow:
    say, figure, average = item.words, item.figure, item.average
    return TableRow(
        (
            Cell(item.name, href=item.href, note=item.unit),
            _strip(item),
            NO_VALUE if figure.sweden is None else item.number(figure.sweden),
            NO_VALUE if average is None else Cell(item.number(average.value), note=item.average_label),
            item.best_text or say("abroad.no_best" if item.facts.direction == "none" else "abroad.few_best"),
            str(len(figure.values)),
            Cell(item.years, note=f"{figure.publisher}: {figure.edition}"),
        )
    )


def _strip(item: Abroad) -> str | Cell:
    values, average = item.figure.values, item.average
    axis = scale([*values.values(), average.value if average else None], item.facts.direction)
    if axis is None or not item.is_comparison:
        return NO_VALUE
    own = values.get(SWEDEN)
    marks = tuple(sorted(axis.x(value) for name, value in values.items() if name != SWEDEN))
    level = None if average is None else axis.x(average.value)
    return Cell("", strip=Strip(marks, None if own is None else axis.x(own), level))
