"""The two methods side by side: the one that chooses signals, and the earlier one that it took the place of."""

from dataclasses import dataclass

from indicators.areas import AREAS
from indicators.earlier_choice.choice import moves
from indicators.same_question import read_same
from indicators.signals.choice import area_choice
from indicators.signals.findings import findings_of


@dataclass(frozen=True)
class Told:
    """One finding of either method. `base` is what a change is counted from: the level, and the periods it is of."""

    area: str
    indicator: str
    series: str
    kind: str
    period: str
    base: tuple[float, tuple[str, ...]] | None = None


@dataclass(frozen=True)
class Choice:
    """What one method says of all regions: everything worse, its foremost, everything better, and its subjects."""

    worse: tuple[Told, ...]
    foremost: tuple[Told, ...]
    better: tuple[Told, ...]
    strengths: tuple[Told, ...]
    subjects: frozenset[tuple[str, str]] = frozenset()
    in_subjects: tuple[Told, ...] = ()


def chosen(picture, as_of=None):
    """Return what this method says."""
    evidence = picture.evidence(as_of)
    worse, foremost, better, strengths, members = [], [], [], [], []
    subjects = set()
    for area in AREAS.region_codes:
        found, own = findings_of(evidence, area), area_choice(evidence, area)
        worse += found.deviating
        foremost += found.deviating[:3]
        better += found.improving
        strengths += found.strengths
        raised = [s for s in own.subjects if s.basis == "own"]
        subjects |= {(area, subject.theme) for subject in raised}
        members += [signal for subject in raised for signal in subject.members]
    lists = [tuple(_ours(signal) for signal in group) for group in (worse, foremost, better, strengths)]
    return Choice(*lists, frozenset(subjects), tuple(_ours(signal) for signal in members))


def _ours(signal):
    kind = {"gap": "gap", "target": "gap", "improving": "gain", "strength": "lead"}.get(signal.kind, "loss")
    change = signal.change if kind in ("loss", "gain") else None
    base = (change.before.value, change.before.periods) if change else None
    return Told(signal.area, signal.indicator, signal.series, kind, signal.period, base)


def chosen_earlier(picture, as_of=None):
    """Return what the earlier method says: every finding, and the three it would have named first."""
    worse, foremost, better = [], [], []
    for area in AREAS.region_codes:
        found = moves(picture, area, "T", as_of)
        worse += [_earlier(signal) for signal in found.deviations]
        foremost += [_earlier(signal) for signal in _first(found.deviations, 3)]
        better += [_earlier(signal) for signal in found.promises]
    gains = tuple(told for told in better if told.kind == "gain")
    leads = tuple(told for told in better if told.kind == "lead")
    return Choice(tuple(worse), tuple(foremost), gains, leads)


def _first(signals, most):
    """The weightiest, one of each question, those that rest on samples or few cases last."""
    found = {}
    for signal in sorted(signals, key=lambda s: (s.is_noisy, -s.weight, s.indicator)):
        found.setdefault(read_same().question(signal.indicator), signal)
    return list(found.values())[:most]


def _earlier(signal):
    kinds = {"target": "gap", "behind": "gap", "improving": "gain", "ahead": "lead"}
    kind = kinds.get(signal.kind, "loss")
    base = (signal.facts["from"], (str(signal.facts["first"]),)) if kind in ("loss", "gain") else None
    return Told(signal.row.area, signal.indicator, signal.row.indicator, kind, signal.row.period, base)
