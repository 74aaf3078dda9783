"""CSV: a file for each table, which holds the table alone, and beside them what they are, in one archive."""

from collections.abc import Iterator

from dashboard.exports import archive
from dashboard.exports.report.comma_separated import keys_of, values_of
from dashboard.viewmodels.exported.page_tables import PageTable, PageTables
from dashboard.viewmodels.report.naming import slug
from indicators import CSV_ENCODING, csv_line

NAME, MIME, SUFFIX = "csv", archive.MIME, "-csv.zip"


def write(view: PageTables) -> Iterator[bytes]:
    """Yield the archive: the description first, then the tables in the page's order."""
    told = "\n".join(_description(view)) + "\n"
    files = [(view.labels["read_me"], [told.encode()])]
    files += [(_name(part), list(_lines(part))) for part in view.tables]
    yield from archive.write(files)


def _name(part: PageTable) -> str:
    return f"{slug(part.table.name)}.csv"


def _lines(part: PageTable) -> Iterator[bytes]:
    table = part.table
    yield csv_line([key for column in table.columns for key in keys_of(column)]).encode(CSV_ENCODING)
    for cells in table.rows:
        pairs = zip(table.columns, cells, strict=True)
        yield csv_line([value for column, cell in pairs for value in values_of(column, cell)]).encode(CSV_ENCODING)


def _description(view: PageTables) -> Iterator[str]:
    yield from (view.title, view.subtitle, view.edition_text)
    yield from (f"{fact.label}: {fact.text}" for fact in view.choices)
    yield from (f"{view.labels['live']}: {view.address}",) if view.address else ()
    yield from ("", view.labels["kept"]) if view.tables else ("", view.labels["empty"])
    for part in view.tables:
        yield from ("", _name(part), part.table.title)
        yield from (f"{column.key}: {column.heading}" for column in part.table.columns)
        yield from (f"{mark.sign} {mark.text}" for mark in part.table.marks)
        yield from part.notes
    yield from ("", f"{view.labels['sources']}:", *view.sources) if view.sources else ()
