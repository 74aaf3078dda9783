"""The target level of one row, told as what it is: a level, a right of everyone, an expired goal or a mere line."""

from collections.abc import Callable

from dashboard.i18n import Words
from dashboard.viewmodels.contract import Target, Verdict
from dashboard.viewmodels.subject import Subject
from dashboard.viewmodels.verdicts import verdict
from indicators import UNITS, TargetLevel, as_told, difference_text, format_number, with_unit

OPERATORS = {">=": "≥", ">": ">", "<=": "≤", "<": "<"}
Place = Callable[[float], float | None]


def row_target(subject: Subject, place: Place) -> Target:
    """Return the target of one row; `place` gives where its level stands on the row's axis."""
    words, level = subject.words, subject.picture.reference.target(subject.definition.id)
    shown = verdict("target", as_told(subject.row.target, level), subject.definition, words)
    if level is None:
        parts = (shown.verdict, shown.text, shown.symbol, shown.tone, shown.reason)
        return Target(None, None, None, None, None, *parts, label="", mark="", line="", gap=None, dashed=False, x=None)
    text = status_text(level, words) if shown.verdict == "expired" else shown.text
    label = _label(subject, level, shown)
    return Target(
        value=level.value,
        operator=None if level.covers_everyone else level.operator,
        kind=level.kind,
        status=level.status,
        match=level.match,
        verdict=shown.verdict,
        text=text,
        symbol=shown.symbol,
        # What is no longer or not yet a target is no success and no failure.
        tone=shown.tone if level.status in ("current", "expired") else "neutral",
        reason=f"{shown.reason} {_issuer(level, words)} {level.note.in_(words.language)}",
        label=label,
        mark=words("target.right_mark") if level.is_right else label,
        line=f"{text}, {label}" if shown.verdict == "right" else f"{label}: {text}",
        gap=_gap(subject),
        dashed=level.status != "current" or (level.match != "same" and not level.is_right),
        x=place(level.value),
    )


def _label(subject: Subject, level: TargetLevel, shown: Verdict) -> str:
    """What stands beside the verdict: the level and whose it is; of a right, how far it is to everyone."""
    words = subject.words
    if level.is_right:
        return words("target.right") if shown.verdict != "right" else _distance(subject)
    kind = words(f"target.kind.{level.kind}")
    if level.covers_everyone:
        label = words("target.label_everyone", kind=kind, year=level.edition)
        return f"{label}, {status_text(level, words)}"
    limit = f"{OPERATORS[level.operator]} {format_number(level.value, 0, words.language)}"
    key = "target.label_reference" if level.match == "reference" else "target.label"
    label = words(key, limit=limit, kind=kind, year=level.edition)
    is_told = level.status in ("current", "expired")
    return label if is_told else f"{label}, {status_text(level, words)}"


def _gap(subject: Subject) -> float | None:
    gap = subject.row.target.reason.params.get("gap")
    return float(gap) if isinstance(gap, (int, float)) else None


def _distance(subject: Subject) -> str:
    words, gap = subject.words, _gap(subject)
    if not gap:
        return words("target.right_all")
    return words("target.right_distance", gap=difference_text(gap, subject.definition, words.language))


def _issuer(level: TargetLevel, words: Words) -> str:
    key = "target.right_issuer" if level.is_right else "target.issuer"
    return words(key, issuer=level.issuer.in_(words.language), year=level.edition)


def status_text(level: TargetLevel, words: Words) -> str:
    """Return whether a level is in force; of an expired one with the year it was set for."""
    return words(f"target.status.{level.status}", year=level.last_year)


def level_text(level: TargetLevel, words: Words) -> str:
    """Return a target level with its unit, e.g. «≥ 90 %», decimals only where it has any; or that it is everyone."""
    if level.covers_everyone:
        return words("target.everyone")
    decimals = 0 if level.value == int(level.value) else 1
    number = format_number(level.value, decimals, words.language)
    unit = UNITS[level.unit].suffix.in_(words.language)
    return f"{OPERATORS[level.operator]} {with_unit(number, unit, words.language)}"
