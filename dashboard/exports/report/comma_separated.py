"""CSV: every row of a report, headed by keys that stay the same in both languages; UTF-8 without a byte order mark.

Numbers are the published ones with a point; beside each stands how it is shown on screen, or the mark in brackets that
says why there is none, of which the remark tells more.
"""

from collections.abc import Iterator

from dashboard.viewmodels.exported.cells import Cell
from dashboard.viewmodels.exported.tables import Column, result_table
from dashboard.viewmodels.report.records import Report
from indicators import CSV_ENCODING, NumberText, csv_line

NAME, MIME = "csv", "text/csv; charset=utf-8; header=present"
SHOWN = "_text"


def write(report: Report) -> Iterator[bytes]:
    """Yield a line of keys, and one line a row with edition and area in it."""
    table = result_table(report)
    yield csv_line([*_of_report(report), *(key for column in table.columns for key in keys_of(column))]).encode(
        CSV_ENCODING
    )
    whose = _of_report(report).values()
    for cells in table.rows:
        pairs = zip(table.columns, cells, strict=True)
        yield csv_line([*whose, *(value for column, cell in pairs for value in values_of(column, cell))]).encode(
            CSV_ENCODING
        )


def _of_report(report: Report) -> dict[str, str]:
    return {
        "edition": report.edition,
        "region": report.area,
        "region_name": report.area_name,
        "sex": report.sex,
    }


def keys_of(column: Column) -> tuple[str, ...]:
    """Return the keys of a column: two where it holds numbers."""
    return (column.key, column.key + SHOWN) if column.is_number else (column.key,)


def values_of(column: Column, cell: Cell) -> tuple[float | str | None, ...]:
    """Return what a cell gives under the keys of its column."""
    return (cell.value, NumberText(cell.shown)) if column.is_number else (cell.shown,)
