"""Hides what could point at a person: small counts, rates made of them, and what subtraction would give them away by.

First every value is hidden whose numerator or denominator is below the smallest count. Then, in every sum that a
reader can make or find published (the units of a region; women and men of a unit; the months of a year), a lone hidden
part is joined by a second one, and further ones until the hidden parts together reach the smallest count: what is
left when the shown parts are taken from the sum then says nothing of any single one.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from indicators.groups import WHOLE, grouping_of
from indicators.periods import Period
from intake.uploads.columns import TOO_FEW, GivenRow

Group = list[int]


@dataclass(frozen=True, slots=True)
class Hidden:
    """The rows after hiding, and how many were hidden for their own size and for others' sake."""

    rows: tuple[GivenRow, ...]
    small: int
    joined: int


def hide_small_counts(rows: Sequence[GivenRow], smallest: int, shares: frozenset[str] = frozenset()) -> Hidden:
    """Return the rows with small counts hidden, and those that would give them away.

    `shares` are the indicators in per cent: there a count is known from value and denominator too.
    """
    counts = [_count(row, shares) for row in rows]
    hidden = {i for i, row in enumerate(rows) if row.status == TOO_FEW or _is_small(row, counts[i], smallest)}
    small = len(hidden)
    # Sums never go beyond an indicator: one without hidden rows has nothing to give away.
    for places in _by_indicator(rows):
        if not hidden.isdisjoint(places):
            sums = _sums(rows, places)
            while added := _lonely(sums, hidden, counts, smallest):
                hidden |= added
    done = tuple(_hide(row) if i in hidden else row for i, row in enumerate(rows))
    return Hidden(done, small, len(hidden) - small)


def _count(row: GivenRow, shares: frozenset[str]) -> float | None:
    if row.numerator is not None:
        return row.numerator
    if row.indicator in shares and row.value is not None and row.denominator is not None:
        return row.value * row.denominator / 100
    return row.denominator


def _is_small(row: GivenRow, count: float | None, smallest: int) -> bool:
    # A count worked out from a rounded share is taken as the whole number it must have been.
    own = count is not None and round(count) < smallest
    return own or (row.denominator is not None and row.denominator < smallest)


def _hide(row: GivenRow) -> GivenRow:
    return row._replace(value=None, numerator=None, denominator=None, status=TOO_FEW)


def _by_indicator(rows: Sequence[GivenRow]) -> Iterable[Group]:
    found: defaultdict[str, Group] = defaultdict(list)
    for i, row in enumerate(rows):
        found[row.indicator].append(i)
    return found.values()


def _sums(rows: Sequence[GivenRow], places: Group) -> list[Group]:
    """Rows (by place) that add up to something a reader knows: each sum is found by what its parts share.

    The units of a region add up to what is published for the region, or shown for a group in it. Women and men, a
    grouping's groups, and the months of a year add up to something only where the unit's own total is among the rows.
    """
    used = {grouping_of(rows[i].group) for i in places} - {WHOLE}
    found: defaultdict[tuple[str, ...], Group] = defaultdict(list)
    totals: set[tuple[str, ...]] = set()
    for i in places:
        row = rows[i]
        sexes = ("sexes", row.period, row.unit, row.group)
        year = ("year", str(Period.parse(row.period).year), row.sex, row.unit, row.group)
        units = ("units", row.period, row.sex, row.group)
        groups = [("groups", row.period, row.sex, row.unit, name) for name in _groupings(row, used)]
        for key in (units, (*units, row.kind), sexes, year, *groups):
            found[key].append(i)
        totals |= {units, (*units, row.kind)}
        totals |= {key for key, is_total in ((sexes, row.sex == "T"), (year, row.frequency == "year")) if is_total}
        totals |= set(groups) if row.group == WHOLE else set()
    return [group for key, group in found.items() if len(group) > 1 and key in totals]


def _groupings(row: GivenRow, used: set[str]) -> set[str]:
    """The groupings whose sum a row stands in: its own; everybody's row is the total of all that are used."""
    return used if row.group == WHOLE else {grouping_of(row.group)}


def _lonely(sums: Iterable[Group], hidden: set[int], counts: Sequence[float | None], smallest: int) -> set[int]:
    """The next rows to hide: in each sum that gives a hidden part away, the smallest one that is still shown."""
    added: set[int] = set()
    for group in sums:
        inside = [i for i in group if i in hidden or i in added]
        shown = [i for i in group if i not in hidden and i not in added and counts[i] is not None]
        if not inside or not shown:
            continue
        known = [counts[i] for i in inside]
        together = sum(count for count in known if count is not None)
        if len(inside) < 2 or (together < smallest and None not in known):
            added.add(min(shown, key=lambda i: (counts[i] or 0.0, i)))
    return added
