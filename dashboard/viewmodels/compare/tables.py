"""The tables of the page of comparison, together, as the script that draws them wants them."""

from dataclasses import dataclass

from dashboard.query import Question
from dashboard.viewmodels.compare.scatter import scatter_view
from dashboard.viewmodels.tables import TableView
from indicators import Picture


@dataclass(frozen=True, slots=True)
class CompareTables:
    """Each table by the name of its place on the page; None leaves the place empty."""

    scatter: TableView | None


def compare_tables(picture: Picture, question: Question, code: str) -> CompareTables:
    """Return every table of one region's comparison that is not drawn with its rows."""
    return CompareTables(scatter=scatter_view(picture, question, code).table)
