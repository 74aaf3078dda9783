"""All regions at the headline period: the chart's dots and yardsticks, the finding, and who is missing."""

from collections.abc import Iterator

from dashboard.query import Question
from dashboard.viewmodels.axes import ChartAxis, value_axis
from dashboard.viewmodels.contract import Verdict
from dashboard.viewmodels.editions.revised import revised_note
from dashboard.viewmodels.facts import reporting
from dashboard.viewmodels.indicator.focus import (
    SEPARATORS,
    area_names,
    axis_end,
    best_first,
    focus,
    holding,
    levels,
    nation_text,
    region,
    short_name,
    unbroken,
    unit_name,
    unsound_notes,
)
from dashboard.viewmodels.indicator.views import Dot, Level, RegionsView
from dashboard.viewmodels.subject import Subject, area_name
from dashboard.viewmodels.tables import NO_VALUE, Cell, Column, TableRow, TableView, plain_table
from dashboard.viewmodels.verdicts import verdict
from indicators import NATION, Picture


def regions_view(picture: Picture, question: Question, code: str) -> RegionsView | None:
    """Return the chart of all regions; None when no period is early enough."""
    whole = focus(picture, question, code)
    if whole is None:
        return None
    dots, marks, words = tuple(_dots(whole)), levels(whole), whole.words
    finding = finding_of(whole)
    return RegionsView(
        finding=finding,
        caption=_caption(whole),
        axis=_axis(whole, dots, marks),
        axis_end=axis_end(whole),
        dots=dots,
        levels=marks,
        separators=SEPARATORS[words.language],
        alt=words.count("figure.regions_alt", len(dots), finding=finding),
        notes=_notes(whole),
        missing_heading=words("indicator.missing", period=_period(whole)),
        missing=tuple(_missing(whole)),
        source=words("source.picture", source=whole.source, edition=picture.edition.number),
        table=_table(whole),
    )


def _period(whole: Subject) -> str:
    return whole.period(whole.comparison.headline or "")


def _caption(whole: Subject) -> str:
    axis = whole.words(f"axis.{whole.definition.direction}")
    return f"{short_name(whole)}, {unit_name(whole)}, {_period(whole)} ({axis})"


def _axis(whole: Subject, dots: tuple[Dot, ...], marks: tuple[Level, ...]) -> ChartAxis | None:
    values = [*(dot.value for dot in dots), *(mark.value for mark in marks)] if dots else []
    mirrored = whole.definition.direction == "lower"
    return value_axis(values, whole.definition.decimals, whole.words.language, mirrored=mirrored)


def order(whole: Subject) -> list[str]:
    """Return the regions with a value: the better first, the doubtful last."""
    doubtful = {code: whole.comparison.values[code] for code in whole.comparison.doubtful}
    return [*best_first(whole, whole.comparison.yardsticks), *best_first(whole, doubtful)]


def _dots(whole: Subject) -> Iterator[Dot]:
    for code in order(whole):
        value, area = whole.comparison.values[code], whole.picture.areas.by_code[code]
        shown, doubtful = _position(whole, code), code in whole.comparison.doubtful
        word = whole.unsound_word(code, whole.comparison.headline or "", value) or shown.text
        revised = revised_note(whole, code, whole.comparison.headline or "")
        reading = ", ".join(filter(None, (f"{area.name}: {whole.text(value)}", word, revised)))
        label = f"{area.short_name} {shown.symbol}"
        yield Dot(code, label, value, whole.number(value), shown.tone, doubtful, reading)


def _position(whole: Subject, code: str) -> Verdict:
    return verdict("position", region(whole, code).row.position, whole.definition, whole.words)


def finding_of(whole: Subject) -> str:
    """Return what the regions' values say: the ends, and the nation."""
    sound, words = whole.comparison.yardsticks, whole.words
    if not sound:
        return words("indicator.regions_finding_doubtful")
    finding = _one(whole, sound) if len(set(sound.values())) == 1 else _ends(whole, sound)
    nation = whole.comparison.nation
    return unbroken(finding if nation is None else f"{finding} {nation_text(whole)}.")


def _one(whole: Subject, sound: dict[str, float]) -> str:
    codes = list(sound)
    key = "indicator.regions_finding_one" if len(codes) == 1 else "indicator.regions_finding_same"
    return whole.words(key, names=area_names(whole, codes), value=whole.text(sound[codes[0]]), n=len(codes))


def _ends(whole: Subject, sound: dict[str, float]) -> str:
    ordered = best_first(whole, sound)
    first, last = sound[ordered[0]], sound[ordered[-1]]
    key = "regions_finding" if whole.definition.direction == "none" else "regions_finding_direction"
    return whole.words(
        f"indicator.{key}",
        best=area_names(whole, holding(sound, first)),
        best_value=whole.text(first),
        worst=area_names(whole, holding(sound, last)),
        worst_value=whole.number(last),
    )


def _notes(whole: Subject) -> tuple[str, ...]:
    period = whole.comparison.headline or ""
    doubtful = whole.comparison.doubtful
    unsound = [(code, period, whole.comparison.values[code]) for code in doubtful]
    return (reporting(whole), *unsound_notes(whole, unsound))


def _missing(whole: Subject) -> Iterator[str]:
    for area in whole.picture.areas.regions:
        if area.code in whole.comparison.values:
            continue
        last = region(whole, area.code).row.last
        if last is None:
            yield whole.words("indicator.missing_never", region=area.short_name)
        else:
            value, period = whole.text(last[1]), whole.period(last[0])
            yield whole.words("indicator.missing_last", region=area.short_name, value=value, period=period)


def _table(whole: Subject) -> TableView:
    words, unit = whole.words, unit_name(whole)
    columns = (
        Column(words("table.region")),
        Column(f"{words('table.value')} ({unit})", "number"),
        Column(words("table.position")),
        Column(words("table.period")),
    )
    codes = [area.code for area in whole.picture.areas.regions if area.code not in whole.comparison.values]
    rows = (*_nation_row(whole), *(_row(whole, code) for code in [*order(whole), *codes]))
    return plain_table(f"{short_name(whole)}, {unit}, {_period(whole)}", columns, rows)


def _nation_row(whole: Subject) -> tuple[TableRow, ...]:
    nation = whole.comparison.nation
    if nation is None:
        return ()
    name = area_name(whole.picture, NATION, whole.words)
    return (TableRow((name, whole.number(nation), "", _period(whole)), is_own=True),)


def _row(whole: Subject, code: str) -> TableRow:
    row, name = region(whole, code).row, whole.picture.areas.by_code[code].name
    if row.value is None:
        period, value = row.last or ("", None)
        text = NO_VALUE if value is None else whole.number(value)
        return TableRow((name, text, whole.words("position.missing"), whole.period(period) or NO_VALUE))
    shown = _position(whole, code)
    word = whole.unsound_word(code, row.period or "", row.value) or shown.text
    note, number = revised_note(whole, code, row.period or ""), whole.number(row.value)
    shown_value = Cell(number, note=note) if note else number
    return TableRow((name, shown_value, Cell(word, symbol=shown.symbol, tone=shown.tone), _period(whole)))
