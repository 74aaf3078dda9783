"""The gap between two groups of a grouping, year by year, from what is stored. Plain Python: pages ask for it."""

from collections.abc import Mapping, Sequence

from indicators.analysis.pairs import PairGap, Place, pair_gap
from indicators.analysis.records import GroupResults, GroupYear
from indicators.definition import Definition
from indicators.groups import GROUPINGS, GROUPS
from indicators.statistics.errors import DenominatorError, ZeroReferenceError
from indicators.statistics.inequality import GroupFigure, attributable_fraction
from indicators.statistics.outcomes import SlopeIndex
from indicators.statistics.slope import FEWEST_GROUPS, slope_index

Pair = tuple[str, str]


def group_pair(grouping: str, results: GroupResults) -> Pair | None:
    """Return the two groups that are held against each other; None when the newest period has fewer than two.

    Of an ordered grouping they are its ends, of another the groups with the highest and the lowest value. Neither end
    may be too small to be shown: what is between them is not what lies between the ends.
    """
    newest = results.years[-1]
    known = [group for group in GROUPS if group in newest.figures]
    if len(known) < 2:
        return None
    if not GROUPINGS[grouping].ordered:
        by_value = sorted(known, key=lambda group: newest.figures[group].value)
        return by_value[-1], by_value[0]
    ends = [group for group in GROUPS if group in newest.figures or group in newest.few]
    return (ends[0], ends[-1]) if {ends[0], ends[-1]} <= set(known) else None


def group_gaps(definition: Definition, area: str, results: GroupResults, pair: Pair) -> tuple[PairGap, ...]:
    """Return the gap between two groups in every period that has both, oldest first."""
    found = (_gap(definition, area, year, pair) for year in results.years)
    return tuple(gap for gap in found if gap is not None)


def _gap(definition: Definition, area: str, year: GroupYear, pair: Pair) -> PairGap | None:
    first, second = (year.figures.get(group) for group in pair)
    if first is None or second is None:
        return None
    return pair_gap(definition, Place(area, year.period, year.nation), first, second)


def group_slope(grouping: str, figures: Mapping[str, GroupFigure]) -> SlopeIndex | None:
    """Return the slope through ordered groups: all of them there, five or more; else None.

    Weighted by the groups' people where all are known; else each group counts once, on evenly spaced ranks.
    """
    known = GROUPINGS[grouping]
    if not known.ordered or len(figures) != len(known.groups) or len(figures) < FEWEST_GROUPS:
        return None
    people = [figure.denominator for figure in figures.values()]
    counted = [number for number in people if number is not None and number > 0]
    values = [figure.value for figure in figures.values()]
    return slope_index(values, counted if len(counted) == len(people) else None)


def group_fraction(definition: Definition, grouping: str, year: GroupYear) -> float | None:
    """Return by which part of itself everybody's value would improve, had all the last group's; of ordered groups.

    None without a direction, or where some group is missing or its people are unknown.
    """
    known = GROUPINGS[grouping]
    figures = list(year.figures.values())
    people = [figure.denominator for figure in figures]
    if not known.ordered or definition.direction == "none" or len(figures) != len(known.groups):
        return None
    return _fraction([f.value for f in figures], people, higher=definition.direction == "higher")


def _fraction(values: Sequence[float], people: Sequence[float | None], *, higher: bool) -> float | None:
    counted = [number for number in people if number is not None]
    if len(counted) != len(people):
        return None
    try:
        return attributable_fraction(values, counted, higher=higher)
    except (DenominatorError, ZeroReferenceError):
        return None
