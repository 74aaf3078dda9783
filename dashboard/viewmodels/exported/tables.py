"""A report as tables, their cells formatted once: what the workbook, CSV, JSON and HTML are written from."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from dashboard.i18n import Words, words
from dashboard.viewmodels.contract import Row
from dashboard.viewmodels.exported.cells import (
    MARKS,
    Cell,
    change_cell,
    change_value_cell,
    marks_cell,
    nation_cell,
    number_cell,
    previous_cell,
    region_cell,
    remark_cell,
    sex_cell,
    text_cell,
    value_cell,
)
from dashboard.viewmodels.report.records import Report, ReportArea, ReportSection
from indicators import NATION


@dataclass(frozen=True, slots=True)
class Column:
    """One column: a key for machines, a heading for people, and about how wide it is in letters."""

    key: str
    heading: str
    width: int
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark in brackets and what it means."""

    sign: str
    text: str


@dataclass(frozen=True, slots=True)
class ReportTable:
    """One table. `name` is for machines, `title` for people; `marks` explains every mark in its cells."""

    name: str
    title: str
    short_title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    marks: tuple[Mark, ...]


Place = tuple[ReportSection, ReportArea, Row]
_Maker = Callable[[Place, Report], Cell]

# Key, width in letters, whether it holds numbers, and the cell of a row.
FIELDS: tuple[tuple[str, int, bool, _Maker], ...] = (
    ("indicator", 44, False, lambda at, _: text_cell(at[2].name)),
    ("dimension", 26, False, lambda at, _: text_cell(at[0].name)),
    ("area", 24, False, lambda at, _: text_cell(at[1].name)),
    ("unit", 16, False, lambda at, _: text_cell(at[2].unit)),
    ("period", 14, False, lambda at, _: text_cell(at[2].period_text)),
    ("value", 12, True, lambda at, report: value_cell(at[2], report)),
    ("mark", 10, False, lambda at, _: marks_cell(at[2])),
    ("remark", 44, False, lambda at, _: remark_cell(at[2])),
    ("correction", 54, False, lambda at, _: text_cell(at[2].corrected)),
    ("change", 34, False, lambda at, report: change_cell(at[2], report)),
    ("change_value", 12, True, lambda at, report: change_value_cell(at[2], report)),
    ("previous_period", 14, False, lambda at, _: text_cell(at[2].counted_from.period if at[2].counted_from else "")),
    ("previous_value", 12, True, lambda at, report: previous_cell(at[2], report)),
    ("nation", 12, True, lambda at, report: nation_cell(at[2], report)),
    ("target", 34, False, lambda at, _: text_cell(at[2].target.label)),
    ("target_verdict", 18, False, lambda at, _: text_cell(at[2].target.text)),
    ("position", 22, False, lambda at, _: text_cell(at[2].position_text)),
    ("trend", 22, False, lambda at, _: text_cell(at[2].trend.text)),
    ("women", 12, True, lambda at, report: sex_cell(at[2], "F", report)),
    ("men", 12, True, lambda at, report: sex_cell(at[2], "M", report)),
    ("sex_gap", 54, False, lambda at, _: text_cell(at[2].sex_gap)),
    ("inside", 70, False, lambda at, _: text_cell(at[2].inside.text)),
    ("international", 90, False, lambda at, _: text_cell(at[2].international.text)),
    ("source", 34, False, lambda at, _: text_cell(at[2].source)),
    ("derived", 54, False, lambda at, _: text_cell(at[2].derived_text)),
    ("id", 44, False, lambda at, _: text_cell(at[2].series)),
)


def result_table(report: Report) -> ReportTable:
    """Return every row of a report as one table."""
    return _results(report, "results", words(report.lang)("exported.results"), report.sections)


def dimension_tables(report: Report) -> tuple[ReportTable, ...]:
    """Return one table for each dimension that has rows."""
    return tuple(
        _results(report, section.code, section.name, (section,)) for section in report.sections if section.rows
    )


def _results(report: Report, name: str, title: str, sections: tuple[ReportSection, ...]) -> ReportTable:
    fields = [field for field in FIELDS if field[0] != "dimension" or len(sections) > 1 or name == "results"]
    rows = tuple(tuple(make(at, report) for *_, make in fields) for at in _places(sections))
    say = words(report.lang)
    columns = tuple(Column(key, say(f"exported.column.{key}"), width, number) for key, width, number, _ in fields)
    return ReportTable(name, f"{report.area_name}: {title}", title, columns, rows, _marks(rows, say))


def _places(sections: Iterable[ReportSection]) -> Iterator[Place]:
    for section in sections:
        for area in section.areas:
            for row in area.rows:
                yield section, area, row


def regions_table(report: Report) -> ReportTable:
    """Return the values of every region: what the dot-ranges are drawn from."""
    say, codes = words(report.lang), tuple(report.region_names)
    columns = (
        Column("indicator", say("exported.column.indicator"), 44),
        Column("unit", say("exported.column.unit"), 16),
        Column("period", say("exported.column.period"), 14),
        *(Column(f"region_{code}", report.region_names[code], 16, is_number=True) for code in codes),
        Column("doubtful", say("exported.column.doubtful_regions"), 34),
    )
    rows = tuple(_regions(row, codes, report) for row in report.rows)
    title = say("exported.regions")
    return ReportTable("regions", title, title, columns, rows, _marks(rows, say))


def _regions(row: Row, codes: tuple[str, ...], report: Report) -> tuple[Cell, ...]:
    values = (region_cell(row, code, report) for code in codes)
    doubtful = ", ".join(report.region_names[mark.code] for mark in row.regions if mark.doubtful)
    return text_cell(row.name), text_cell(row.unit), text_cell(row.period_text), *values, text_cell(doubtful)


def trend_table(report: Report) -> ReportTable:
    """Return the last years of area and nation: what the trend lines are drawn from."""
    say = words(report.lang)
    headings = [("indicator", 44), ("unit", 16), ("period", 14)]
    columns = [Column(key, say(f"exported.column.{key}"), width) for key, width in headings]
    columns.append(Column("value", report.area_name, 20, is_number=True))
    if report.area != NATION:
        columns.append(Column("nation", say("exported.column.nation"), 14, is_number=True))
    rows = tuple(cells for row in report.rows for cells in _years(row, report))
    title = say("exported.years", area=report.area_name)
    return ReportTable("years", title, say("exported.years_short"), tuple(columns), rows, _marks(rows, say))


def _years(row: Row, report: Report) -> Iterator[tuple[Cell, ...]]:
    own, nation = ({p.period: p for p in points if p.period} for points in (row.trend.points, row.trend.nation))
    for period in sorted({*own, *nation}):
        cells = [text_cell(row.name), text_cell(row.unit), text_cell(period)]
        for points in (own, nation) if report.area != NATION else (own,):
            point = points.get(period)
            cells.append(number_cell(point.text if point and point.value is not None else None))
        yield tuple(cells)


def _marks(rows: Iterable[tuple[Cell, ...]], say: Words) -> tuple[Mark, ...]:
    """The marks that stand in a table, each explained; several may stand in one cell."""
    used = {sign for cells in rows for cell in cells for sign in cell.shown.split() if sign in MARKS}
    return tuple(Mark(sign, say(f"exported.mark.{key}")) for sign, key in MARKS.items() if sign in used)
