"""What matters on the one-page sheet: few words a measure, so that the whole list has room above the table."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from dashboard.i18n import words
from dashboard.viewmodels.report.records import Report, ReportSentence


@dataclass(frozen=True, slots=True)
class SheetMatter:
    """A subject, or the findings of one sort, in a paragraph; `heading` stands before the first of its group.

    `name` is a subject's own.
    """

    heading: str
    text: str
    name: str = ""


def paragraphs(report: Report, told: int | None = None) -> Iterator[SheetMatter]:
    """Yield what matters: each subject by itself, findings of one sort together, as a list of measures.

    First of all stands whose the weights are that the order is made by; last, once, how sure it all is. Of the list
    only the first `told` where there is no room for more: then it is said how many are left out, and where they stand.
    """
    found = report.matters.sentences
    kept, left = found[:told], found[len(found[:told]) :]
    yield from (SheetMatter("", text) for text in (report.matters.preliminary,) if text)
    for heading, group in groupby(kept, lambda item: item.group):
        yield from _group(heading, list(group))
    foot = " ".join(filter(None, (_left_out(report, left), report.matters.uncertainty)))
    yield from (SheetMatter("", text) for text in (foot,) if text)


def _group(heading: str, items: Sequence[ReportSentence]) -> Iterator[SheetMatter]:
    loose = [item for item in items if not item.name]
    shorts = [item.short for item in loose]
    if loose:
        text = "; ".join(shorts) + "." if all(shorts) else " ".join(item.text for item in loose)
        yield SheetMatter(heading, text)
    for place, item in enumerate(one for one in items if one.name):
        yield SheetMatter("" if place or loose else heading, " ".join(filter(None, (item.short, item.note))), item.name)


def _left_out(report: Report, left: Sequence[ReportSentence]) -> str:
    """How many findings of each sort are left out, and where they stand; nothing where none is."""
    n = Counter[str]()
    for item in left:
        n[item.group] += item.n
    if not n.total():
        return ""
    say = words(report.lang)
    groups = (say("report.sheet.left_group", heading=heading, n=count) for heading, count in n.items() if count)
    return say("report.sheet.left_out", groups=", ".join(groups), path=report.path)
