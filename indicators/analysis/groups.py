"""One series by the groups of a grouping: education, income, country of birth. Built with the edition."""

from collections.abc import Iterable, Mapping

from indicators.analysis.group_gaps import group_slope
from indicators.analysis.records import GroupResults, GroupYear
from indicators.areas import AREAS, NATION
from indicators.definition import Definition
from indicators.groups import GROUPS, grouping_of
from indicators.series import GroupPoint, SeriesStore, SeriesValues
from indicators.statistics.inequality import GroupFigure, is_too_few


def analyse_groups(
    definition: Definition, series: SeriesValues, store: SeriesStore
) -> dict[tuple[str, str], GroupResults]:
    """Return a definition's values by group, for both sexes together, by grouping and area.

    Only the levels that the definition names count, and of an area only the periods with two groups or more.
    """
    cells: dict[tuple[str, str], dict[str, dict[str, GroupPoint]]] = {}
    for point in _points(definition, store):
        years = cells.setdefault((grouping_of(point.group), point.area), {})
        years.setdefault(point.period, {})[point.group] = point
    made = {place: _years(definition, place, series, years) for place, years in cells.items()}
    return {place: GroupResults(years) for place, years in made.items() if years}


def _points(definition: Definition, store: SeriesStore) -> Iterable[GroupPoint]:
    for key in definition.series:
        for point in store.grouped(key.provider, key.key):
            area = AREAS.by_code.get(point.area)
            if point.sex == "T" and area is not None and area.level in key.levels and point.group in GROUPS:
                yield point


def _years(
    definition: Definition,
    place: tuple[str, str],
    series: SeriesValues,
    years: Mapping[str, Mapping[str, GroupPoint]],
) -> tuple[GroupYear, ...]:
    nation = dict(series.points.get(("T", NATION), ()))
    made = (_year(definition, place, period, years[period], nation.get(period)) for period in sorted(years))
    return tuple(year for year in made if len(year.figures) + len(year.few) > 1)


def _year(
    definition: Definition,
    place: tuple[str, str],
    period: str,
    points: Mapping[str, GroupPoint],
    nation: float | None,
) -> GroupYear:
    grouping, area = place
    figures: dict[str, GroupFigure] = {}
    few: list[str] = []
    for group in (group for group in GROUPS if group in points):
        point = points[group]
        # The nation's groups are as its publisher shows them; a region's may be too small to be told from chance.
        if area != NATION and is_too_few(point.numerator, point.denominator):
            few.append(group)
        elif definition.is_sound(area, period, point.value):
            figures[group] = GroupFigure(point.value, point.numerator, point.denominator)
    return GroupYear(period, figures, tuple(few), nation, group_slope(grouping, figures))
