"""A report's signals: the few findings that deserve a picture of their own, each about one indicator."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from dashboard.query import Question
from dashboard.viewmodels.contract import Row
from dashboard.viewmodels.earlier_signals.found import found_in_area
from dashboard.viewmodels.earlier_signals.telling import tell
from dashboard.viewmodels.report.records import ReportSignal
from dashboard.viewmodels.signals.heads import heads
from dashboard.viewmodels.signals.method import is_earlier
from indicators import AREAS, Picture, coverage_of

REGIONS = AREAS.region_codes
# How a signal of the earlier method is drawn: a change over the years, a distance among the regions.
DRAWN: dict[str, Literal["years", "regions"]] = {
    "target": "regions",
    "behind": "regions",
    "ahead": "regions",
    "worsening": "years",
    "setback": "years",
    "improving": "years",
}


def signals(picture: Picture, question: Question, area: str, rows: Sequence[Row]) -> Iterator[ReportSignal]:
    """Yield an area's findings among the rows of a report, as they are told on screen; no indicator twice."""
    if is_earlier(picture):
        yield from _as_published(picture, question, area, rows)
        return
    # What matters is of everybody: a picture of one sex would show another value than its title.
    shown = {row.indicator: row for row in rows if question.sex == "T"}
    for head in heads(picture, question, area):
        row = shown.get(head.indicator)
        if row is not None:
            told = (head.symbol, head.tone, head.title, head.note)
            yield ReportSignal(head.kind, row.indicator, *told, "years", is_change=head.is_change)


def _as_published(picture: Picture, question: Question, area: str, rows: Sequence[Row]) -> Iterator[ReportSignal]:
    shown, found = {row.series: row for row in rows}, found_in_area(picture, question, area)
    for signal in found.signals if found else ():
        row, drawn = shown.get(signal.row.indicator), DRAWN.get(signal.kind)
        if row is not None and drawn is not None:
            told = tell(picture, question, signal, area)
            title = told.text.removesuffix(".")
            yield ReportSignal(signal.kind, row.indicator, told.symbol, told.tone, title, told.note, drawn)


def withheld(picture: Picture, question: Question, rows: Iterable[Row]) -> tuple[tuple[str, str], ...]:
    """Return the series and areas whose value publishers have and do not show, among the rows that lack one.

    What is withheld is known of the newest figures of both sexes together; of any other the value is only missing.
    """
    if question.sex != "T" or question.period or all(len(row.regions) == len(REGIONS) for row in rows):
        return ()
    series = {row.series for row in rows}
    found = (item for item in coverage_of(picture) if item.state == "suppressed" and item.series in series)
    return tuple((item.series or "", item.area) for item in found)
