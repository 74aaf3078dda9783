"""Months as charts of what is usual: a region's own centre and limits, and the months with a cause of their own."""

from collections.abc import Sequence
from dataclasses import replace

from dashboard.i18n import Words, words
from dashboard.query import Question
from dashboard.viewmodels.axes import period_axis, value_axis
from dashboard.viewmodels.geometry import time_of
from dashboard.viewmodels.indicator.focus import SEPARATORS, levels, short_name, unit_name
from dashboard.viewmodels.indicator.views import Level
from dashboard.viewmodels.subject import Subject, area_name, period_text, short_period, subject
from dashboard.viewmodels.tables import Cell, Column, TableRow, TableView, plain_table
from dashboard.viewmodels.variation.views import MonthMark, MonthStretch, MonthsView
from indicators import NATION, Picture, Sex, WrittenRebase, XmrChart, XmrSignal, read_control_charts

HALF_MONTH = 1 / 24


def months_view(picture: Picture, question: Question) -> MonthsView | None:
    """Return the chart of the region asked for, else of the nation; None without a series of twelve months.

    Of the indicator asked for when it has months, else of one that has: the view then says which.
    """
    area = question.regions[0] if question.regions else NATION
    keys = _monthly(picture, question)
    found = next((key for key in keys if key[2] == area), None)
    if found is None:
        return None
    series, sex, _ = found
    indicator = picture.catalogue.main_id(series)
    whole = subject(picture, replace(question, sex=sex, period=""), indicator, NATION, series)
    if whole is None:
        return None
    return _view(replace(whole, question=question), area, picture.analysis.months[found])


def _monthly(picture: Picture, question: Question) -> list[tuple[str, Sex, str]]:
    """The charts of the indicator asked for; of all indicators where it has none."""
    every, main_id = list(picture.analysis.months), picture.catalogue.main_id
    return [key for key in every if main_id(key[0]) == question.indicator] or every


def _about(picture: Picture, question: Question, say: Words) -> str:
    """Which indicators have months, where the one asked for is not among them."""
    shown = list(dict.fromkeys(picture.catalogue.main_id(key[0]) for key in picture.analysis.months))
    if question.indicator in shown:
        return ""
    names = ", ".join(picture.catalogue.by_id[code].short_name.in_(say.language) for code in shown)
    return say("variation.months_only", names=names)


def no_months(question: Question, picture: Picture) -> str:
    """Return why the region asked for has no chart of months."""
    say = words(question.lang)
    area = question.regions[0] if question.regions else NATION
    return say("variation.months_none", region=area_name(picture, area, say))


def _view(whole: Subject, area: str, chart: XmrChart) -> MonthsView:
    say, name = whole.words, area_name(whole.picture, area, whole.words)
    finding = _finding(whole, name, chart)
    marked = {place for signal in chart.signals for place in signal.points}
    times, stretches = [time_of(period) for period in chart.periods], _stretches(chart)
    edges = [edge for stretch in stretches for edge in (stretch.lower, stretch.upper)]
    texts = [short_period(period, say) for period in chart.periods]
    target = tuple(level for level in levels(whole) if level.kind == "target")
    return MonthsView(
        about=_about(whole.picture, whole.question, say),
        finding=finding,
        caption=f"{name}: {short_name(whole)}, {unit_name(whole)}",
        periods=period_axis(times, texts),
        axis=value_axis(
            [*chart.values, *edges, *(mark.value for mark in target)], whole.definition.decimals, say.language
        )
        or period_axis(times, texts),
        marks=tuple(_mark(whole, chart, place, signal=place in marked) for place in range(len(times))),
        stretches=stretches,
        levels=target,
        names=_names(whole, stretches, target),
        separators=SEPARATORS[say.language],
        alt=say("variation.months_alt", n=len(times), finding=finding),
        notes=tuple(_notes(whole, chart)),
        source=say("variation.months_source", source=whole.source, edition=whole.picture.edition.number),
        table=_table(whole, name, chart),
    )


def _mark(whole: Subject, chart: XmrChart, place: int, *, signal: bool) -> MonthMark:
    value, period = chart.values[place], chart.periods[place]
    reading = f"{period_text(period, whole.words)}: {whole.text(value)}"
    said = ", ".join(rule_text(one, whole.words) for one in chart.signals if place in one.points)
    return MonthMark(time_of(period), value, f"{reading} – {said}" if said else reading, signal)


def _stretches(chart: XmrChart) -> tuple[MonthStretch, ...]:
    return tuple(
        MonthStretch(
            time_of(chart.periods[part.first]) - HALF_MONTH,
            time_of(chart.periods[part.last]) + HALF_MONTH,
            part.limits.centre,
            part.limits.lower,
            part.limits.upper,
        )
        for part in chart.segments
        if part.limits is not None
    )


def _names(
    whole: Subject, stretches: tuple[MonthStretch, ...], target: tuple[Level, ...]
) -> tuple[tuple[float, str], ...]:
    """What the target and the last stretch's lines are called, at their heights."""
    goal = tuple((level.value, level.text) for level in target)
    if not stretches:
        return goal
    last = stretches[-1]
    pairs = (("upper", last.upper), ("centre", last.centre), ("lower", last.lower))
    named = tuple((value, whole.words(f"variation.months_{key}", value=whole.number(value))) for key, value in pairs)
    return (*named, *goal)


def _finding(whole: Subject, name: str, chart: XmrChart) -> str:
    say = whole.words
    if not any(part.limits for part in chart.segments):
        return say("variation.months_no_limits", region=name)
    if not chart.signals:
        return say("variation.months_usual", region=name)
    return say.count("variation.months_signals", len(chart.signals), region=name)


def rule_text(signal: XmrSignal, say: Words) -> str:
    """Return what a special cause looks like, in words."""
    rule, towards = signal.rule, signal.towards
    return say(f"variation.rule_{rule}", n=len(signal.points), towards=say(f"variation.towards_{towards}"))


def _notes(whole: Subject, chart: XmrChart) -> list[str]:
    say = whole.words
    notes = [_said(whole, chart, signal) for signal in chart.signals]
    charts = read_control_charts()
    notes += [say("variation.months_note"), say("variation.months_runs", **charts.runs.model_dump())]
    notes.append(say("variation.months_twelve", n=len(chart.periods)))
    notes += [say("variation.months_period")] if whole.question.period else []
    if chart.assurance:
        notes.append(say(f"variation.assurance_{chart.assurance}"))
    else:
        notes.append(say("variation.assurance_none"))
    decided = [part.rebase.start for part in chart.segments if part.rebase]
    area = whole.question.regions[0] if whole.question.regions else NATION
    written = [r for r in charts.rebases if (r.indicator, r.area) == (whole.definition.id, area) and r.start in decided]
    return [*notes, *(rebases_said(written, say) or [say("variation.rebase_none")])]


def rebases_said(written: Sequence[WrittenRebase], say: Words) -> list[str]:
    """Return the documented decisions to start new limits: from when, decided when and by whom, and why."""
    return [
        say(
            "variation.rebase",
            start=period_text(one.start, say),
            date=one.decided.isoformat(),
            who=one.who,
            cause=one.cause.in_(say.language).rstrip("."),
        )
        for one in written
    ]


def _said(whole: Subject, chart: XmrChart, signal: XmrSignal) -> str:
    first, last = (period_text(chart.periods[place], whole.words) for place in (signal.points[0], signal.points[-1]))
    when = first if first == last else f"{first} – {last}"
    return whole.words("variation.signal", when=when, rule=rule_text(signal, whole.words))


def _table(whole: Subject, name: str, chart: XmrChart) -> TableView:
    say = whole.words
    columns = (
        Column(say("table.period")),
        Column(f"{say('table.value')} ({unit_name(whole)})", "number"),
        Column(say("variation.column_signal")),
    )
    rows = []
    for place, period in enumerate(chart.periods):
        said = ", ".join(rule_text(one, say) for one in chart.signals if place in one.points)
        value = whole.number(chart.values[place])
        rows.append(TableRow((period_text(period, say), value, Cell(said))))
    return plain_table(f"{name}: {short_name(whole)}", columns, tuple(rows), tuple(_limits_said(whole, chart)))


def _limits_said(whole: Subject, chart: XmrChart) -> list[str]:
    return [
        whole.words(
            "variation.limits",
            centre=whole.number(part.limits.centre),
            lower=whole.number(part.limits.lower),
            upper=whole.number(part.limits.upper),
        )
        for part in chart.segments
        if part.limits
    ]
