"""The tables of the page of variation, to be taken home."""

from dashboard.query import Question
from dashboard.viewmodels.take_home import Taken, taken
from dashboard.viewmodels.variation.months import months_view
from dashboard.viewmodels.variation.page import variation_tables, variation_view
from indicators import Picture


def variation_taken(picture: Picture, question: Question, _: str = "") -> Taken:
    """Return the page's tables and their sources."""
    view = variation_view(picture, question)
    region = view.region.view if view.region else None
    return taken(variation_tables(picture, question), view.strip, region, view.years, months_view(picture, question))
