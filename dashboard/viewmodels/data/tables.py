"""The tables of /data by name, as its script draws them."""

from dashboard.query import Question
from dashboard.viewmodels.data.coverage import coverage_numbers
from dashboard.viewmodels.data.downloads import downloads_view
from dashboard.viewmodels.data.records import quarantine_view, revisions_view
from dashboard.viewmodels.tables import TableView
from indicators import Picture


def data_tables(picture: Picture, question: Question) -> dict[str, TableView]:
    """Return every table that there is; of records that there are none of, there is no table."""
    found = {
        "coverage": coverage_numbers(picture, question).table,
        "quarantine": quarantine_view(picture, question).table,
        "revisions": revisions_view(picture, question).table,
        "downloads": downloads_view(picture, question),
    }
    return {name: table for name, table in found.items() if table is not None}
