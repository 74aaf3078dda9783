"""The tables of the page of equality, to be taken home."""

from dashboard.query import Question
from dashboard.viewmodels.equality.page import equality_tables, equality_view
from dashboard.viewmodels.take_home import Taken, taken
from indicators import Picture


def equality_taken(picture: Picture, question: Question, _: str = "") -> Taken:
    """Return the page's tables and their sources."""
    view = equality_view(picture, question)
    return taken(equality_tables(picture, question), view.lines, view.fifths)
