"""What matters for a reader by machine: subjects, shared themes and every signal, with factors and yardsticks."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from dashboard.i18n import words
from dashboard.query import Question
from dashboard.viewmodels.signals.brief import preliminary, scope_lines
from dashboard.viewmodels.signals.country import beside_nation
from dashboard.viewmodels.signals.inside import difference_said, told_inside
from dashboard.viewmodels.signals.sentences import sentence
from dashboard.viewmodels.signals.subjects import subject_view, theme_name
from dashboard.viewmodels.signals.told import Told
from dashboard.viewmodels.subject import area_name
from dashboard.viewmodels.targets import targets_items
from indicators import NATION, Difference, Level, Picture, Signal, SignalChange, Subject, area_signals, stand_beside

Facts = dict[str, Any]
"""An object of the open interface, as it is written: its keys are the contract."""


def matters_view(picture: Picture, question: Question, area: str) -> Facts:
    """Return what matters in an area: `focus`, `shared` and `signals`, and by which method they were chosen."""
    say, found = words(question.lang), area_signals(picture, area, question.as_of)
    themes = picture.themes
    method = {"version": themes.version, "date": themes.date, "adopted": themes.adopted}
    return {
        "area": area,
        "name": area_name(picture, area, say),
        "edition": picture.edition.number,
        "language": question.lang,
        "period": question.period,
        "method": {**method, "sentence": preliminary(picture, say)},
        "scope": list(scope_lines(question, say)),
        "uncertainty": say("matters.uncertainty_nation" if area == NATION else "matters.uncertainty"),
        "targets": [asdict(item) for item in targets_items(picture, question, area)],
        "focus": [_subject(picture, question, subject) for subject in found.subjects],
        "shared": [_subject(picture, question, subject) for subject in found.shared],
        "inside": [_inside(picture, question, item) for item in told_inside(picture, question, area)],
        "signals": [_signal(picture, question, beside_nation(found, signal)) for signal in found.signals],
    }


def _subject(picture: Picture, question: Question, subject: Subject) -> Facts:
    view = subject_view(picture, question, subject)
    return {
        "theme": subject.theme,
        "name": view.name,
        "basis": subject.basis,
        "rank": subject.rank,
        "points": _rounded(subject.points),
        "counts": {"worst": subject.worst, "clear": subject.clear, "judged": subject.judged},
        "indicators": [signal.indicator for signal in subject.members],
        "objections": list(subject.objections),
        "why": " ".join(part for part in (view.why, view.placed) if part),
        "sentence": view.said,
        "with": _subject(picture, question, subject.joined) if subject.joined else None,
    }


def _signal(picture: Picture, question: Question, signal: Signal) -> Facts:
    told = Told(picture, question, signal)
    return {
        "group": signal.group,
        "kind": signal.kind,
        "theme": signal.theme,
        "theme_name": theme_name(picture, signal.theme, told.words) if signal.theme else "",
        "indicator": signal.indicator,
        "series": signal.series,
        "area": signal.area,
        "focus_rank": signal.focus_rank,
        "with": signal.is_joined,
        "period": signal.period,
        "value": signal.value,
        "previous": _previous(signal.previous),
        "companions": [asdict(one) for one in signal.companions],
        "change": _change(signal.change),
        "facts": signal.facts,
        "points": _rounded(signal.points),
        "factors": _factors(signal),
        "yardsticks": _yardsticks(picture, question, signal),
        "sure": {
            "standard_errors": _rounded(signal.factors.z) if signal.factors else None,
            "reasons": list(signal.reasons),
        },
        "why": told.words(f"matters.why_{signal.kind}"),
        "objections": list(signal.objections),
        "sentence": sentence(told).text,
    }


def _inside(picture: Picture, question: Question, item: Difference) -> Facts:
    return {
        "kind": item.kind,
        "indicator": item.indicator,
        "series": item.series,
        "period": item.period,
        "facts": asdict(item.facts),
        "sentence": difference_said(picture, question, item),
    }


def _rounded(number: float | None) -> float | None:
    """Points, spreads and errors to three decimals: more would say that the order is surer than it is."""
    return None if number is None else round(number, 3)


def _factors(signal: Signal) -> Facts | None:
    factors = signal.factors
    if factors is None:
        return None
    return {"weight": factors.weight, "size": _rounded(factors.size), "age": factors.age, "peers": factors.peers}


def _previous(previous: tuple[str, float] | None) -> Facts | None:
    return None if previous is None else {"period": previous[0], "value": previous[1]}


def _change(change: SignalChange | None) -> Facts | None:
    if change is None:
        return None
    return {
        "kind": change.kind,
        "before": _level(change.before),
        "after": _level(change.after),
        "nation_before": change.nation_before,
        "nation_after": change.nation_after,
        "held_back": change.held_back,
        "recovered": change.recovered,
        "stays_worst": change.stays_worst,
    }


def _level(level: Level) -> Facts:
    return {"value": level.value, "periods": list(level.periods)}


def _yardsticks(picture: Picture, question: Question, signal: Signal) -> Facts:
    return {
        "nation": signal.nation,
        "nation_is_middle": signal.nation_is_middle,
        "best_quarter": signal.best_quarter,
        "target": _target(picture, signal),
        "peers": _peers(picture, question, signal),
    }


def _target(picture: Picture, signal: Signal) -> Facts | None:
    """The level in force of the measure, whether or not it decided anything; a statutory right has none in numbers."""
    level = picture.reference.target(signal.series) if signal.series else None
    if level is None or not (level.is_binding or level.is_right):
        return None
    if level.is_right:
        return {"kind": level.kind, "value": None, "operator": None}
    return {"kind": level.kind, "value": level.value, "operator": level.operator}


def _peers(picture: Picture, question: Question, signal: Signal) -> float | None:
    """The middle of the seven regions most alike, where it is of the signal's own period."""
    alike: Sequence[str] = picture.areas.like(signal.area) if signal.area != NATION else ()
    comparison = picture.scorecard(question.as_of).comparisons.get((signal.series, "T"))
    if not alike or comparison is None or comparison.headline != signal.period:
        return None
    found = stand_beside(picture, signal.area, tuple(alike), "T", question.as_of)
    return next((item.middle for item in found if item.indicator == signal.series), None)
