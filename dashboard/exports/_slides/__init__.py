"""PPTX of a Deck: `write_deck`. Who hands on a report uses the form `pptx`; a presentation is written by this too."""

from dashboard.exports._slides.writer import MIME, write_deck

__all__ = ["MIME", "write_deck"]
