"""The tables of Sweden among countries, of one figure and of the register, to be taken home."""

import datetime as dt

from dashboard.query import Question
from dashboard.viewmodels.abroad.figure import figure_tables, figure_view
from dashboard.viewmodels.abroad.index import abroad_tables, abroad_view
from dashboard.viewmodels.abroad.register import register_tables
from dashboard.viewmodels.take_home import Taken, taken
from indicators import Picture


def abroad_taken(picture: Picture, question: Question, _: str = "") -> Taken:
    """Return the tables of all figures; each row names its own publisher."""
    found = taken(abroad_tables(picture, question))
    return Taken(found.tables, abroad_view(picture, question).notes)


def figure_taken(picture: Picture, question: Question, code: str) -> Taken:
    """Return the tables of one figure."""
    view = figure_view(picture, question, code)
    beside = [part.picture for part in view.beside] if view else []
    return taken(figure_tables(picture, question, code), view.countries if view else None, *beside)


def register_taken(picture: Picture, question: Question, _: str = "") -> Taken:
    """Return the register of reference values as it is read today, as on screen: what is overdue depends on the day."""
    return taken(register_tables(picture, question, dt.date.today().isoformat()))
