"""What a report says in words: who the area is, what matters in it, and how the figures were chosen."""

from collections.abc import Iterator, Sequence

from dashboard.i18n import Words, words
from dashboard.query import Question
from dashboard.viewmodels.contract import Fact, LegendItem, Row, Tone
from dashboard.viewmodels.earlier_signals.view import area_groups
from dashboard.viewmodels.report.records import ReportSentence, Scope
from dashboard.viewmodels.scorecard import LEGEND
from dashboard.viewmodels.targets import targets_sentences
from indicators import FRAMEWORK, NATION, Picture

# On the nation's dot-range the nation is the subject, and no municipalities are drawn.
MOVING: tuple[tuple[str, str, Tone], ...] = (("worsening", "↘", "bad"), ("improving", "↗", "good"))
NOT_OF_THE_NATION = ("nation", "inside")


def sentences(picture: Picture, question: Question, scope: Scope, rows: Sequence[Row]) -> Iterator[ReportSentence]:
    """Yield what matters: of a whole area its findings, of a dimension how its verdicts fall out."""
    say = words(question.lang)
    if scope.kind == "region":
        groups = area_groups(picture, question, scope.area)
        yield from _targets(picture, question, scope)
        found = (item for group in groups for item in group.sentences)
        yield from (ReportSentence(item.symbol, item.tone, item.text) for item in found)
        return
    if scope.area != NATION:
        yield from _positions(rows, say)
    yield from _targets(picture, question, scope)
    yield from _trends(rows, say)


def _targets(picture: Picture, question: Question, scope: Scope) -> Iterator[ReportSentence]:
    """One paragraph of all groups: a sheet has room for few, and what matters comes after."""
    told = targets_sentences(picture, question, scope.area, scope.dimension)
    if scope.kind == "region" or told[0].tone != "missing":
        yield ReportSentence(told[0].symbol, told[0].tone, " ".join(item.text for item in told))


def _positions(rows: Sequence[Row], say: Words) -> Iterator[ReportSentence]:
    best, worst = (_names(rows, verdict) for verdict in ("best-quarter", "worst-quarter"))
    judged = sum(row.position in ("best-quarter", "middle", "worst-quarter") for row in rows)
    if judged:
        tone: Tone = "good" if len(best) > len(worst) else "bad" if len(worst) > len(best) else "neutral"
        symbol = {"good": "▲", "bad": "▼"}.get(tone, "●")
        yield ReportSentence(symbol, tone, say("report.positions", n=judged, best=len(best), worst=len(worst)))


def _names(rows: Sequence[Row], position: str) -> list[str]:
    return [row.name for row in rows if row.position == position]


def _trends(rows: Sequence[Row], say: Words) -> Iterator[ReportSentence]:
    for verdict, symbol, tone in MOVING:
        names = [row.name for row in rows if row.trend.verdict == verdict]
        if names:
            yield ReportSentence(symbol, tone, say(f"report.{verdict}", names="; ".join(names)))


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
