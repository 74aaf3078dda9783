"""A region's own units by group, put together: what they say of the region's groups. Plain Python: pages ask for it."""

from collections.abc import Iterable, Mapping

from indicators.analysis.group_gaps import group_slope
from indicators.analysis.records import GroupResults, GroupYear
from indicators.definition import Definition
from indicators.groups import GROUPS, grouping_of
from indicators.statistics.inequality import GroupFigure, is_too_few
from indicators.units.reading import Units
from indicators.units.row import UnitRow
from indicators.units.summing import RATES, SHARES

Cells = Mapping[str, Mapping[str, UnitRow]]


def unit_groups(units: Units, definition: Definition, grouping: str, region: str) -> GroupResults | None:
    """Return a region's groups as the sum of its units' counts, by period; None when nothing can be put together.

    Only values with counts can be. A unit takes part in a period when it shows all groups that any unit has then:
    otherwise groups would be held against each other over different units. What is hidden stays hidden.
    """
    factor = SHARES.get(definition.unit) or RATES.get(definition.unit)
    rows = [row for row in units.grouped(definition.id, region) if grouping_of(row.group) == grouping]
    if factor is None or not rows:
        return None
    periods: dict[str, dict[str, dict[str, UnitRow]]] = {}
    for row in rows:
        if row.sex == "T" and row.frequency == "year":
            periods.setdefault(row.period, {}).setdefault(row.unit, {})[row.group] = row
    made = (_year(period, periods[period], factor) for period in sorted(periods))
    years = tuple(year for year in made if year is not None)
    return GroupResults(years) if years else None


def _year(period: str, cells: Cells, factor: float) -> GroupYear | None:
    wanted = {group for groups in cells.values() for group in groups}
    whole = [groups for groups in cells.values() if set(groups) == wanted and all(map(_is_counted, groups.values()))]
    if not whole or len(wanted) < 2:
        return None
    figures: dict[str, GroupFigure] = {}
    few: list[str] = []
    for group in (group for group in GROUPS if group in wanted):
        above, below = _sum(whole, group)
        if is_too_few(above, below):
            few.append(group)
        else:
            figures[group] = GroupFigure(above / below * factor, above, below)
    grouping = grouping_of(next(iter(wanted)))
    return GroupYear(period, figures, tuple(few), None, group_slope(grouping, figures))


def _is_counted(row: UnitRow) -> bool:
    return row.numerator is not None and bool(row.denominator)


def _sum(cells: Iterable[Mapping[str, UnitRow]], group: str) -> tuple[float, float]:
    rows = [groups[group] for groups in cells]
    return sum(row.numerator or 0.0 for row in rows), sum(row.denominator or 0.0 for row in rows)
