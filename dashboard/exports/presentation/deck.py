"""PPTX: the presentation's slides with their findings, tables, sources and editions; the presenter's words as notes."""

from collections.abc import Iterator

from dashboard.viewmodels.exported.presented_chart import with_charts
from dashboard.viewmodels.present.deck import Deck
from dashboard.viewmodels.present.outline import outline

NAME, MIME = "pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"


def write(deck: Deck) -> Iterator[bytes]:
    """Yield the deck of a presentation: the same bytes each time."""
    # Only who asks for a deck pays for the import.
    from dashboard.exports._slides import write_deck

    yield write_deck(with_charts(outline(deck), deck))
