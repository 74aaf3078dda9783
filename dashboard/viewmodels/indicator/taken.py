"""The tables of one indicator's page, and of the list of indicators, to be taken home."""

from dashboard.query import Question
from dashboard.viewmodels.indicator.index import index_table
from dashboard.viewmodels.indicator.lines import lines_view
from dashboard.viewmodels.indicator.regions import regions_view
from dashboard.viewmodels.indicator.strip import strip_view
from dashboard.viewmodels.indicator.tables import indicator_tables
from dashboard.viewmodels.indicator.units import units_tables, units_view
from dashboard.viewmodels.indicator.world import world_view
from dashboard.viewmodels.take_home import Taken, taken
from indicators import Picture


def indicator_taken(picture: Picture, question: Question, code: str) -> Taken:
    """Return the page's tables and their sources; a region's own units last."""
    makers = (regions_view, lines_view, strip_view, world_view, units_view)
    own = taken(indicator_tables(picture, question, code), *(make(picture, question, code) for make in makers))
    units = taken(units_tables(picture, question, code))
    return Taken({**own.tables, **{f"own-{name}": table for name, table in units.tables.items()}}, own.sources)


def index_taken(picture: Picture, question: Question, _: str = "") -> Taken:
    """Return the list of indicators."""
    return taken({"index": index_table(picture, question)})
