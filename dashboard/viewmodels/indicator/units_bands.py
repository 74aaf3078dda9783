"""The units of each kind in each region as a band of the picture: its order, its lanes, its spread."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dashboard.query import Question
from dashboard.viewmodels.contract_units import RegionValue, UnitBand, UnitMark, UnitSpread
from dashboard.viewmodels.indicator.units_marks import Marking
from dashboard.viewmodels.subject import Subject, period_text
from indicators import UNIT_KINDS, Judgement, UnitRow, unit_spread, unit_trend

MOST_NAMED = 40
"""With more units than these a picture has no room for their names."""
# A band without names is as high as one to three rows, by the number of its units.
LANE, HIGHEST = 0.08, 2.8
# Between bands, and above the first: on a phone the bands' names stand there.
GAP = 0.7
EDGE = 0.5
LONGEST_LABEL = 34
TOO_SHORT = "trend.none.short"


@dataclass(frozen=True, slots=True)
class Bands:
    """The bands with the lanes their picture has, and whether each unit has one of its own with its name."""

    bands: tuple[UnitBand, ...]
    lanes: int
    is_named: bool

    @property
    def drawn(self) -> tuple[UnitBand, ...]:
        """Those with a value to draw."""
        return tuple(band for band in self.bands if band.top is not None)


def make_bands(whole: Subject, rows: dict[str, tuple[UnitRow, ...]]) -> Bands:
    """Return the bands of regions' rows of one sex, in the order given and by kind, each unit in its lane."""
    groups = [(region, kind, own) for region, found in rows.items() for kind, own in _kinds(found)]
    kinds = {kind for _, kind, _ in groups}
    bands = [_band(whole, region, kind, own, is_one_kind=len(kinds) == 1) for region, kind, own in groups]
    n = sum(band.spread.n for band in bands)
    return _named(bands) if n <= MOST_NAMED else _crowded(bands)


def _kinds(rows: Sequence[UnitRow]) -> Iterator[tuple[str, list[UnitRow]]]:
    for kind in UNIT_KINDS:
        own = [row for row in rows if row.kind == kind]
        if own:
            yield kind, own


def _band(whole: Subject, region: str, kind: str, rows: list[UnitRow], *, is_one_kind: bool) -> UnitBand:
    words, area = whole.words, whole.picture.areas.by_code[region]
    kinds, period = words(f"units_shown.kinds.{kind}"), rows[0].period
    vintage, is_example = max(row.vintage for row in rows), any(row.example for row in rows)
    title = f"{area.name}, {kinds}, {period_text(period, words)}"
    short = area.short_name if is_one_kind else f"{area.short_name}, {kinds}"
    own = words("units_shown.own", date=vintage)
    return UnitBand(
        region=region,
        region_name=area.name,
        kind=kind,
        kind_text=words(f"units_shown.kind.{kind}"),
        title=title,
        label=f"{short} ({words('units_shown.example_short')})" if is_example else short,
        period=period,
        period_text=period_text(period, words),
        vintage=vintage,
        own_text=own,
        example=is_example,
        example_text=words("units_shown.example") if is_example else "",
        units=_ordered(whole, rows),
        spread=_spread(rows),
        hidden=sum(row.is_hidden for row in rows),
        region_value=_region_value(whole, region, period),
        top=None,
        bottom=None,
        title_at=None,
    )


def _ordered(whole: Subject, rows: list[UnitRow]) -> tuple[UnitMark, ...]:
    """The better first, without a direction the higher; those without a value last, by name."""
    marking, sign = Marking(whole.definition, whole.words), 1 if whole.definition.direction == "lower" else -1
    known = sorted((row for row in rows if row.value is not None), key=lambda row: sign * (row.value or 0.0))
    absent = sorted((row for row in rows if row.value is None), key=lambda row: row.unit)
    return tuple(marking.mark(row, _trend(whole, row)) for row in [*known, *absent])


def _trend(whole: Subject, row: UnitRow) -> Judgement | None:
    """What the unit's last five years say; None where it has fewer."""
    own = whole.picture.units.series(row.indicator, row.region, row.unit, row.sex)
    found = unit_trend(whole.definition, [one for one in own if one.period <= row.period], whole.comparison.nation)
    return None if found.reason.key == TOO_SHORT or row.value is None else found


def _spread(rows: list[UnitRow]) -> UnitSpread:
    values, found = [row.value for row in rows if row.value is not None], unit_spread(rows)
    ends = (min(values), max(values)) if values else (None, None)
    if found is None:
        return UnitSpread(len(values), ends[0], None, None, None, ends[1])
    return UnitSpread(found.n, found.minimum, found.q1, found.median, found.q3, found.maximum)


def _region_value(whole: Subject, region: str, period: str) -> RegionValue | None:
    """The published value of the units' own period; without one, of the headline period, which its reading names."""
    points, headline = dict(whole.comparison.points[region]), whole.comparison.headline or ""
    shown = period if period in points else headline
    if shown not in points:
        return None
    name, value = whole.picture.areas.by_code[region].name, points[shown]
    reading = whole.words("units_shown.region_value", region=name, value=whole.text(value), period=whole.period(shown))
    return RegionValue(value, shown, reading)


def _named(bands: list[UnitBand]) -> Bands:
    """A lane to each unit; where there are several bands a lane for each one's title."""
    lane, placed = 0, []
    has_titles = sum(band.spread.n > 0 for band in bands) > 1
    for band in bands:
        if not band.spread.n:
            placed.append(band)
            continue
        title_at = float(lane) if has_titles else None
        first = lane + has_titles
        lane = first + band.spread.n
        units = [replace(mark, at=float(first + i)) for i, mark in enumerate(band.units[: band.spread.n])]
        units += band.units[band.spread.n :]
        top, bottom = first - EDGE, lane - EDGE
        placed.append(replace(band, units=tuple(units), top=top, bottom=bottom, title_at=title_at))
    return Bands(tuple(placed), lane, is_named=True)


def _crowded(bands: list[UnitBand]) -> Bands:
    """The units of a band in order from its top to its bottom, close together."""
    at, placed = GAP - EDGE, []
    for band in bands:
        n = band.spread.n
        if not n:
            placed.append(band)
            continue
        height = min(HIGHEST, max(1.0, n * LANE))
        step = height / (n + 1)
        units = [replace(mark, at=round(at + (i + 1) * step, 3)) for i, mark in enumerate(band.units[:n])]
        placed.append(replace(band, units=(*units, *band.units[n:]), top=round(at, 3), bottom=round(at + height, 3)))
        at += height + GAP
    return Bands(tuple(placed), math.ceil(at - GAP + EDGE), is_named=False)


def unit_label(unit: str) -> str:
    """Return a unit's name as it fits beside a picture; the table and the reading have all of it."""
    return unit if len(unit) <= LONGEST_LABEL else unit[: LONGEST_LABEL - 1].rstrip() + "…"


def asked_rows(
    whole: Subject, question: Question, regions: Sequence[str]
) -> tuple[dict[str, tuple[UnitRow, ...]], tuple[str, ...]]:
    """Return each region's rows of the shown sex at its newest period in question, and the sexes there are instead."""
    units, series = whole.picture.units, whole.definition.id
    found: dict[str, tuple[UnitRow, ...]] = {}
    others: set[str] = set()
    for region in regions:
        period = units.newest(series, region, question.as_of or "9999")
        rows = units.units(series, region, period) if period else ()
        own = tuple(row for row in rows if row.sex == whole.row.sex)
        others |= {row.sex for row in rows}
        if own:
            found[region] = own
    return found, tuple(sex for sex in ("T", "F", "M") if sex in others)
