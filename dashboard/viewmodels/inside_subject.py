"""Which series of an indicator has municipalities, and what was analysed of it up to the year in question."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from dashboard.i18n import Words, words
from dashboard.query import ALL, Question
from dashboard.viewmodels.choices import Choice
from dashboard.viewmodels.subject import Subject, subject
from indicators import (
    NATION,
    FewUnitsFound,
    Inside,
    InsideSpread,
    LastingSpread,
    Picture,
    Sex,
    Spread,
    WithinShare,
    YearInside,
)

FIRST = "premature-death"
"""Shown when nothing is asked for: deaths that come early weigh heavily, and every municipality has them published."""


@dataclass(frozen=True)
class InsideSubject:
    """The nation's subject of a series with municipalities, and the regions that have the newest period of them."""

    whole: Subject
    kind: Literal["municipality"] = "municipality"

    @property
    def words(self) -> Words:
        """The words of the reader's language."""
        return self.whole.words

    @property
    def period(self) -> str:
        """The municipalities' newest period, not after the year in question."""
        return self._years[-1].period

    @property
    def period_text(self) -> str:
        """The same as it is written."""
        return self.whole.period(self.period)

    @property
    def example(self) -> bool:
        """Whether any value is made up: none that is published."""
        return False

    def member(self, code: str) -> str:
        """Return a municipality's name."""
        return self.whole.picture.areas.by_code[code].name

    @cached_property
    def _years(self) -> tuple[YearInside, ...]:
        """The years not after the one in question."""
        until = min(self.whole.question.as_of or "9999", self.whole.comparison.headline or "9999")
        return tuple(year for year in self._found.years if year.period <= until)

    @property
    def share(self) -> WithinShare:
        """How much of the municipalities' variation lies inside regions, chance taken out; None where it is not."""
        return _sure(self._years[-1].share)

    @property
    def is_newest_of_all(self) -> bool:
        """Whether the newest figures of everybody are shown: of those it is known what lasts."""
        return self.period == self.newest and self.whole.row.sex == "T"

    @cached_property
    def lasting(self) -> dict[str, LastingSpread]:
        """How far apart each region's municipalities lie in the long run; empty where it is not known."""
        found, series = self.whole.picture.analysis.lasting, self.whole.definition.id
        codes = self.whole.picture.areas.region_codes if self.is_newest_of_all else ()
        return {code: found[series, code] for code in codes if (series, code) in found}

    @property
    def between(self) -> Spread | None:
        """The spread of the regions' own values at the municipalities' period."""
        return self._years[-1].between

    @property
    def years(self) -> tuple[tuple[str, dict[str, Spread], float | None, WithinShare], ...]:
        """Each year's period, spread by region, median width and within share, oldest first."""
        return tuple((year.period, year.regions, year.width, _sure(year.share)) for year in self._years)

    def few(self, region: str) -> FewUnitsFound | None:
        """Return the few municipalities that carry half of a region's gap; None when it has no municipalities.

        They are known at the newest period only.
        """
        return self._found.few.get(region)

    @property
    def newest(self) -> str:
        """The municipalities' newest period of all, whatever year is in question."""
        return self._found.latest.period

    @cached_property
    def spreads(self) -> dict[str, InsideSpread]:
        """The municipalities by region at the period, in official order."""
        rows = self.whole.picture.scorecard(self.whole.question.as_of).rows
        series, sex = self.whole.definition.id, self.whole.row.sex
        found = {code: rows[series, sex, code].inside for code in self.whole.picture.areas.region_codes}
        return {code: inside for code, inside in found.items() if inside.values and inside.period == self.period}

    @property
    def regions(self) -> dict[str, float]:
        """The regions' own values at the municipalities' period, without those that cannot be right."""
        points, is_sound = self.whole.comparison.points, self.whole.definition.is_sound
        found = {code: dict(points[code]).get(self.period) for code in self.whole.picture.areas.region_codes}
        return {c: v for c, v in found.items() if v is not None and is_sound(c, self.period, v)}

    @property
    def nation(self) -> float | None:
        """The nation's value at the municipalities' period."""
        return dict(self.whole.comparison.points[NATION]).get(self.period)

    @property
    def is_known(self) -> bool:
        """Whether any year is early enough."""
        return (self.whole.definition.id, self.whole.row.sex) in self.whole.picture.analysis.inside and bool(
            self._years
        )

    @property
    def _found(self) -> Inside:
        return self.whole.picture.analysis.inside[self.whole.definition.id, self.whole.row.sex]


def _sure(share: WithinShare) -> WithinShare:
    """A share that an edition made before chance was taken out is told no more."""
    return share if share.share is None or share.earlier else replace(share, share=None, basis="one-window")


def inside_subject(picture: Picture, question: Question) -> InsideSubject | None:
    """Return the subject of the indicator asked for; None when no series of it has municipalities so early.

    When the sex asked for has none, another is shown: the subject's row tells which.
    """
    indicator = question.indicator or first_inside(picture)
    sexes: tuple[Sex, ...] = (question.sex, "T", "F", "M")
    for sex in sexes:
        for item in picture.catalogue.series_of(indicator):
            if (item.id, sex) in picture.analysis.inside:
                found = subject(picture, replace(question, sex=sex), indicator, NATION, item.id)
                return InsideSubject(found) if found is not None and InsideSubject(found).is_known else None
    return None


def inside_indicators(picture: Picture) -> tuple[str, ...]:
    """Return the indicators with municipalities, in the framework's order."""
    known = {series for series, _ in picture.analysis.inside}
    series_of = picture.catalogue.series_of
    return tuple(i.id for i in picture.catalogue.indicators if any(s.id in known for s in series_of(i.id)))


def first_inside(picture: Picture) -> str:
    """Return the indicator shown when none is asked for."""
    known = inside_indicators(picture)
    return FIRST if FIRST in known else next(iter(known), "")


def inside_choices(picture: Picture, question: Question, ids: tuple[str, ...]) -> tuple[Choice, ...]:
    """Return indicators as choices, by their short names."""
    return tuple(Choice(i, picture.catalogue.by_id[i].short_name.in_(question.lang)) for i in ids)


def region_choices_or(picture: Picture, question: Question, key: str) -> tuple[Choice, ...]:
    """Return the regions as choices after the words of `key`, which stand for no choice."""
    regions = tuple(Choice(area.code, area.name) for area in picture.areas.regions)
    return (Choice(ALL, words(question.lang)(key)), *regions)
