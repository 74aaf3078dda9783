"""What matters as lines of a sheet, a deck or a file: the same list as on the page, in the words for a visit."""

from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.query import Question
from dashboard.viewmodels.contract import Tone
from dashboard.viewmodels.signals.brief import Brief, SubjectGroup, brief
from dashboard.viewmodels.signals.country import CountryBrief, country_brief
from dashboard.viewmodels.signals.groups import FindingGroup
from dashboard.viewmodels.signals.subjects import SubjectView
from indicators import NATION, Picture

SUBJECT: tuple[str, Tone] = ("•", "neutral")


@dataclass(frozen=True, slots=True)
class VisitLine:
    """One line under its group's heading.

    `note` is what to weigh in, `short` the same in a list of measures, `indicators` are the measures it tells of.
    """

    group: str
    symbol: str
    tone: Tone
    text: str
    note: str = ""
    short: str = ""
    indicators: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class VisitLines:
    """Every line of an area, whose the weights are, and how sure it all is, said once."""

    lines: tuple[VisitLine, ...]
    preliminary: str
    uncertainty: str


def visit_lines(picture: Picture, question: Question, area: str, dimension: str = "") -> VisitLines:
    """Return what matters in an area for material of a visit; of the nation also in one dimension."""
    if area == NATION:
        country = country_brief(picture, question, dimension, "visit")
        return VisitLines(tuple(_of_country(country)), country.preliminary, country.uncertainty)
    view = brief(picture, question, area, "visit")
    return VisitLines(tuple(_of_region(view)), view.preliminary, view.uncertainty)


def _of_region(view: Brief) -> Iterator[VisitLine]:
    for group in (view.subjects, *view.shared):
        yield from _subjects(group)
    for found in view.groups:
        yield from _findings(found)


def _subjects(group: SubjectGroup) -> Iterator[VisitLine]:
    if group.none:
        yield VisitLine(group.heading, *SUBJECT, group.none)
    for subject in group.subjects:
        yield VisitLine(group.heading, *SUBJECT, subject.said, _weighed(subject), "", subject.told)


def _weighed(subject: SubjectView) -> str:
    return " ".join(part.weighed for part in (subject, subject.joined) if part is not None and part.weighed)


def _findings(group: FindingGroup) -> Iterator[VisitLine]:
    if not group.findings and group.none:
        yield VisitLine(group.heading, *SUBJECT, group.none)
    for item in group.findings:
        said = item.sentence
        yield VisitLine(group.heading, said.symbol, said.tone, said.text, "", item.short, (item.indicator,))


def _of_country(view: CountryBrief) -> Iterator[VisitLine]:
    """The nation's own findings. Which regions a subject concerns stands on the pages, not on what is handed out."""
    for group in view.groups:
        yield from _findings(group)
