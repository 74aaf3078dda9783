"""PPTX: title, what matters, a table for each dimension, a native chart for each signal, sources."""

from collections.abc import Iterator

from dashboard.viewmodels.exported.deck import deck
from dashboard.viewmodels.report.records import Report

NAME, MIME = "pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"


def write(report: Report) -> Iterator[bytes]:
    """Yield the deck of a report: the same bytes each time."""
    # Only who asks for a deck pays for the import.
    from dashboard.exports._slides import write_deck

    yield write_deck(deck(report))
