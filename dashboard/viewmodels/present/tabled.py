"""The numbers of pictures that are no table on screen, as tables: for the deck and the PDF."""

from dashboard.i18n import Words
from dashboard.viewmodels.compare.views import CompareRow, CompareView
from dashboard.viewmodels.contract_country import MapRegion, MapView, RugRow, RugView
from dashboard.viewmodels.equality.views import DumbbellRow, DumbbellView
from dashboard.viewmodels.tables import NO_VALUE, Cell, Column, TableGroup, TableRow, TableView, plain_table

ENDS = ("best-quarter", "worst-quarter")


def map_table(view: MapView, say: Words) -> TableView:
    """Return a map's regions with their values and positions."""
    columns = (Column(say("present.deck.region")), Column(view.unit, "number"), Column(say("present.deck.position")))
    return plain_table(view.title, columns, tuple(_county(region, view) for region in view.regions))


def _county(region: MapRegion, view: MapView) -> TableRow:
    state = view.states.get(region.state)
    position = Cell(state.text, symbol=state.symbol, tone=state.tone) if state else Cell(NO_VALUE)
    return TableRow((region.name, region.value_text or NO_VALUE, position))


def rug_table(view: RugView, say: Words) -> TableView:
    """Return the rug's rows with the regions of the best quarter and of the worst by name."""
    ends = [view.states[code].text for code in ENDS]
    columns = (Column(say("present.deck.indicator")), *map(Column, ends))
    rows = tuple(_told(row, view) for section in view.sections for area in section.areas for row in area.rows)
    return plain_table(view.caption, columns, rows)


def _told(row: RugRow, view: RugView) -> TableRow:
    return TableRow((Cell(row.name, note=row.period), *(_named(row, view, code) for code in ENDS)))


def _named(row: RugRow, view: RugView, code: str) -> str:
    pairs = zip(view.columns, row.cells, strict=True)
    return ", ".join(column.short for column, (state, _) in pairs if state == code) or NO_VALUE


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
    return TableRow((Cell(row.name.text, note=row.period), row.value_text, row.middle_text, row.gap_text, side))
