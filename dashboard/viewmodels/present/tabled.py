"""The numbers of pictures that are no table on screen, as tables: for the deck and the PDF."""

from dashboard.i18n import Words
from dashboard.viewmodels.compare.views import CompareRow, CompareView
from dashboard.viewmodels.contract_country import MapRegion, MapView, RugRow, RugView
from dashboard.viewmodels.tables import NO_VALUE, Cell, Column, TableGroup, TableRow, TableView, plain_table


def map_table(view: MapView, say: Words) -> TableView:
    """Return a map's regions with their values and positions."""
    columns = (Column(say("present.deck.region")), Column(view.unit, "number"), Column(say("present.deck.position")))
    return plain_table(view.title, columns, tuple(_county(region, view) for region in view.regions))


def _county(region: MapRegion, view: MapView) -> TableRow:
    state = view.states.get(region.state)
    position = Cell(state.text, symbol=state.symbol, tone=state.tone) if state else Cell(NO_VALUE)
    return TableRow((region.name, region.value_text or NO_VALUE, position))


def rug_table(view: RugView, say: Words) -> TableView:
    """Return the rug's rows with each region's symbol and value."""
    columns = (Column(say("present.deck.indicator")), *(Column(column.short) for column in view.columns))
    rows = tuple(_told(row, view) for section in view.sections for area in section.areas for row in area.rows)
    return plain_table(view.caption, columns, rows)


def _told(row: RugRow, view: RugView) -> TableRow:
    states = ((view.states.get(code), value) for code, value in row.cells)
    cells = (
        Cell(value or NO_VALUE, symbol=state.symbol, tone=state.tone) if state else Cell(value or NO_VALUE)
        for state, value in states
    )
    return TableRow((Cell(row.name, note=row.period), *cells))


def compare_table(view: CompareView) -> TableView:
    """Return a comparison's rows: the region's value, the peers' middle, the gap, and the side it falls on."""
    name, value, middle, gap, _, side, *_ = view.columns
    numbers = (Column(name), Column(value, "number"), Column(middle, "number"), Column(gap, "number"), Column(side))
    groups = tuple(TableGroup(group.title, tuple(map(_compared, group.rows))) for group in view.groups)
    return TableView(view.caption, numbers, groups)


def _compared(row: CompareRow) -> TableRow:
    side = Cell(row.side.text, symbol=row.side.symbol, tone=row.side.tone)
    return TableRow((Cell(row.name.text, note=row.period), row.value_text, row.middle_text, row.gap_text, side))
