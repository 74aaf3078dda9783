"""All tables of the page of one indicator, together, as the script that draws them wants them."""

from dataclasses import dataclass, replace

from dashboard.i18n import words
from dashboard.query import Question
from dashboard.viewmodels.indicator.all import all_values
from dashboard.viewmodels.indicator.lines import lines_view
from dashboard.viewmodels.indicator.people import people_view
from dashboard.viewmodels.indicator.regions import regions_view
from dashboard.viewmodels.indicator.sexes import sexes_view
from dashboard.viewmodels.indicator.strip import strip_view
from dashboard.viewmodels.indicator.world import world_view
from dashboard.viewmodels.tables import TableView
from indicators import Picture


@dataclass(frozen=True, slots=True)
class IndicatorTables:
    """Each table by the name of its place on the page; None leaves the place empty."""

    regions: TableView | None
    map: TableView | None
    lines: TableView | None
    strip: TableView | None
    municipalities: TableView | None
    sexes: TableView | None
    people: TableView | None
    world: TableView | None
    values: TableView | None


def indicator_tables(picture: Picture, question: Question, code: str) -> IndicatorTables:
    """Return every table of one indicator's page."""
    regions, lines = regions_view(picture, question, code), lines_view(picture, question, code)
    strip, sexes = strip_view(picture, question, code), sexes_view(picture, question, code)
    world, people = world_view(picture, question, code), people_view(picture, question, code)
    on_map = words(question.lang)("indicator.map").lower()
    return IndicatorTables(
        regions=regions.table if regions else None,
        map=replace(regions.table, caption=f"{regions.table.caption} ({on_map})") if regions else None,
        lines=lines.table if lines else None,
        strip=strip.spread if strip else None,
        municipalities=strip.table if strip else None,
        sexes=sexes.table if sexes else None,
        people=people.table if people else None,
        world=world.table if world else None,
        values=all_values(picture, question, code),
    )
