"""Sweden among countries, figure by figure and dimension by dimension."""

from collections.abc import Iterable, Iterator, Sequence

from dashboard.i18n import words
from dashboard.query import Question
from dashboard.viewmodels.abroad.names import ENGLISH, edition_name
from dashboard.viewmodels.abroad.shown import dimension_links, is_shown, shown_links
from dashboard.viewmodels.abroad.subject import SWEDEN, Abroad, all_abroad
from dashboard.viewmodels.abroad.views import AbroadPart, AbroadView
from dashboard.viewmodels.contract import Tone
from dashboard.viewmodels.geometry import scale
from dashboard.viewmodels.sentences import Piece, with_names
from dashboard.viewmodels.tables import NO_VALUE, Cell, Column, Kind, Strip, TableRow, TableView, plain_table
from indicators import FRAMEWORK, OLD_AFTER, Dimension, Picture

AbroadTables = dict[str, TableView]
SIDES: dict[str, tuple[str, Tone]] = {
    "better": ("▲", "good"),
    "worse": ("▼", "bad"),
    "above": ("△", "neutral"),
    "below": ("▽", "neutral"),
    "same": ("≈", "neutral"),
}
COLUMNS: dict[str, Kind] = {
    "figure": "text",
    "strip": "strip",
    "sweden": "number",
    "average": "number",
    "best": "text",
    "year": "year",
}


def alone_name(code: str) -> str:
    """Return the name of the table of a dimension's figures that have nobody to compare with."""
    return f"{code}-alone"


def abroad_view(picture: Picture, question: Question) -> AbroadView:
    """Return what stands above the tables; of one dimension when the question names one."""
    say, found = words(question.lang), all_abroad(picture, question)
    n, old = sum(item.is_comparison for item in found), sum(item.is_old for item in found if item.is_comparison)
    lede = say("abroad.lede", n=len(found), compared=n, old=old, years=OLD_AFTER, edition=picture.edition.number)
    return AbroadView(
        lede,
        say("abroad.legend"),
        dimension_links(question, found),
        shown_links(question, found),
        tuple(_part(question, dimension, found) for dimension in _dimensions(question)),
        (say("abroad.note_years"), say("abroad.note_average")),
    )


def _dimensions(question: Question) -> list[Dimension]:
    return [item for item in FRAMEWORK.dimensions if question.dimension in ("", item.code)]


def _part(question: Question, dimension: Dimension, found: Sequence[Abroad]) -> AbroadPart:
    say, (compared, alone) = words(question.lang), _split(question, dimension, found)
    # All of everything is too long to read from one end to the other: first what is said of it, then what is asked for.
    is_whole = not question.dimension and not question.abroad
    return AbroadPart(
        dimension.code,
        dimension.name.in_(question.lang),
        _text(question, compared, alone),
        _worse(question, compared) if is_whole else (),
        "none" if not compared else "folded" if is_whole else "open",
        say.count("abroad.show", len(compared)),
        say.count("abroad.folded", len(alone)) if alone else "",
    )


def _text(question: Question, compared: Sequence[Abroad], alone: Sequence[Abroad]) -> str:
    say, sides = words(question.lang), [item.side for item in compared]
    if not compared and not alone:
        return say("abroad.part_empty")
    if question.abroad:
        return say.count("abroad.part_shown", len(compared), what=say(f"abroad.shown.{question.abroad}"))
    told = [say(f"abroad.count.{side}", n=sides.count(side)) for side in SIDES if side in sides]
    whole = say.count("abroad.part", len(compared) + len(alone), compared=len(compared))
    return f"{whole} {say('abroad.part_sides', sides=', '.join(told))}" if told else whole


def _worse(question: Question, compared: Sequence[Abroad]) -> tuple[Piece, ...]:
    """The figures where Sweden is behind the average, each leading to its page."""
    names = [(Piece(item.name, item.href), f"({item.years})") for item in compared if item.side == "worse"]
    return with_names(words(question.lang), "abroad.worse_named", names) if names else ()


def _split(question: Question, dimension: Dimension, found: Iterable[Abroad]) -> tuple[list[Abroad], list[Abroad]]:
    """A dimension's figures that are asked for: those with countries to compare with, and the others."""
    own = [item for item in found if item.facts.dimension == dimension.code and is_shown(item, question.abroad)]
    return [item for item in own if item.is_comparison], [item for item in own if not item.is_comparison]


def abroad_tables(picture: Picture, question: Question) -> AbroadTables:
    """Return the tables of each dimension shown: by its code those with countries, by `alone_name` the others."""
    return dict(_tables(picture, question))


def _tables(picture: Picture, question: Question) -> Iterator[tuple[str, TableView]]:
    found = all_abroad(picture, question)
    for dimension in _dimensions(question):
        compared, alone = _split(question, dimension, found)
        for name, key, items in (
            (dimension.code, "caption", compared),
            (alone_name(dimension.code), "alone_caption", alone),
        ):
            if items:
                yield name, _table(question, key, dimension, items)


def _table(question: Question, key: str, dimension: Dimension, items: Sequence[Abroad]) -> TableView:
    say = words(question.lang)
    columns = tuple(Column(say(f"abroad.column.{name}"), kind) for name, kind in COLUMNS.items())
    caption = say(f"abroad.{key}", dimension=dimension.name.in_(question.lang))
    return plain_table(caption, columns, tuple(map(_row, items)))


def _row(item: Abroad) -> TableRow:
    say, average = item.words, item.average
    cells = (
        Cell(item.name, href=item.href, note=item.unit),
        _strip(item),
        _sweden(item),
        NO_VALUE if average is None else Cell(item.number(average.value), note=item.average_label),
        item.best_text or say("abroad.no_best" if item.facts.direction == "none" else "abroad.few_best"),
        Cell(_year(item), note=edition_name(item.figure), note_lang=ENGLISH),
    )
    return TableRow(cells, is_old=item.is_old)


def _year(item: Abroad) -> str:
    return f"{item.years} ({item.age_text})" if item.is_old else item.years


def _sweden(item: Abroad) -> str | Cell:
    """Sweden's value, with its side of the average as a symbol and in words."""
    if item.figure.sweden is None:
        return NO_VALUE
    value = item.number(item.figure.sweden)
    if not item.side:
        return value
    symbol, tone = SIDES[item.side]
    return Cell(value, note=item.words(f"abroad.side.{item.side}"), symbol=symbol, tone=tone)


def _strip(item: Abroad) -> str | Cell:
    values, average = item.figure.values, item.average
    axis = scale([*values.values(), average.value if average else None], item.facts.direction)
    if axis is None or not item.is_comparison:
        return NO_VALUE
    own = values.get(SWEDEN)
    marks = tuple(sorted(axis.x(value) for name, value in values.items() if name != SWEDEN))
    level = None if average is None else axis.x(average.value)
    drawn = Strip(marks, None if own is None else axis.x(own), level, _alt(item))
    return Cell("", note=item.words("abroad.countries", n=len(values)), strip=drawn)


def _alt(item: Abroad) -> str:
    """The strip in words: its ends by name, Sweden, and the average; no place among the countries."""
    say, values = item.words, item.figure.values
    low, high = (edge(values, key=lambda name: (values[name], name)) for edge in (min, max))
    ends = {
        "low": item.country(low),
        "least": item.number(values[low]),
        "high": item.country(high),
        "most": item.number(values[high]),
    }
    own = say("abroad.strip_sweden", value=item.number(values[SWEDEN])) if SWEDEN in values else ""
    average = say("abroad.strip_average", value=item.number(item.average.value)) if item.average else ""
    return " ".join(text for text in (say("abroad.strip_alt", n=len(values), **ends), own, average) if text)
