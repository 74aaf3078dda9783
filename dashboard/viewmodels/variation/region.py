"""One region's municipalities, a row each, with the middle half of them, the target and the nation."""

from dashboard.query import Question
from dashboard.viewmodels.axes import value_axis
from dashboard.viewmodels.indicator.focus import SEPARATORS, axis_end, best_first, short_name, unit_name
from dashboard.viewmodels.indicator.views import Dot, Level, RegionsView
from dashboard.viewmodels.inside_subject import InsideSubject
from dashboard.viewmodels.rows import make_row
from dashboard.viewmodels.tables import Column, TableRow, TableView, plain_table
from dashboard.viewmodels.variation.views import OneRegion
from indicators import InsideSpread

ENOUGH = 5


def shown_region(found: InsideSubject, question: Question) -> str:
    """Return the region asked for; else the one whose municipalities lie furthest apart."""
    if question.regions:
        return question.regions[0]
    wide = {c: i.spread.q3 - i.spread.q1 for c, i in found.spreads.items() if i.spread and i.spread.n >= ENOUGH}
    return max(wide, key=lambda code: wide[code], default=next(iter(found.spreads), "01"))


def one_region(found: InsideSubject, question: Question) -> OneRegion | None:
    """Return the region's municipalities; None when it has none at the newest period."""
    code = shown_region(found, question)
    inside = found.spreads.get(code)
    if inside is None or inside.spread is None:
        return None
    middle = (inside.spread.q1, inside.spread.q3) if inside.spread.n >= ENOUGH else None
    return OneRegion(_view(found, code, inside), middle)


def _view(found: InsideSubject, code: str, inside: InsideSpread) -> RegionsView:
    whole, words, marks = found.whole, found.words, _levels(found, code)
    order = best_first(whole, inside.values)
    finding = _finding(found, code, inside)
    values = [*inside.values.values(), *(mark.value for mark in marks)]
    mirrored = whole.definition.direction == "lower"
    period = whole.period(found.period)
    areas = whole.picture.areas.by_code
    shown = f"{areas[code].name}: {short_name(whole)}, {unit_name(whole)}, {period}"
    return RegionsView(
        finding=finding,
        caption=f"{shown} ({words(f'axis.{whole.definition.direction}')})",
        axis=value_axis(values, whole.definition.decimals, words.language, mirrored=mirrored),
        axis_end=axis_end(whole),
        dots=tuple(_dot(found, place, inside.values[place]) for place in order),
        levels=marks,
        separators=SEPARATORS[words.language],
        alt=words("variation.region_alt", n=len(order), finding=finding),
        notes=tuple(_notes(found, code, inside)),
        missing_heading="",
        missing=(),
        source=words("variation.source", source=whole.source, edition=whole.picture.edition.number),
        table=_table(found, code, order, inside),
    )


def _dot(found: InsideSubject, code: str, value: float) -> Dot:
    name, text = found.whole.picture.areas.by_code[code].name, found.whole.number(value)
    reading = f"{name}: {found.whole.text(value)}"
    return Dot(code, name, value, text, "neutral", doubtful=False, reading=reading)


def _levels(found: InsideSubject, code: str) -> tuple[Level, ...]:
    whole, row = found.whole, make_row(found.whole)
    marks: list[Level] = []
    if found.nation is not None:
        marks.append(Level("nation", found.nation, f"{found.words('figure.nation')} {whole.number(found.nation)}"))
    if row.target.value is not None:
        marks.append(Level("target", row.target.value, row.target.label, row.target.dashed))
    return tuple(marks)


def _finding(found: InsideSubject, code: str, inside: InsideSpread) -> str:
    words, whole, spread = found.words, found.whole, inside.spread
    name = whole.picture.areas.by_code[code].name
    if spread is None or spread.n < ENOUGH:
        return words("variation.region_few", region=name, n=len(inside.values))
    q1, q3 = whole.text(spread.q1), whole.text(spread.q3)
    return words("variation.region_finding", region=name, q1=q1, q3=q3, n=spread.n)


def _notes(found: InsideSubject, code: str, inside: InsideSpread) -> list[str]:
    """Who does not report, and that small municipalities swing more."""
    words, areas = found.words, found.whole.picture.areas
    absent = [areas.by_code[place].name for place in areas.inside[code] if place not in inside.values]
    notes = [words("variation.small"), words("variation.middle")]
    own = found.regions.get(code)
    if own is not None:
        notes.insert(0, words("variation.region_own", region=areas.by_code[code].name, value=found.whole.text(own)))
    return [*notes, words("variation.absent", names=", ".join(absent))] if absent else notes


def _table(found: InsideSubject, code: str, order: list[str], inside: InsideSpread) -> TableView:
    words, whole = found.words, found.whole
    areas = whole.picture.areas.by_code
    columns = (Column(words("table.municipality")), Column(f"{words('table.value')} ({unit_name(whole)})", "number"))
    caption = f"{areas[code].name}: {short_name(whole)}, {whole.period(found.period)}"
    rows = tuple(TableRow((areas[place].name, whole.number(inside.values[place]))) for place in order)
    return plain_table(caption, columns, rows)
