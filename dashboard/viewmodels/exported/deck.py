"""A report as a deck: title, what matters, a table for each dimension, a chart for each signal, sources."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from dashboard.i18n import Words, words
from dashboard.viewmodels.contract import Row
from dashboard.viewmodels.exported.cells import MARKS, missing_mark, nation_number
from dashboard.viewmodels.exported.charts import signal_chart
from dashboard.viewmodels.exported.slides import Deck, Line, Slide, SlideTable, with_unique_titles
from dashboard.viewmodels.present.fewer import place_told
from dashboard.viewmodels.report.records import Report, ReportSection, ReportSignal
from dashboard.viewmodels.visit import for_visit
from indicators import NATION

MOST_ROWS, MOST_LINES = 9, 11
"""Rows of a table that a room can read at once, and lines of text in them that a slide holds."""
NAME_LINE, TREND_LINE = 31, 22
"""Letters of a name and of a trend that stand on one line of a table."""
MOST_LETTERS = 210
"""Letters of a note that fit beside a chart; all of it is in the presenter's notes."""
FOOT_LETTERS = 190
"""Letters of a line of sources that fit under a slide."""
COLUMNS = ("indicator", "value", "period", "nation", "target_verdict", "others", "trend")
WIDTHS = (0.28, 0.076, 0.1, 0.076, 0.106, 0.19, 0.172)
NUMBERS = ("value", "nation")
OF_THE_NATION = ("nation", "others")
WIDEST = 0.58
HELD = "\N{NO-BREAK SPACE}"
SHORT = 5
TURNED = "turned"
"""The only word of a trend that may stand beside a change: it tells of both ways. Another, found by another method over
other years, would speak against it."""


def deck(report: Report) -> Deck:
    """Return the deck of a report."""
    say = words(report.lang)
    slides = tuple(_slides(report, say))
    return Deck(
        title=report.title,
        subject=say("exported.published", edition=report.edition, date=report.published),
        author=report.labels["product"],
        lang=report.lang,
        published=report.published,
        slides=with_unique_titles(slides, say),
    )


def _slides(report: Report, say: Words) -> Iterator[Slide]:
    yield _title(report, say)
    yield from _brief(report, say)
    for section in report.sections:
        if section.rows:
            yield from _dimension(section, report, say)
    for signal in report.signals:
        (row,) = for_visit([next(row for row in report.rows if row.indicator == signal.indicator)], report.lang)
        yield _signal(signal, row, report, say)
    yield _sources(report, say)


def _title(report: Report, say: Words) -> Slide:
    facts = [Line(f"{fact.label}: {fact.text}") for fact in report.facts]
    edition = say("exported.published", edition=report.edition, date=report.published)
    published = Line(f"{report.labels['product']}. {edition}")
    chosen = "; ".join(f"{fact.label}: {fact.text}" for fact in report.filters)
    empty = [Line(report.empty)] if report.empty else []
    return Slide("title", report.title, (Line(report.subtitle), published, *facts, *empty), "", (chosen, *report.notes))


def _brief(report: Report, say: Words) -> Iterator[Slide]:
    """What matters, a slide for each group. Whose the weights are stands on each; what to weigh in is in the notes."""
    source = _publishers(report, report.rows, say)
    for heading, found in groupby(report.matters.sentences, lambda item: item.group):
        items = list(found)
        lines = [Line(item.text, item.symbol, item.tone) for item in items]
        lines += [Line(report.matters.preliminary)] if report.matters.preliminary else []
        told = (*(item.note for item in items), report.matters.uncertainty, *report.notes)
        title = f"{heading or say('exported.brief')}: {report.title}"
        yield Slide("text", title, tuple(lines), source, tuple(text for text in told if text))


def _dimension(section: ReportSection, report: Report, say: Words) -> Iterator[Slide]:
    every = for_visit(section.rows, report.lang)
    rows = every if report.kind == "dimension" else _telling(every, report)
    for part in _pages(rows):
        told = say("exported.shown_of", n=len(rows), all=len(every)) if len(rows) < len(every) else ""
        notes = tuple(_definition(row) for row in part)
        table, title = _table(section.name, part, report, say), f"{section.name}: {section.count_text}"
        lines = (Line(told),) if told else ()
        yield Slide("table", title, lines, _publishers(report, part, say), notes, table)


def _telling(rows: Sequence[Row], report: Report) -> tuple[Row, ...]:
    """The rows that are told as what matters, in the list's order, then the first of the others while room lasts."""
    told = [indicator for item in report.matters.sentences for indicator in item.indicators]
    first = sorted(rows, key=lambda row: (place_told(row.indicator, told), row.value is None))
    return next(_pages(first), ())


def _pages(rows: Sequence[Row]) -> Iterator[tuple[Row, ...]]:
    """Rows in order, as many at a time as a slide holds."""
    page: list[Row] = []
    for row in rows:
        if len(page) == MOST_ROWS or sum(map(_lines, (*page, row))) > MOST_LINES:
            yield tuple(page)
            page = []
        page.append(row)
    if page:
        yield tuple(page)


def _lines(row: Row) -> int:
    return 1 + (len(_named(row)) > NAME_LINE or len(row.trend.text) > TREND_LINE or bool(row.doubtful))


def _named(row: Row) -> str:
    """A name with its unit, which is never broken nor left alone on a line by its sign."""
    unit = row.unit.replace(" ", HELD)
    return f"{row.name},{HELD if len(unit) <= SHORT else ' '}{unit}"


def _table(name: str, rows: Sequence[Row], report: Report, say: Words) -> SlideTable:
    is_nation = report.area == NATION
    kept = [place for place, key in enumerate(COLUMNS) if not (is_nation and key in OF_THE_NATION)]
    widths = [WIDEST if is_nation and not place else WIDTHS[place] for place in kept]
    cells = [_cells(row, report, say) for row in rows]
    return SlideTable(
        widths=tuple(width / sum(widths) for width in widths),
        headings=tuple(say(f"exported.column.{COLUMNS[place]}") for place in kept),
        rows=tuple(tuple(row[place] for place in kept) for row in cells),
        alt=say.count("exported.table_alt", len(rows), title=f"{report.area_name}, {name}"),
        numbers=tuple(place for place, key in enumerate(kept) if COLUMNS[key] in NUMBERS),
    )


def _cells(row: Row, report: Report, say: Words) -> tuple[str, ...]:
    missing = say(f"exported.short.{MARKS[missing_mark(row, report.area, report)]}")
    doubtful = f" ({row.doubtful_word})" if row.doubtful else ""
    none = say("exported.short.not_applicable")
    return (
        _named(row),
        row.value_text + doubtful if row.value is not None else missing,
        row.period_text or none,
        nation_number(row, say.language) or missing,
        _verdict(row.target.symbol, row.target.text) if row.target.value is not None else none,
        row.position_text or none,
        _verdict(row.trend.symbol, row.trend.text),
    )


def _verdict(symbol: str, text: str) -> str:
    return f"{symbol} {text}".strip()


def _signal(signal: ReportSignal, row: Row, report: Report, say: Words) -> Slide:
    chart = signal_chart(row, signal.picture, report)
    head = [Line(chart.title)] if chart else []
    verdicts = _verdicts(row, report, say, is_change=signal.is_change)
    lines = (*head, Line(_fitting(signal.note), signal.symbol, signal.tone), *verdicts)
    source = say("exported.sources_of", source=row.source, edition=report.edition)
    title = signal.title
    return Slide("chart" if chart else "text", title, lines, source, _signal_notes(signal, row, report), chart=chart)


def _verdicts(row: Row, report: Report, say: Words, *, is_change: bool) -> Iterator[Line]:
    """What is said of the row; of its development only beside a finding that is no change itself, or it has turned."""
    if report.area != NATION and row.position_text:
        yield Line(_said(say("exported.column.others"), row.position_text))
    if row.target.value is not None:
        yield Line(row.target.line, row.target.symbol, row.target.tone)
    if not is_change or row.trend.verdict == TURNED:
        yield Line(_said(say("exported.column.trend"), row.trend.text), row.trend.symbol, row.trend.tone)


def _said(label: str, text: str) -> str:
    return f"{label}: {text}"


def _fitting(text: str) -> str:
    """The first sentences of a text that fit beside a chart; at least one."""
    first, *rest = text.split(". ")
    for sentence in rest:
        if len(first) + len(sentence) > MOST_LETTERS:
            return f"{first}."
        first = f"{first}. {sentence}"
    return first


def _signal_notes(signal: ReportSignal, row: Row, report: Report) -> tuple[str, ...]:
    lacking = [name for code, name in report.region_names.items() if code not in {mark.code for mark in row.regions}]
    say = words(report.lang)
    missing = say("exported.missing_regions", names=", ".join(lacking)) if lacking else ""
    parts = (_definition(row), signal.note, missing, row.inside.text, row.sex_gap, row.derived_text)
    return tuple(part for part in parts if part)


def _definition(row: Row) -> str:
    """What a row measures, why its value is missing or doubtful, and where it comes from."""
    measures = row.facts[0].text if row.facts else ""
    parts = (f"{row.full_name}.", measures, row.missing, row.doubtful, row.revised_note, f"{row.source}.")
    return " ".join(part for part in parts if part)


def _publishers(report: Report, rows: Sequence[Row], say: Words) -> str:
    """The line of sources; where it would be too long, the one with most rows, and where to find the rest."""
    names = Counter(row.source.partition(" (")[0] for row in rows)
    line = say("exported.several", sources=", ".join(names), edition=report.edition)
    if len(line) <= FOOT_LETTERS:
        return line
    return say("exported.several_more", source=names.most_common(1)[0][0], edition=report.edition)


def _sources(report: Report, say: Words) -> Slide:
    names = "; ".join(line.partition(" (")[0] for line in report.sources.raw)
    lines = [
        Line(say("exported.sources_raw", names=names)),
        *(Line(say(key)) for key in ("exported.sources_most", "report.note.missing")),
    ]
    if report.address:
        lines.append(Line(say("exported.sources_live", address=report.address)))
    published = say("exported.published", edition=report.edition, date=report.published)
    notes = (*report.sources.raw, *report.sources.derived)
    return Slide("text", say("exported.sources_title"), tuple(lines), published, notes)
