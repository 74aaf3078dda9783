"""The numbers of pictures that are no table on screen, as tables: for the deck and the PDF."""

from dashboard.viewmodels.compare.views import CompareRow, CompareView
from dashboard.viewmodels.equality.views import DumbbellRow, DumbbellView
from dashboard.viewmodels.tables import Cell, Column, TableGroup, TableRow, TableView


def pairs_table(view: DumbbellView) -> TableView:
    """Return two groups' values by indicator: both, the difference, the ratio, and who is worse off."""
    name, first, second, _, difference, ratio, worse, *_ = view.columns
    numbers = (Column(name), *(Column(text, "number") for text in (first, second, difference, ratio)), Column(worse))
    groups = tuple(TableGroup(group.title, tuple(map(_pair, group.rows))) for group in view.groups)
    return TableView(view.caption, numbers, groups)


def _pair(row: DumbbellRow) -> TableRow:
    values = (row.first_text, row.second_text, row.difference_text, row.ratio_text)
    return TableRow((Cell(row.name, note=row.period), *values, row.worse))


def compare_table(view: CompareView) -> TableView:
    """Return a comparison's rows: the region's value, the peers' middle, the gap, and the side it falls on."""
    name, value, middle, gap, _, side, *_ = view.columns
    numbers = (Column(name), Column(value, "number"), Column(middle, "number"), Column(gap, "number"), Column(side))
    groups = tuple(TableGroup(group.title, tuple(map(_compared, group.rows))) for group in view.groups)
    return TableView(view.caption, numbers, groups)


def _compared(row: CompareRow) -> TableRow:
    side = Cell(row.side.text, symbol=row.side.symbol, tone=row.side.tone)
    value = Cell(row.value_text, note=row.note) if row.note else row.value_text
    return TableRow((Cell(row.name.text, note=row.period), value, row.middle_text, row.gap_text, side))
