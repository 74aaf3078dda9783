"""How an area stands in numbers: the targets it meets, and how many indicators worsen or improve."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from indicators.assessment.judgement import NOT_ASSESSED
from indicators.definition import Sex
from indicators.picture import Picture
from indicators.scorecard import AssessedRow, Scorecard


@dataclass(frozen=True, slots=True)
class AreaSummary:
    """One area counted, by the indicators' headline series.

    Targets are counted only when in force and for just what the indicator measures; `targets_unreached` of those held
    no region meets, and `targets_unjudged` more have no value to judge.
    """

    targets_met: tuple[AssessedRow, ...]
    targets_held: tuple[AssessedRow, ...]
    targets_unreached: int
    targets_unjudged: int
    worsening: int
    improving: int

    @property
    def targets_counted(self) -> int:
        """How many targets the area is held against."""
        return len(self.targets_held)


@lru_cache(maxsize=512)
def summarise_area(picture: Picture, area: str, sex: Sex = "T", as_of: str | None = None) -> AreaSummary:
    """Return one area counted."""
    scorecard = picture.scorecard(as_of)
    rows = tuple(_rows(picture, area, sex, as_of))
    binding = tuple(row for row in rows if _is_counted(picture, row))
    trends = [row.trend.verdict for row in rows]
    return AreaSummary(
        targets_met=tuple(row for row in binding if row.target.verdict == "met"),
        targets_held=binding,
        targets_unreached=sum(not _is_reached(picture, scorecard, row) for row in binding),
        targets_unjudged=_unjudged(picture, sex, area, as_of),
        worsening=trends.count("worsening"),
        improving=trends.count("improving"),
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
