"""How an area stands: the targets in force by what they concern, the rights of every patient, and what moves."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from indicators.assessment.judgement import NOT_ASSESSED
from indicators.definition import Sex
from indicators.editions.open_edition import Picture
from indicators.reference import TargetLevel
from indicators.scorecard import AssessedRow
from indicators.themes import BACKGROUND, read_themes

RIGHTS = "rights"
"""The group of what every patient has a right to by law: the care guarantee."""
UNTHEMED = BACKGROUND
"""The group of a level whose indicator belongs to no theme."""
VERDICTS = ("met", "near", "not-met", "right")
"""What has been held against its level; all else was not, with a reason."""


@dataclass(frozen=True, slots=True)
class TargetGroup:
    """What an area is held against in one theme, or all rights (`code` RIGHTS), by the indicators' headline series.

    Of those `held` it reaches `met`, and no region reaches `unreached`; `unjudged` more have no value to judge. A right
    is reached where the value is everyone.
    """

    code: str
    met: tuple[AssessedRow, ...]
    held: tuple[AssessedRow, ...]
    unreached: tuple[AssessedRow, ...]
    unjudged: tuple[AssessedRow, ...]


@dataclass(frozen=True, slots=True)
class AreaSummary:
    """One area: its targets and rights by group, rights first and then the themes' order, and how many move."""

    groups: tuple[TargetGroup, ...]
    worsening: int
    improving: int


@lru_cache(maxsize=512)
def summarise_area(picture: Picture, area: str, sex: Sex = "T", as_of: str | None = None) -> AreaSummary:
    """Return how one area stands.

    A target counts when it is in force and for just what the indicator measures; a right when it is in force.
    """
    trends = [row.trend.verdict for row in _rows(picture, area, sex, as_of)]
    groups = tuple(_groups(picture, area, sex, as_of))
    return AreaSummary(groups, trends.count("worsening"), trends.count("improving"))


def _rows(picture: Picture, area: str, sex: Sex, as_of: str | None) -> Iterator[AssessedRow]:
    for definition in picture.catalogue.indicators:
        headline = picture.headline(definition.id, sex, as_of)
        row = picture.scorecard(as_of).row(*headline, area) if headline else None
        if row is not None and row.value is not None:
            yield row


def _groups(picture: Picture, area: str, sex: Sex, as_of: str | None) -> Iterator[TargetGroup]:
    scorecard, by_group = picture.scorecard(as_of), dict[str, list[AssessedRow]]()
    for definition in picture.catalogue.indicators:
        headline = picture.headline(definition.id, sex, as_of)
        level = picture.reference.target(headline[0]) if headline else None
        row = scorecard.row(*headline, area) if headline else None
        if row is not None and level is not None and _counts(level):
            by_group.setdefault(_group(picture, level), []).append(row)
    for code in sorted(by_group, key=_place):
        held = tuple(row for row in by_group[code] if row.target.verdict in VERDICTS)
        met = tuple(row for row in held if _reaches(picture, row))
        unreached = tuple(row for row in held if not _is_reached(picture, row, as_of))
        unjudged = tuple(row for row in by_group[code] if row.target.verdict == NOT_ASSESSED)
        yield TargetGroup(code, met, held, unreached, unjudged)


def _counts(level: TargetLevel) -> bool:
    return level.is_binding or (level.is_right and level.status == "current")


def _group(picture: Picture, level: TargetLevel) -> str:
    signals = picture.catalogue.by_id[level.indicator].signals
    return RIGHTS if level.is_right else signals.theme if signals else UNTHEMED


def _place(code: str) -> int:
    """The rights first, the themes in their own order, and what has no theme last."""
    codes = [RIGHTS, *(theme.code for theme in read_themes().themes), UNTHEMED]
    return codes.index(code)


def _reaches(picture: Picture, row: AssessedRow) -> bool:
    level = picture.reference.target(row.indicator)
    return row.value is not None and level is not None and row.target.verdict in VERDICTS and level.is_met(row.value)


def _is_reached(picture: Picture, row: AssessedRow, as_of: str | None) -> bool:
    """Whether any region reaches the level."""
    scorecard = picture.scorecard(as_of)
    found = (scorecard.row(row.indicator, row.sex, code) for code in picture.areas.region_codes)
    return any(other is not None and _reaches(picture, other) for other in found)
