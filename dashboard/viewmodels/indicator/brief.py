"""What the results of one indicator say, in a few sentences."""

from collections.abc import Iterator

from dashboard.i18n import Words
from dashboard.viewmodels.indicator.focus import unbroken
from dashboard.viewmodels.rows import make_row
from dashboard.viewmodels.sentences import Piece, Sentence
from dashboard.viewmodels.subject import Subject
from dashboard.viewmodels.target_row import level_text, status_text
from indicators import NOT_ASSESSED, TargetLevel

COUNTED = ("met", "near", "not-met")


def brief(whole: Subject) -> Iterator[Sentence]:
    """Yield how the target is met, how the nation moves, and what lies between women and men and other countries."""
    level = whole.picture.reference.target(whole.definition.id)
    if level is not None:
        yield _target(whole, level)
    yield _trend(whole)
    row = make_row(whole)
    if whole.row.sexes.verdict != NOT_ASSESSED and row.sex_gap:
        yield Sentence("◆", "neutral", (Piece(unbroken(row.sex_gap)),))
    if row.international.value is not None and row.international.grade in ("same", "similar"):
        text = f"{whole.words('indicator.brief_world')} {row.international.text}"
        yield Sentence("◆", "neutral", (Piece(unbroken(text)),))


def _trend(whole: Subject) -> Sentence:
    words, row = whole.words, make_row(whole)
    if whole.comparison.nation is None:
        period = whole.period(whole.comparison.headline or "")
        return Sentence("–", "missing", (Piece(words("indicator.brief_no_nation", period=period)),))
    # Where the reason begins with the words of the trend, they are told once.
    is_same = row.trend.reason.casefold().startswith(row.trend.text.casefold())
    key = "indicator.brief_trend_why" if is_same else "indicator.brief_trend"
    text = words(key, reason=row.trend.reason, **({} if is_same else {"word": row.trend.text}))
    return Sentence(row.trend.symbol, row.trend.tone, (Piece(unbroken(text)),))


def _target(whole: Subject, level: TargetLevel) -> Sentence:
    """How many regions reach the target. One that is not in force is told of but praised or blamed by nothing."""
    if level.is_right:
        return _right(whole, level)
    words, named = whole.words, _named(whole, level)
    verdicts = _verdicts(whole)
    met = verdicts.count("met")
    if not verdicts:
        text = words("indicator.brief_target_unjudged", level=named, reason=_why_unjudged(whole, level))
        return Sentence("–", "missing", (Piece(text),))
    text = words("indicator.brief_target", met=met, n=len(verdicts), level=named)
    if not level.is_binding:
        return Sentence("–", "missing", (Piece(f"{text} {words('indicator.brief_target_old')}"),))
    if met == len(verdicts):
        return Sentence("✓", "good", (Piece(text),))
    return Sentence("✕", "bad", (Piece(text),)) if met < len(verdicts) / 2 else Sentence("◆", "neutral", (Piece(text),))


def _right(whole: Subject, level: TargetLevel) -> Sentence:
    """Whom the right covers, how far the nation is from all of them, and how many regions are not: no verdict."""
    words, target = whole.words, make_row(whole).target
    reached = sum(level.is_met(value) for value in whole.comparison.yardsticks.values())
    n, period = len(whole.comparison.yardsticks), whole.period(whole.comparison.headline or "")
    told = target.label if target.verdict == "right" else words("indicator.brief_right_none")
    key = "indicator.brief_right" if reached else "indicator.brief_right_nowhere"
    text = words(key, gap=told, period=period, reached=reached, n=n)
    return Sentence(target.symbol if target.verdict == "right" else "–", "neutral", (Piece(unbroken(text)),))


def _verdicts(whole: Subject) -> list[str]:
    rows = whole.picture.scorecard(whole.question.as_of).rows
    found = [rows[whole.definition.id, whole.row.sex, code].target.verdict for code in whole.comparison.values]
    return [verdict for verdict in found if verdict in COUNTED]


def _why_unjudged(whole: Subject, level: TargetLevel) -> str:
    if level.status == "expired":
        return whole.words("indicator.target_expired")
    kind = level.match if level.match in ("indicative", "reference") else "doubtful"
    return whole.words(f"indicator.target_{kind}")


def _named(whole: Subject, level: TargetLevel) -> str:
    """The level with its unit, its kind, its year, and its status when it is not in force."""
    words = whole.words
    status = [] if level.status == "current" else [_status(level, words)]
    facts = ", ".join([words(f"target.kind.{level.kind}"), level.edition, *status])
    return words("indicator.target_level", limit=level_text(level, words), facts=facts)


def _status(level: TargetLevel, words: Words) -> str:
    """The status inside a list in brackets, where the expired one's year has no brackets of its own."""
    return (
        words("target.expired_in_list", year=level.last_year)
        if level.status == "expired"
        else status_text(level, words)
    )
