"""One region's members, a row each, with the middle half of them, the target and the nation; and how sure each is."""

from collections.abc import Sequence

from dashboard.query import Question
from dashboard.viewmodels.axes import value_axis
from dashboard.viewmodels.indicator.focus import SEPARATORS, axis_end, best_first, unit_name
from dashboard.viewmodels.indicator.views import Dot, RegionsView
from dashboard.viewmodels.inside_subject import InsideSubject
from dashboard.viewmodels.tables import NO_VALUE, Column, TableRow, TableView, plain_table
from dashboard.viewmodels.variation.judged import Judged, judged
from dashboard.viewmodels.variation.lasting import apart_in, lasting_in
from dashboard.viewmodels.variation.members import ENOUGH, Members, caption, counted, kind_facts, levels, source
from dashboard.viewmodels.variation.units import UnitsInside
from dashboard.viewmodels.variation.views import OneRegion

MOST_ROWS = 40
"""With more units than these only those outside the limits and the largest are drawn; the table has them all."""


def shown_region(found: Members, question: Question) -> str:
    """Return the region asked for; else one whose members lie apart year after year, or else has many of them."""
    if question.regions:
        return question.regions[0]
    spreads = found.lasting if isinstance(found, InsideSubject) else {}
    known = {code: one.lasting for code, one in spreads.items() if one.is_told and code in found.spreads}
    many = {code: float(len(inside.values)) for code, inside in found.spreads.items()}
    return max(known or many, key=lambda code: (known or many)[code], default="01")


def one_region(found: Members, question: Question) -> OneRegion | None:
    """Return the region's members; None when it has none at the period."""
    code = shown_region(found, question)
    inside = found.spreads.get(code)
    if inside is None or inside.spread is None:
        return None
    middle = (inside.spread.q1, inside.spread.q3) if inside.spread.n >= ENOUGH else None
    sure = judged(found, code) if isinstance(found, UnitsInside) else None
    order = sure.order() if sure else best_first(found.whole, inside.values)
    drawn = sure.units.most_telling(order, MOST_ROWS) if sure else order
    whiskers = tuple(sure.units.limits.get(name) if sure else None for name in drawn)
    return OneRegion(_view(found, (code, order, drawn), sure), middle, whiskers)


def region_text(found: Members, question: Question) -> str:
    """Return what is said of a region without members at the period."""
    area = found.whole.picture.areas.by_code[shown_region(found, question)].name
    return found.words("variation.region_none", region=area, kinds=kind_facts(found)["kinds"])


Shown = tuple[str, Sequence[str], Sequence[str]]
"""A region, its members in order, and those of them that are drawn."""


def _view(found: Members, shown: Shown, sure: Judged | None) -> RegionsView:
    whole, words, marks = found.whole, found.words, levels(found)
    code, order, drawn = shown
    values = found.spreads[code].values
    finding = _finding(found, code)
    ends = [end for name in drawn if sure and name in sure.units.limits for end in sure.units.limits[name]]
    held = [*(values[name] for name in drawn), *ends, *(mark.value for mark in marks)]
    mirrored = whole.definition.direction == "lower"
    return RegionsView(
        finding=finding,
        caption=caption(found, f"{whole.picture.areas.by_code[code].name}: "),
        axis=value_axis(held, whole.definition.decimals, words.language, mirrored=mirrored),
        axis_end=axis_end(whole),
        dots=tuple(_dot(found, name, values[name], sure) for name in drawn),
        levels=marks,
        separators=SEPARATORS[words.language],
        alt=words("variation.region_alt", counted=counted(found, len(drawn)), finding=finding),
        notes=tuple(_notes(found, shown, sure)),
        missing_heading="",
        missing=(),
        source=source(found),
        table=_table(found, code, order, sure),
    )


def _dot(found: Members, code: str, value: float, sure: Judged | None) -> Dot:
    """A unit that chance alone may have put where it is, is hollow."""
    name, text = found.member(code), found.whole.number(value)
    said = sure.interval_text(code) if sure else ""
    reading = f"{name}: {found.whole.text(value)}{f' ({said})' if said else ''}"
    is_unsure = sure is not None and not sure.units.is_outside(code)
    return Dot(code, name, value, text, "neutral", doubtful=is_unsure, reading=reading)


def _finding(found: Members, code: str) -> str:
    """From the lowest to the highest; who stands there is said only where it is more than chance."""
    words, whole, values = found.words, found.whole, found.spreads[code].values
    name, held = whole.picture.areas.by_code[code].name, list(values.values())
    facts = {"region": name, "counted": counted(found, len(held)), "period": found.period_text}
    if len(held) == 1:
        return words("variation.region_single", **facts, value=whole.text(held[0]))
    return words("variation.region_finding", **facts, low=whole.number(min(held)), high=whole.text(max(held)))


def _notes(found: Members, shown: Shown, sure: Judged | None) -> list[str]:
    """What the marks are, who is not there, and that small ones swing more."""
    words, facts = found.words, kind_facts(found)
    code, order, drawn = shown
    area, own = found.whole.picture.areas.by_code[code].name, found.regions.get(code)
    notes = [] if own is None else [words("variation.region_own", region=area, value=found.whole.text(own))]
    said = [apart_in(found, code), lasting_in(found, code) if isinstance(found, InsideSubject) else ""]
    notes += [text for text in said if text]
    if found.spreads[code].spread is not None and len(order) >= ENOUGH:
        notes.append(words("variation.middle", the=facts["the"]))
    if sure is not None:
        notes += [words("variation.sure", the=facts["the"]), words("variation.sure_order", kinds=facts["kinds"])]
    else:
        notes.append(words("variation.small", kinds=facts["kinds"]))
    if len(drawn) < len(order):
        notes.append(words("variation.cut", shown=len(drawn), of=counted(found, len(order))))
    return [*notes, *_absent(found, code)]


def _absent(found: Members, code: str) -> list[str]:
    """The municipalities without a value; what units a region has not told of, nobody knows."""
    if not isinstance(found, InsideSubject):
        return []
    values = found.spreads[code].values
    absent = [found.member(place) for place in found.whole.picture.areas.inside[code] if place not in values]
    return [found.words("variation.absent", names=", ".join(absent))] if absent else []


def _table(found: Members, code: str, order: Sequence[str], sure: Judged | None) -> TableView:
    words, whole = found.words, found.whole
    values = found.spreads[code].values
    columns = [Column(kind_facts(found)["one"].capitalize())]
    columns.append(Column(f"{words('table.value')} ({unit_name(whole)})", "number"))
    if sure is not None:
        columns += [Column(words("units_shown.interval"), "number"), Column(words("variation.column_place"))]
    rows = []
    for name in order:
        more = (sure.interval_text(name) or NO_VALUE, sure.place_text(name)) if sure else ()
        rows.append(TableRow((found.member(name), whole.number(values[name]), *more)))
    return plain_table(caption(found, f"{whole.picture.areas.by_code[code].name}: "), tuple(columns), tuple(rows))
