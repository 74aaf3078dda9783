"""What the results of one indicator say, in a few sentences."""

from collections.abc import Iterator

from dashboard.viewmodels.indicator.focus import level_text, unbroken
from dashboard.viewmodels.rows import make_row
from dashboard.viewmodels.sentences import Piece, Sentence
from dashboard.viewmodels.subject import Subject
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
    text = words("indicator.brief_trend", word=row.trend.text, reason=row.trend.reason)
    return Sentence(row.trend.symbol, row.trend.tone, (Piece(unbroken(text)),))


def _target(whole: Subject, level: TargetLevel) -> Sentence:
    """How many regions reach the target. One that is not in force is told of but praised or blamed by nothing."""
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


def _verdicts(whole: Subject) -> list[str]:
    rows = whole.picture.scorecard(whole.question.as_of).rows
    found = [rows[whole.definition.id, whole.row.sex, code].target.verdict for code in whole.comparison.values]
    return [verdict for verdict in found if verdict in COUNTED]


def _why_unjudged(whole: Subject, level: TargetLevel) -> str:
    return whole.words(f"indicator.target_{'indicative' if level.match == 'indicative' else 'doubtful'}")


def _named(whole: Subject, level: TargetLevel) -> str:
    """The level with its unit, its kind, its year, and its status when it is not in force."""
    words = whole.words
    status = [] if level.status == "current" else [words(f"target.status.{level.status}")]
    facts = ", ".join([words(f"target.kind.{level.kind}"), level.edition, *status])
    return words("indicator.target_level", limit=level_text(level, words), facts=facts)
