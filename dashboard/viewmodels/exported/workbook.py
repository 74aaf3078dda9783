"""What a workbook holds besides its tables: the cover's lines, the list of sheets, the notes."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from dashboard.i18n import Words, words
from dashboard.viewmodels.exported.cells import MARKS, text_cell
from dashboard.viewmodels.exported.tables import (
    Column,
    ReportTable,
    dimension_tables,
    regions_table,
    trend_table,
)
from dashboard.viewmodels.report.records import Report

HOLDS = 70
# What spreadsheets allow in the name of a sheet.
LONGEST_NAME, NOT_IN_NAMES = 31, "[]:*?/\\'"


@dataclass(frozen=True, slots=True)
class CoverLine:
    """One line of the cover; a heading or plain."""

    text: str
    is_heading: bool = False


@dataclass(frozen=True, slots=True)
class BookSheet:
    """One sheet with one table. `lines` stand between its title and the table; `code` names the table for machines."""

    name: str
    lines: tuple[str, ...]
    table: ReportTable


@dataclass(frozen=True, slots=True)
class Book:
    """A whole workbook: the cover, the list of sheets, the notes, then the results."""

    title: str
    subject: str
    author: str
    lang: str
    published: str
    cover_name: str
    cover: tuple[CoverLine, ...]
    sheets: tuple[BookSheet, ...]


def book(report: Report) -> Book:
    """Return the workbook of a report."""
    say = words(report.lang)
    results = tuple(_sheet(table, report, say) for table in _tables(report))
    notes = _sheet(_notes(report, say), report, say)
    contents = _sheet(_contents((notes, *results), say), report, say)
    return Book(
        title=report.title,
        subject=say("exported.subject", edition=report.edition, sources="; ".join(report.sources.raw)),
        author=report.labels["product"],
        lang=report.lang,
        published=report.published,
        cover_name=say("exported.cover"),
        cover=tuple(_cover(report, say)),
        sheets=(contents, notes, *results),
    )


def _tables(report: Report) -> tuple[ReportTable, ...]:
    if not report.rows:
        return ()
    return (*dimension_tables(report), regions_table(report), trend_table(report))


def _sheet(table: ReportTable, report: Report, say: Words) -> BookSheet:
    marks = tuple(f"{mark.sign} {mark.text}" for mark in table.marks)
    row = len(marks) + 3
    lines = (say.count("exported.one_table", len(table.rows), edition=report.edition, row=row), *marks)
    return BookSheet(_sheet_name(table.short_title), lines, table)


def _sheet_name(title: str) -> str:
    """A title as the name of a sheet, which may be no longer: whole words of it."""
    name = "".join(" " if letter in NOT_IN_NAMES else letter for letter in title)
    return name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME + 1].rpartition(" ")[0]


def _contents(sheets: tuple[BookSheet, ...], say: Words) -> ReportTable:
    columns = (
        Column("sheet", say("exported.contents_sheet"), 44),
        Column("holds", say("exported.contents_holds"), HOLDS),
    )
    rows = tuple((text_cell(sheet.name), text_cell(sheet.table.title)) for sheet in sheets)
    return ReportTable("contents", say("exported.contents_title"), say("exported.contents"), columns, rows, ())


def _notes(report: Report, say: Words) -> ReportTable:
    columns = (
        Column("term", say("exported.note_term"), 44),
        Column("means", say("exported.note_means"), HOLDS),
    )
    explained = [(sign, say(f"exported.mark.{key}")) for sign, key in MARKS.items()]
    explained += [(say("exported.column.value"), say("exported.rounding"))]
    explained += [(say(f"exported.note_about.{key}"), text) for key, text in say.part("report.note").items()]
    explained += [(row.name, row.facts[0].text) for row in report.rows if row.facts]
    rows = tuple((text_cell(term), text_cell(text)) for term, text in explained)
    return ReportTable("notes", say("exported.notes_title"), say("exported.notes"), columns, rows, ())


def _matters(report: Report) -> Iterator[CoverLine]:
    """What matters, under the headings of its groups."""
    if report.matters.preliminary:
        yield CoverLine(report.matters.preliminary)
    for heading, found in groupby(report.matters.sentences, lambda item: item.group):
        yield CoverLine(heading or report.labels["brief"], is_heading=True)
        for item in found:
            yield CoverLine(" ".join(filter(None, (item.symbol, item.text, item.note))))
    if report.matters.uncertainty:
        yield CoverLine(report.matters.uncertainty)


def _cover(report: Report, say: Words) -> list[CoverLine]:
    lines = [CoverLine(report.subtitle)]
    lines.append(CoverLine(say("exported.published", edition=report.edition, date=report.published)))
    lines += [CoverLine(f"{fact.label}: {fact.text}") for fact in (*report.filters, *report.facts)]
    lines += [CoverLine(report.empty)] if report.empty else []
    if report.matters.sentences:
        lines += _matters(report)
    lines.append(CoverLine(report.labels["sources"], is_heading=True))
    lines += [CoverLine(text) for text in (*report.sources.raw, *report.sources.derived)]
    lines += [CoverLine(say("exported.rounding")), CoverLine(say("exported.no_formulas"))]
    if report.address:
        lines.append(CoverLine(f"{report.labels['live']}: {report.address}"))
    return lines
