"""Fewer rows: a slide holds what can be read from the back of a room, and says how much more there is."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from dashboard.i18n import Words
from dashboard.viewmodels.compare.views import CompareGroup, CompareRow, CompareView
from dashboard.viewmodels.contract import Row, ScorecardView, Section
from dashboard.viewmodels.contract_country import RugArea, RugRow, RugView
from dashboard.viewmodels.equality.views import DumbbellGroup, DumbbellView
from dashboard.viewmodels.tables import TableGroup, TableRow, TableView

MIDDLE = 2
"""The place of the column with the peers' middle."""
MOST_ROWS, MOST_IN_RUG, MOST_COMPARED, MOST_IN_TABLE = 5, 6, 5, 7


def part_of(view: ScorecardView, part: Sequence[str]) -> tuple[str, list[Row]] | None:
    """Return the name and rows of a part of a scorecard: a dimension, an area, one row, or the widest inside."""
    match tuple(part):
        case ():
            return view.area_name, list(view.rows)
        case ("dimension", code):
            return _named([(item.code, item.name, _of_section(view, item)) for item in view.sections], code)
        case ("area", code):
            areas = [area for section in view.sections for area in section.areas]
            return _named([(area.code, area.name, [view.rows[i] for i in area.rows]) for area in areas], code)
        case ("row", code):
            return _named([(row.indicator, row.name, [row]) for row in view.rows], code)
        case ("inside", _):
            wide = widest_inside(view.rows)
            return (view.area_name, wide) if wide else None
    return None


def _named(found: Sequence[tuple[str, str, list[Row]]], code: str) -> tuple[str, list[Row]] | None:
    return next(((name, rows) for known, name, rows in found if known == code and rows), None)


def _of_section(view: ScorecardView, section: Section) -> list[Row]:
    return [view.rows[place] for area in section.areas for place in area.rows]


def widest_inside(rows: Sequence[Row]) -> list[Row]:
    """Return the rows whose municipalities lie further apart than in other regions, year after year."""
    return [row for row in rows if row.inside.is_lasting][:MOST_ROWS]


def telling(rows: Sequence[Row], told: Sequence[str], most: int = MOST_ROWS) -> list[Row]:
    """Return the rows told as what matters, in the order they are told, then the first of the others while room lasts.

    One order everywhere: who has heard the list finds its measures in the table in the same order.
    """
    known = [row for row in rows if row.value is not None]
    return sorted(known, key=lambda row: place_told(row.indicator, told))[:most]


def place_told(indicator: str, told: Sequence[str]) -> int:
    """Return a measure's place in the list of what matters; of one that is not told the place after all of them."""
    return told.index(indicator) if indicator in told else len(told)


def fewer_rows(view: ScorecardView, rows: Sequence[Row]) -> ScorecardView:
    """Return a scorecard of some rows alone, without the sections they stood in."""
    return replace(view, rows=tuple(rows), sections=())


def fewer_rug(view: RugView, say: Words) -> tuple[RugView, str]:
    """Return the rug with one indicator of each area, then a second of each, as far as there is room."""
    areas = [area for section in view.sections for area in section.areas if area.rows]
    kept = {row.indicator for row in list(_in_turn(areas))[:MOST_IN_RUG]}
    rows = sum(len(area.rows) for area in areas)
    sections = tuple(
        replace(section, areas=found) for section in view.sections if (found := tuple(_only(section.areas, kept)))
    )
    return replace(view, sections=sections), say("present.more_rug", n=len(kept), all=rows) if len(kept) < rows else ""


def of_both_kinds(view: RugView) -> int:
    """Return how many regions have indicators both in the best quarter and in the worst."""
    rows = [row for section in view.sections for area in section.areas for row in area.rows]
    columns = zip(*(row.cells for row in rows), strict=True)
    return sum({"best-quarter", "worst-quarter"} <= {code for code, _ in column} for column in columns)


def _in_turn(areas: Sequence[RugArea]) -> Iterator[RugRow]:
    for turn in zip_longest(*(area.rows for area in areas)):
        yield from (row for row in turn if row is not None)


def _only(areas: Sequence[RugArea], kept: set[str]) -> Iterator[RugArea]:
    for area in areas:
        rows = tuple(row for row in area.rows if row.indicator in kept)
        if rows:
            yield replace(area, rows=rows)


def fewer_compared(view: CompareView, told: Sequence[str], say: Words) -> tuple[CompareView, str]:
    """Return the comparison with the rows told as what matters, in order, then the others; nobody is named best."""
    rows = [row for group in view.groups for row in group.rows]
    placed = [row for row in rows if row.x is not None and row.middle_x is not None]
    first = sorted(placed, key=lambda row: place_told(row.indicator, told))
    kept = [_without_best(row, view) for row in first[:MOST_COMPARED]]
    groups = (CompareGroup("", tuple(kept), is_section=False),) if kept else ()
    few = replace(view, columns=view.columns[:-1], groups=groups, notes=())
    return few, say("present.more_compare", n=len(kept), all=len(rows)) if len(kept) < len(rows) else ""


def fewer_pairs(view: DumbbellView, say: Words) -> tuple[DumbbellView, str]:
    """Return the dumbbells of the widest gaps, which come first, of the indicators that are judged."""
    rows = [row for group in view.groups for row in group.rows]
    kept = view.groups[0].rows[:MOST_COMPARED] if view.groups else ()
    few = replace(view, groups=(DumbbellGroup("", kept),) if kept else (), notes=())
    return few, say("present.more_pairs", n=len(kept), all=len(rows)) if len(kept) < len(rows) else ""


def _without_best(row: CompareRow, view: CompareView) -> CompareRow:
    """A row without the best peer, and without the peers' order in words."""
    said = f"{row.name.text} {row.value_text}; {view.columns[MIDDLE].lower()} {row.middle_text}."
    return replace(row, best=None, best_text="", people="", summary=said)


def fewer_in_table(view: TableView, say: Words) -> tuple[TableView, str]:
    """Return the table's first rows, and with them the row that the others are held against."""
    rows = [row for group in view.groups for row in group.rows]
    own = [row for row in rows if row.is_own]
    first = [row for row in rows if not row.is_own][: MOST_IN_TABLE - len(own[:1])]
    kept = [*own[:1], *first]
    groups = tuple(found for group in view.groups if (found := _group(group, kept)).rows)
    few = replace(view, groups=groups, notes=())
    return few, say("present.more_table", n=len(kept), all=len(rows)) if len(kept) < len(rows) else ""


def _group(group: TableGroup, kept: Sequence[TableRow]) -> TableGroup:
    return replace(group, rows=tuple(row for row in group.rows if any(row is one for one in kept)), note=None)
