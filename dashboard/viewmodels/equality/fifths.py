"""Municipalities in five groups by economic standard: one indicator as a picture, all as a table."""

from dataclasses import replace

from dashboard.i18n import words
from dashboard.query import Question, link
from dashboard.viewmodels.axes import value_axis
from dashboard.viewmodels.equality.subject import area_of
from dashboard.viewmodels.indicator.focus import SEPARATORS, axis_end, short_name, unit_name
from dashboard.viewmodels.indicator.views import Dot, RegionsView
from dashboard.viewmodels.subject import Subject, area_name, subject
from dashboard.viewmodels.tables import NO_VALUE, Cell, Column, TableRow, TableView, plain_table
from indicators import ECONOMIC, NATION, Fifths, FifthsInside, Picture, difference_text, format_number

PATH = "/jamlikhet"
GROUPS = ("lowest", "low", "middle", "high", "highest")


def fifths_of(picture: Picture, question: Question, indicator: str) -> tuple[Subject, Fifths] | None:
    """Return the five groups of an indicator's municipalities in the nation; None when it has none."""
    asked = replace(question, sex="T", period="")
    for item in picture.catalogue.series_of(indicator):
        found = picture.analysis.fifths.get((item.id, "T", NATION))
        whole = subject(picture, asked, indicator, NATION, item.id) if found else None
        if found is not None and whole is not None:
            return whole, found
    return None


def fifths_texts(picture: Picture, question: Question, indicator: str) -> tuple[str, ...]:
    """Return what is said inside the regions, what the groups are, and what the picture is not of."""
    say, found = words(question.lang), fifths_of(picture, question, indicator)
    name = picture.catalogue.by_id[indicator].short_name.in_(question.lang)
    if found is None:
        key = "equality.fifths_economic" if indicator in ECONOMIC else "equality.fifths_none"
        return (say(key, name=name),)
    whole, fifths = found
    texts = [_index(whole, fifths)] if _is_told(whole) else []
    texts.append(say("equality.fifths_what", ranked=fifths.ranked_at))
    texts.append(say("equality.fifths_weighted" if fifths.weighted else "equality.fifths_unweighted"))
    if area_of(question) != NATION:
        texts.insert(0, say("equality.fifths_national"))
    if question.period:
        texts.append(say("equality.fifths_period"))
    return (*texts, say("equality.fifths_ecology"))


def _inside(whole: Subject) -> FifthsInside | None:
    return whole.picture.analysis.slopes.get(whole.definition.id)


def _is_told(whole: Subject) -> bool:
    found = _inside(whole)
    return found is not None and found.is_told


def _index(whole: Subject, fifths: Fifths) -> str:
    say, slope = whole.words, fifths.slope
    if slope is None:
        return say("equality.index_none")
    ratio = NO_VALUE if slope.ratio is None else format_number(slope.ratio, 2, say.language)
    variant = "weighted" if fifths.weighted else "counted"
    return say(f"equality.index_{variant}", slope=whole.difference(slope.slope), ratio=ratio)


def fifths_view(picture: Picture, question: Question, indicator: str) -> RegionsView | None:
    """Return the five groups of one indicator as a picture; None when it has no municipalities."""
    found = fifths_of(picture, question, indicator)
    if found is None:
        return None
    whole, fifths = found
    say, name = whole.words, area_name(picture, NATION, whole.words)
    known = [value for value in fifths.values if value is not None]
    finding = _finding(whole, fifths)
    mirrored = whole.definition.direction == "lower"
    period = whole.period(fifths.period)
    shown = f"{name}: {short_name(whole)}, {unit_name(whole)}, {period}"
    return RegionsView(
        finding=finding,
        caption=f"{shown} ({say(f'axis.{whole.definition.direction}')})",
        axis=value_axis(known, whole.definition.decimals, say.language, mirrored=mirrored),
        axis_end=axis_end(whole),
        dots=tuple(_dots(whole, fifths)),
        levels=(),
        separators=SEPARATORS[say.language],
        alt=say("equality.fifths_alt", finding=finding),
        notes=(say("equality.no_interval"),),
        missing_heading="",
        missing=(),
        source=say("equality.source_fifths", source=whole.source, edition=picture.edition.number),
        table=_table(whole, fifths, name),
    )


def _dots(whole: Subject, fifths: Fifths) -> list[Dot]:
    found = []
    for group, value, units in zip(GROUPS, fifths.values, fifths.units, strict=True):
        if value is not None:
            label = whole.words(f"equality.group_{group}")
            reading = f"{label}: {whole.text(value)} ({whole.words.count('equality.municipalities', units)})"
            found.append(Dot(group, label, value, whole.number(value), "neutral", doubtful=False, reading=reading))
    return found


def _finding(whole: Subject, fifths: Fifths) -> str:
    """Whether results follow economic standard inside the regions; else what the order between the groups is of."""
    say, first, last, inside = whole.words, fifths.values[0], fifths.values[-1], _inside(whole)
    if first is None or last is None:
        return say("equality.fifths_gap")
    facts = {"first": whole.number(first), "last": whole.text(last), "period": whole.period(fifths.period)}
    if inside is None:
        return say("equality.fifths_figures", **facts)
    facts |= {"agree": str(round(inside.agree * inside.regions)), "regions": str(inside.regions)}
    if inside.is_told:
        is_worse = (inside.inside < 0) == (whole.definition.direction == "higher")
        inner = difference_text(abs(inside.inside), whole.definition, say.language)
        return say(f"equality.fifths_{'last' if is_worse else 'first'}", inside=inner, **facts)
    if inside.turned_by is not None:
        code, low, high = inside.turned_by
        without = {"region": whole.picture.areas.by_code[code].name}
        without |= {"without_first": whole.number(low), "without_last": whole.text(high)}
        return say("equality.fifths_turned", **without, **facts)
    return say("equality.fifths_same" if abs(inside.inside) < inside.threshold else "equality.fifths_unsure", **facts)


def _table(whole: Subject, fifths: Fifths, name: str) -> TableView:
    say = whole.words
    columns = (
        Column(say("equality.group")),
        Column(f"{say('table.value')} ({unit_name(whole)})", "number"),
        Column(say("variation.column_units"), "number"),
    )
    rows = tuple(
        TableRow(
            (say(f"equality.group_{g}"), NO_VALUE if v is None else whole.number(v), format_number(n, 0, say.language))
        )
        for g, v, n in zip(GROUPS, fifths.values, fifths.units, strict=True)
    )
    return plain_table(f"{name}: {short_name(whole)}, {whole.period(fifths.period)}", columns, rows)


def every_table(picture: Picture, question: Question) -> TableView:
    """Return every indicator with municipalities by the five groups, and what of it holds inside the regions."""
    say = words(question.lang)
    columns = (
        Column(say("table.indicator")),
        Column(say("table.period")),
        *(Column(say(f"equality.short_{group}"), "number") for group in GROUPS),
        Column(say("equality.inside"), "number"),
    )
    ids = [item.id for item in picture.catalogue.indicators if question.dimension in ("", item.dimension)]
    found = [fifths_of(picture, question, code) for code in ids]
    known = sorted((item for item in found if item is not None), key=lambda item: not _is_told(item[0]))
    caption = say("equality.every_caption", area=area_name(picture, NATION, say))
    notes = (say("equality.every_note"), say("equality.source_many", edition=picture.edition.number))
    return plain_table(caption, columns, tuple(_row(whole, fifths, question) for whole, fifths in known), notes)


def _row(whole: Subject, fifths: Fifths, question: Question) -> TableRow:
    href = link(PATH, question, indicator=whole.indicator.id, regions=question.regions, dimension=question.dimension)
    values = [NO_VALUE if value is None else whole.number(value) for value in fifths.values]
    inside = _inside(whole)
    told = whole.difference(inside.inside) if inside is not None and inside.is_told else NO_VALUE
    name = Cell(short_name(whole), href=href, note=unit_name(whole))
    return TableRow((name, whole.period(fifths.period), *values, told))
