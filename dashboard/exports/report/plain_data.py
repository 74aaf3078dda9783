"""JSON: everything a report shows, for programs. Each number stands as published and as it is shown."""

from collections.abc import Iterator
from typing import Any

import orjson

from dashboard.viewmodels.exported.cells import Cell
from dashboard.viewmodels.exported.tables import ReportTable, regions_table, result_table, trend_table
from dashboard.viewmodels.report.records import Report

NAME, MIME = "json", "application/json"


def write(report: Report) -> Iterator[bytes]:
    """Yield the report's head and its three tables: results, every region, the last years."""
    tables = (result_table(report), regions_table(report), trend_table(report))
    content = _head(report) | {table.name: as_data(table) for table in tables}
    yield orjson.dumps(content, option=orjson.OPT_INDENT_2) + b"\n"


def _head(report: Report) -> dict[str, Any]:
    return {
        "title": report.title,
        "subtitle": report.subtitle,
        "language": report.lang,
        "edition": report.edition,
        "published": report.published,
        "region": report.area,
        "region_name": report.area_name,
        "sex": report.sex,
        "facts": {fact.label: fact.text for fact in report.facts},
        "filters": {fact.label: fact.text for fact in report.filters},
        "sentences": [" ".join(filter(None, (item.text, item.note))) for item in report.matters.sentences],
        "preliminary": report.matters.preliminary,
        "uncertainty": report.matters.uncertainty,
        "sources": {"raw": report.sources.raw, "derived": report.sources.derived},
        "notes": report.notes,
        "address": report.address or report.path,
    }


def as_data(table: ReportTable) -> dict[str, Any]:
    """Return a table with its headings, the meaning of its marks, and its rows by the columns' keys."""
    keys = [column.key for column in table.columns]
    return {
        "title": table.title,
        "columns": {column.key: column.heading for column in table.columns},
        "marks": {mark.sign: mark.text for mark in table.marks},
        "rows": [dict(zip(keys, map(_cell, table.columns, cells), strict=True)) for cells in table.rows],
    }


def _cell(column: Any, cell: Cell) -> Any:
    if not column.is_number:
        return cell.text or None
    return {"value": cell.value, "text": cell.text} if cell.text else {"value": None, "missing": cell.mark}
