"""The forms a presentation can be taken home in: one module a form, found by scanning: NAME, MIME, write(deck)."""

from dashboard.exports._scanning import Form, scan
from dashboard.viewmodels.present.deck import Deck

FORMATS: dict[str, Form[Deck]] = scan(__name__, __path__)
