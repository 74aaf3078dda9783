"""What a report says in words: who the area is, what matters in it, and how the figures were chosen."""

from collections.abc import Iterator

from dashboard.i18n import Words, words
from dashboard.query import Question
from dashboard.viewmodels.contract import Fact, LegendItem
from dashboard.viewmodels.earlier_signals.view import area_groups
from dashboard.viewmodels.report.records import Matters, ReportSentence, Scope
from dashboard.viewmodels.scorecard import LEGEND
from dashboard.viewmodels.signals.lines import VisitLine, visit_lines
from dashboard.viewmodels.signals.method import is_earlier
from dashboard.viewmodels.targets import targets_sentences
from indicators import FRAMEWORK, NATION, Picture

# On the nation's dot-range the nation is the subject, and no municipalities are drawn.
NOT_OF_THE_NATION = ("nation", "inside")


def matters(picture: Picture, question: Question, scope: Scope) -> Matters:
    """Return what matters in the area of a report: the list of its page; of a dimension the nation's part of it."""
    if is_earlier(picture):
        return Matters(tuple(_as_published(picture, question, scope)))
    if scope.kind == "dimension" and scope.area != NATION:
        return Matters(())
    found = visit_lines(picture, question, scope.area, scope.dimension)
    told = tuple(map(_sentence, found.lines))
    return Matters(told, found.preliminary, found.uncertainty) if told else Matters(())


def _sentence(line: VisitLine) -> ReportSentence:
    own = (line.group, line.short, line.indicators, line.name, line.n)
    return ReportSentence(line.symbol, line.tone, line.text, line.note, *own)


def _as_published(picture: Picture, question: Question, scope: Scope) -> Iterator[ReportSentence]:
    """What the earlier method chose, as it was told of a whole area."""
    if scope.kind == "region":
        groups = area_groups(picture, question, scope.area)
        told = targets_sentences(picture, question, scope.area)
        yield ReportSentence(told[0].symbol, told[0].tone, " ".join(item.text for item in told))
        found = (item for group in groups for item in group.sentences)
        yield from (ReportSentence(item.symbol, item.tone, item.text) for item in found)


def filters(question: Question, scope: Scope) -> tuple[Fact, ...]:
    """Return the view's filters in words: sex and period always, the others where they are used."""
    say, lang = words(question.lang), question.lang
    period = say("filters.period_until", year=question.period) if question.period else say("filters.period_newest")
    found = [Fact(say("filters.sex"), say(f"sex.{question.sex}")), Fact(say("filters.period"), period)]
    if scope.kind == "region" and question.dimension:
        found.append(Fact(say("filters.dimension"), FRAMEWORK.by_code[question.dimension].name.in_(lang)))
    if question.area:
        area = next(area for _, area in FRAMEWORK.areas if area.code == question.area)
        found.append(Fact(say("filters.area"), area.name.in_(lang)))
    shown = [say(f"filters.{name}") for name in ("deviating", "target") if getattr(question, name)]
    return tuple([*found, Fact(say("filters.show"), ", ".join(shown))] if shown else found)


def legend(scope: Scope, say: Words) -> tuple[LegendItem, ...]:
    """Return the key to the dot-range."""
    if scope.area != NATION:
        return tuple(LegendItem(mark, say(f"legend.{mark}")) for mark in LEGEND)
    own = {"region": say("legend.nation"), "regions": say("report.regions")}
    marks = [mark for mark in LEGEND if mark not in NOT_OF_THE_NATION]
    return tuple(LegendItem(mark, own.get(mark) or say(f"legend.{mark}")) for mark in marks)
