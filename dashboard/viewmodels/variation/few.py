"""Few members, half the gap: which of a region's carry half of its distance to the yardstick; or what is missing."""

from itertools import accumulate

from dashboard.query import Question
from dashboard.viewmodels.inside_subject import InsideSubject
from dashboard.viewmodels.tables import Column, TableRow, TableView, plain_table
from dashboard.viewmodels.variation.members import Members, counted, kind_facts
from dashboard.viewmodels.variation.region import shown_region
from indicators import FewUnits, FewUnitsFound, format_number, with_unit

MOST_NAMED, SHOWN = 6, 5


def few_texts(found: Members, question: Question) -> tuple[str, ...]:
    """Return how few carry half of the gap, by name; or why it cannot be said."""
    words, code = found.words, shown_region(found, question)
    area, kinds = found.whole.picture.areas.by_code[code].name, kind_facts(found)["kinds"]
    if isinstance(found, InsideSubject) and found.period != found.newest:
        return (words("variation.few_older", period=found.whole.period(found.newest)),)
    few = found.few(code)
    if few is None:
        return (words("variation.few_no_region", region=area, kinds=kinds),)
    if few.lack or few.found is None:
        lack = few.lack or "no-excess"
        return (words(f"variation.few_{lack}", region=area, kinds=kinds),)
    return (_said(found, area, few, few.found), words("variation.few_how"))


def _said(found: Members, area: str, few: FewUnitsFound, made: FewUnits) -> str:
    percent = format_number(made.carried * 100, 0, found.words.language)
    names = _names(found, [found.member(few.codes[place]) for place in made.units])
    facts = {"region": area, "n": len(made.units), "of": counted(found, made.of), "names": names, "percent": percent}
    return found.words("variation.few", yardstick=_yardstick(found, few), **facts)


def _names(found: Members, names: list[str]) -> str:
    """All of a few; of many the first, and how many more the table has."""
    if len(names) <= MOST_NAMED:
        return ", ".join(names)
    return found.words("variation.few_more", names=", ".join(names[:SHOWN]), n=len(names) - SHOWN)


def _yardstick(found: Members, few: FewUnitsFound) -> str:
    kind = few.kind or "target"
    return found.words(f"variation.yardstick_{kind}", value=found.whole.text(few.yardstick or 0.0))


def few_table(found: Members, question: Question) -> TableView | None:
    """Return those who carry half of the gap: what each lacks, and its share with those above it; None without."""
    words, code = found.words, shown_region(found, question)
    few = found.few(code)
    is_older = isinstance(found, InsideSubject) and found.period != found.newest
    if is_older or few is None or few.found is None or not few.found.units:
        return None
    made, language = few.found, words.language
    columns = (
        Column(kind_facts(found)["one"].capitalize()),
        Column(words("variation.column_value"), "number"),
        Column(words("variation.column_excess"), "number"),
        Column(words("variation.column_carried"), "number"),
    )
    rows = []
    for place, excess, carried in zip(made.units, made.excess, accumulate(made.excess), strict=True):
        name = few.codes[place]
        percent = with_unit(format_number(carried / made.total * 100, 0, language), "%", language)
        value = found.whole.number(found.spreads[code].values[name])
        rows.append(TableRow((found.member(name), value, format_number(excess, 1, language), percent)))
    area = found.whole.picture.areas.by_code[code].name
    caption = words("variation.few_caption", region=area, yardstick=_yardstick(found, few))
    return plain_table(caption, columns, tuple(rows))
