"""The municipalities of every region, one row a region."""

from collections.abc import Iterator

from dashboard.query import Question, link
from dashboard.viewmodels.axes import value_axis
from dashboard.viewmodels.indicator.focus import (
    SEPARATORS,
    axis_end,
    best_first,
    focus,
    short_name,
    unbroken,
    unit_name,
)
from dashboard.viewmodels.indicator.views import Level, StripPoint, StripRow, StripView
from dashboard.viewmodels.inside_subject import InsideSubject
from dashboard.viewmodels.sentences import Piece
from dashboard.viewmodels.subject import Subject, area_name, source_text
from dashboard.viewmodels.tables import NO_VALUE, Column, TableGroup, TableRow, TableView, plain_table
from dashboard.viewmodels.variation.lasting import lasting_said
from indicators import NATION, Definition, InsideSpread, Picture, format_number

MUNICIPALITY = "municipality"
ENOUGH = 5


def strip_view(picture: Picture, question: Question, code: str) -> StripView | None:
    """Return the municipalities by region; None when no period is early enough."""
    whole = focus(picture, question, code)
    if whole is None:
        return None
    inside = _inside(whole)
    return _published(whole, inside) if inside else _unpublished(whole)


def _inside(whole: Subject) -> dict[str, InsideSpread]:
    """The regions with municipal values, in the order of the chart of regions; those without a value last."""
    rows = whole.picture.scorecard(whole.question.as_of).rows
    found = {
        area.code: rows[whole.definition.id, whole.row.sex, area.code].inside for area in whole.picture.areas.regions
    }
    order = best_first(whole, whole.comparison.values)
    codes = [*order, *(code for code in found if code not in order)]
    return {code: found[code] for code in codes if found[code].values}


def _published(whole: Subject, inside: dict[str, InsideSpread]) -> StripView:
    words = whole.words
    rows = tuple(_row(whole, code, spread) for code, spread in inside.items())
    marks = _levels(whole, inside)
    finding = _finding(whole, inside)
    values = [point.value for row in rows for point in (*row.points, *([row.region] if row.region else []))]
    mirrored = whole.definition.direction == "lower"
    decimals = whole.definition.decimals
    caption = f"{short_name(whole)}, {unit_name(whole)}, {_periods(whole, inside)}"
    return StripView(
        finding=finding,
        caption=f"{caption} ({words(f'axis.{whole.definition.direction}')})",
        axis=value_axis([*values, *(mark.value for mark in marks)], decimals, words.language, mirrored=mirrored),
        axis_end=axis_end(whole),
        rows=rows,
        levels=marks,
        separators=SEPARATORS[words.language],
        alt=words("figure.inside_alt", finding=finding),
        notes=(words("indicator.inside_note"),),
        source=words("source.values", source=whole.source, edition=whole.picture.edition.number),
        empty=(),
        spread=_spread_table(whole, inside),
        table=_table(whole, inside),
    )


def _periods(whole: Subject, inside: dict[str, InsideSpread]) -> str:
    found = sorted({spread.period for spread in inside.values() if spread.period})
    ends = [whole.period(period) for period in dict.fromkeys([found[0], found[-1]])]
    return ", ".join(ends)


def _row(whole: Subject, code: str, spread: InsideSpread) -> StripRow:
    areas = whole.picture.areas.by_code
    points = tuple(
        StripPoint(value, f"{areas[place].name}: {whole.text(value)}") for place, value in spread.values.items()
    )
    own = dict(whole.comparison.points[code]).get(spread.period or "")
    region = None if own is None else StripPoint(own, f"{areas[code].name}: {whole.text(own)}")
    return StripRow(code, areas[code].short_name, points, region)


def _levels(whole: Subject, inside: dict[str, InsideSpread]) -> tuple[Level, ...]:
    """The nation, when every region shows the same period."""
    periods = {spread.period for spread in inside.values()}
    value = dict(whole.comparison.points[NATION]).get(periods.pop() or "") if len(periods) == 1 else None
    if value is None:
        return ()
    return (Level("nation", value, f"{whole.words('figure.nation')} {whole.number(value)}"),)


def _finding(whole: Subject, inside: dict[str, InsideSpread]) -> str:
    """Where the municipalities lie further apart than elsewhere, year after year; with few of them nothing is said."""
    found = InsideSubject(whole)
    has_enough = any(spread.spread and spread.spread.n >= ENOUGH for spread in inside.values())
    return unbroken(
        lasting_said(found) if has_enough and found.is_known else whole.words("indicator.inside_finding_few")
    )


def _unpublished(whole: Subject) -> StripView:
    other = _other_series(whole)
    empty = _elsewhere(whole, other) if other else (Piece(whole.words("indicator.inside_none")),)
    return StripView("", "", None, "", (), (), SEPARATORS[whole.words.language], "", (), "", empty, None, None)


def _other_series(whole: Subject) -> Definition | None:
    """The indicator's other series, when that one has municipalities for the same sex."""
    for item in whole.picture.catalogue.series_of(whole.indicator.id):
        serves = any(MUNICIPALITY in key.levels and whole.row.sex in key.sexes for key in item.series)
        if item.id != whole.definition.id and serves:
            return item
    return None


def _elsewhere(whole: Subject, other: Definition) -> tuple[Piece, ...]:
    words = whole.words
    href = link(f"/indikator/{whole.indicator.id}", whole.question, series=other.id, sex=whole.row.sex)
    name = Piece(words("indicator.series_from", source=source_text(other, words)), href)
    return (Piece(words("indicator.inside_elsewhere") + " "), name, Piece("."))


def _spread_table(whole: Subject, inside: dict[str, InsideSpread]) -> TableView:
    words = whole.words
    numbers = ("n", "minimum", "q1", "median", "q3", "maximum")
    columns = (Column(words("table.region")), *(Column(words(f"table.{key}"), "number") for key in numbers))
    caption = words("indicator.inside_table", name=short_name(whole), unit=unit_name(whole))
    return plain_table(caption, columns, tuple(_spread_row(whole, code, spread) for code, spread in inside.items()))


def _spread_row(whole: Subject, code: str, inside: InsideSpread) -> TableRow:
    name, spread, values = area_name(whole.picture, code, whole.words), inside.spread, inside.values.values()
    middle = (spread.q1, spread.median, spread.q3) if spread and spread.n >= ENOUGH else (None, None, None)
    texts = [NO_VALUE if value is None else whole.number(value) for value in middle]
    n = format_number(len(values), 0, whole.words.language)
    return TableRow((name, n, whole.number(min(values)), *texts, whole.number(max(values))))


def _table(whole: Subject, inside: dict[str, InsideSpread]) -> TableView:
    words = whole.words
    columns = (Column(words("table.municipality")), Column(f"{words('table.value')} ({unit_name(whole)})", "number"))
    caption = words("indicator.inside_all", name=short_name(whole), unit=unit_name(whole))
    groups = tuple(_group(whole, code, spread) for code, spread in inside.items())
    return TableView(caption, columns, groups)


def _group(whole: Subject, code: str, spread: InsideSpread) -> TableGroup:
    areas = whole.picture.areas.by_code
    title = f"{areas[code].name}, {whole.period(spread.period or '')}"
    rows: Iterator[TableRow] = (
        TableRow((areas[place].name, whole.number(value))) for place, value in spread.values.items()
    )
    return TableGroup(title, tuple(rows))
