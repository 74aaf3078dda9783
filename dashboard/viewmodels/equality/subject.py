"""One indicator by the groups of a grouping in one area: which series has them, their gap, and how it is said."""

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.i18n import Words, words
from dashboard.query import Question
from dashboard.viewmodels.equality.supplied import results_of
from dashboard.viewmodels.subject import area_name, source_text, span_text
from indicators import (
    GROUPINGS,
    GROUPS,
    NATION,
    SEX,
    UNITS,
    Comparison,
    Definition,
    GroupResults,
    PairGap,
    Picture,
    Points,
    SexDifference,
    difference_text,
    format_number,
    group_gaps,
    group_pair,
    grouping_of,
    sex_gaps,
    value_text,
)

WOMEN, MEN = "sex:women", "sex:men"
LAST = "9999"


@dataclass(frozen=True)
class Pair:
    """Two groups of one series in one area. `gaps` are theirs, oldest first, the last one at `period` when it has any.

    `points` are all groups' values by period, in the grouping's order; `around` the two groups' values at the period in
    every area, which a picture's scale holds. `few` are groups too small to be shown. `results` tell more of groups
    that are not sexes; `supplied` that a region handed the figures in itself.
    """

    picture: Picture
    words: Words
    indicator: Definition
    definition: Definition
    area: str
    sides: tuple[str, str]
    period: str
    gaps: tuple[PairGap, ...]
    points: Mapping[str, Points]
    around: tuple[float, ...]
    few: tuple[str, ...] = ()
    results: GroupResults | None = None
    supplied: bool = False

    @property
    def gap(self) -> PairGap | None:
        """The gap at the period; None when either value is missing or doubtful."""
        return self.gaps[-1] if self.gaps and self.gaps[-1].period == self.period else None

    @property
    def beyond(self) -> SexDifference | None:
        """What is known of a region's women and men beside the nation's, at the newest period; else None."""
        found = self.picture.analysis.sexes.get((self.definition.id, self.area)) if self.sides == (WOMEN, MEN) else None
        return found if found is not None and found.period == self.period and not self.supplied else None

    @property
    def is_claimed(self) -> bool:
        """Whether it may be said who is worse off: of a region's sexes only beyond the nation's and beyond chance."""
        is_figures = self.sides == (WOMEN, MEN) and self.area != NATION and not self.supplied
        return not is_figures or (self.beyond is not None and self.beyond.is_told)

    @property
    def name(self) -> str:
        """The indicator's short name."""
        return self.indicator.short_name.in_(self.words.language)

    @property
    def unit(self) -> str:
        """The unit as it stands alone."""
        return UNITS[self.definition.unit].name.in_(self.words.language)

    @property
    def source(self) -> str:
        """The publisher and its key; of what a region handed in itself, that it did."""
        if self.supplied:
            return self.words("equality.supplied", area=area_name(self.picture, self.area, self.words))
        return source_text(self.definition, self.words)

    def text(self, value: float) -> str:
        """Return a value with its unit."""
        return value_text(value, self.definition, self.words.language)

    def number(self, value: float) -> str:
        """Return a value without its unit."""
        return format_number(value, self.definition.decimals, self.words.language)

    def difference(self, value: float, *, signed: bool = False) -> str:
        """Return a difference with its unit."""
        return difference_text(value, self.definition, self.words.language, signed=signed)

    def span(self, period: str) -> str:
        """Return what a period stands for."""
        return span_text(period, self.definition, self.words)

    def label(self, group: str) -> str:
        """Return a group's name as it heads a column."""
        return GROUPS[group].name.in_(self.words.language)

    def people(self) -> dict[str, str]:
        """Return who the two groups are, for sentences."""
        first, second = (GROUPS[side].people.in_(self.words.language) for side in self.sides)
        return {"first": first, "second": second}

    def facts(self, gap: PairGap) -> dict[str, str]:
        """Return who the groups are, how far the first lies above or below the second, both values and the year."""
        way = "higher" if gap.gap.difference > 0 else "lower"
        return {
            **self.people(),
            "way": self.words(f"equality.way_{way}", gap=self.difference(abs(gap.gap.difference))),
            "a": self.number(gap.first),
            "b": self.text(gap.second),
            "period": self.span(gap.period),
        }


def beyond_text(pair: Pair, found: SexDifference) -> str:
    """Return a region's women and men, beside how the nation's differ."""
    return pair.words(
        "equality.beyond_middle" if found.nation_is_middle else "equality.beyond",
        period=pair.span(found.period),
        women=pair.text(found.women),
        men=pair.text(found.men),
        difference=pair.difference(found.difference, signed=True),
        nation=pair.difference(found.nation, signed=True),
    )


def pair_of(picture: Picture, question: Question, indicator: str, area: str) -> Pair | None:
    """Return the first series of an indicator that is published by the grouping asked for; None when there is none."""
    for item in picture.catalogue.series_of(indicator):
        make = _by_sex if question.grouping == SEX else _by_group
        found = make(picture, question, (picture.catalogue.by_id[indicator], item), area)
        if found is not None:
            return found
    return None


Series = tuple[Definition, Definition]


def _by_sex(picture: Picture, question: Question, series: Series, area: str) -> Pair | None:
    found, item = picture.scorecard(question.as_of).comparisons, series[1]
    women, men = found.get((item.id, "F")), found.get((item.id, "M"))
    if women is None or men is None or not women.headline or not men.headline:
        return None
    period = min(women.headline, men.headline)
    gaps = tuple(gap for gap in sex_gaps(item, women, men, area) if gap.period <= period)
    points = {WOMEN: _both(women, gaps, area), MEN: _both(men, gaps, area)}
    around = tuple(value for one in (women, men) for value in _at(one, period))
    return Pair(picture, words(question.lang), *series, area, (WOMEN, MEN), period, gaps, points, around)


def _both(found: Comparison, gaps: tuple[PairGap, ...], area: str) -> Points:
    periods = {gap.period for gap in gaps}
    return tuple(point for point in found.points.get(area, ()) if point[0] in periods)


def _at(found: Comparison, period: str) -> list[float]:
    return [value for points in found.points.values() for when, value in points if when == period]


def _by_group(picture: Picture, question: Question, series: Series, area: str) -> Pair | None:
    grouping, item = question.grouping, series[1]
    found = results_of(picture, item, grouping, area, question.as_of or LAST)
    if found is None:
        return None
    results, newest = found.results, found.results.years[-1]
    sides = group_pair(grouping, results) or _ends(grouping)
    points = {group: _points_of(results, group) for group in GROUPS if grouping_of(group) == grouping}
    return Pair(
        picture,
        words(question.lang),
        *series,
        area,
        sides,
        newest.period,
        group_gaps(item, area, results, sides),
        {group: values for group, values in points.items() if values},
        _around(picture, question, item, sides, newest.period),
        newest.few,
        results,
        found.supplied,
    )


def _ends(grouping: str) -> tuple[str, str]:
    groups = GROUPINGS[grouping].groups
    return f"{grouping}:{groups[0].code}", f"{grouping}:{groups[-1].code}"


def _points_of(results: GroupResults, group: str) -> Points:
    return tuple((year.period, year.figures[group].value) for year in results.years if group in year.figures)


def _around(
    picture: Picture, question: Question, item: Definition, sides: tuple[str, str], period: str
) -> tuple[float, ...]:
    values: list[float] = []
    for area in (NATION, *picture.areas.region_codes):
        found = picture.analysis.groups.get((item.id, question.grouping, area))
        years = found.years if found else ()
        values += [y.figures[side].value for y in years if y.period == period for side in sides if side in y.figures]
    return tuple(values)


def pairs(picture: Picture, question: Question, area: str) -> tuple[Pair, ...]:
    """Return every indicator published by the grouping asked for, of the dimension asked for or of all."""
    ids = [i.id for i in picture.catalogue.indicators if question.dimension in ("", i.dimension)]
    made = (pair_of(picture, question, code, area) for code in ids)
    return tuple(pair for pair in made if pair is not None)


def area_of(question: Question) -> str:
    """Return the region asked for, else the nation."""
    return question.regions[0] if question.regions else NATION


def name_of(picture: Picture, question: Question) -> str:
    """Return the name of the area asked for."""
    return area_name(picture, area_of(question), words(question.lang))


def shown_pairs(picture: Picture, question: Question) -> tuple[str, tuple[Pair, ...]]:
    """Return the area asked for and its pairs; the nation's where only that has a gap by the grouping asked for."""
    area = area_of(question)
    found = pairs(picture, question, area)
    if area == NATION or any(pair.gap for pair in found):
        return area, found
    nation = pairs(picture, question, NATION)
    return (NATION, nation) if any(pair.gap for pair in nation) else (area, found)
