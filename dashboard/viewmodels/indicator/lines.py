"""The years: the chosen regions' and the nation's values over all periods, with gaps, breaks and doubts."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from dashboard.i18n import Words
from dashboard.query import Question
from dashboard.viewmodels.axes import ChartAxis, period_axis, value_axis
from dashboard.viewmodels.editions.revised import revised_note
from dashboard.viewmodels.geometry import time_of
from dashboard.viewmodels.indicator.focus import (
    SEPARATORS,
    best_first,
    focus,
    levels,
    mean_note,
    short_name,
    unbroken,
    unit_name,
    unsound_notes,
)
from dashboard.viewmodels.indicator.views import Cut, Level, Line, LinePoint, LinesView
from dashboard.viewmodels.subject import Subject, area_name, period_text, short_period
from dashboard.viewmodels.tables import NO_VALUE, Cell, Column, TableRow, TableView, plain_table
from dashboard.viewmodels.verdicts import CHECKED, verdict
from indicators import NATION, NOT_ASSESSED, Period, Picture, comparable_points, drawn_cuts
from indicators import Cut as SeriesCut

Series = Sequence[tuple[str, float]]
# How much longer than the series' own step a pause between two values must be to count as a gap.
GAP = 1.5


def lines_view(picture: Picture, question: Question, code: str) -> LinesView | None:
    """Return the chart of the years; None when no period is early enough."""
    whole = focus(picture, question, code)
    if whole is None:
        return None
    shown, words = _shown(whole), whole.words
    periods = _periods(whole, shown)
    target = next((level for level in levels(whole) if level.kind == "target"), None)
    finding = _finding(whole, shown)
    return LinesView(
        finding=finding,
        caption=words("indicator.lines_caption", name=short_name(whole), unit=unit_name(whole)),
        periods=_period_axis(whole, periods),
        axis=_axis(whole, shown, target),
        lines=tuple(_line(whole, area, periods) for area in shown if whole.comparison.points[area]),
        cuts=_cuts(whole, shown, periods),
        target=target,
        separators=SEPARATORS[words.language],
        alt=words("figure.trend_alt", finding=finding),
        notes=tuple(_notes(whole, shown, periods)),
        source=words("source.values", source=whole.source, edition=picture.edition.number),
        table=_table(whole, shown, periods),
    )


def _shown(whole: Subject) -> list[str]:
    """The nation and the chosen regions; without a choice those with the best and the worst sound value."""
    chosen = list(whole.question.regions)
    sound = best_first(whole, whole.comparison.yardsticks)
    ends = list(dict.fromkeys([*sound[:1], *sound[-1:]]))
    nation = [NATION] if whole.comparison.points[NATION] else []
    return [*nation, *(chosen or ends or list(whole.comparison.values)[:2])]


def _periods(whole: Subject, shown: Sequence[str]) -> list[str]:
    return sorted({period for code in shown for period, _ in whole.comparison.points[code]})


def _period_axis(whole: Subject, periods: Sequence[str]) -> ChartAxis | None:
    if not periods:
        return None
    every = _every_year(periods)
    return period_axis([time_of(period) for period in every], [short_period(period, whole.words) for period in every])


def _every_year(periods: Sequence[str]) -> list[str]:
    """Every year from the first to the last, so that the axis is even; months as they are."""
    first, last = Period.parse(periods[0]), Period.parse(periods[-1])
    if {first.frequency, last.frequency} != {"year"}:
        return list(periods)
    return [str(first.moved(steps)) for steps in range(last.ordinal - first.ordinal + 1)]


def _axis(whole: Subject, shown: Sequence[str], target: Level | None) -> ChartAxis | None:
    values = [value for code in shown for _, value in whole.comparison.points[code]]
    goal = [target.value] if target and values else []
    return value_axis([*values, *goal], whole.definition.decimals, whole.words.language)


def _line(whole: Subject, code: str, periods: Sequence[str]) -> Line:
    points = whole.comparison.points[code]
    name = area_name(whole.picture, code, whole.words)
    short = name if code == NATION else whole.picture.areas.by_code[code].short_name
    last, value = points[-1]
    ended = "" if last == periods[-1] else f" ({short_period(last, whole.words)})"
    return Line(
        code=code,
        end_text=f"{short} {whole.number(value)}{ended}",
        is_nation=code == NATION,
        points=tuple(_points(whole, code, name, _step(periods))),
    )


def _step(periods: Sequence[str]) -> float:
    """The commonest pause between the periods of the series: a year, two years, a month."""
    times = [time_of(period) for period in periods]
    pauses = [round(after - before, 2) for before, after in pairwise(times)]
    return max(pauses, key=lambda pause: (pauses.count(pause), -pause), default=1.0)


def _points(whole: Subject, code: str, name: str, step: float) -> Iterator[LinePoint]:
    """A line is interrupted where a period is skipped, and where the series breaks."""
    cuts = [time_of(item.period) for item in drawn_cuts(whole.definition, code)]
    before: float | None = None
    for period, value in whole.comparison.points[code]:
        at = time_of(period)
        if before is not None and (at - before > GAP * step or any(before < cut <= at for cut in cuts)):
            yield LinePoint(None, None, "", doubtful=False)
        word = whole.unsound_word(code, period, value)
        reading = f"{name} {period_text(period, whole.words)}: {whole.text(value)}"
        words = (word, revised_note(whole, code, period))
        yield LinePoint(at, value, ", ".join(filter(None, (reading, *words))), bool(word))
        before = at


def _cuts(whole: Subject, shown: Sequence[str], periods: Sequence[str]) -> tuple[Cut, ...]:
    """A break stands between the last period before it and the first after."""
    found = []
    for item in _told_cuts(whole, shown):
        earlier = [period for period in periods if period < item.period]
        later = [period for period in periods if period >= item.period]
        if earlier and later:
            at = (time_of(earlier[-1]) + time_of(later[0])) / 2
            found.append(Cut(at, whole.words("figure.break")))
    return tuple(found)


def _told_cuts(whole: Subject, shown: Sequence[str]) -> list[SeriesCut]:
    """The cuts that any of the areas shown has, each once."""
    found = {cut.event: cut for code in shown for cut in drawn_cuts(whole.definition, code)}
    return sorted(found.values(), key=lambda cut: cut.period)


def _finding(whole: Subject, shown: Sequence[str]) -> str:
    """The nation's own movement, with the verdict; without a nation, that of the first region with values."""
    words = whole.words
    known = [code for code in shown if whole.comparison.points[code]]
    if not known:
        return words("indicator.lines_none")
    code = known[0]
    points = _judged(whole, code)
    facts = {
        "area": area_name(whole.picture, code, words),
        "start": whole.text(points[0][1]),
        "first": period_text(points[0][0], words),
        "end": whole.text(points[-1][1]),
        "last": period_text(points[-1][0], words),
    }
    if len(points) == 1:
        return unbroken(words("indicator.lines_finding_one", **facts))
    row = whole.picture.scorecard(whole.question.as_of).rows[whole.definition.id, whole.row.sex, code]
    if row.trend.reason.key.startswith(CHECKED):
        key = "held" if code == NATION else "checked"
        return unbroken(words(f"indicator.lines_finding_{key}", **facts))
    word = verdict("trend", row.trend, whole.definition, words).text
    if word == words(f"trend.{NOT_ASSESSED}"):
        return unbroken(words("indicator.lines_finding_unjudged", **facts))
    return unbroken(words("indicator.lines_finding", **facts, word=word))


def _judged(whole: Subject, code: str) -> Series:
    """The values the verdict was reached by; where there is none, those that may be told together."""
    points = whole.comparison.points[code]
    row = whole.picture.scorecard(whole.question.as_of).rows[whole.definition.id, whole.row.sex, code]
    params = row.trend.reason.params
    if "first" in params and "last" in params:
        ends = str(params["first"]), str(params["last"])
        sound = [point for point in points if whole.is_sound_at(code, *point)]
        return [point for point in sound if ends[0] <= point[0] <= ends[1]]
    return comparable_points(whole.definition, code, points) or points[-1:]


def _notes(whole: Subject, shown: Sequence[str], periods: Sequence[str]) -> Iterator[str]:
    words = whole.words
    yield from mean_note(whole)
    for item in _told_cuts(whole, shown):
        if periods and periods[0] < item.period <= periods[-1]:
            reason = item.reason.in_(words.language)
            yield words("indicator.break_note", period=period_text(item.period, words), reason=reason)
    unsound = [
        (code, period, value)
        for code in shown
        for period, value in whole.comparison.points[code]
        if not whole.is_sound_at(code, period, value)
    ]
    yield from unsound_notes(whole, unsound)
    for code in shown:
        if not whole.comparison.points[code]:
            yield words("indicator.missing_never", region=whole.picture.areas.by_code[code].short_name)


def _table(whole: Subject, shown: Sequence[str], periods: Sequence[str]) -> TableView:
    words, by_area = whole.words, [dict(whole.comparison.points[code]) for code in shown]
    columns = (
        Column(words("table.period")),
        *(Column(area_name(whole.picture, code, words), "number") for code in shown),
    )
    pairs = list(zip(shown, by_area, strict=True))
    later = ([period for period in periods if period >= cut.period] for cut in _told_cuts(whole, shown))
    broken = {found[0] for found in later if found} - set(periods[:1])
    rows = []
    for when in reversed(periods):
        values = (_value(whole, code, when, found.get(when)) for code, found in pairs)
        rows.append(TableRow((_when(when, words, is_broken=when in broken), *values)))
    caption = words("indicator.lines_table", name=short_name(whole), unit=unit_name(whole))
    return plain_table(caption, columns, tuple(rows))


def _when(period: str, words: Words, *, is_broken: bool) -> str | Cell:
    """The period; with a word where the series breaks before it, as its picture draws: paper has the table alone."""
    text = period_text(period, words)
    return Cell(text, note=words("figure.break")) if is_broken else text


def _value(whole: Subject, code: str, period: str, value: float | None) -> str | Cell:
    revised = revised_note(whole, code, period)
    if value is None:
        return Cell(NO_VALUE, note=revised) if revised else NO_VALUE
    note = ", ".join(filter(None, (whole.unsound_word(code, period, value), revised)))
    return Cell(whole.number(value), note=note) if note else whole.number(value)
