"""HTML: a page with its style, tables and pictures in it, for meetings without network; it prints well."""

from collections.abc import Iterator

from dashboard.exports._page import page
from dashboard.viewmodels.report.records import Report

NAME, MIME = "html", "text/html; charset=utf-8"


def write(report: Report) -> Iterator[bytes]:
    """Yield the page of a report."""
    yield page((report,))
