"""One indicator by all groups of a grouping over the years, and what the groups say together."""

from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.i18n import Words, words
from dashboard.query import Question
from dashboard.viewmodels.axes import period_axis, value_axis
from dashboard.viewmodels.equality.dumbbells import difference_of, worse_text
from dashboard.viewmodels.equality.subject import Pair, area_of, beyond_text, name_of, pair_of
from dashboard.viewmodels.geometry import time_of
from dashboard.viewmodels.indicator.focus import SEPARATORS
from dashboard.viewmodels.indicator.views import Cut, Line, LinePoint, LinesView
from dashboard.viewmodels.subject import area_name
from dashboard.viewmodels.tables import NO_VALUE, Column, TableRow, TableView, plain_table
from indicators import (
    GROUPINGS,
    GROUPS,
    NATION,
    PairGap,
    Period,
    Picture,
    development,
    drawn_cuts,
    format_number,
    group_fraction,
)


@dataclass(frozen=True)
class Shown:
    """The pair that is drawn, and the sentences that say why it is another area's, if it is."""

    pair: Pair
    texts: tuple[str, ...]


def shown_pair(picture: Picture, question: Question, indicator: str) -> Shown | None:
    """Return the groups of an indicator in the area asked for, else in the nation, said so; None without either."""
    area = area_of(question)
    own = pair_of(picture, question, indicator, area)
    if own is not None and own.gaps:
        return Shown(own, ())
    nation = pair_of(picture, question, indicator, NATION) if area != NATION else None
    if nation is None or not nation.gaps:
        return None
    say, name = words(question.lang), name_of(picture, question)
    facts = {"name": nation.name, "area": name}
    if own is not None and own.few:
        few = ", ".join(own.label(group).lower() for group in own.few)
        return Shown(nation, (say("equality.lines_few", groups=few, **facts),))
    return Shown(nation, (say("equality.lines_nation", **facts),))


def lines_text(picture: Picture, question: Question, indicator: str) -> str:
    """Return why there are no lines of groups."""
    say, item = words(question.lang), picture.catalogue.by_id[indicator]
    name = item.short_name.in_(question.lang)
    if item.only_sex and question.grouping == "sex":
        return say("equality.one_sex", name=name)
    return say("equality.lines_none", name=name, grouping=GROUPINGS[question.grouping].name.in_(question.lang).lower())


def lines_view(shown: Shown, picture: Picture) -> LinesView:
    """Return the groups over the years."""
    pair, gaps = shown.pair, shown.pair.gaps
    say, name = pair.words, area_name(picture, pair.area, pair.words)
    periods = sorted({period for points in pair.points.values() for period, _ in points})
    finding = finding_of(pair, gaps, name)
    first, last = Period.parse(periods[0]), Period.parse(periods[-1])
    years = [str(year) for year in range(first.year, last.year + 1)]
    values = [value for points in pair.points.values() for _, value in points]
    return LinesView(
        finding=finding,
        caption=f"{name}: {pair.name}, {pair.unit} ({say(f'direction.{pair.definition.direction}')})",
        periods=period_axis([time_of(year) for year in years], years),
        axis=value_axis(values, pair.definition.decimals, say.language),
        lines=tuple(_line(pair, group) for group in pair.points),
        cuts=tuple(_cuts(pair, periods)),
        target=None,
        separators=SEPARATORS[say.language],
        alt=say("equality.lines_alt", finding=finding),
        notes=tuple(_notes(pair)),
        source=_source(pair, picture),
        table=_table(pair, gaps, name),
    )


def _source(pair: Pair, picture: Picture) -> str:
    key = "equality.source_supplied" if pair.supplied else "source.difference"
    return pair.words(key, source=pair.source, edition=picture.edition.number)


def _cuts(pair: Pair, periods: list[str]) -> Iterator[Cut]:
    for brk in drawn_cuts(pair.definition, pair.gaps[-1].area):
        if periods[0] < brk.period <= periods[-1]:
            yield Cut(time_of(brk.period) - 0.5, pair.words("equality.break"))


def _notes(pair: Pair) -> Iterator[str]:
    period, last = pair.definition.period, pair.gaps[-1]
    yield pair.words("equality.no_interval" if last.gap.lower is None else "equality.with_interval")
    if period.overlaps:
        yield period.note.in_(pair.words.language)
    if pair.results is not None:
        yield from _ordered(pair, pair.words)


def _ordered(pair: Pair, say: Words) -> Iterator[str]:
    """What ordered groups say together: the slope through all, and what would be won if all had the last one's."""
    results = pair.results
    newest = results.years[-1] if results else None
    grouping = pair.sides[0].partition(":")[0]
    if newest is None or not GROUPINGS[grouping].ordered:
        return
    slope = newest.slope
    if slope is None:
        yield say("equality.slope_none")
    else:
        ratio = NO_VALUE if slope.ratio is None else format_number(slope.ratio, 2, say.language)
        variant = "weighted" if slope.variant == "weighted" else "linear"
        yield say(f"equality.slope_{variant}", slope=pair.difference(slope.slope, signed=True), ratio=ratio)
    fraction = group_fraction(pair.definition, grouping, newest)
    if fraction is not None:
        last = GROUPS[pair.sides[1]].people.in_(say.language)
        yield say("equality.fraction", share=format_number(100 * fraction, 0, say.language), last=last)


def _line(pair: Pair, group: str) -> Line:
    name, values = pair.label(group), pair.points[group]
    points = tuple(
        LinePoint(time_of(period), value, f"{name}, {pair.span(period)}: {pair.text(value)}", doubtful=False)
        for period, value in values
    )
    return Line(group, f"{name} {pair.number(values[-1][1])}", is_nation=False, points=points)


def finding_of(pair: Pair, gaps: tuple[PairGap, ...], name: str) -> str:
    """Return who is worse off at the last period and how the gap has developed; else only the figures."""
    say, last = pair.words, gaps[-1]
    if pair.beyond is not None:
        return f"{name}: {beyond_text(pair, pair.beyond)}"
    if not pair.is_claimed:
        values = {"women": pair.text(last.first), "men": pair.text(last.second), "period": pair.span(last.period)}
        return say("equality.finding_figures", area=name, **values)
    facts = {"area": name, "gap": pair.difference(abs(last.gap.difference)), **pair.facts(last)}
    head = say(f"equality.finding_{last.worse}", **facts)
    found = development(pair.definition, gaps)
    if found.change == "short":
        return head
    before = pair.difference(abs(found.before))
    return f"{head} {say(f'equality.since_{found.change}', period=pair.span(found.since), gap=before)}"


def _table(pair: Pair, gaps: tuple[PairGap, ...], name: str) -> TableView:
    say, groups = pair.words, tuple(pair.points)
    numbers = [Column(pair.label(group), "number") for group in groups]
    difference = Column(say("table.difference"), "number")
    columns = (Column(say("table.period")), *numbers, difference, Column(say("equality.worse")))
    by_period = {gap.period: gap for gap in gaps}
    rows = tuple(_table_row(pair, period, by_period.get(period)) for period in _periods(pair))
    return plain_table(f"{name}: {pair.name}, {pair.unit}", columns, rows)


def _periods(pair: Pair) -> list[str]:
    return sorted({period for points in pair.points.values() for period, _ in points})


def _table_row(pair: Pair, period: str, gap: PairGap | None) -> TableRow:
    found = [dict(points).get(period) for points in pair.points.values()]
    values = [NO_VALUE if value is None else pair.number(value) for value in found]
    told = (NO_VALUE, NO_VALUE) if gap is None else (difference_of(pair, gap), worse_text(pair, gap))
    return TableRow((pair.span(period), *values, *told))
