"""What deserves attention: verdicts ordered by gap to the yardstick, worsening and spread, never by rank."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from statistics import median, pstdev

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

    Targets are counted only when in force and for what the indicator measures. `farthest` is ordered by the gap's
    share of the target level; `deviating` and `leading` by the distance to the nation in the regions' standard
    deviations, and only when it reaches the relevance threshold; `worsening` and `improving` by the change in relevance
    thresholds. `wider_inside` are rows whose municipalities' middle half is wider than the regions'; `spread_known` is
    how many could be compared.
    """

    targets_met: tuple[AssessedRow, ...]
    targets_held: tuple[AssessedRow, ...]
    farthest: tuple[Weighed, ...]
    deviating: tuple[Weighed, ...]
    leading: tuple[Weighed, ...]
    worsening: tuple[Weighed, ...]
    improving: tuple[Weighed, ...]
    wider_inside: tuple[AssessedRow, ...]
    spread_known: int

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
    not_met = tuple(row for row in binding if row.target.verdict == "not-met")
    spread = tuple(row for row in rows if row.inside.judgement.verdict in ("larger", "smaller"))
    return AreaSummary(
        targets_met=tuple(row for row in binding if row.target.verdict == "met"),
        targets_held=binding,
        farthest=_strongest(not_met, _target_gap),
        deviating=_positioned(picture, scorecard, rows, "worst-quarter"),
        leading=_positioned(picture, scorecard, rows, "best-quarter"),
        worsening=_strongest([row for row in rows if row.trend.verdict == "worsening"], _change),
        improving=_strongest([row for row in rows if row.trend.verdict == "improving"], _change),
        wider_inside=tuple(row for row in spread if row.inside.judgement.verdict == "larger"),
        spread_known=len(spread),
    )


def _rows(picture: Picture, area: str, sex: Sex, as_of: str | None) -> Iterator[AssessedRow]:
    for definition in picture.catalogue.indicators:
        headline = picture.headline(definition.id, sex, as_of)
        row = picture.scorecard(as_of).row(*headline, area) if headline else None
        if row is not None and row.value is not None:
            yield row


def _is_counted(picture: Picture, row: AssessedRow) -> bool:
    target = picture.reference.target(row.indicator)
    return target is not None and target.is_binding and row.target.verdict in ("met", "near", "not-met")


def _strongest(rows: Iterable[AssessedRow], weigh: Callable[[AssessedRow], float]) -> tuple[Weighed, ...]:
    weighed = [Weighed(row, weigh(row)) for row in rows]
    return tuple(sorted(weighed, key=lambda item: (-item.weight, item.row.indicator)))


def _target_gap(row: AssessedRow) -> float:
    level, gap = row.target.reason.params["level"], row.target.reason.params["gap"]
    return float(gap or 0) / abs(float(level)) if level else float(gap or 0)


def _change(row: AssessedRow) -> float:
    params = row.trend.reason.params
    return abs(float(params["change"] or 0)) / float(params["threshold"] or 1)


def _positioned(
    picture: Picture, scorecard: Scorecard, rows: tuple[AssessedRow, ...], verdict: str
) -> tuple[Weighed, ...]:
    found = [row for row in rows if row.position.verdict == verdict]
    weighed = _strongest(found, lambda row: _distance(scorecard, picture.catalogue.by_id[row.indicator], row))
    return tuple(item for item in weighed if item.weight > 0)


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
