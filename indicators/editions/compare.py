"""What differs between two editions: values, the period that is compared, regions that report, and verdicts."""

from collections.abc import Iterator
from dataclasses import replace

from indicators.areas import AREAS
from indicators.catalogue import Catalogue
from indicators.editions.causes import Side, find_causes
from indicators.editions.changes import Changes, HeadlineChange, RegionChange, ValueChange, VerdictChange
from indicators.editions.edition import Edition
from indicators.editions.published_with import PublishedWith, published_with
from indicators.scorecard import Scorecard
from indicators.series import SeriesValues

VERDICTS = ("target", "position", "trend")


def compare_editions(older: Edition, newer: Edition, judged_by: PublishedWith) -> Changes:
    """Return what differs between two editions, as each was assessed when it was published, and why.

    `judged_by` is what an edition was judged by of which nobody has kept it. Raises EditionDamagedError.
    """
    sides = _side(older, judged_by), _side(newer, judged_by)
    before, after = (side.scorecard for side in sides)
    gained, lost = tuple(_reporting(before, after)), tuple(_reporting(after, before))
    return Changes(
        older=older.number,
        newer=newer.number,
        values=tuple(_values(older, newer, sides[1].judged_by.catalogue)),
        headlines=tuple(_headlines(before, after)),
        gained=gained,
        lost=lost,
        turned=tuple(
            replace(item, causes=find_causes(item.what, item.before, item.after, sides))
            for item in turned(before, after)
        ),
    )


def _side(edition: Edition, judged_by: PublishedWith) -> Side:
    return Side(edition.scorecard(), published_with(edition) or judged_by)


def _values(older: Edition, newer: Edition, catalogue: Catalogue) -> Iterator[ValueChange]:
    for definition in catalogue.definitions:
        for key in definition.series:
            pair = (key.provider, key.key)
            yield from _in_series(definition.id, older.store.series(*pair), newer.store.series(*pair))


def _in_series(indicator: str, before: SeriesValues, after: SeriesValues) -> Iterator[ValueChange]:
    for sex, area in sorted({**before.points, **after.points}):
        old, new = dict(before.points.get((sex, area), ())), dict(after.points.get((sex, area), ()))
        # Most areas have the same values in both: telling so at once makes the whole three times as fast.
        if old == new:
            continue
        for period in sorted({**old, **new}):
            if old.get(period) != new.get(period):
                level = AREAS.by_code[area].level
                found = (area, level, sex, period, old.get(period), new.get(period))
                yield ValueChange(indicator, before.source, before.source_key, *found)


def _headlines(before: Scorecard, after: Scorecard) -> Iterator[HeadlineChange]:
    for (indicator, sex), comparison in after.comparisons.items():
        earlier = before.comparisons.get((indicator, sex))
        period = earlier.headline if earlier else None
        if period != comparison.headline:
            yield HeadlineChange(indicator, sex, period, comparison.headline)


def _reporting(without: Scorecard, having: Scorecard) -> Iterator[RegionChange]:
    """The regions with a value in one scorecard and none in the other, for the same period."""
    for key, row in having.rows.items():
        other = without.rows.get(key)
        if other and row.period and row.period == other.period and row.value is not None and other.value is None:
            yield RegionChange(row.indicator, row.sex, row.area, row.period)


def turned(before: Scorecard, after: Scorecard, area: str | None = None) -> Iterator[VerdictChange]:
    """Yield the verdicts that differ, of one area or of all. A row that only one of them has turned nothing."""
    for key, row in after.rows.items():
        earlier = before.rows.get(key)
        if earlier is None or area not in (None, row.area):
            continue
        for what in VERDICTS:
            if getattr(earlier, what).verdict != getattr(row, what).verdict:
                yield VerdictChange(what, earlier, row)
