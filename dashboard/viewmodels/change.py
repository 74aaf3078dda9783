"""What has changed since the value that a row's own is counted from; else, in few words and in a sentence, why not."""

from collections.abc import Iterator, Sequence
from typing import TypedDict

from dashboard.query import Question
from dashboard.viewmodels.contract import Point, Row
from dashboard.viewmodels.subject import Subject, subject
from indicators import COUNTED, Picture, Reason, cuts_of, plain_number, say

# Between a difference and its unit, which a line never breaks apart.
NO_BREAK = "\u00a0"
CUTS = ("change.none.area", "change.none.keeper")
# The few words of each reason. A doubtful value has none: the row says already that it is doubtful.
SHORT = {
    "change.none.first": "row.no_change.first",
    "change.none.doubted": "row.no_change.doubted",
    "change.none.recording": "row.no_change.recording",
    "change.none.overlap": "row.no_change.overlap",
    "change.none.same-year": "row.no_change.same-year",
    "change.none.break": "row.no_change.break",
    "held-back": "row.no_change.held",
}


class ToldChange(TypedDict):
    """The fields of a Row that tell the change, and the value that it is counted from."""

    change: float | None
    change_from: str | None
    change_number: str
    counted_from: Point | None
    change_text: str
    change_reason: str


def told_change(whole: Subject) -> ToldChange:
    """Return the change and the period it is counted from, in words and with the reason; all empty without a value."""
    row = whole.row
    if row.value is None or (change := counted(whole)) is None:
        reason = "" if row.value is None else say(row.change.reason, whole.definition, whole.words.language)
        return ToldChange(
            change=None,
            change_from=None,
            change_number="",
            counted_from=None,
            change_text=short_reason(whole),
            change_reason=reason,
        )
    since, difference = change
    return ToldChange(
        change=difference,
        change_from=since,
        change_number=whole.difference(difference),
        counted_from=_base(whole),
        change_text=whole.words("row.change", change=whole.difference(difference), period=whole.period(since)),
        change_reason=say(row.change.reason, whole.definition, whole.words.language),
    )


def _base(whole: Subject) -> Point | None:
    if whole.row.previous is None:
        return None
    period, value = whole.row.previous
    return Point(whole.period(period), value, whole.number(value), x=None, y=None)


def short_changes(picture: Picture, question: Question, area: str, rows: Sequence[Row]) -> Iterator[str]:
    """Yield each row's change in few words, nothing where the row tells of none."""
    for row in rows:
        known = subject(picture, question, row.indicator, area)
        yield short_change(known) if known else ""


def short_change(whole: Subject) -> str:
    """Return the change without its unit, «+0,4 sedan 2024», for where the unit stands beside the value already."""
    change = counted(whole)
    if change is None:
        return short_reason(whole)
    since, difference = change
    number = whole.difference(difference).partition(NO_BREAK)[0]
    return whole.words("report.change", change=number, period=whole.period(since))


def counted(whole: Subject) -> tuple[str, float] | None:
    """Return the period that a row's value is counted from, and the difference; None where no change is told."""
    row = whole.row
    if row.value is None or row.previous is None or row.change.verdict != COUNTED or not whole.is_sound:
        return None
    period, before = row.previous
    return period, plain_number(row.value - before)


def short_reason(whole: Subject) -> str:
    """Return in few words why a row tells no change; nothing where its value is missing or doubtful, as it says so."""
    reason = whole.row.change.reason
    if whole.row.value is None:
        return ""
    if reason.key in CUTS:
        return _cut(whole, reason)
    return whole.words(SHORT[reason.key], at=reason.params.get("at")) if reason.key in SHORT else ""


def _cut(whole: Subject, reason: Reason) -> str:
    found = [
        cut.short.in_(whole.words.language)
        for cut in cuts_of(whole.definition, whole.row.area)
        if cut.event == reason.params["cut"] and cut.short
    ]
    return found[0] if found else ""
