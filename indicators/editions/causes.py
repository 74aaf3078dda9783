"""Why a verdict differs between two editions: found by rule, by comparing what each was made from.

Nobody writes a cause down: it follows from values, periods, doubts, breaks, target levels and definitions. Where none
of these differ it is the method that does.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from indicators.areas import NATION
from indicators.assessment.records import Comparison
from indicators.assessment.rules import RECORDING
from indicators.definition import Definition
from indicators.editions.changes import Cause, CauseKind
from indicators.editions.published_with import PublishedWith
from indicators.reference import TargetLevel
from indicators.scorecard import AssessedRow, Scorecard
from indicators.series_cuts import Cut, CutKind, cuts_of

TARGET_FIELDS: tuple[tuple[CauseKind, set[str]], ...] = (
    ("target-kind", {"kind"}),
    ("target-status", {"status", "last_year"}),
    ("target-match", {"match"}),
    ("target-level", {"value", "operator", "level"}),
)
CUTS: tuple[CutKind, ...] = ("break", "area", "keeper")
# Which fields of a definition weigh on which verdict; breaks and doubts are causes of their own.
WEIGHING = {
    "target": ("direction", "relevance", "series"),
    "position": ("direction", "series"),
    "trend": ("direction", "period", "relevance", "series"),
}


@dataclass(frozen=True)
class Side:
    """One of two editions that are compared: its stored verdicts, and what it was judged by."""

    scorecard: Scorecard
    judged_by: PublishedWith

    def definition(self, series: str) -> Definition | None:
        """Return a series' definition; None when this edition had none."""
        return self.judged_by.catalogue.by_id.get(series)

    def target(self, series: str) -> TargetLevel | None:
        """Return the level a series is held against."""
        return self.judged_by.reference.target(series)


@dataclass(frozen=True)
class _Pair:
    """One row in both editions, with its comparison and definition in each."""

    rows: tuple[AssessedRow, AssessedRow]
    comparisons: tuple[Comparison, Comparison]
    definitions: tuple[Definition, Definition]

    def points(self) -> tuple[dict[str, float], dict[str, float]]:
        """The area's own values up to the period that is compared, in each edition."""
        area = self.rows[0].area
        first, second = (
            {period: value for period, value in found.points.get(area, ()) if period <= (found.headline or "")}
            for found in self.comparisons
        )
        return first, second

    def doubted(self) -> tuple[frozenset[str], frozenset[str]]:
        """The periods whose values are doubted, in each edition."""
        area = self.rows[0].area
        first, second = (
            frozenset(period for period, value in points.items() if not definition.is_sound(area, period, value))
            for points, definition in zip(self.points(), self.definitions, strict=True)
        )
        return first, second


def find_causes(what: str, before: AssessedRow, after: AssessedRow, sides: tuple[Side, Side]) -> tuple[Cause, ...]:
    """Return why a verdict (`what`: target, position or trend) differs, what weighs most first; never empty."""
    older, newer = (side.definition(after.indicator) for side in sides)
    if older is None or newer is None:
        return (Cause("method"),)
    key = (after.indicator, after.sex)
    comparisons = (sides[0].scorecard.comparisons[key], sides[1].scorecard.comparisons[key])
    pair = _Pair((before, after), comparisons, (older, newer))
    found = [*_values(what, pair), *_doubts(what, pair)]
    if what == "trend":
        found += _cuts(pair, sides)
    if what == "target":
        found += _targets(*(side.target(after.indicator) for side in sides))
    return (*found, *_fields(what, pair)) or (Cause("method"),)


def _values(what: str, pair: _Pair) -> Iterator[Cause]:
    (before, after), (old, new) = pair.rows, pair.comparisons
    if before.period != after.period:
        yield Cause("period", f"{before.period or ''}>{after.period or ''}")
        return
    if before.value != after.value:
        yield Cause("value")
    earlier = _differing(*pair.points()) - {after.period or ""}
    if what == "trend" and earlier:
        yield Cause("value-earlier", ",".join(sorted(earlier)))
    others = {code for code in _differing(old.values, new.values) if code != after.area}
    if what == "position" and others:
        yield Cause("value-others")
    if what != "position" and after.area != NATION and old.nation != new.nation:
        yield Cause("value-nation")


def _doubts(what: str, pair: _Pair) -> Iterator[Cause]:
    after, (old, new) = pair.rows[1], pair.doubted()
    now = after.period or ""
    if now in new - old:
        yield Cause("doubt-added", now)
    if now in old - new:
        yield Cause("doubt-removed", now)
    earlier = (old ^ new) - {now}
    if what == "trend" and earlier:
        yield Cause("doubt-earlier", ",".join(sorted(earlier)))
    others = set(pair.comparisons[0].doubtful) ^ set(pair.comparisons[1].doubtful)
    if what == "position" and others - {after.area}:
        yield Cause("doubt-others")


def _cuts(pair: _Pair, sides: tuple[Side, Side]) -> Iterator[Cause]:
    """The cuts among the area's values that only one of the editions knows, by what they are."""
    old, new = (
        {(cut.kind, cut.period) for cut in _known_cuts(side, definition, pair.rows[0].area)}
        for side, definition in zip(sides, pair.definitions, strict=True)
    )
    periods = sorted(pair.points()[1])
    for kind in CUTS:
        found = sorted(at for told, at in old ^ new if told == kind and periods and periods[0] < at <= periods[-1])
        if found:
            yield Cause(kind, ",".join(found))


def _known_cuts(side: Side, definition: Definition, area: str) -> Iterator[Cut]:
    known = side.judged_by.cuts
    events = {item.municipality for item in known.moves} | {item.period for item in known.keepers} if known else set()
    return (cut for cut in cuts_of(definition, area) if cut.kind == "break" or cut.event in events)


def _targets(old: TargetLevel | None, new: TargetLevel | None) -> Iterator[Cause]:
    if old is None or new is None:
        if old is not new:
            yield Cause("target-added" if old is None else "target-removed")
        return
    for kind, fields in TARGET_FIELDS:
        if old.model_dump(include=fields) != new.model_dump(include=fields):
            yield Cause(kind)


def _fields(what: str, pair: _Pair) -> Iterator[Cause]:
    old, new = (_weighing(definition, what) for definition in pair.definitions)
    names = [name for name in new if new[name] != old[name]]
    if names:
        yield Cause("definition", ",".join(names))


def _weighing(definition: Definition, what: str) -> dict[str, Any]:
    """What of a definition weighs on a verdict, without its words."""
    told = definition.model_dump(include=set(WEIGHING[what]), exclude={"period": {"note"}})
    signals = definition.signals
    over_time = {"over_time": signals.over_time if signals else "judge"}
    return {**told, **over_time, "recording": RECORDING in definition.caveats} if what == "trend" else told


def _differing(old: dict[str, float], new: dict[str, float]) -> set[str]:
    return {name for name in {*old, *new} if old.get(name) != new.get(name)}
