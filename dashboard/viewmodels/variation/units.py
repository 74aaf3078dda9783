"""One indicator's own units of one kind, region by region: what regions have handed in, as municipalities are."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from dashboard.i18n import Words
from dashboard.query import Question
from dashboard.viewmodels.subject import Subject, period_text, subject
from indicators import (
    NATION,
    UNIT_KINDS,
    FewUnitsFound,
    Picture,
    Sex,
    SharedOut,
    Spread,
    UnitCounts,
    UnitRow,
    WithinShare,
    few_of,
    share_of,
    spread_of,
    unit_counts,
)

KEPT = 32
ENOUGH, MOST_PERIODS = 5, 10


@dataclass(frozen=True, slots=True)
class OwnUnits:
    """One region's units by name, with their spread."""

    values: dict[str, float]
    spread: Spread | None


@dataclass(frozen=True)
class UnitsInside:
    """The units of one kind in every region that has some of the newest period. `older` are regions without it."""

    whole: Subject
    kind: str
    at: str
    rows: dict[str, tuple[UnitRow, ...]]
    older: tuple[str, ...]

    @property
    def words(self) -> Words:
        """The words of the reader's language."""
        return self.whole.words

    @property
    def period(self) -> str:
        """The units' newest period, not after the year in question."""
        return self.at

    @property
    def period_text(self) -> str:
        """The same as it is written."""
        return period_text(self.at, self.words)

    @property
    def example(self) -> bool:
        """Whether any unit is made up."""
        return any(row.example for rows in self.rows.values() for row in rows)

    def member(self, code: str) -> str:
        """Return a unit's name, which is what it goes by."""
        return code

    def counts(self, region: str) -> dict[str, UnitCounts]:
        """Return the counts of those of a region's units whose value they tell of."""
        unit = self.whole.definition.unit
        found = ((row.unit, unit_counts(row, unit)) for row in self.rows.get(region, ()))
        return {name: counts for name, counts in found if counts is not None}

    @cached_property
    def spreads(self) -> dict[str, OwnUnits]:
        """The units by region, from low to high, in official order."""
        return {code: own for code, rows in self.rows.items() if (own := _own(rows)).values}

    @cached_property
    def shared(self) -> SharedOut:
        """How much of the units' variation lies inside regions, and how much chance has to do with it."""
        counts = {code: self.counts(code) for code in self.spreads}
        return share_of(self.at, {code: own.values for code, own in self.spreads.items()}, counts)

    @property
    def share(self) -> WithinShare:
        """The share, with chance taken out where every unit has counts."""
        return self.shared.share

    @cached_property
    def regions(self) -> dict[str, float]:
        """The regions' own published values at the units' period, without those that cannot be right."""
        points, is_sound = self.whole.comparison.points, self.whole.definition.is_sound
        found = {code: dict(points[code]).get(self.at) for code in self.whole.picture.areas.region_codes}
        return {c: v for c, v in found.items() if v is not None and is_sound(c, self.at, v)}

    @property
    def between(self) -> Spread | None:
        """The spread of the regions' own values."""
        return spread_of(list(self.regions.values()))

    @property
    def nation(self) -> float | None:
        """The nation's value at the units' period."""
        return dict(self.whole.comparison.points[NATION]).get(self.at)

    def few(self, region: str) -> FewUnitsFound | None:
        """Return the few units that carry half of a region's gap; None when it has no units."""
        own, whole = self.spreads.get(region), self.whole
        if own is None:
            return None
        return few_of(whole.definition, whole.comparison, whole.picture.reference, own.values, self.counts(region))


def _own(rows: Sequence[UnitRow]) -> OwnUnits:
    known = sorted((row.value, row.unit) for row in rows if row.value is not None)
    values = {unit: value for value, unit in known}
    return OwnUnits(values, spread_of(list(values.values())))


def units_inside(picture: Picture, question: Question, indicator: str, kind: str) -> UnitsInside | None:
    """Return the units of one kind; None when no region has any of this indicator so early, of any sex."""
    asked = replace(question, regions=(), widen=False, kind=kind)
    return _units_inside(picture, asked, indicator, kind, picture.units_version)


@lru_cache(maxsize=KEPT)
def _units_inside(picture: Picture, question: Question, indicator: str, kind: str, _: str) -> UnitsInside | None:
    sexes: tuple[Sex, ...] = (question.sex, "T", "F", "M")
    for sex in dict.fromkeys(sexes):
        for item in picture.catalogue.series_of(indicator):
            found = _rows(picture, question, item.id, (kind, sex))
            whole = subject(picture, replace(question, sex=sex), indicator, NATION, item.id) if found else None
            if found and whole:
                newest = max(rows[0].period for rows in found.values())
                now = {code: rows for code, rows in found.items() if rows[0].period == newest}
                return UnitsInside(whole, kind, newest, now, tuple(code for code in found if code not in now))
    return None


def _rows(
    picture: Picture, question: Question, series: str, kind_and_sex: tuple[str, str]
) -> dict[str, tuple[UnitRow, ...]]:
    """Each region's units of a kind and a sex at its own newest period in question, those with a value."""
    every = _every_row(picture, series, question.as_of or "9999", picture.units_version)
    known = {region: [row for row in rows if (row.kind, row.sex) == kind_and_sex] for region, rows in every}
    valued = {region: tuple(row for row in rows if row.value is not None) for region, rows in known.items()}
    return {region: rows for region, rows in valued.items() if rows}


@lru_cache(maxsize=4)
def _every_row(picture: Picture, series: str, until: str, _: str) -> tuple[tuple[str, tuple[UnitRow, ...]], ...]:
    """Each region's units at its newest period in question, read once for all kinds and sexes."""
    units = picture.units
    newest = {region: units.newest(series, region, until) for region in units.regions(series)}
    return tuple((region, units.units(series, region, period)) for region, period in newest.items() if period)


def history(found: UnitsInside, region: str) -> list[tuple[str, Spread]]:
    """Return the spread of a region's units of the same kind at its last periods that have enough, oldest first."""
    units, series, sex = found.whole.picture.units, found.whole.definition.id, found.whole.row.sex
    periods = [period for period in units.periods(series, region) if period <= found.at][-MOST_PERIODS:]
    spreads: list[tuple[str, Spread]] = []
    for period in periods:
        rows = [row for row in units.units(series, region, period) if (row.kind, row.sex) == (found.kind, sex)]
        spread = spread_of([row.value for row in rows if row.value is not None])
        if spread is not None and spread.n >= ENOUGH:
            spreads.append((period, spread))
    return spreads


def unit_kinds(picture: Picture, question: Question, indicator: str) -> tuple[str, ...]:
    """Return the kinds of units that some region has of an indicator, the kind with the most units first."""
    sizes = {kind: _size(units_inside(picture, question, indicator, kind)) for kind in UNIT_KINDS}
    return tuple(sorted((kind for kind, n in sizes.items() if n), key=lambda kind: -sizes[kind]))


def _size(found: UnitsInside | None) -> int:
    return sum(map(len, found.rows.values())) if found else 0


def indicators_with_units(picture: Picture) -> Iterator[str]:
    """Give the indicators that some region has units of, in the framework's order."""
    units, series_of = picture.units, picture.catalogue.series_of
    for item in picture.catalogue.indicators:
        if any(units.regions(series.id) for series in series_of(item.id)):
            yield item.id
