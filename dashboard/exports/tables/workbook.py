"""XLSX: a cover and one real table a sheet, written as every workbook is."""

from collections.abc import Iterator

from dashboard.exports.report import workbook
from dashboard.viewmodels.exported.page_book import page_book
from dashboard.viewmodels.exported.page_tables import PageTables

NAME, MIME, SUFFIX = "xlsx", workbook.MIME, ".xlsx"


def write(view: PageTables) -> Iterator[bytes]:
    """Yield the workbook of a page's tables."""
    yield from workbook.written(page_book(view))
