"""What matters on the one-page sheet: few words a measure, so that the whole list has room above the table."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from dashboard.viewmodels.report.records import Report


@dataclass(frozen=True, slots=True)
class SheetMatter:
    """A subject, or the findings of one sort, in a paragraph; `heading` stands before the first of its group."""

    heading: str
    text: str


def paragraphs(report: Report, *, is_nation: bool) -> Iterator[SheetMatter]:
    """Yield what matters: each subject by itself, findings of one sort together, as a list of measures.

    First of all stands whose the weights are that the order is made by; last, once, how sure it all is.
    """
    yield from (SheetMatter("", text) for text in (report.matters.preliminary,) if text)
    for heading, found in groupby(report.matters.sentences, lambda item: item.group):
        items = list(found)
        shorts = [item.short for item in items]
        if all(shorts):
            yield SheetMatter(heading, "; ".join(shorts) + ".")
        elif is_nation:
            yield SheetMatter(heading, " ".join(item.text for item in items))
        else:
            yield from (SheetMatter("" if place else heading, item.text) for place, item in enumerate(items))
    yield from (SheetMatter("", text) for text in (report.matters.uncertainty,) if text)
