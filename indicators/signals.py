"""What deserves attention: verdicts ordered by gap to the yardstick, worsening and spread, never by rank."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from statistics import median, pstdev

from indicators.assessment.judgement import NOT_ASSESSED
from indicators.assessment.rules import NOISY
from indicators.catalogue import Catalogue
from indicators.definition import Definition, Sex
from indicators.picture import Picture
from indicators.scorecard import AssessedRow, Scorecard


@dataclass(frozen=True, slots=True)
class Weighed:
    """One row and how strong its signal is; `weight` compares only within one kind of signal."""

    row: AssessedRow
    weight: float


@dataclass(frozen=True, slots=True)
class AreaSummary:
    """What matters in one area, strongest first.

    Targets are counted only when in force and for just what the indicator measures; `targets_unreached` of those held
    no region meets, and `targets_unjudged` more have no value to judge. `farthest` is ordered by the gap's share of the
    level; `deviating` and `leading` by the distance to the nation in the regions' standard deviations, and only when it
    reaches the relevance threshold; `worsening` and `improving` by the change in relevance thresholds; `setbacks` are
    last-year steps for the worse, wider than all years before. `wider_inside` are rows whose municipalities' middle
    half is wider than the regions'. What rests on samples or few cases comes after the rest.
    """

    targets_met: tuple[AssessedRow, ...]
    targets_held: tuple[AssessedRow, ...]
    targets_unreached: int
    targets_unjudged: int
    farthest: tuple[Weighed, ...]
    deviating: tuple[Weighed, ...]
    leading: tuple[Weighed, ...]
    worsening: tuple[Weighed, ...]
    improving: tuple[Weighed, ...]
    setbacks: tuple[Weighed, ...]
    wider_inside: tuple[Weighed, ...]

    @property
    def targets_counted(self) -> int:
        """How many targets the area is held against."""
        return len(self.targets_held)


@lru_cache(maxsize=512)
def summarise_area(picture: Picture, area: str, sex: Sex = "T", as_of: str | None = None) -> AreaSummary:
    """Return what matters in one area, among the indicators' headline series."""
    scorecard = picture.scorecard(as_of)
    rows = tuple(_rows(picture, area, sex, as_of))
    binding = tuple(row for row in rows if _is_counted(picture, row))
    judge = _Strongest(picture.catalogue)
    return AreaSummary(
        targets_met=tuple(row for row in binding if row.target.verdict == "met"),
        targets_held=binding,
        targets_unreached=sum(not _is_reached(picture, scorecard, row) for row in binding),
        targets_unjudged=_unjudged(picture, sex, area, as_of),
        farthest=judge.order([row for row in binding if row.target.verdict == "not-met"], _target_gap),
        deviating=_positioned(judge, scorecard, rows, "worst-quarter"),
        leading=_positioned(judge, scorecard, rows, "best-quarter"),
        worsening=judge.order([row for row in rows if row.trend.verdict == "worsening"], _change),
        improving=judge.order([row for row in rows if row.trend.verdict == "improving"], _change),
        setbacks=judge.order([row for row in rows if _is_setback(picture, row)], _leap),
        wider_inside=judge.order([row for row in rows if row.inside.judgement.verdict == "larger"], _width),
    )


@dataclass(frozen=True)
class _Strongest:
    catalogue: Catalogue

    def order(self, rows: Iterable[AssessedRow], weigh: Callable[[AssessedRow], float]) -> tuple[Weighed, ...]:
        weighed = [Weighed(row, weight) for row in rows if (weight := weigh(row)) > 0]
        return tuple(sorted(weighed, key=lambda item: (self._is_noisy(item.row), -item.weight, item.row.indicator)))

    def _is_noisy(self, row: AssessedRow) -> bool:
        return not NOISY.isdisjoint(self.catalogue.by_id[row.indicator].caveats)


def _rows(picture: Picture, area: str, sex: Sex, as_of: str | None) -> Iterator[AssessedRow]:
    for definition in picture.catalogue.indicators:
        headline = picture.headline(definition.id, sex, as_of)
        row = picture.scorecard(as_of).row(*headline, area) if headline else None
        if row is not None and row.value is not None:
            yield row


def _is_counted(picture: Picture, row: AssessedRow) -> bool:
    target = picture.reference.target(row.indicator)
    return target is not None and target.is_binding and row.target.verdict in ("met", "near", "not-met")


def _is_reached(picture: Picture, scorecard: Scorecard, row: AssessedRow) -> bool:
    """Whether any region meets the target."""
    found = (scorecard.row(row.indicator, row.sex, code) for code in picture.areas.region_codes)
    return any(other is not None and other.target.verdict == "met" for other in found)


def _unjudged(picture: Picture, sex: Sex, area: str, as_of: str | None) -> int:
    scorecard, found = picture.scorecard(as_of), 0
    for target in picture.reference.targets:
        row = scorecard.row(target.indicator, sex, area)
        headline = picture.headline(picture.catalogue.main_id(target.indicator), sex, as_of)
        speaks = headline is not None and headline[0] == target.indicator
        counts = target.is_binding and target.level != "moderate"
        if counts and speaks and row is not None and row.target.verdict == NOT_ASSESSED:
            found += 1
    return found


def _is_setback(picture: Picture, row: AssessedRow) -> bool:
    direction, leap = picture.catalogue.by_id[row.indicator].direction, row.trend.reason.params.get("leap")
    return leap is not None and direction != "none" and (float(leap) < 0) == (direction == "higher")


def _leap(row: AssessedRow) -> float:
    params = row.trend.reason.params
    return abs(float(params["leap"] or 0)) / float(params["threshold"] or 1)


def _width(row: AssessedRow) -> float:
    params = row.inside.judgement.reason.params
    return float(params["width"] or 0) / (float(params["between"] or 0) or 1.0)


def _target_gap(row: AssessedRow) -> float:
    level, gap = row.target.reason.params["level"], row.target.reason.params["gap"]
    return float(gap or 0) / abs(float(level)) if level else float(gap or 0)


def _change(row: AssessedRow) -> float:
    params = row.trend.reason.params
    return abs(float(params["change"] or 0)) / float(params["threshold"] or 1)


def _positioned(
    judge: _Strongest, scorecard: Scorecard, rows: tuple[AssessedRow, ...], verdict: str
) -> tuple[Weighed, ...]:
    found = [row for row in rows if row.position.verdict == verdict]
    return judge.order(found, lambda row: _distance(scorecard, judge.catalogue.by_id[row.indicator], row))


def _distance(scorecard: Scorecard, definition: Definition, row: AssessedRow) -> float:
    """The distance to the nation in the regions' standard deviations; 0 when it is too small to matter."""
    comparison = scorecard.comparisons[definition.id, row.sex]
    values = list(comparison.yardsticks.values())
    middle = comparison.nation if comparison.nation is not None else median(values)
    distance, width = abs((row.value or 0.0) - middle), pstdev(values)
    threshold = definition.relevance.threshold(middle)
    if width == 0 or (threshold is not None and distance < threshold):
        return 0.0
    return distance / width
