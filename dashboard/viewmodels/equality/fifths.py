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
from indicators import ECONOMIC, ENOUGH_FOR_FIFTHS, NATION, Fifths, Picture, format_number

PATH = "/jamlikhet"
GROUPS = ("lowest", "low", "middle", "high", "highest")


def fifths_of(picture: Picture, question: Question, indicator: str) -> tuple[Subject, Fifths, str] | None:
    """Return the five groups of an indicator in the area asked for, else in the nation, and in which of them."""
    asked = replace(question, sex="T", period="")
    for area in dict.fromkeys((area_of(question), NATION)):
        for item in picture.catalogue.series_of(indicator):
            found = picture.analysis.fifths.get((item.id, "T", area))
            whole = subject(picture, asked, indicator, NATION, item.id) if found else None
            if found is not None and whole is not None:
                return whole, found, area
    return None


def fifths_texts(picture: Picture, question: Question, indicator: str) -> tuple[str, ...]:
    """Return the finding in words with its index, what the groups are, and what is said of the area."""
    say, found = words(question.lang), fifths_of(picture, question, indicator)
    name = picture.catalogue.by_id[indicator].short_name.in_(question.lang)
    if found is None:
        key = "equality.fifths_economic" if indicator in ECONOMIC else "equality.fifths_none"
        return (say(key, name=name),)
    whole, fifths, area = found
    texts = [_index(whole, fifths), say("equality.fifths_what", ranked=fifths.ranked_at)]
    texts.append(say("equality.fifths_weighted" if fifths.weighted else "equality.fifths_unweighted"))
    if area != area_of(question):
        region = area_name(picture, area_of(question), say)
        texts.insert(0, say("equality.fifths_national", region=region, enough=ENOUGH_FOR_FIFTHS))
    if question.period:
        texts.append(say("equality.fifths_period"))
    return (*texts, say("equality.fifths_ecology"))


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
    whole, fifths, area = found
    say, name = whole.words, area_name(picture, area, whole.words)
    known = [value for value in fifths.values if value is not None]
    finding = _finding(whole, fifths, name)
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


def _finding(whole: Subject, fifths: Fifths, name: str) -> str:
    """The outer groups' values, and which of them is worse off."""
    say, first, last = whole.words, fifths.values[0], fifths.values[-1]
    if first is None or last is None:
        return say("equality.fifths_gap")
    threshold = whole.definition.relevance.threshold(whole.comparison.nation)
    same = threshold is not None and abs(last - first) < threshold
    worse = _worse(whole, first, last, same=same)
    return say(f"equality.fifths_{worse}", area=name, first=whole.text(first), last=whole.text(last))


def _worse(whole: Subject, first: float, last: float, *, same: bool) -> str:
    direction = whole.definition.direction
    if same:
        return "same"
    if direction == "none":
        return "none_direction"
    return "last" if (last < first) == (direction == "higher") else "first"


def _table(whole: Subject, fifths: Fifths, name: str) -> TableView:
    say = whole.words
    columns = (
        Column(say("equality.group")),
        Column(f"{say('table.value')} ({unit_name(whole)})", "number"),
        Column(say("variation.column_units"), "number"),
    )
    rows = tuple(
        TableRow((say(f"equality.group_{g}"), NO_VALUE if v is None else whole.number(v), str(n)))
        for g, v, n in zip(GROUPS, fifths.values, fifths.units, strict=True)
    )
    return plain_table(f"{name}: {short_name(whole)}, {whole.period(fifths.period)}", columns, rows)


def every_table(picture: Picture, question: Question) -> TableView:
    """Return every indicator with municipalities by the five groups, with the slope's index and ratio."""
    say = words(question.lang)
    columns = (
        Column(say("table.indicator")),
        Column(say("table.period")),
        *(Column(say(f"equality.short_{group}"), "number") for group in GROUPS),
        Column(say("equality.slope"), "number"),
        Column(say("equality.relative"), "number"),
    )
    ids = [item.id for item in picture.catalogue.indicators if question.dimension in ("", item.dimension)]
    found = [fifths_of(picture, question, code) for code in ids]
    known = [item for item in found if item is not None]
    known.sort(key=lambda item: -_steepness(item[1]))
    area = area_of(question) if all(item[2] == area_of(question) for item in known) else NATION
    caption = say("equality.every_caption", area=area_name(picture, area, say))
    notes = (say("equality.every_note"), say("equality.source_many", edition=picture.edition.number))
    return plain_table(caption, columns, tuple(_row(whole, fifths, question) for whole, fifths, _ in known), notes)


def _steepness(fifths: Fifths) -> float:
    ratio = fifths.slope.ratio if fifths.slope else None
    return 0.0 if not ratio or ratio <= 0 else max(ratio, 1 / ratio) - 1


def _row(whole: Subject, fifths: Fifths, question: Question) -> TableRow:
    language, slope = whole.words.language, fifths.slope
    href = link(PATH, question, indicator=whole.indicator.id, regions=question.regions, dimension=question.dimension)
    values = [NO_VALUE if value is None else whole.number(value) for value in fifths.values]
    index = NO_VALUE if slope is None else whole.difference(slope.slope)
    ratio = NO_VALUE if slope is None or slope.ratio is None else format_number(slope.ratio, 2, language)
    name = Cell(short_name(whole), href=href, note=unit_name(whole))
    return TableRow((name, whole.period(fifths.period), *values, index, ratio))
