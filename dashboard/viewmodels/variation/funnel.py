"""Units against the limits that chance alone would keep them within, by how many people each is about."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.query import MUNICIPALITY, Question
from dashboard.viewmodels.axes import ChartAxis, value_axis
from dashboard.viewmodels.indicator.focus import SEPARATORS, short_name, unit_name
from dashboard.viewmodels.tables import NO_VALUE, Column, TableRow, TableView, plain_table
from dashboard.viewmodels.variation.judged import count_text
from dashboard.viewmodels.variation.members import counted, kind_facts, shown_indicator, source
from dashboard.viewmodels.variation.units import UnitsInside, unit_kinds, units_inside
from dashboard.viewmodels.variation.views import FunnelLine, FunnelMark, FunnelView
from indicators import (
    FEWEST_FOR_DISPERSION,
    OUTSIDE,
    Funnel,
    FunnelUnit,
    Picture,
    UnitCounts,
    format_number,
    funnel_of,
    limits_along,
)

MOST_DRAWN = 500
"""With more units than these only those outside the limits and the largest are drawn; all are counted."""
STEPS = 48
MOST_LISTED = 20
CHANCE_95 = 0.05


@dataclass(frozen=True)
class Counted:
    """One unit with counts: in which region, its name and what it is made of."""

    region: str
    name: str
    counts: UnitCounts


def funnel_view(picture: Picture, question: Question, version: str = "") -> FunnelView | None:
    """Return the funnel of the chosen region's units, else of all regions'; None without two units with counts.

    Of the kind asked for; when municipalities are, of the kind with the most units. `version` is
    `picture.units_version`, so that a view that is kept is of the uploads that were there when it was made.
    """
    found = _asked(picture, question)
    if found is None:
        return None
    units = _units(found, question)
    made = funnel_of([unit.counts for unit in units], widen=question.widen)
    return _view(found, question, units, made) if made else None


def funnel_lack(picture: Picture, question: Question, version: str = "") -> str:
    """Return why there is no funnel."""
    from dashboard.i18n import words as words_of

    words, found = words_of(question.lang), _asked(picture, question)
    if found is None:
        return words("variation.funnel_none")
    return words("variation.funnel_few", kinds=kind_facts(found)["kinds"])


def _asked(picture: Picture, question: Question) -> UnitsInside | None:
    indicator, kind = shown_indicator(picture, question), question.kind
    if kind == MUNICIPALITY:
        kind = next(iter(unit_kinds(picture, question, indicator)), "")
    return units_inside(picture, question, indicator, kind) if kind else None


def _units(found: UnitsInside, question: Question) -> list[Counted]:
    """The units with counts of the chosen region, else of all; the smallest first."""
    chosen = [code for code in found.rows if not question.regions or code == question.regions[0]]
    units = [Counted(code, name, own) for code in chosen for name, own in found.counts(code).items()]
    return sorted(units, key=lambda unit: (unit.counts.denominator, unit.name))


def _view(found: UnitsInside, question: Question, units: Sequence[Counted], made: Funnel) -> FunnelView:
    whole, words, pairs = found.whole, found.words, list(zip(units, made.units, strict=True))
    drawn, lines = _drawn(pairs), _lines(made, units)
    outside = _furthest_first([pair for pair in pairs if pair[1].place in OUTSIDE])
    finding = _finding(found, made)
    ends = [end for line in lines for end in (line.lower_998, line.upper_998)]
    where = whole.picture.areas.by_code[question.regions[0]].name if question.regions else words("variation.everywhere")
    mark = f" · {words('units_shown.example')}" if found.example else ""
    return FunnelView(
        finding=finding,
        caption=f"{where}: {short_name(whole)}, {unit_name(whole)}, {found.period_text}{mark}",
        people=value_axis([0.0, *(unit.counts.denominator for unit in units)], 0, words.language) or _no_axis(),
        people_text=words("variation.funnel_people"),
        axis=value_axis(
            [*(own.value for _, own in drawn), *_seen(ends, made)], whole.definition.decimals, words.language
        )
        or _no_axis(),
        marks=tuple(_mark(found, unit, own) for unit, own in drawn),
        lines=lines,
        baseline=made.baseline,
        baseline_text=words("variation.funnel_baseline", value=whole.number(made.baseline)),
        baseline_short=whole.number(made.baseline),
        names=(words("variation.limit_95"), words("variation.limit_998")),
        separators=SEPARATORS[words.language],
        alt=words("variation.funnel_alt", counted=counted(found, len(drawn)), finding=finding),
        outside_title=words("variation.outside_title"),
        outside=tuple(_outside(found, unit, own) for unit, own in outside[:MOST_LISTED]),
        outside_more=words("variation.outside_more", n=left) if (left := len(outside) - MOST_LISTED) > 0 else "",
        notes=tuple(_notes(found, question, units, made, len(drawn))),
        source=source(found),
        table=_table(found, pairs),
    )


def _no_axis() -> ChartAxis:
    return ChartAxis(0.0, 1.0, ())


def _seen(ends: Sequence[float], made: Funnel) -> list[float]:
    """The limits that make the axis: those of the smallest units may be so far apart that they would flatten it."""
    values = [unit.value for unit in made.units]
    room = 2 * max(max(values) - made.baseline, made.baseline - min(values), 1e-9)
    return [made.baseline, *(end for end in ends if abs(end - made.baseline) <= room)]


def _drawn(pairs: Sequence[tuple[Counted, FunnelUnit]]) -> list[tuple[Counted, FunnelUnit]]:
    if len(pairs) <= MOST_DRAWN:
        return list(pairs)
    order = sorted(range(len(pairs)), key=lambda i: (pairs[i][1].place == "inside", -pairs[i][0].counts.denominator))
    return [pairs[place] for place in sorted(order[:MOST_DRAWN])]


def _furthest_first(pairs: Sequence[tuple[Counted, FunnelUnit]]) -> list[tuple[Counted, FunnelUnit]]:
    """Those outside the outer limits, then the others; the larger before the smaller."""
    return sorted(pairs, key=lambda pair: (not pair[1].place.endswith("99.8"), -pair[0].counts.denominator))


def _lines(made: Funnel, units: Sequence[Counted]) -> tuple[FunnelLine, ...]:
    """The limits from the smallest unit to the largest, closer together where they bend."""
    low, high = (math.sqrt(units[place].counts.denominator) for place in (0, -1))
    places = [(low + (high - low) * step / STEPS) ** 2 for step in range(STEPS + 1)] if high > low else [low**2]
    limits = limits_along(made, places)
    return tuple(FunnelLine(o.denominator, o.lower_998, o.lower_95, o.upper_95, o.upper_998) for o in limits)


def _mark(found: UnitsInside, unit: Counted, own: FunnelUnit) -> FunnelMark:
    return FunnelMark(
        unit=unit.name,
        people=unit.counts.denominator,
        value=own.value,
        place=own.place,
        reading=_outside(found, unit, own),
    )


def _outside(found: UnitsInside, unit: Counted, own: FunnelUnit) -> str:
    """One unit in a sentence: its name, region, value, counts and place."""
    language = found.words.language
    return found.words(
        "variation.funnel_unit",
        unit=unit.name,
        region=found.whole.picture.areas.by_code[unit.region].short_name,
        value=found.whole.text(own.value),
        numerator=count_text(unit.counts.numerator, language),
        denominator=count_text(unit.counts.denominator, language),
        place=found.words(f"variation.place.{own.place}"),
    )


def _finding(found: UnitsInside, made: Funnel) -> str:
    words, n = found.words, len(made.units)
    outside = sum(unit.place in OUTSIDE for unit in made.units)
    far = sum(unit.place.endswith("99.8") for unit in made.units)
    if not outside:
        return words("variation.funnel_inside", counted=counted(found, n))
    if not far:
        return words.count("variation.funnel_outside", outside, of=counted(found, n))
    if outside == 1:
        return words("variation.funnel_far_one", of=counted(found, n))
    return words("variation.funnel_far", n=outside, of=counted(found, n), far=far)


def _notes(found: UnitsInside, question: Question, units: Sequence[Counted], made: Funnel, drawn: int) -> list[str]:
    words, language, whole = found.words, found.words.language, found.whole
    sums = [math.fsum(getattr(unit.counts, name) for unit in units) for name in ("numerator", "denominator")]
    above, below = (count_text(total, language) for total in sums)
    notes = [words("variation.funnel_how")]
    notes.append(words("variation.funnel_sum", value=whole.text(made.baseline), above=above, below=below))
    notes += [_method(found, made), _dispersion(found, question, made)]
    expected = format_number(len(units) * CHANCE_95, 1 if len(units) < 200 else 0, language)
    notes.append(words("variation.funnel_expected", expected=expected, of=counted(found, len(units))))
    if drawn < len(units):
        notes.append(words("variation.cut", shown=drawn, of=counted(found, len(units))))
    return [*notes, *_left_out(found, question, len(units))]


def _method(found: UnitsInside, made: Funnel) -> str:
    """How the limits were made: said with how many units each way is for."""
    exact = sum(unit.limits.method == "exact-binomial" for unit in made.units)
    if made.kind == "rate":
        return found.words("variation.method_poisson")
    if not exact:
        return found.words("variation.method_normal")
    if exact == len(made.units):
        return found.words("variation.method_binomial")
    return found.words("variation.method_both", exact=counted(found, exact), normal=len(made.units) - exact)


def _dispersion(found: UnitsInside, question: Question, made: Funnel) -> str:
    words, phi = found.words, made.found_dispersion
    if phi is None:
        return words("variation.dispersion_few", fewest=FEWEST_FOR_DISPERSION)
    key = "none" if phi <= 1 else "widened" if question.widen else "not_widened"
    return words(f"variation.dispersion_{key}", phi=format_number(phi, 1, words.language))


def _left_out(found: UnitsInside, question: Question, n: int) -> list[str]:
    """Units of the same choice whose value no counts tell of."""
    chosen = [code for code in found.spreads if not question.regions or code == question.regions[0]]
    without = sum(len(found.spreads[code].values) for code in chosen) - n
    return [found.words("variation.funnel_left_out", counted=counted(found, without))] if without else []


def _table(found: UnitsInside, pairs: Sequence[tuple[Counted, FunnelUnit]]) -> TableView:
    words, whole = found.words, found.whole
    heads = [f"{words('table.value')} ({unit_name(whole)})"]
    heads += [words(f"variation.{key}") for key in ("numerator", "funnel_people", "limit_95", "limit_998")]
    columns = [Column(words("units_shown.unit")), Column(words("table.region"))]
    columns += [*(Column(head, "number") for head in heads), Column(words("variation.column_place"))]
    rows = tuple(_row(found, unit, own) for unit, own in pairs)
    facts = {"name": short_name(whole), "period": found.period_text}
    return plain_table(words("variation.funnel_table", **facts), tuple(columns), rows)


def _row(found: UnitsInside, unit: Counted, own: FunnelUnit) -> TableRow:
    number, limits, language = found.whole.number, own.limits, found.words.language
    return TableRow(
        (
            unit.name,
            found.whole.picture.areas.by_code[unit.region].short_name,
            number(own.value),
            count_text(unit.counts.numerator, language),
            count_text(unit.counts.denominator, language),
            f"{number(limits.lower_95)}–{number(limits.upper_95)}" if limits else NO_VALUE,
            f"{number(limits.lower_998)}–{number(limits.upper_998)}" if limits else NO_VALUE,
            found.words(f"variation.place.{own.place}"),
        )
    )
