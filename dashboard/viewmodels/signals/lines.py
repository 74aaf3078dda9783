"""What matters as lines of a sheet, a deck or a file: the same list as on the page, in the words for a visit."""

from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.i18n import Words, words
from dashboard.query import Question
from dashboard.viewmodels.contract import Tone
from dashboard.viewmodels.signals.brief import Brief, SubjectGroup, brief
from dashboard.viewmodels.signals.country import CountryBrief, country_brief
from dashboard.viewmodels.signals.groups import FindingGroup
from indicators import NATION, Picture

SUBJECT: tuple[str, Tone] = ("•", "neutral")


@dataclass(frozen=True, slots=True)
class VisitLine:
    """One line under its group's heading.

    `name` is a subject's name with what brings it forward, `note` what to weigh in. `short` is the same in a list of
    measures, without the name. `indicators` are the measures it tells of, `n` how many findings it holds.
    """

    group: str
    symbol: str
    tone: Tone
    text: str
    note: str = ""
    short: str = ""
    indicators: tuple[str, ...] = ()
    name: str = ""
    n: int = 1


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
    return VisitLines(tuple(_of_region(view, words(question.lang))), view.preliminary, view.uncertainty)


def _of_region(view: Brief, say: Words) -> Iterator[VisitLine]:
    """The page's list, in its order: subjects, what is shared, findings, differences inside, and what is not known."""
    for group in (view.subjects, *view.shared):
        yield from _subjects(group, say)
    for found in view.groups:
        yield from _findings(found)
    if view.inside:
        for item in view.inside.sentences:
            yield VisitLine(view.inside.heading, item.symbol, item.tone, item.text)
    if view.gaps:
        names = "; ".join(gap.theme for gap in view.gaps)
        yield VisitLine(say("matters.gaps"), *SUBJECT, f"{names}.", n=len(view.gaps))


def _subjects(group: SubjectGroup, say: Words) -> Iterator[VisitLine]:
    if group.none:
        yield VisitLine(group.heading, *SUBJECT, group.none, n=0)
    for subject in group.subjects:
        # The heading of what is shared says already what brings it forward.
        is_told = subject.basis == "shared"
        name = subject.name if is_told else say("matters.subject_named", theme=subject.name, label=subject.label)
        said = (subject.said, subject.weighed_whole, subject.rest)
        yield VisitLine(group.heading, *SUBJECT, *said, subject.told, name)


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
