"""The tables of sources and quality, to be taken home."""

from dashboard.query import Question
from dashboard.viewmodels.data.tables import data_tables
from dashboard.viewmodels.take_home import Taken, taken
from indicators import Picture


def data_taken(picture: Picture, question: Question, _: str = "") -> Taken:
    """Return the page's tables: they tell of the edition itself."""
    return taken(data_tables(picture, question))
